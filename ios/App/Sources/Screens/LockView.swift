import KoersKit
import SwiftUI

/// Locked: how it opens, and help for anybody. Nothing else of the person is on it.
struct LockView: View {
    @ObservedObject var door: Shown<DoorState, DoorEvent>
    let navigator: Navigator

    var body: some View {
        NavigationStack {
            Form {
                if door.state.salvaging { Text("salvaging") }
                if door.state.deviceLost { Text("device_lost") }
                if door.state.device {
                    Button {
                        door.send(.device)
                    } label: {
                        Label("open_device", .device).frame(maxWidth: .infinity)
                    }
                    .mainDeed()
                }
                if door.state.passphrase {
                    Section("passphrase") {
                        SecretField(title: "passphrase", deed: "open") {
                            door.send(.passphrase($0))
                        }
                    }
                }
                if door.state.recoveryCode {
                    Section("recovery_code") {
                        SecretField(title: "recovery_code", isCode: true, deed: "open") {
                            door.send(.recoveryCode($0))
                        }
                    }
                }
                if door.state.busy { ProgressView("busy_key") }
                ProblemLine(door.state.problem)
            }
            .disabled(door.state.busy)
            .navigationTitle("locked")
            .toolbar { HelpBar(navigator: navigator) }
        }
    }
}

/// Help now, where there are no settings.
struct HelpBar: ToolbarContent {
    let navigator: Navigator

    var body: some ToolbarContent {
        ToolbarItem(placement: .topBarTrailing) {
            Button("help_now") { navigator.sheet = .help }.fontWeight(.semibold)
        }
    }
}

/// A vault that does not open for another reason than its key, with the ways out.
struct TroubleView: View {
    @ObservedObject var door: Shown<DoorState, DoorEvent>
    let navigator: Navigator

    var body: some View {
        NavigationStack {
            Form {
                if let trouble = door.state.trouble {
                    Text(trouble.text)
                    ForEach(trouble.waysOut, id: \.self) { wayOut($0) }
                }
                if door.state.busy { ProgressView("busy_restore") }
                ProblemLine(door.state.problem)
            }
            .disabled(door.state.busy)
            .navigationTitle(title)
            .toolbar { HelpBar(navigator: navigator) }
            .confirmationDialog("start_over_ask", isPresented: asks, titleVisibility: .visible) {
                Button("out_start_over", role: .destructive) { door.send(.yes) }
                Button("cancel", role: .cancel) { door.send(.no) }
            } message: {
                Text("start_over_more")
            }
        }
    }

    private var title: LocalizedStringKey {
        switch door.state.trouble?.kind {
        case .inUse: "trouble_in_use"
        case .damaged: "trouble_damaged"
        case .newer: "trouble_newer"
        case .storageFull: "trouble_full"
        case .notAVault: "trouble_not_a_vault"
        case .libraryMisfit: "trouble_misfit"
        case .keysGone: "trouble_keys_gone"
        case .uncertain, .other, nil: "trouble_other"
        }
    }

    private var asks: Binding<Bool> {
        .asks({ door.state.asking }, no: { door.send(.no) })
    }

    @ViewBuilder private func wayOut(_ way: WayOut) -> some View {
        switch way {
        case .tryAgain: Button("out_again") { door.send(.out(.tryAgain)) }
        case .salvage: Button("out_salvage") { door.send(.out(.salvage)) }
        case .restore:
            RestoreButton(title: "out_restore") { place, typed, code in
                door.send(.restoreFrom(place: place, typed: typed, code: code))
            }
        case .update: Text("out_update")
        case .makeRoom: Text("out_room")
        case .help: Button("help_now") { navigator.sheet = .help }
        case .startOver:
            Button("out_start_over", role: .destructive) { door.send(.out(.startOver)) }
        }
    }
}
