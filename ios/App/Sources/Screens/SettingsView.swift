import KoersKit
import SwiftUI

/// Me and the settings: goal, week before and diary; who and in what language, reminders, lock and keys,
/// backup, the icon, and erasing everything.
struct SettingsView: View {
    let model: Model
    @ObservedObject var settings: Shown<SettingsState, SettingsEvent>

    var body: some View {
        Form {
            ToldBox(settings.state.told) { settings.send(.dismissed) }
            ProblemLine(settings.state.problem)
            if let busy = settings.state.busy { BusyLine(busy: busy) }
            Section {
                Button("goal") { model.navigator.go(Way(.goal)) }
                Button("baseline") { model.navigator.go(Way(.baseline)) }
                Button("diary") { model.navigator.go(Way(.diary)) }
            }
            person
            part("settings_reminders") { RemindersView(settings: settings) }
            lock
            part("settings_keys") { KeysView(settings: settings) }
            part("settings_backup") { BackupView(settings: settings) }
            if AppIcon.canBeChosen { part("icon_title") { IconView() } }
            erase
        }
        .disabled(settings.state.busy != nil)
        .navigationTitle("me")
        .opened(model)
    }

    /// A part on a page of its own, with help on top too.
    private func part(
        _ title: LocalizedStringKey, @ViewBuilder content: @escaping () -> some View
    ) -> some View {
        NavigationLink(title) {
            content().toolbar { HelpBar(navigator: model.navigator) }
        }
    }

    private var person: some View {
        Section {
            Heading("settings_person")
            WordsField(title: "nickname", text: settings.state.nickname, isTitled: true) {
                settings.send(.nickname($0))
            }
            Text("start_nickname_more").font(.footnote)
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
            Button("lock_now") { model.door.send(.lock) }
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

extension View {
    /// A part of the settings as a sheet of its own: with its way out, help, and what is asked first.
    func opened(_ model: Model) -> some View {
        toolbar {
            ToolbarItem(placement: .cancellationAction) {
                Button("close") { model.navigator.sheet = nil }
            }
            HelpBar(navigator: model.navigator)
        }
        .modifier(Asks(settings: model.settings))
        .task { await model.settings.tell(.opened) }
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
            Text(verbatim: about) + Text(more)
        }
    }

    /// What the backup is that would be put back.
    private var about: String {
        if settings.state.asking != .restore { return "" }
        return (settings.state.backup.lines + [""]).joined(separator: "\n\n")
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
        case .newCode: "new_code"
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
