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
                HStack {
                    if told.canUndo, let undo { Button("undo", action: undo) }
                    Spacer()
                    Button("close", action: dismiss)
                }
                .buttonStyle(.bordered)
            }
            .padding()
            .background(Color.quiet, in: RoundedRectangle(cornerRadius: 12))
            .accessibilityElement(children: .contain)
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
        if substances.count > 1 {
            Picker("start_substance", selection: chosen) {
                ForEach(substances) { Text($0.label).tag($0.id) }
            }
            .pickerStyle(.segmented)
        }
    }

    private var chosen: Binding<String> {
        .of({ substances.first { $0.chosen }?.id ?? "" }, tell: choose)
    }
}
