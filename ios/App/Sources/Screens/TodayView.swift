import KoersKit
import SwiftUI

/// Today: what waits, the week, and at most three suggestions.
struct TodayView: View {
    let model: Model
    @ObservedObject var today: Shown<TodayState, TodayEvent>

    var body: some View {
        List {
            if today.state.loading { Waiting() }
            if !today.state.title.isEmpty {
                Text(today.state.title).font(.title2).accessibilityAddTraits(.isHeader)
            }
            SubstancePicker(substances: today.state.substances) { today.send(.substance($0)) }
            if !today.state.safety.isEmpty {
                Section {
                    Lines(today.state.safety)
                    Button("help_now") { model.navigator.sheet = .help }
                }
            }
            told
            open
            week
            suggestions
            Section {
                Button("diary") { model.navigator.go(Way(.diary)) }
            }
        }
        .task { await today.tell(.opened) }
    }

    @ViewBuilder private var told: some View {
        if today.state.told != nil || today.state.problem != nil {
            Section {
                ToldBox(today.state.told, undo: { today.send(.undo) }) { today.send(.dismissed) }
                ProblemLine(today.state.problem)
            }
        }
    }

    @ViewBuilder private var open: some View {
        ForEach(today.state.confirm) { day in
            Section {
                Text(day.question)
                Flow {
                    Button("stayed_so") { today.send(.confirm(day: day.day)) }.deed()
                    Button("not_so") { model.navigator.go(Way(.log, about: day.day)) }.deed()
                }
            }
        }
        if let day = today.state.openDay { yesterday(day) }
        if today.state.canClose {
            Section {
                Button {
                    today.send(.closeToday)
                } label: {
                    Label("nothing_so_far", .notUsed)
                }
            }
        }
        if let gaps = today.state.gaps { olderDays(gaps) }
    }

    /// Yesterday, while it is open: closed in one tap, or noted first.
    private func yesterday(_ day: OpenDay) -> some View {
        Section {
            Text(day.text)
            Flow {
                Button(day.close) { today.send(.closeOpenDay) }.deed()
                Button(day.log) { model.navigator.go(Way(.log, about: day.day)) }.deed()
            }
        }
    }

    /// Older open days in one line, to be left or to be filled in.
    private func olderDays(_ gaps: Gaps) -> some View {
        Section {
            Text(gaps.line)
            Flow {
                Button(gaps.goOn) { today.send(.goOn) }.deed()
                Button(gaps.fillIn) {
                    let substance = today.state.substances.first { $0.chosen }?.id
                    model.navigator.go(Way(.fillIn, about: substance))
                }
                .deed()
            }
        }
    }

    private var week: some View {
        Section("this_week") {
            if !today.state.strip.isEmpty { WeekStrip(days: today.state.strip) }
            Text(today.state.stripText)
            if let without = today.state.without { Text(without) }
        }
    }

    @ViewBuilder private var suggestions: some View {
        if let ask = today.state.keysAsk {
            Section {
                Text(ask)
                Button("keys_set_up") { model.navigator.go(Way(.keys)) }
            }
        }
        if let empty = today.state.empty { Section { Text(empty) } }
        if !today.state.suggestions.isEmpty { Heading("suggestions") }
        ForEach(today.state.suggestions) { suggestion in
            Section {
                SuggestionRow(suggestion: suggestion, go: model.navigator.go) {
                    today.send(.notForMe(key: suggestion.key))
                }
            }
        }
    }
}

/// A suggestion with its reason, the way to it, and "not for me".
struct SuggestionRow: View {
    let suggestion: Suggestion
    let go: @MainActor (Way) -> Void
    let notForMe: @MainActor () -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Text(suggestion.text)
            if let reason = suggestion.reason {
                Text(reason).font(.footnote).foregroundStyle(Color.secondary)
            }
            Flow {
                if let way = suggestion.way { Button("look") { go(way) }.deed() }
                Button("not_for_me", action: notForMe).deed()
            }
        }
    }
}
