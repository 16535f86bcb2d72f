import KoersKit
import SwiftUI

/// How each week went, in the core's sentences.
struct InsightView: View {
    let model: Model
    @ObservedObject var insight: Shown<InsightState, InsightEvent>

    var body: some View {
        List {
            if insight.state.loading { Waiting() }
            SubstancePicker(substances: insight.state.substances) { insight.send(.substance($0)) }
            ProblemLine(insight.state.problem)
            if !insight.state.lines.isEmpty { Section { Lines(insight.state.lines) } }
            Section {
                Heading("your_weeks")
                if !insight.state.loading, insight.state.weeks.isEmpty { Text("weeks_empty") }
            }
            ForEach(insight.state.weeks, id: \.title) { week in
                Section {
                    Text(week.title).font(.headline).accessibilityAddTraits(.isHeader)
                    Text(week.verdict)
                    Lines(week.sentences)
                    Text(week.coverage).font(.footnote).foregroundStyle(Color.secondary)
                }
            }
            Button("diary") { model.navigator.go(Way(.diary)) }
        }
        .task { await insight.tell(.opened) }
    }
}

/// The steps of the intake, with the way to those that the app has; and the goal.
struct ProgrammeView: View {
    let model: Model
    @ObservedObject var intake: Shown<IntakeState, IntakeEvent>

    var body: some View {
        List {
            if intake.state.loading { Waiting() }
            ProblemLine(intake.state.problem)
            Section {
                Heading("your_course")
                if let welcome = intake.state.welcome { Text(welcome) }
                ForEach(intake.state.steps, id: \.count) { step($0) }
                Text(intake.state.done ?? intake.state.paused)
            }
            Section {
                Button("my_goal") { model.navigator.go(Way(.goal)) }
                Button("baseline") { model.navigator.go(Way(.baseline)) }
            }
        }
        .task { await intake.tell(.opened) }
    }

    /// A step with a mark for how it stands; the whole row leads there, where there is a way.
    @ViewBuilder private func step(_ item: IntakeItem) -> some View {
        if let way = item.way {
            Button {
                model.navigator.go(way)
            } label: {
                face(item)
            }
            .plainDeed()
        } else {
            face(item)
        }
    }

    private func standing(_ item: IntakeItem) -> LocalizedStringKey {
        if item.done { return "step_done" }
        return item.way == nil ? "step_later" : "step_open"
    }

    private func face(_ item: IntakeItem) -> some View {
        HStack {
            Image(item.done ? .notUsed : .unknown)
                .foregroundStyle(Color.accentColor)
                .accessibilityHidden(true)
            VStack(alignment: .leading, spacing: 4) {
                Text(item.count).font(.caption)
                Text(item.title)
                Text(standing(item)).font(.footnote)
                if item.way != nil, item.openFor.count > 1 {
                    ForEach(item.openFor, id: \.self) { Text($0).font(.footnote) }
                }
            }
        }
        .frame(maxWidth: .infinity, alignment: .leading)
        .accessibilityElement(children: .combine)
    }
}
