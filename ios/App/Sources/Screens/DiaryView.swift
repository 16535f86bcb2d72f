import KoersKit
import SwiftUI

/// What was noted, by day; changing and deleting, with undo.
struct DiaryView: View {
    let model: Model
    @ObservedObject var diary: Shown<DiaryState, DiaryEvent>

    var body: some View {
        List {
            if diary.state.loading { Waiting() }
            if !diary.state.loading, diary.state.days.isEmpty { Text("diary_empty") }
            ToldBox(diary.state.told, undo: { diary.send(.undo) }) { diary.send(.dismissed) }
            ProblemLine(diary.state.problem)
            ForEach(diary.state.days) { day in
                Section {
                    ForEach(day.entries) { row($0) }
                } header: {
                    Text(day.dayText).accessibilityAddTraits(.isHeader)
                }
            }
            if diary.state.more { Button("show_earlier") { diary.send(.more) } }
        }
        .navigationTitle("diary")
        .task { await diary.tell(.opened) }
        .confirmationDialog("delete_ask", isPresented: asks, titleVisibility: .visible) {
            Button("delete", role: .destructive) { diary.send(.deleteYes) }
            Button("keep", role: .cancel) { diary.send(.deleteNo) }
        } message: {
            Text(asked.joined(separator: " "))
        }
    }

    private var asks: Binding<Bool> {
        .asks({ diary.state.asking != nil }, no: { diary.send(.deleteNo) })
    }

    /// The entry that is about to be deleted, in its words.
    private var asked: [String] {
        guard let item = diary.state.asking else { return [] }
        return ([item.timeText] + item.lines).filter { !$0.isEmpty }
    }

    /// What was noted, and in view what can be done with it: nobody has to know of a swipe.
    private func row(_ item: DiaryItem) -> some View {
        VStack(alignment: .leading, spacing: 8) {
            said(item)
            Flow {
                if item.canEdit {
                    Button("change") { model.navigator.sheet = .edit(id: item.id) }.deed()
                }
                Button(role: .destructive) {
                    diary.send(.delete(id: item.id))
                } label: {
                    Image(.remove)
                }
                .deed()
                .accessibilityLabel(deleting(item))
            }
        }
    }

    private func deleting(_ item: DiaryItem) -> LocalizedStringKey {
        let what = item.timeText.isEmpty ? item.lines.first ?? "" : item.timeText
        return "delete_what \(what)"
    }

    private func said(_ item: DiaryItem) -> some View {
        VStack(alignment: .leading, spacing: 4) {
            Flow {
                if !item.timeText.isEmpty { Text(item.timeText).font(.headline) }
                if item.recalled { Text("recalled").font(.caption) }
                if let craving = item.craving { Text("craving_is \(craving)").font(.caption) }
            }
            Lines(item.lines).privacySensitive()
        }
        .accessibilityElement(children: .combine)
    }
}
