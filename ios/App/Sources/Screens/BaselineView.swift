import KoersKit
import SwiftUI

/// The week before the start, from the programme.
struct BaselineView: View {
    @ObservedObject var baseline: Shown<BaselineState, BaselineEvent>

    var body: some View {
        Form {
            ToldBox(baseline.state.told, undo: { baseline.send(.undo) }) {
                baseline.send(.dismissed)
            }
            SubstancePicker(substances: baseline.state.substances) {
                baseline.send(.substance($0))
            }
            BaselineForm(state: baseline.state) { baseline.send($0) }
            Button("save") { baseline.send(.save) }.mainDeed()
        }
        .navigationTitle("baseline")
        .asksBeforeLeaving(baseline, discard: .discard)
        .task { await baseline.tell(.opened) }
    }
}

/// Seven days, all at once or one by one; "don't know" is an empty field.
struct BaselineForm: View {
    let state: BaselineState
    let send: (BaselineEvent) -> Void
    @State private var everyDay = ""

    var body: some View {
        Section {
            if !state.title.isEmpty {
                Text(state.title).font(.headline).accessibilityAddTraits(.isHeader)
            }
            if state.units.count > 1 {
                Text("count_in")
                Chips(state.units) { send(.unit($0)) }
            }
        }
        Section {
            Heading("every_day")
            TextField("amount_a_day", text: $everyDay).keyboardType(.decimalPad)
            Button("fill_in") { send(.everyDay(everyDay)) }.deed().disabled(everyDay.isEmpty)
        }
        Section {
            Heading("day_by_day")
            Text("leave_open").font(.footnote)
            ForEach(Array(state.days.enumerated()), id: \.offset) { nth, day in
                VStack(alignment: .leading) {
                    Text(day.label)
                    AmountField(title: "amount", what: day.label, text: day.amount) {
                        send(.amount(day: nth, text: $0))
                    } step: {
                        send(.step(day: nth, up: $0))
                    }
                }
                .accessibilityElement(children: .contain)
                .accessibilityLabel(Text(day.label))
            }
        }
        usual
        ProblemLine(state.problem)
    }

    private var usual: some View {
        Section {
            Heading("usual_week")
            Flow {
                LocalChip(label: "yes", chosen: state.usualWeek == true) { send(.usualWeek(true)) }
                LocalChip(label: "no", chosen: state.usualWeek == false) { send(.usualWeek(false)) }
            }
            if state.usualWeek == false {
                WordsField(title: "usual_amount", text: state.usualAmount, isTitled: true) {
                    send(.usualAmount($0))
                }
                .keyboardType(.decimalPad)
            }
        }
    }
}
