import KoersKit
import SwiftUI

/// How a day stands, by shape and words besides colour: a ring with a tick, a filled dot, a dashed
/// ring.
struct DayMarkView: View {
    let day: StripDay

    var body: some View {
        VStack(spacing: 4) {
            Text(day.weekday).font(.caption)
            Image(day.mark.symbol).font(.title3).foregroundStyle(Color.accentColor)
        }
        .frame(maxWidth: .infinity)
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(Text(day.text))
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
