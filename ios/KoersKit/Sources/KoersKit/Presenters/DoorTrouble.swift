import Koers

// What kinds of trouble there are with a vault, and the ways out of each. None is without one.

extension TroubleKind {
    init(_ error: KoersError) {
        switch error {
        case .InUse: self = .inUse
        case .Damaged, .CutShort: self = .damaged
        case .NewerFormat: self = .newer
        case .StorageFull: self = .storageFull
        case .NotAVault, .IsAFolder: self = .notAVault
        case .UncertainCommit: self = .uncertain
        default: self = WithoutVault.misfit == nil ? .other : .libraryMisfit
        }
    }

    var waysOut: [WayOut] {
        switch self {
        case .inUse, .uncertain, .other: [.tryAgain, .help]
        // A file whose beginning is gone looks like none of ours, and can still be saved.
        case .damaged, .notAVault: [.salvage, .restore, .tryAgain, .help]
        case .newer: [.update, .help]
        case .storageFull: [.makeRoom, .tryAgain, .help]
        case .libraryMisfit: [.update, .help]
        case .keysGone: [.restore, .startOver, .help]
        }
    }
}

extension Trouble {
    init(_ kind: TroubleKind, _ text: String) {
        self.init(kind: kind, text: text, waysOut: kind.waysOut)
    }
}

extension LockAfter {
    /// How long the app may be away before it locks.
    var time: Duration {
        switch self {
        case .atOnce: .zero
        case .oneMinute: .seconds(60)
        case .fiveMinutes: .seconds(300)
        }
    }
}
