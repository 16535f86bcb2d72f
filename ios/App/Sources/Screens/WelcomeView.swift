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
                    .buttonStyle(.bordered)
                    Button {
                        begins = true
                    } label: {
                        Text("welcome_begin").frame(maxWidth: .infinity)
                    }
                    .buttonStyle(.borderedProminent)
                    RestoreButton(title: "welcome_restore") { place, typed, code in
                        door.send(.restoreFrom(place: place, typed: typed, code: code))
                    }
                    if door.state.busy { ProgressView("busy_restore") }
                    ProblemLine(door.state.problem)
                }
                .controlSize(.large)
                .padding()
            }
            .navigationDestination(isPresented: $begins) { StartView(start: start) }
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
        .toolbar {
            ToolbarItem(placement: .topBarTrailing) {
                if start.state.step != .language, start.state.step != .baseline {
                    Button("back") { start.send(.back) }
                }
            }
        }
        .disabled(start.state.busy)
        .task { await start.tell(.opened) }
    }

    @ViewBuilder private var step: some View {
        switch start.state.step {
        case .language:
            Section("start_language") {
                Chips(start.state.languages) { start.send(.language($0)) }
            }
            next
        case .substance:
            Section("start_substance") {
                Chips(start.state.substances) { start.send(.substance($0)) }
            }
            next.disabled(!start.state.substances.contains { $0.chosen })
        case .nickname:
            Section("start_nickname") {
                WordsField(title: "nickname", text: start.state.nickname) {
                    start.send(.nickname($0))
                }
            }
            next
            Button("skip") { start.send(.skip) }
        case .lock: LockStep(start: start)
        case .baseline: week
        }
    }

    private var next: some View {
        Button("onward") { start.send(.next) }.buttonStyle(.borderedProminent)
    }

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
                Button("start_lock_device") { start.send(.lockWithDevice) }
                    .buttonStyle(.borderedProminent)
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
