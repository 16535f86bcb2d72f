import KoersKit
import SwiftUI

/// Which reminders come and when, what is planned, and whether they come through.
struct RemindersView: View {
    @ObservedObject var settings: Shown<SettingsState, SettingsEvent>

    private var form: ReminderForm { settings.state.reminders }

    var body: some View {
        Form {
            ProblemLine(settings.state.problem)
            checkIn
            notClosed
            Section {
                Stepper(value: change(\.perDay), in: 1...3) {
                    Text("per_day_most")
                    Text(form.perDay, format: .number)
                }
                Heading("quiet_hours")
                TimePicker(title: "quiet_from", minutes: form.quietFrom) { set(\.quietFrom, $0) }
                TimePicker(title: "quiet_to", minutes: form.quietTo) { set(\.quietTo, $0) }
            }
            toCome
            delivery
        }
        .navigationTitle("settings_reminders")
    }

    private var checkIn: some View {
        Section {
            Toggle("check_in", isOn: change(\.checkIn))
            Text("check_in_more").font(.footnote)
            if form.checkIn { moment(\.checkInAt) }
        }
    }

    private var notClosed: some View {
        Section {
            Toggle("not_closed", isOn: change(\.notClosed))
            Text("not_closed_more").font(.footnote)
            if form.notClosed { moment(\.notClosedAt) }
        }
    }

    /// The usual moment, or one of the person's own.
    @ViewBuilder private func moment(_ at: WritableKeyPath<ReminderForm, Int?>) -> some View {
        LocalChip(label: "usual_moment", chosen: form[keyPath: at] == nil) { set(at, nil) }
        TimePicker(title: "own_moment", minutes: form[keyPath: at] ?? 0) { set(at, $0) }
    }

    private var toCome: some View {
        Section {
            Heading("to_come")
            if form.preview.isEmpty { Text("no_reminders") }
            Lines(form.preview)
            Lines(form.lines)
        }
    }

    private var delivery: some View {
        Section {
            Heading("delivery")
            if form.delivery.planned == 0 {
                Text("delivery_none")
            } else {
                Text("delivery_planned \(form.delivery.planned)")
                Text("delivery_fired \(form.delivery.fired)")
            }
            if form.delivery.blocks.contains(.notifications) {
                Text("block_notifications")
                if let place = URL(string: UIApplication.openNotificationSettingsURLString) {
                    Link("to_phone_settings", destination: place)
                }
            }
        }
    }

    private func set<Value>(_ path: WritableKeyPath<ReminderForm, Value>, _ value: Value) {
        var changed = form
        changed[keyPath: path] = value
        settings.send(.reminders(changed))
    }

    private func change<Value>(_ path: WritableKeyPath<ReminderForm, Value>) -> Binding<Value> {
        .of {
            form[keyPath: path]
        } tell: {
            set(path, $0)
        }
    }
}
