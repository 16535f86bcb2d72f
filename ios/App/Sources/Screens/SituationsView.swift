import KoersKit
import SwiftUI

/// The person's risk situations in the core's order, each with the reason for its place.
struct SituationsView: View {
    let model: Model
    @ObservedObject var situations: Shown<SituationsState, SituationsEvent>

    var body: some View {
        List {
            if situations.state.loading { Waiting() }
            SubstancePicker(substances: situations.state.substances) {
                situations.send(.substance($0))
            }
            if !situations.state.title.isEmpty {
                Text(situations.state.title).font(.title2).accessibilityAddTraits(.isHeader)
            }
            SituationsTold(situations: situations)
            if let empty = situations.state.empty { Text(empty) }
            if !situations.state.places.isEmpty, !situations.state.how.isEmpty {
                Text(situations.state.how).font(.footnote)
            }
            ForEach(situations.state.places) { item in
                Button {
                    model.navigator.go(Way(.why, about: item.id))
                } label: {
                    row(item)
                }
                .plainDeed()
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
        if !situations.state.suggestions.isEmpty {
            Section {
                Heading("perhaps_for_list")
                ForEach(situations.state.suggestions) { suggested($0) }
            }
        }
        ForEach(situations.state.sections, id: \.heading) { section in
            Section {
                Lines(section.lines)
            } header: {
                Text(section.heading).accessibilityAddTraits(.isHeader)
            }
        }
        Section {
            Heading("add_situation")
            OwnWords { situations.send(.add(words: $0)) }
        }
    }

    private func suggested(_ suggestion: Suggestion) -> some View {
        VStack(alignment: .leading, spacing: 8) {
            Text(suggestion.text)
            Flow {
                Button("put_on_list") { situations.send(.suggested(key: suggestion.key)) }.deed()
                Button("not_for_me") { situations.send(.notForMe(key: suggestion.key)) }.deed()
            }
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
                    .mainDeed()
                    Toggle("keep_on_top", isOn: pinned(why))
                    Button("take_off_list", role: .destructive) {
                        situations.send(.takeOff(id: situation))
                    }
                }
            }
        }
        .navigationTitle("why_title")
        .task(id: situation) {
            await situations.tell(.opened)
            await situations.tell(.why(id: situation))
        }
        .onDisappear {
            // Another one may be open in its place already.
            if situations.state.why?.item.id == situation { situations.send(.whyClosed) }
        }
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
