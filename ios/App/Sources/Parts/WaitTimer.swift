import SwiftUI

/// Waiting it out: a clock that runs down, stopped at any time. VoiceOver says the minutes.
struct WaitTimer: View {
    let minutes: Int
    @State private var ends: Date?

    var body: some View {
        if let ends {
            TimelineView(.periodic(from: ends, by: 1)) { moment in
                left(max(0, Int(ends.timeIntervalSince(moment.date).rounded(.up))))
            }
        } else {
            Button {
                ends = Date(timeIntervalSinceNow: Double(minutes * 60))
            } label: {
                Label("wait_minutes \(minutes)", .wait)
            }
            .deed()
        }
    }

    @ViewBuilder private func left(_ seconds: Int) -> some View {
        if seconds == 0 {
            Text("timer_done")
                .onAppear { UIAccessibility.post(notification: .layoutChanged, argument: nil) }
            Button("timer_over") { ends = nil }.deed()
        } else {
            let whole = (seconds + 59) / 60
            Flow(spacing: 16) {
                Text(Duration.seconds(seconds), format: .time(pattern: .minuteSecond))
                    .font(.title2)
                    .accessibilityLabel("minutes_left \(whole)")
                    .accessibilityAddTraits(.updatesFrequently)
                Button("timer_stop") { ends = nil }.deed()
            }
        }
    }
}
