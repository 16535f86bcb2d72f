/// Every screen's presenter over one session, each once, and what keeps them up to date.
@MainActor public final class Rooms {
    public let session: Session
    public let mirror: ReminderMirror
    public let door: DoorPresenter
    public private(set) var start: StartPresenter
    public let today: TodayPresenter
    public let log: LogPresenter
    public let diary: DiaryPresenter
    public let situations: SituationsPresenter
    public let fillIn: FillInPresenter
    public let plan: PlanPresenter
    public let goal: GoalPresenter
    public let baseline: BaselinePresenter
    public let intake: IntakePresenter
    public let insight: InsightPresenter
    public let help: HelpPresenter
    public let settings: SettingsPresenter

    public init(_ session: Session) {
        self.session = session
        mirror = session.mirror
        door = DoorPresenter(session)
        start = StartPresenter(session)
        today = TodayPresenter(session)
        log = LogPresenter(session)
        diary = DiaryPresenter(session)
        situations = SituationsPresenter(session)
        fillIn = FillInPresenter(session)
        plan = PlanPresenter(session)
        goal = GoalPresenter(session)
        baseline = BaselinePresenter(session)
        intake = IntakePresenter(session)
        insight = InsightPresenter(session)
        help = HelpPresenter(session)
        settings = SettingsPresenter(session)
    }

    /// The start from its first step on, after everything was erased.
    public func startAnew() { start = StartPresenter(session) }

    /// Follows the vault until the task is cancelled. What a screen showed is dropped at the lock, also
    /// where nobody looks at it.
    public func watch() async {
        async let door: Void = door.watch()
        async let mirror: Void = mirror.watch(session)
        async let today: Void = today.watch()
        async let log: Void = log.watch()
        async let diary: Void = diary.watch()
        async let fillIn: Void = fillIn.watch()
        async let situations: Void = situations.watch()
        async let plan: Void = plan.watch()
        async let goal: Void = goal.watch()
        async let baseline: Void = baseline.watch()
        async let intake: Void = intake.watch()
        async let insight: Void = insight.watch()
        async let settings: Void = settings.watch()
        _ = await (door, mirror, today, log, diary, fillIn, situations)
        _ = await (plan, goal, baseline, intake, insight, settings)
    }
}
