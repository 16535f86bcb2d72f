import SwiftUI

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
