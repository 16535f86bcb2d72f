import KoersKit
import SwiftUI

/// The prevention plan for one situation, field by field.
struct PlanView: View {
    @ObservedObject var plan: Shown<PlanState, PlanEvent>
    let situation: String
    @State private var note = ""

    var body: some View {
        Form {
            ToldBox(plan.state.told, undo: { plan.send(.undo) }) { plan.send(.dismissed) }
            ProblemLine(plan.state.problem)
            if let none = plan.state.none { Text(none) }
            ForEach(plan.state.fields) { field in
                Section {
                    Text(field.title).font(.headline).accessibilityAddTraits(.isHeader)
                    Text(field.ask).font(.subheadline)
                    PlanFieldView(plan: plan, field: field)
                }
            }
            Section {
                Button("save_plan") { plan.send(.save) }
                    .mainDeed()
                    .disabled(!plan.state.changed)
            }
            if plan.state.none == nil { helped }
        }
        .navigationTitle(Text(plan.state.title))
        .task { await plan.tell(.opened(situation: situation)) }
    }

    private var helped: some View {
        Section {
            Heading("did_it_help")
            TextField("note", text: $note, axis: .vertical).privacySensitive()
            Flow {
                Button("yes") { plan.send(.helped(answer: .yes, note: note)) }.deed()
                Button("a_little") { plan.send(.helped(answer: .partly, note: note)) }.deed()
                Button("no") { plan.send(.helped(answer: .no, note: note)) }.deed()
            }
        }
    }
}

/// One field: lines with buttons up and down, a text, an answer or a rating.
private struct PlanFieldView: View {
    @ObservedObject var plan: Shown<PlanState, PlanEvent>
    let field: PlanFieldState

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
                plan.send(.move(field: field.field, index: index, up: true))
            } label: {
                Image(.up).target()
            }
            .accessibilityLabel("move_up \(line)")
            .disabled(index == 0)
            Button {
                plan.send(.move(field: field.field, index: index, up: false))
            } label: {
                Image(.down).target()
            }
            .accessibilityLabel("move_down \(line)")
            .disabled(index == field.lines.count - 1)
            Button(role: .destructive) {
                plan.send(.removeLine(field: field.field, index: index))
            } label: {
                Image(.remove).target()
            }
            .accessibilityLabel("remove_what \(line)")
        }
        .buttonStyle(.borderless)
    }
}
