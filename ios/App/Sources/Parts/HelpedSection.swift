import KoersKit
import SwiftUI

/// How often a plan helped, and "did it help?", answered in one tap.
struct HelpedSection: View {
    let helped: String?
    let ask: PlanAskState?
    let answer: @MainActor (Helped) -> Void

    var body: some View {
        if helped != nil || ask != nil {
            Section {
                if let helped { Text(helped) }
                if let ask {
                    Text(ask.text).font(.headline).accessibilityAddTraits(.isHeader)
                    Flow {
                        ForEach(ask.answers, id: \.answer) { one in
                            Chip(label: one.label, chosen: false) { answer(one.answer) }
                        }
                    }
                }
            }
        }
    }
}
