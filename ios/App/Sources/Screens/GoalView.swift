import KoersKit
import SwiftUI

/// The goal and how the running week stands; choosing and changing it.
struct GoalView: View {
    @ObservedObject var goal: Shown<GoalState, GoalEvent>

    var body: some View {
        Form {
            if goal.state.loading { Waiting() }
            ToldBox(goal.state.told, undo: { goal.send(.undo) }) { goal.send(.dismissed) }
            SubstancePicker(substances: goal.state.substances) { goal.send(.substance($0)) }
            if let form = goal.state.form {
                GoalFields(form: form) { goal.send($0) }
                ProblemLine(goal.state.problem)
                Button("save_goal") { goal.send(.save) }.mainDeed().disabled(form.kind == nil)
                Button("cancel") { goal.send(.cancel) }
            } else if !goal.state.loading {
                ProblemLine(goal.state.problem)
                standing
            }
        }
        .navigationTitle("goal")
        .task { await goal.tell(.opened) }
    }

    @ViewBuilder private var standing: some View {
        Section {
            Heading("my_goal")
            if goal.state.lines.isEmpty { Text("goal_empty") }
            Lines(goal.state.lines)
            Button(goal.state.lines.isEmpty ? "choose_goal" : "change_goal") { goal.send(.change) }
                .mainDeed()
            if !goal.state.lines.isEmpty { Text("goal_may_change").font(.footnote) }
        }
        if let title = goal.state.weekTitle {
            Section {
                Text(title).font(.headline).accessibilityAddTraits(.isHeader)
                Lines(goal.state.weekLines)
            }
        }
    }
}

/// Kind, limits and pace; only what belongs to the kind.
private struct GoalFields: View {
    let form: GoalForm
    let send: (GoalEvent) -> Void

    var body: some View {
        Section {
            Heading("goal_ask")
            Flow {
                kind("goal_stop", .stop)
                kind("goal_reduce", .reduce)
                kind("goal_safer", .safer)
            }
        }
        if form.kind == .stop { StopFrom(day: form.stopDate) { send(.stopDate(day: $0)) } }
        if form.kind == .reduce {
            limits
            pace
        }
        if form.kind != nil {
            Section {
                Heading("goal_words")
                WordsField(title: "goal_words", text: form.words, lines: 2...5) {
                    send(.words($0))
                }
            }
        }
    }

    private func kind(_ label: LocalizedStringKey, _ choice: GoalChoice) -> some View {
        LocalChip(label: label, chosen: form.kind == choice) { send(.kind(choice)) }
    }

    private var limits: some View {
        Section {
            Heading("limits")
            Text("limits_more").font(.footnote)
            if form.units.count > 1 {
                Text("count_in")
                Chips(form.units) { send(.unit($0)) }
            }
            WordsField(title: "per_week", text: form.perWeek, isTitled: true) {
                send(.perWeek($0))
            }
            .keyboardType(.decimalPad)
            WordsField(title: "per_day", text: form.perDay, isTitled: true) { send(.perDay($0)) }
                .keyboardType(.decimalPad)
            if !form.weekdays.isEmpty {
                Text("only_on")
                Chips(form.weekdays) { send(.weekday($0)) }
            }
        }
    }

    private var pace: some View {
        Section {
            Heading("pace")
            Flow {
                LocalChip(label: "right_away", chosen: !form.stepByStep) {
                    send(.stepByStep(false))
                }
                LocalChip(label: "step_by_step", chosen: form.stepByStep) {
                    send(.stepByStep(true))
                }
            }
            if form.stepByStep {
                WordsField(title: "first_step", text: form.step, isTitled: true) {
                    send(.step($0))
                }
                .keyboardType(.decimalPad)
            }
        }
    }
}

/// The first day without, or "not yet".
private struct StopFrom: View {
    let day: String?
    let choose: (String?) -> Void

    var body: some View {
        Section {
            Heading("stop_from")
            Flow {
                LocalChip(label: "not_yet", chosen: day == nil) { choose(nil) }
                LocalChip(label: "choose_day", chosen: day != nil) {
                    choose(day ?? LocalText.day(Date()))
                }
            }
            if let day {
                DatePicker("choose_day", selection: date(day), displayedComponents: .date)
            }
        }
    }

    /// Only what the person chooses is told.
    private func date(_ day: String) -> Binding<Date> {
        .of {
            LocalText.date(day) ?? Date()
        } tell: {
            choose(LocalText.day($0))
        }
    }
}
