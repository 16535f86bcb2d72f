import KoersKit
import SwiftUI

/// Choices as chips that flow over as many rows as they need.
struct Chips: View {
    let choices: [Choice]
    let pick: (String) -> Void

    init(_ choices: [Choice], pick: @escaping (String) -> Void) {
        self.choices = choices
        self.pick = pick
    }

    var body: some View {
        Flow {
            ForEach(choices) { choice in
                Chip(label: choice.label, chosen: choice.chosen) { pick(choice.id) }
            }
        }
    }
}

/// One choice with words of the core.
struct Chip: View {
    let label: String
    let chosen: Bool
    let pick: @MainActor () -> Void

    var body: some View {
        Button(action: pick) { ChipFace(text: Text(label), chosen: chosen) }
            .plainDeed()
            .accessibilityAddTraits(chosen ? .isSelected : [])
    }
}

/// How a chip looks: chosen is said by a tick and a trait besides the colour.
private struct ChipFace: View {
    let text: Text
    let chosen: Bool

    var body: some View {
        HStack(spacing: 4) {
            if chosen { Image(.chosen).accessibilityHidden(true) }
            text.multilineTextAlignment(.leading)
        }
        .padding(.horizontal, 12)
        .padding(.vertical, 8)
        .frame(minHeight: 44)
        .background(chosen ? Color.chosen : Color.quiet, in: Capsule())
    }
}

/// A chip with words of the app.
struct LocalChip: View {
    let label: LocalizedStringKey
    let chosen: Bool
    let pick: @MainActor () -> Void

    var body: some View {
        Button(action: pick) { ChipFace(text: Text(label), chosen: chosen) }
            .plainDeed()
            .accessibilityAddTraits(chosen ? .isSelected : [])
    }
}

/// Chips under the headings that they belong to.
struct GroupedChips: View {
    let choices: [Choice]
    let pick: (String) -> Void

    init(_ choices: [Choice], pick: @escaping (String) -> Void) {
        self.choices = choices
        self.pick = pick
    }

    var body: some View {
        ForEach(groups, id: \.self) { group in
            if let group { Text(group).font(.subheadline).accessibilityAddTraits(.isHeader) }
            Chips(choices.filter { $0.group == group }, pick: pick)
        }
    }

    /// The headings in the order of the choices.
    private var groups: [String?] {
        choices.reduce(into: []) { if !$0.contains($1.group) { $0.append($1.group) } }
    }
}

/// A word of the person's own, added to the chips.
struct OwnWords: View {
    let add: (String) -> Void
    @State private var words = ""

    var body: some View {
        HStack {
            TextField("own_words", text: $words).onSubmit(hand).privacySensitive()
            Button(action: hand) { Image(.more).target() }
                .accessibilityLabel("add")
                .disabled(words.isEmpty)
        }
    }

    private func hand() {
        if !words.isEmpty { add(words) }
        words = ""
    }
}
