import KoersKit
import SwiftUI

/// Which reminders come and when, what is planned, and whether they come through.
struct RemindersView: View {
    @ObservedObject var settings: Shown<SettingsState, SettingsEvent>
    @State private var isAll = false

    private var form: ReminderForm { settings.state.reminders }

    var body: some View {
        Form {
            ProblemLine(settings.state.problem)
            blocked
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
            if form.checkIn { moment(\.checkInAt, opensAt: Self.usualCheckIn) }
        }
    }

    private var notClosed: some View {
        Section {
            Toggle("not_closed", isOn: change(\.notClosed))
            Text("not_closed_more").font(.footnote)
            if form.notClosed { moment(\.notClosedAt, opensAt: Self.usualNotClosed) }
        }
    }

    // Where the clock opens when no moment of one's own is set; the core decides on the usual ones.
    private static let usualCheckIn = 20 * 60
    private static let usualNotClosed = 9 * 60

    /// The usual moment, or one of the person's own.
    @ViewBuilder private func moment(
        _ at: WritableKeyPath<ReminderForm, Int?>, opensAt: Int
    ) -> some View {
        let own = form[keyPath: at]
        Flow {
            LocalChip(label: "usual_moment", chosen: own == nil) { set(at, nil) }
            LocalChip(label: "own_moment", chosen: own != nil) { set(at, own ?? opensAt) }
        }
        if let own { TimePicker(title: "own_moment", minutes: own) { set(at, $0) } }
    }

    private var toCome: some View {
        Section {
            Heading("to_come")
            Lines(form.lines)
            if form.preview.isEmpty, form.lines.isEmpty { Text("no_reminders") }
            Steps(
                steps: isAll ? form.preview : Array(form.preview.prefix(Self.first)),
                numbered: false)
            if !isAll, form.preview.count > Self.first { Button("show_all") { isAll = true } }
        }
    }

    /// How many of the coming ones are shown unasked.
    private static let first = 4

    private var delivery: some View {
        Section {
            Heading("delivery")
            if form.delivery.planned == 0 {
                Text("delivery_none")
            } else {
                Text("delivery_planned \(form.delivery.planned)")
                Text("delivery_fired \(form.delivery.fired)")
            }
        }
    }

    /// What the phone stands in the way of comes first, with the way to that setting.
    @ViewBuilder private var blocked: some View {
        if form.delivery.blocks.contains(.notifications) {
            Section {
                Label("block_notifications", .problem)
                if let place = URL(string: UIApplication.openNotificationSettingsURLString) {
                    Link("to_phone_settings", destination: place).target()
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
