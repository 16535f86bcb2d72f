import KoersKit
import SwiftUI

/// The first screen: help at once, or begin.
struct WelcomeView: View {
    let model: Model
    @ObservedObject var door: Shown<DoorState, DoorEvent>
    @ObservedObject var start: Shown<StartState, StartEvent>
    @State private var begins = false

    var body: some View {
        NavigationStack {
            ScrollView {
                VStack(alignment: .leading, spacing: 24) {
                    Text("welcome_title").font(.largeTitle).accessibilityAddTraits(.isHeader)
                    Text("welcome_1")
                    Text("welcome_2")
                    Button {
                        model.navigator.sheet = .help
                    } label: {
                        Text("welcome_help").frame(maxWidth: .infinity)
                    }
                    .deed()
                    Button {
                        begins = true
                    } label: {
                        Text("welcome_begin").frame(maxWidth: .infinity)
                    }
                    .mainDeed()
                    RestoreButton(title: "welcome_restore") { place, typed, code in
                        door.send(.restoreFrom(place: place, typed: typed, code: code))
                    }
                    if door.state.busy { ProgressView("busy_restore") }
                    ProblemLine(door.state.problem)
                }
                .padding()
            }
            .navigationDestination(isPresented: $begins) {
                StartView(model: model, start: start)
            }
        }
        .onChange(of: start.state.done) { if $0 { finish() } }
    }

    /// The way leads to the first entry.
    private func finish() {
        Task {
            await door.tell(.made)
            model.navigator.sheet = .log(day: nil)
        }
    }
}

/// The three-minute start, one short step a screen.
struct StartView: View {
    let model: Model
    @ObservedObject var start: Shown<StartState, StartEvent>

    var body: some View {
        Form {
            Section {
                Text("step_of \(start.state.number) \(start.state.of)")
                    .foregroundStyle(Color.secondary)
            }
            step
            if start.state.busy { ProgressView("busy_key") }
            ProblemLine(start.state.problem)
        }
        .navigationTitle("welcome_title")
        .toolbar { HelpBar(navigator: model.navigator) }
        .disabled(start.state.busy)
        .task { await start.tell(.opened) }
    }

    @ViewBuilder private var step: some View {
        switch start.state.step {
        case .language:
            Section("start_language") {
                Chips(start.state.languages) { start.send(.language($0)) }
            }
            next.disabled(!start.state.languages.contains { $0.chosen })
        case .substance:
            Section("start_substance") {
                Text("start_substance_more").font(.footnote)
                Chips(start.state.substances) { start.send(.substance($0)) }
            }
            next.disabled(!start.state.substances.contains { $0.chosen })
            back
        case .nickname:
            Section("start_nickname") {
                WordsField(title: "nickname", text: start.state.nickname) {
                    start.send(.nickname($0))
                }
                Text("start_nickname_more").font(.footnote)
            }
            next
            Button("skip") { start.send(.skip) }
            back
        case .lock:
            LockStep(start: start)
            back
        case .baseline: week
        }
    }

    private var next: some View {
        Button(start.state.number == start.state.of ? "start_finish" : "onward") {
            start.send(.next)
        }
        .mainDeed()
    }

    /// One step back; the way out of the start stands on top.
    private var back: some View { Button("back") { start.send(.back) } }

    @ViewBuilder private var week: some View {
        if let welcome = start.state.welcome { Text(welcome) }
        BaselineForm(state: start.state.baseline) { start.send(.baseline($0)) }
        next
        Button("skip") { start.send(.skip) }
    }
}

/// Behind the lock of the phone, or a passphrase now.
private struct LockStep: View {
    @ObservedObject var start: Shown<StartState, StartEvent>

    var body: some View {
        Section("start_lock") {
            Text("start_lock_more")
            if start.state.deviceCan {
                Button("start_lock_device") { start.send(.lockWithDevice) }.mainDeed()
            }
        }
        Section("start_lock_passphrase") {
            SecretField(title: "passphrase", isNew: true, deed: "use_passphrase") {
                start.send(.lockWithPassphrase($0))
            }
            Text("passphrase_lost").font(.footnote)
        }
    }
}
