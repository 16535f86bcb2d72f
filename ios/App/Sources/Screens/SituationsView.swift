import KoersKit
import SwiftUI

/// The person's risk situations in the core's order, each with the reason for its place.
struct SituationsView: View {
    let model: Model
    @ObservedObject var situations: Shown<SituationsState, SituationsEvent>

    var body: some View {
        List {
            if situations.state.loading { ProgressView() }
            SubstancePicker(substances: situations.state.substances) {
                situations.send(.substance($0))
            }
            if let empty = situations.state.empty { Text(empty) }
            SituationsTold(situations: situations)
            ForEach(situations.state.places) { item in
                Button {
                    model.navigator.go(Way(.why, about: item.id))
                } label: {
                    row(item)
                }
                .buttonStyle(.plain)
            }
            more
        }
        .task { await situations.tell(.opened) }
    }

    private func row(_ item: SituationItem) -> some View {
        VStack(alignment: .leading, spacing: 4) {
            HStack {
                Text(item.place, format: .number).font(.headline)
                Text(item.label).font(.headline)
                Spacer()
                if item.pinned { Image(.pinned).accessibilityLabel("pinned") }
            }
            StrengthBar(item: item)
            Text(item.confidence).font(.footnote).foregroundStyle(Color.secondary)
            if let reason = item.reason { Text(reason).font(.footnote) }
            if item.hasPlan { Text("has_plan").font(.footnote) }
        }
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(.isButton)
    }

    @ViewBuilder private var more: some View {
        ForEach(situations.state.sections, id: \.heading) { section in
            Section {
                Lines(section.lines)
            } header: {
                Text(section.heading).accessibilityAddTraits(.isHeader)
            }
        }
        if !situations.state.suggestions.isEmpty {
            Section {
                Heading("perhaps_for_list")
                ForEach(situations.state.suggestions) { suggested($0) }
            }
        }
        Section {
            Heading("add_situation")
            OwnWords { situations.send(.add(words: $0)) }
            Text(situations.state.how).font(.footnote)
        }
    }

    private func suggested(_ suggestion: Suggestion) -> some View {
        VStack(alignment: .leading, spacing: 8) {
            Text(suggestion.text)
            HStack {
                Button("put_on_list") { situations.send(.suggested(key: suggestion.key)) }
                Button("not_for_me") { situations.send(.notForMe(key: suggestion.key)) }
            }
            .buttonStyle(.bordered)
        }
    }
}

/// What came of a change of the list.
private struct SituationsTold: View {
    @ObservedObject var situations: Shown<SituationsState, SituationsEvent>

    var body: some View {
        ToldBox(situations.state.told, undo: { situations.send(.undo) }) {
            situations.send(.dismissed)
        }
        ProblemLine(situations.state.problem)
    }
}

/// One situation looked at more closely: why it stands there, the own rating, its plan.
struct WhyView: View {
    let model: Model
    @ObservedObject var situations: Shown<SituationsState, SituationsEvent>
    let situation: String

    var body: some View {
        List {
            SituationsTold(situations: situations)
            if let why = situations.state.why {
                Section {
                    Text(why.item.label).font(.title2).accessibilityAddTraits(.isHeader)
                    StrengthBar(item: why.item)
                    Text(why.item.confidence)
                }
                Section {
                    Heading("why_here")
                    Lines(why.reasons)
                    if let chance = why.chance { Text(chance) }
                }
                HelpedSection(helped: why.helped, ask: why.ask) {
                    situations.send(.answered(answer: $0))
                }
                rating(why)
                Section {
                    Button(why.item.hasPlan ? "see_plan" : "make_plan") {
                        model.navigator.go(Way(.plan, about: situation))
                    }
                    Toggle("keep_on_top", isOn: pinned(why))
                    Button("take_off_list", role: .destructive) {
                        situations.send(.takeOff(id: situation))
                    }
                }
            }
        }
        .navigationTitle("why_title")
        .task {
            await situations.tell(.opened)
            await situations.tell(.why(id: situation))
        }
        .onDisappear { situations.send(.whyClosed) }
    }

    private func rating(_ why: SituationWhy) -> some View {
        Section {
            Heading("own_rating")
            Text("own_rating_ask")
            Scale(value: why.ownRating) { situations.send(.ownRating(id: situation, value: $0)) }
            LocalChip(label: "none_short", chosen: why.ownRating == nil) {
                situations.send(.ownRating(id: situation, value: nil))
            }
        }
    }

    private func pinned(_ why: SituationWhy) -> Binding<Bool> {
        .of {
            why.item.pinned
        } tell: {
            situations.send(.pin(id: situation, on: $0))
        }
    }
}
