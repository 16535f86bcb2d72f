import KoersKit
import SwiftUI

/// A period to be filled in: older open days, each with two answers, or left open.
struct FillInView: View {
    @ObservedObject var fillIn: Shown<FillInState, FillInEvent>
    let substance: String?

    private var state: FillInState { fillIn.state }

    var body: some View {
        Form {
            if state.loading { Waiting() }
            ToldBox(state.told, undo: { fillIn.send(.undo) }) { fillIn.send(.dismissed) }
            SubstancePicker(substances: state.substances) { fillIn.send(.substance($0)) }
            ProblemLine(state.problem)
            if let empty = state.empty { Text(empty) }
            if !state.days.isEmpty { days }
        }
        .navigationTitle(Text(state.title))
        .asksBeforeLeaving(fillIn, discard: .discard)
        .task { await fillIn.tell(.opened(substance: substance)) }
    }

    @ViewBuilder private var days: some View {
        Section {
            Text(state.explain)
            Button(state.restNotUsed) { fillIn.send(.restNotUsed) }.deed()
        }
        Section {
            ForEach(state.days) { row($0) }
        }
        Section {
            if let more = state.more { Text(more).font(.footnote) }
            Text(state.amount).font(.footnote)
            Button("save") { fillIn.send(.save) }.mainDeed()
        }
    }

    /// A day with its mark and two answers; a second tap leaves it open again.
    private func row(_ day: DayToFill) -> some View {
        VStack(alignment: .leading, spacing: 8) {
            HStack {
                Image(day.answer.symbol)
                    .foregroundStyle(Color.accentColor)
                    .accessibilityHidden(true)
                Text(day.label).font(.headline)
            }
            Flow {
                Chip(label: state.notUsed, chosen: day.answer == .notUsed) {
                    fillIn.send(.answer(day: day.day, used: false))
                }
                Chip(label: state.used, chosen: day.answer == .used) {
                    fillIn.send(.answer(day: day.day, used: true))
                }
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityLabel(Text(day.label))
    }
}
