import KoersKit
import SwiftUI

/// Sentences of the core, one under another.
struct Lines: View {
    let lines: [String]

    init(_ lines: [String]) { self.lines = lines }

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            ForEach(lines, id: \.self) { Text($0) }
        }
        .frame(maxWidth: .infinity, alignment: .leading)
    }
}

/// Why something did not work, by words and a mark.
struct ProblemLine: View {
    let problem: Problem?

    init(_ problem: Problem?) { self.problem = problem }

    var body: some View {
        if let problem {
            Label(sentence: problem.text, .problem)
                .font(.callout)
                .accessibilityAddTraits(.isStaticText)
                .announced(problem.text)
        }
    }
}

/// Steps to take, with their numbers where the order counts; else each with a mark.
struct Steps: View {
    let steps: [String]
    var numbered = true

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            ForEach(Array(steps.enumerated()), id: \.offset) { nth, step in
                HStack(alignment: .firstTextBaseline) {
                    if numbered {
                        Text(nth + 1, format: .number).foregroundStyle(Color.secondary)
                    } else {
                        Image(.item).font(.caption).accessibilityHidden(true)
                    }
                    Text(step)
                }
                .accessibilityElement(children: .combine)
            }
        }
        .frame(maxWidth: .infinity, alignment: .leading)
    }
}

/// One moment, while the core is asked.
struct Waiting: View {
    var body: some View { ProgressView().accessibilityLabel("busy") }
}

extension View {
    /// Says it aloud as soon as it stands there, to who cannot see that it does.
    func announced(_ text: String) -> some View {
        onAppear { UIAccessibility.post(notification: .announcement, argument: text) }
            .onChange(of: text) {
                UIAccessibility.post(notification: .announcement, argument: $0)
            }
    }
}

/// What came of a deed, with the way back.
struct ToldBox: View {
    let told: Told?
    let undo: (@MainActor () -> Void)?
    let dismiss: @MainActor () -> Void

    init(
        _ told: Told?, undo: (@MainActor () -> Void)? = nil,
        dismiss: @escaping @MainActor () -> Void
    ) {
        self.told = told
        self.undo = undo
        self.dismiss = dismiss
    }

    var body: some View {
        if let told {
            VStack(alignment: .leading, spacing: 8) {
                Lines(told.lines)
                if let question = told.question { Text(question) }
                Flow {
                    if told.canUndo, let undo { Button("undo", action: undo).deed() }
                    Button("close", action: dismiss).deed()
                }
            }
            .padding()
            .background(Color.quiet, in: RoundedRectangle(cornerRadius: 12))
            .accessibilityElement(children: .contain)
            .announced(told.lines.joined(separator: " "))
        }
    }
}

/// A heading that VoiceOver knows as one.
struct Heading: View {
    let text: LocalizedStringKey

    init(_ text: LocalizedStringKey) { self.text = text }

    var body: some View {
        Text(text).font(.headline).accessibilityAddTraits(.isHeader)
    }
}

/// What to choose among substances; nothing where there is one.
struct SubstancePicker: View {
    let substances: [Choice]
    let choose: @MainActor (String) -> Void

    var body: some View {
        // Chips, not segments: these keep their words whole at any size of text.
        if substances.count > 1 { Chips(substances, pick: choose) }
    }
}
