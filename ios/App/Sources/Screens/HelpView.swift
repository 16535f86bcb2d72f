import KoersKit
import SwiftUI

/// Help now: three large choices, and whom to call. Works without a vault.
struct HelpView: View {
    @ObservedObject var help: Shown<HelpState, HelpEvent>
    @Environment(\.dismiss) private var dismiss

    var body: some View {
        List {
            ProblemLine(help.state.problem)
            if let item = chosen { HelpSteps(item: item, state: help.state) } else { choices }
            people
        }
        .navigationTitle(help.state.title.isEmpty ? Text("help_now") : Text(help.state.title))
        .toolbar {
            ToolbarItem(placement: .cancellationAction) {
                if help.state.chosen == nil {
                    Button("close") { dismiss() }
                } else {
                    Button("back") { help.send(.back) }
                }
            }
        }
        .task { await help.tell(.opened) }
        .onDisappear { help.send(.back) }
    }

    private var chosen: HelpItem? { help.state.choices.first { $0.kind == help.state.chosen } }

    private var choices: some View {
        Section {
            Text(help.state.question).font(.title2).accessibilityAddTraits(.isHeader)
            ForEach(help.state.choices, id: \.title) { item in
                Button {
                    help.send(.chosen(item.kind))
                } label: {
                    Text(item.title).font(.title3).frame(maxWidth: .infinity, minHeight: 64)
                }
                .deed()
            }
        }
    }

    @ViewBuilder private var people: some View {
        if !help.state.people.isEmpty {
            Section {
                Heading("own_people")
                Steps(steps: help.state.people, numbered: false)
            }
        }
        if !help.state.lines.isEmpty {
            Section {
                Heading("people_who_listen")
                ForEach(help.state.lines, id: \.name) { HelpLineRow(line: $0) }
            }
        }
    }
}

/// The steps of one choice. Where something is wrong, the emergency number and the signs come first.
private struct HelpSteps: View {
    let item: HelpItem
    let state: HelpState

    var body: some View {
        Section {
            Text(item.title).font(.title2).accessibilityAddTraits(.isHeader)
            if let minutes = item.waitMinutes { WaitTimer(minutes: minutes) }
            if item.kind == .somethingWrong, let line = state.lines.first {
                Call(line: line).font(.title2).mainDeed()
            }
        }
        if item.kind == .somethingWrong { signs }
        Section {
            if item.kind == .haveUsed, state.ownPlan {
                Lines(item.steps)
                Heading("own_plan")
            } else {
                Steps(steps: item.steps)
            }
            ForEach(item.parts, id: \.title) { part in
                Text(part.title).font(.subheadline).accessibilityAddTraits(.isHeader)
                Lines(part.lines)
            }
        }
        if item.kind != .somethingWrong { signs }
    }

    @ViewBuilder private var signs: some View {
        if !item.signs.isEmpty {
            Section {
                Heading("signs")
                Steps(steps: item.signs, numbered: false)
            }
        }
    }
}

/// One tap dials; the calling is the person's.
private struct Call: View {
    let line: HelpLine

    var body: some View {
        if let place {
            Link(destination: place) {
                Label("call_number \(line.name) \(line.number)", .call).frame(minHeight: 44)
            }
        }
    }

    private var place: URL? {
        let number = line.number.filter { $0.isNumber || $0 == Character("+") }
        return number.isEmpty ? nil : PhoneNumber.url(number)
    }
}

/// Who listens, and when that was checked.
private struct HelpLineRow: View {
    let line: HelpLine

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Call(line: line)
            if !line.web.isEmpty { Text(line.web).font(.footnote) }
            Text(line.checked).font(.footnote).foregroundStyle(Color.secondary)
        }
    }
}
