import KoersKit
import SwiftUI

/// The days of a week, each by a shape of its own, and what the shapes mean; one under another where the
/// text is large. Read aloud day by day.
struct WeekStrip: View {
    let days: [StripDay]
    @Environment(\.dynamicTypeSize) private var typeSize

    var body: some View {
        if typeSize.isAccessibilitySize {
            VStack(alignment: .leading, spacing: 8) {
                ForEach(days) { day in
                    Label {
                        Text(verbatim: "\(day.weekday): \(day.text)")
                    } icon: {
                        Image(day.mark.symbol)
                    }
                }
            }
        } else {
            HStack(alignment: .top) { ForEach(days) { DayMarkView(day: $0) } }
            legend
        }
    }

    private var legend: some View {
        Flow(spacing: 16) {
            ForEach(marks, id: \.mark) { Label($0.words, $0.mark.symbol) }
        }
        .font(.caption)
        .foregroundStyle(Color.secondary)
        .accessibilityHidden(true)
    }

    /// Only those that occur.
    private var marks: [(mark: DayMark, words: LocalizedStringKey)] {
        let all: [(mark: DayMark, words: LocalizedStringKey)] = [
            (.notUsed, "mark_not_used"), (.used, "mark_used"), (.unknown, "mark_unknown"),
        ]
        return all.filter { each in days.contains { $0.mark == each.mark } }
    }
}

/// How a day stands, by shape and words besides colour: a ring with a tick, a filled dot, a dashed
/// ring.
private struct DayMarkView: View {
    let day: StripDay

    var body: some View {
        VStack(spacing: 4) {
            Text(day.weekday).font(.caption)
            Image(day.mark.symbol).font(.title3).foregroundStyle(Color.accentColor)
        }
        .frame(maxWidth: .infinity)
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(Text(verbatim: "\(day.weekday): \(day.text)"))
    }
}

extension DayMark {
    var symbol: Symbol {
        switch self {
        case .used: .used
        case .notUsed: .notUsed
        case .unknown: .unknown
        case .toCome: .toCome
        }
    }
}

/// Strength from 0 to 10 with its likely range. What it says stands beside it in words.
struct StrengthBar: View {
    let item: SituationItem

    var body: some View {
        GeometryReader { box in
            ZStack(alignment: .leading) {
                Capsule().fill(Color.secondary.opacity(0.15))
                Capsule().fill(Color.accentColor.opacity(0.3))
                    .frame(width: box.size.width * (item.high - item.low) / 10)
                    .padding(.leading, box.size.width * item.low / 10)
                Capsule().fill(Color.accentColor)
                    .frame(width: box.size.width * item.score / 10, height: 4)
            }
        }
        .frame(height: 8)
        .accessibilityHidden(true)
    }
}
