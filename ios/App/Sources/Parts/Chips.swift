import KoersKit
import SwiftUI

/// Choices as chips that flow over as many rows as they need.
struct Chips: View {
    let choices: [Choice]
    let pick: (String) -> Void

    init(_ choices: [Choice], pick: @escaping (String) -> Void) {
        self.choices = choices
        self.pick = pick
    }

    var body: some View {
        Flow {
            ForEach(choices) { choice in
                Chip(label: choice.label, chosen: choice.chosen) { pick(choice.id) }
            }
        }
    }
}

/// One choice: chosen is said by a tick and a trait besides the colour.
struct Chip: View {
    let label: String
    let chosen: Bool
    let pick: () -> Void

    var body: some View {
        Button(action: pick) {
            HStack(spacing: 4) {
                if chosen { Image(systemName: "checkmark").accessibilityHidden(true) }
                Text(label).multilineTextAlignment(.leading)
            }
            .padding(.horizontal, 12)
            .frame(minHeight: 44)
            .background(
                chosen ? Color.accentColor.opacity(0.2) : Color.secondary.opacity(0.12),
                in: Capsule())
        }
        .buttonStyle(.plain)
        .accessibilityAddTraits(chosen ? .isSelected : [])
    }
}

/// Lays views out beside each other, and begins a new row where one does not fit.
struct Flow: Layout {
    var spacing: CGFloat = 8

    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) -> CGSize {
        let places = places(subviews, width: proposal.width ?? .infinity)
        let width = places.map { $0.maxX }.max() ?? 0
        return CGSize(width: proposal.width ?? width, height: places.last?.maxY ?? 0)
    }

    func placeSubviews(
        in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout ()
    ) {
        for (view, place) in zip(subviews, places(subviews, width: bounds.width)) {
            view.place(
                at: CGPoint(x: bounds.minX + place.minX, y: bounds.minY + place.minY),
                anchor: .topLeading, proposal: ProposedViewSize(place.size))
        }
    }

    private func places(_ subviews: Subviews, width: CGFloat) -> [CGRect] {
        var at = CGPoint.zero
        var row: CGFloat = 0
        return subviews.map { view in
            var size = view.sizeThatFits(ProposedViewSize(width: width, height: nil))
            size.width = min(size.width, width)
            if at.x > 0, at.x + size.width > width {
                at = CGPoint(x: 0, y: at.y + row + spacing)
                row = 0
            }
            let place = CGRect(origin: at, size: size)
            at.x += size.width + spacing
            row = max(row, size.height)
            return place
        }
    }
}
