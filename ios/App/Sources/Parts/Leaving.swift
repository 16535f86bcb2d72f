import KoersKit
import SwiftUI

extension View {
    /// Going back asks first while something is not saved yet. Another place can be looked at meanwhile:
    /// what is filled in waits.
    func asksBeforeLeaving<Held, Event>(
        _ shown: Shown<Held, Event>, discard: Event
    ) -> some View {
        modifier(Leaving(shown: shown, discard: discard))
    }
}

private struct Leaving<Held: Equatable & Sendable, Event: Sendable>: ViewModifier {
    @ObservedObject var shown: Shown<Held, Event>
    let discard: Event
    @State private var asks = false
    @Environment(\.dismiss) private var dismiss

    func body(content: Content) -> some View {
        content
            // The system's own way back, its gesture too, does not ask.
            .navigationBarBackButtonHidden(shown.isChanged)
            .toolbar {
                if shown.isChanged {
                    ToolbarItem(placement: .topBarLeading) {
                        Button("back") { asks = true }
                    }
                }
            }
            .alert("leave_ask", isPresented: $asks) {
                Button("leave", role: .destructive, action: leave)
                Button("stay_here", role: .cancel) {}
            } message: {
                Text("leave_more")
            }
    }

    private func leave() {
        shown.send(discard)
        dismiss()
    }
}
