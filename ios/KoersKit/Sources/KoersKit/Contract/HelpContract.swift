/// Help now: works without a vault, while locked, and with the person's own plan when open.
public struct HelpState: Equatable, Sendable {
    public var title = ""
    public var question = ""
    public var choices: [HelpItem] = []
    public var chosen: HelpKind?
    /// The steps and parts are those of the person's own plan.
    public var ownPlan = false
    /// The person's own people; only while the vault is open.
    public var people: [String] = []
    public var lines: [HelpLine] = []
    public var problem: Problem?
}

public enum HelpKind: String, Equatable, Sendable, Codable {
    case wantToUse, haveUsed, somethingWrong
}

public struct HelpItem: Equatable, Sendable {
    public var kind: HelpKind
    public var title: String
    /// To wait first, where waiting helps.
    public var waitMinutes: Int?
    public var steps: [String]
    /// The person's own plan, by its headings; only while the vault is open.
    public var parts: [HelpPart]
    public var signs: [String]
}

public struct HelpPart: Equatable, Sendable {
    public var title: String
    public var lines: [String]
}

public struct HelpLine: Equatable, Sendable {
    public var name: String
    public var number: String
    public var web: String
    public var checked: String
}

public enum HelpEvent: Equatable, Sendable, Decodable {
    case opened
    case chosen(HelpKind)
    case back
}
