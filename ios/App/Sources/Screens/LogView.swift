import KoersKit
import SwiftUI

/// The ten-second log: craving, what was there, used or not; "more" opens the rest.
struct LogView: View {
    let model: Model
    @ObservedObject var log: Shown<LogState, LogEvent>
    let event: LogEvent
    @State private var asksReminders = false

    var body: some View {
        Form {
            if let receipt = log.state.receipt {
                ReceiptView(receipt: receipt, log: log, go: model.navigator.go) {
                    model.navigator.sheet = nil
                }
            } else {
                restored
                LogFields(log: log)
                if log.state.more != nil { MoreFields(log: log) }
                Section {
                    ProblemLine(log.state.problem)
                    save
                }
            }
        }
        .navigationTitle(Text(log.state.title))
        .navigationBarTitleDisplayMode(.inline)
        .toolbar { bar }
        .task { await log.tell(event) }
        .onChange(of: log.state.receipt?.askReminders ?? false) { if $0 { asksReminders = true } }
        .alert("remind_ask", isPresented: $asksReminders) {
            Button("remind_yes") { Task { await Phone.askToRemind(model.rooms.mirror) } }
            Button("not_now", role: .cancel) {}
        } message: {
            Text("remind_why")
        }
    }

    @ToolbarContentBuilder private var bar: some ToolbarContent {
        ToolbarItem(placement: .cancellationAction) {
            Button("close") { model.navigator.sheet = nil }
        }
        ToolbarItem(placement: .topBarTrailing) {
            Button("help_now") { model.navigator.sheet = .help }.fontWeight(.semibold)
        }
    }

    @ViewBuilder private var restored: some View {
        if log.state.restored {
            Section {
                Text("restored")
                Button("begin_anew", role: .destructive) { log.send(.discard) }
            }
        }
    }

    private var save: some View {
        Button {
            log.send(.save)
        } label: {
            Text(log.state.editing ? "save_change" : "save").frame(maxWidth: .infinity)
        }
        .mainDeed()
        .disabled(!log.state.canSave || log.state.busy)
    }
}

/// What every entry holds, on one screen.
private struct LogFields: View {
    @ObservedObject var log: Shown<LogState, LogEvent>

    var body: some View {
        Section {
            SubstancePicker(substances: log.state.substances) { log.send(.substance($0)) }
            Heading("how_strong")
            Scale(value: log.state.craving) { log.send(.craving($0)) }
            Flow(spacing: 16) {
                Text(verbatim: "0 = \(log.state.least)")
                Text(verbatim: "10 = \(log.state.most)")
            }
            .font(.caption)
            .foregroundStyle(Color.secondary)
            Flow {
                LocalChip(label: "dont_know_short", chosen: log.state.dontKnow) {
                    log.send(.dontKnow)
                }
                if let label = log.state.alcoholLabel {
                    Chip(label: label, chosen: log.state.alcohol) { log.send(.alcohol) }
                }
            }
        }
        Section {
            Heading("what_was_there")
            GroupedChips(log.state.situations) { log.send(.situation($0)) }
            if !log.state.allSituations {
                Button("all_situations") { log.send(.allSituations) }
            }
        }
        Section {
            Heading("used_ask")
            Flow {
                LocalChip(label: "no", chosen: log.state.used == false) { log.send(.used(false)) }
                LocalChip(label: "yes", chosen: log.state.used == true) { log.send(.used(true)) }
            }
            if log.state.used == true {
                AmountField(title: "amount", what: unit, text: log.state.amount) {
                    log.send(.amount($0))
                } step: {
                    log.send(.step(up: $0))
                }
                if log.state.units.count > 1 {
                    Chips(log.state.units) { log.send(.unit($0)) }
                }
            }
            Button("more") { log.send(.more) }
                .accessibilityValue(log.state.more == nil ? "closed" : "opened")
        }
    }

    /// What is counted in.
    private var unit: String {
        log.state.units.first { $0.chosen }?.label ?? log.state.units.first?.label ?? ""
    }
}

/// Thoughts, feelings, body, place, company, activity, a note, another time.
private struct MoreFields: View {
    @ObservedObject var log: Shown<LogState, LogEvent>

    var body: some View {
        if let more = log.state.more {
            AnotherTime(at: more.at, until: LocalText.end(more.until)) { log.send(.at(moment: $0)) }
            Section {
                Heading("note")
                WordsField(title: "note", text: more.note, lines: 3...8) { log.send(.note($0)) }
            }
            words("thoughts", .thoughts, more.thoughts)
            words("feelings", .feelings, more.feelings)
            words("body", .body, more.body)
            words("place", .place, more.place)
            words("company", .company, more.company)
            words("activity", .activity, more.activity)
        }
    }

    private func words(
        _ title: LocalizedStringKey, _ list: MoreList, _ choices: [Choice]
    ) -> some View {
        Section {
            DisclosureGroup {
                GroupedChips(choices) { log.send(.pick(list: list, id: $0)) }
                OwnWords { log.send(.ownWords(list: list, text: $0)) }
            } label: {
                Heading(title)
            }
        }
    }
}

/// A day and a time that lie behind, or now.
private struct AnotherTime: View {
    let at: String?
    /// The last moment that the calendar offers.
    let until: Date?
    let choose: (String?) -> Void

    var body: some View {
        Section {
            Heading("another_time")
            if let at {
                DatePicker(
                    "another_time", selection: moment(at), in: ...latest,
                    displayedComponents: LocalText.isDay(at) ? .date : [.date, .hourAndMinute])
                if LocalText.isDay(at) {
                    Button("what_time") { choose(LocalText.minute(date(at))) }
                }
                Button("back_to_now") { choose(nil) }
            } else {
                Text("now")
                Button("choose_day") { choose(LocalText.minute(Date())) }
            }
        }
    }

    private var latest: Date { min(until ?? Date(), Date()) }

    private func date(_ at: String) -> Date { min(LocalText.date(at) ?? latest, latest) }

    /// Only what the person chooses is told, and a whole day stays one until a time is asked for.
    private func moment(_ at: String) -> Binding<Date> {
        .of {
            date(at)
        } tell: {
            choose(LocalText.text($0, like: at))
        }
    }
}

/// What was noted, and what it gives back.
private struct ReceiptView: View {
    let receipt: LogReceipt
    @ObservedObject var log: Shown<LogState, LogEvent>
    let go: @MainActor (Way) -> Void
    let done: @MainActor () -> Void

    var body: some View {
        Section {
            Heading("noted")
            Lines(receipt.lines).announced(receipt.lines.joined(separator: " "))
            if receipt.plan == nil, let question = receipt.question { Text(question) }
            if receipt.canUndo { Button("undo") { log.send(.undo) } }
            ProblemLine(log.state.problem)
        }
        if let plan = receipt.plan {
            Section {
                if let question = receipt.question {
                    Text(question).font(.headline).accessibilityAddTraits(.isHeader)
                } else {
                    Heading("your_plan")
                }
                Button("take_plan") { go(plan) }.mainDeed()
            }
        }
        if let stay = receipt.stay {
            Section {
                Text(stay.title).font(.headline).accessibilityAddTraits(.isHeader)
                WaitTimer(minutes: stay.minutes)
                Steps(steps: stay.steps)
            }
        }
        if !receipt.call.isEmpty {
            Section {
                Heading("call_someone")
                Steps(steps: receipt.call, numbered: false)
            }
        }
        Section { Button("done", action: done).mainDeed() }
    }
}
