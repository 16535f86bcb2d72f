import KoersKit
import SwiftUI

/// The prevention plan for one situation, field by field.
struct PlanView: View {
    @ObservedObject var plan: Shown<PlanState, PlanEvent>
    let situation: String
    @State private var note = ""

    var body: some View {
        Form {
            ToldBox(plan.state.told, undo: { tell(.undo) }) { plan.send(.dismissed) }
            ProblemLine(plan.state.problem)
            if let none = plan.state.none { Text(none) }
            helped
            ForEach(plan.state.fields) { field in
                Section {
                    Text(field.title).font(.headline).accessibilityAddTraits(.isHeader)
                    Text(field.ask).font(.subheadline)
                    PlanFieldView(plan: plan, field: field, tell: tell)
                    PlanOffers(suggestions: field.suggestions) {
                        tell(.takeOver(field: field.field, text: $0))
                    }
                }
            }
            Section {
                Button("save_plan") { tell(.save) }
                    .mainDeed()
                    .disabled(!plan.state.changed)
            }
        }
        .navigationTitle(Text(plan.state.title))
        .asksBeforeLeaving(plan, discard: .discard)
        .task { await plan.tell(.opened(situation: situation)) }
    }

    /// Lines may go, or change places: who types on then must not go on in another one.
    private func tell(_ event: PlanEvent) {
        Keyboard.putAway()
        plan.send(event)
    }

    /// What the person would change goes with the answer.
    @ViewBuilder private var helped: some View {
        HelpedSection(helped: plan.state.helped, ask: plan.state.ask) {
            plan.send(.answered(answer: $0, note: note))
            note = ""
        }
        if plan.state.ask != nil {
            Section { TextField("note", text: $note, axis: .vertical).privacySensitive() }
        }
    }
}

/// One field: lines with buttons up and down, a text, an answer or a rating.
private struct PlanFieldView: View {
    @ObservedObject var plan: Shown<PlanState, PlanEvent>
    let field: PlanFieldState
    /// For what may move a line.
    let tell: @MainActor (PlanEvent) -> Void

    var body: some View {
        switch field.kind {
        case .lines:
            ForEach(Array(field.lines.enumerated()), id: \.offset) { index, line in
                row(index, line)
            }
            OwnWords { plan.send(.addLine(field: field.field, text: $0)) }
        case .text:
            WordsField(title: "own_words", text: field.lines.first ?? "", lines: 1...5) {
                plan.send(.line(field: field.field, index: 0, text: $0))
            }
        case .choice:
            Flow {
                answer("yes", .yes)
                answer("partly", .partly)
                answer("no", .no)
            }
        case .rating:
            Scale(value: plan.state.confidence) { plan.send(.confidence($0)) }
        }
    }

    private func answer(_ label: LocalizedStringKey, _ answer: Answer) -> some View {
        LocalChip(label: label, chosen: plan.state.avoidable == answer) {
            plan.send(.avoidable(answer))
        }
    }

    private func row(_ index: Int, _ line: String) -> some View {
        HStack {
            WordsField(title: "own_words", text: line, lines: 1...5) {
                plan.send(.line(field: field.field, index: index, text: $0))
            }
            Button {
                tell(.move(field: field.field, index: index, up: true))
            } label: {
                Image(.up).target()
            }
            .accessibilityLabel("move_up \(line)")
            .disabled(index == 0)
            Button {
                tell(.move(field: field.field, index: index, up: false))
            } label: {
                Image(.down).target()
            }
            .accessibilityLabel("move_down \(line)")
            .disabled(index == field.lines.count - 1)
            Button(role: .destructive) {
                tell(.removeLine(field: field.field, index: index))
            } label: {
                Image(.remove).target()
            }
            .accessibilityLabel("remove_what \(line)")
        }
        .buttonStyle(.borderless)
    }
}

/// What can be taken over, each part under where it comes from.
private struct PlanOffers: View {
    let suggestions: [PlanSuggestion]
    let take: (String) -> Void

    var body: some View {
        ForEach(suggestions, id: \.title) { part in
            VStack(alignment: .leading, spacing: 8) {
                Text(part.title).font(.subheadline).accessibilityAddTraits(.isHeader)
                Flow {
                    ForEach(part.lines, id: \.self) { line in
                        Chip(label: line, chosen: false) { take(line) }
                            .accessibilityHint("take_over")
                    }
                }
            }
        }
    }
}
