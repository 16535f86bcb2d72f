import KoersKit
import SwiftUI

/// Settings: who and in what language, reminders, lock and keys, backup, and erasing everything.
struct SettingsView: View {
    @ObservedObject var settings: Shown<SettingsState, SettingsEvent>
    let lockNow: @MainActor () -> Void
    @Environment(\.dismiss) private var dismiss

    var body: some View {
        Form {
            ToldBox(settings.state.told) { settings.send(.dismissed) }
            ProblemLine(settings.state.problem)
            if let busy = settings.state.busy { BusyLine(busy: busy) }
            person
            NavigationLink("settings_reminders") { RemindersView(settings: settings) }
            lock
            NavigationLink("settings_keys") { KeysView(settings: settings) }
            NavigationLink("settings_backup") { BackupView(settings: settings) }
            erase
        }
        .disabled(settings.state.busy != nil)
        .navigationTitle("settings")
        .toolbar {
            ToolbarItem(placement: .cancellationAction) { Button("close") { dismiss() } }
        }
        .modifier(Asks(settings: settings))
        .task { await settings.tell(.opened) }
    }

    private var person: some View {
        Section {
            Heading("settings_person")
            WordsField(title: "nickname", text: settings.state.nickname) {
                settings.send(.nickname($0))
            }
            Text("language")
            Chips(settings.state.languages) { settings.send(.language($0)) }
            Text("language_more").font(.footnote)
            TimePicker(title: "cut_off", minutes: settings.state.cutOff) {
                settings.send(.cutOff(minutes: $0))
            }
            Text("cut_off_more").font(.footnote)
        }
    }

    private var lock: some View {
        Section {
            Heading("settings_lock")
            Button("lock_now", action: lockNow)
            Picker("lock_after", selection: settings.binding(\.lockAfter) { .lock($0) }) {
                Text("lock_at_once").tag(LockAfter.atOnce)
                Text("lock_one").tag(LockAfter.oneMinute)
                Text("lock_five").tag(LockAfter.fiveMinutes)
            }
            Toggle("while_locked", isOn: settings.binding(\.whileLocked) { .whileLocked($0) })
            Text("while_locked_more").font(.footnote)
        }
    }

    private var erase: some View {
        Section {
            Heading("wipe_title")
            Text("wipe_more").font(.footnote)
            Button("wipe", role: .destructive) { settings.send(.wipe) }
        }
    }
}

/// What takes a while, in words.
struct BusyLine: View {
    let busy: Busy

    var body: some View {
        switch busy {
        case .deriving: ProgressView("busy_key")
        case .backingUp: ProgressView("busy_backup")
        case .restoring: ProgressView("busy_restore")
        case .wiping: ProgressView("busy_wipe")
        }
    }
}

/// What has to be confirmed first.
private struct Asks: ViewModifier {
    @ObservedObject var settings: Shown<SettingsState, SettingsEvent>

    func body(content: Content) -> some View {
        content.alert(title, isPresented: asks) {
            Button(yes, role: .destructive) { settings.send(.yes) }
            Button("cancel", role: .cancel) { settings.send(.no) }
        } message: {
            Text(more)
        }
    }

    private var asks: Binding<Bool> {
        .asks({ settings.state.asking != nil }, no: { settings.send(.no) })
    }

    private var title: LocalizedStringKey {
        switch settings.state.asking {
        case .wipe, nil: "wipe_ask"
        case .restore: "restore_ask"
        case .newCode: "new_code_ask"
        case .removeDevice: "device_off_ask"
        }
    }

    private var more: LocalizedStringKey {
        switch settings.state.asking {
        case .wipe, nil: "wipe_more"
        case .restore: "restore_more"
        case .newCode: "new_code_more"
        case .removeDevice: "device_off_more"
        }
    }

    private var yes: LocalizedStringKey {
        switch settings.state.asking {
        case .wipe, nil: "wipe"
        case .restore: "restore"
        case .newCode: "make_code"
        case .removeDevice: "turn_off"
        }
    }
}

/// A time of the day, as minutes after midnight.
struct TimePicker: View {
    let title: LocalizedStringKey
    let minutes: Int
    let choose: @MainActor (Int) -> Void

    var body: some View {
        DatePicker(title, selection: time, displayedComponents: .hourAndMinute)
    }

    private var time: Binding<Date> {
        let calendar = Calendar.current
        let midnight = calendar.startOfDay(for: Date())
        return .of {
            calendar.date(
                bySettingHour: minutes / 60, minute: minutes % 60, second: 0, of: midnight)
                ?? midnight
        } tell: {
            let parts = calendar.dateComponents([.hour, .minute], from: $0)
            choose((parts.hour ?? 0) * 60 + (parts.minute ?? 0))
        }
    }
}
