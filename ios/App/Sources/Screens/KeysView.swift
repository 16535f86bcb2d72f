import KoersKit
import SwiftUI
import UniformTypeIdentifiers

/// Which keys open the vault: the lock of the phone, a passphrase, a code on paper.
struct KeysView: View {
    @ObservedObject var settings: Shown<SettingsState, SettingsEvent>

    private var keys: KeysState { settings.state.keys }

    var body: some View {
        Form {
            Text("keys_more")
            ProblemLine(settings.state.problem)
            if let busy = settings.state.busy { BusyLine(busy: busy) }
            device
            passphrase
            code
        }
        .navigationTitle("settings_keys")
    }

    private var device: some View {
        Section {
            Heading("key_device")
            Text(keys.device ? "key_there" : "key_not_there")
            Text("key_device_more").font(.footnote)
            if keys.device {
                Button("turn_off") { settings.send(.removeDevice) }
            } else if keys.deviceCan {
                Button("turn_on") { settings.send(.useDevice) }
            } else {
                Text("device_cannot")
            }
        }
    }

    private var passphrase: some View {
        Section {
            Heading("passphrase")
            Text(keys.passphrase ? "key_there" : "key_not_there")
            Text("key_passphrase_more").font(.footnote)
            if keys.passphraseSet { Text("passphrase_set") }
            NewPassphrase(asksOld: keys.passphrase) { old, new in
                settings.send(.setPassphrase(old: old, new: new))
            }
            Text("passphrase_lost").font(.footnote)
        }
    }

    private var code: some View {
        Section {
            Heading("recovery_code")
            Text(keys.recoveryCode ? "key_there" : "key_not_there")
            Text("key_code_more").font(.footnote)
            if keys.newCode.isEmpty {
                Button(keys.recoveryCode ? "new_code" : "make_code") { settings.send(.newCode) }
            } else {
                Text("code_more")
                ForEach(keys.newCode, id: \.self) { Text($0).font(.title3).monospaced() }
                Button("code_written") { settings.send(.codeWritten) }.mainDeed()
            }
        }
    }
}

/// A first passphrase, or another with the one until now.
private struct NewPassphrase: View {
    let asksOld: Bool
    let set: (_ old: Data?, _ new: Data) -> Void
    @State private var old = ""

    var body: some View {
        if asksOld {
            SecureField("old_passphrase", text: $old).textContentType(.password)
        }
        SecretField(
            title: "new_passphrase", isNew: true,
            deed: asksOld ? "change_passphrase" : "set_passphrase"
        ) {
            set(asksOld ? Data(old.utf8) : nil, $0)
            old = ""
        }
    }
}

/// A backup to a folder of the person's choice, and back.
struct BackupView: View {
    @ObservedObject var settings: Shown<SettingsState, SettingsEvent>
    @State private var picks = false

    var body: some View {
        Form {
            ProblemLine(settings.state.problem)
            if let busy = settings.state.busy { BusyLine(busy: busy) }
            Section {
                Heading("back_up_title")
                Text("back_up_more")
                backUp
                Lines(settings.state.backup.lines)
            }
            Section {
                Heading("restore_title")
                Text("restore_more")
                RestoreButton(title: "choose_file") { place, typed, code in
                    settings.send(.restoreFrom(place: place, typed: typed, code: code))
                }
            }
        }
        .navigationTitle("settings_backup")
        .fileImporter(isPresented: $picks, allowedContentTypes: [.folder]) { result in
            if case .success(let folder) = result {
                settings.send(.backUpTo(place: PickedFiles.keep(folder)))
            }
        }
    }

    @ViewBuilder private var backUp: some View {
        if !settings.state.keys.passphrase {
            Text("back_up_no_passphrase")
        } else if settings.state.backup.needsPassphrase {
            Text("back_up_passphrase")
            SecretField(title: "passphrase", deed: "give_passphrase") {
                settings.send(.backupKey($0))
            }
        } else {
            Button("back_up") { picks = true }.mainDeed()
        }
    }
}
