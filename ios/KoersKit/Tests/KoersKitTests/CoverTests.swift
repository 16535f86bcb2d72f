import Foundation
import Koers
import Testing

@testable import KoersKit

/// BEY-02: nothing shows while the app is not in front, nor before the lock that follows.
@MainActor @Suite struct CoverTests {
    /// What a screen shows, and whether it is covered.
    @MainActor private final class Glass {
        var isCovered = false
        lazy var cover = Cover { self.isCovered = $0 }
    }

    @Test func whatTheTimeLocksMeanwhileStaysCoveredUntilItIsLocked() async throws {
        let phones = try await Phones()
        phones.phone.chosen.lockAfter = .oneMinute
        let (door, glass) = (DoorPresenter(phones.session), Glass())
        await door.told(.started, .device)
        glass.cover.left()
        await door.told(.left)
        #expect(glass.isCovered && door.state.stage == .open)
        phones.phone.time = .seconds(60)
        await glass.cover.cameBack {
            #expect(glass.isCovered)
            await door.told(.cameBack)
            #expect(glass.isCovered && door.state.stage == .locked)
        }
        #expect(!glass.isCovered)
    }

    @Test func whoLeavesAgainBeforeComingBackWasHandledLeavesItCovered() async {
        let glass = Glass()
        glass.cover.left()
        await glass.cover.cameBack { glass.cover.left() }
        #expect(glass.isCovered)
        await glass.cover.cameBack {}
        #expect(!glass.isCovered)
    }
}
