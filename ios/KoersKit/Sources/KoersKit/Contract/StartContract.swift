public import Foundation

/// The three-minute start: language, substance, name, device lock, the week before, first entry.
public struct StartState: Equatable, Sendable {
    public var step = StartStep.language
    /// The number of this step and of all, for "2 of 5".
    public var number = 1
    public var of = StartStep.allCases.count
    public var languages: [Choice] = []
    public var substances: [Choice] = []
    /// A word of welcome, once there is a vault.
    public var welcome: String?
    public var nickname = ""
    /// The phone can keep a key behind its lock.
    public var deviceCan = false
    public var baseline = BaselineState()
    public var busy = false
    public var problem: Problem?
    /// Everything is there: the way leads to the first entry.
    public var done = false
}

public enum StartStep: Equatable, Sendable, CaseIterable {
    case language, substance, nickname, lock, baseline
}

public enum StartEvent: Equatable, Sendable, Decodable {
    case opened
    case language(String)
    case substance(String)
    case nickname(String)
    /// Keep the key behind the lock of the phone.
    case lockWithDevice
    /// A phone without a lock, or a person who wants none: a passphrase now.
    case lockWithPassphrase(Data)
    case baseline(BaselineEvent)
    case next
    case skip
    case back
}
