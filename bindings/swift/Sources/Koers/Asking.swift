internal import KoersObject
public import KoersVocabulary

/// Questions: one for each screen, each answered with one view.
extension KoersClient {
    /// The language that texts come in.
    public func lang() throws(KoersError) -> Lang { try typed { try koers.lang() } }

    /// The substances followed.
    public func substances() throws(KoersError) -> [SubstanceView] {
        try typed { try koers.substances() }
    }

    /// What today holds, for the first substance followed where none is named.
    public func today(_ substance: Code? = nil) throws(KoersError) -> TodayView {
        try typed { try koers.today(substance: substance) }
    }

    /// What the daily form asks and offers at this moment; for the first substance followed where none
    /// is named.
    public func logForm(_ substance: Code? = nil) throws(KoersError) -> LogFormView {
        try typed { try koers.logForm(substance: substance) }
    }

    /// The week before the start, to be filled in or changed; for the first substance followed where
    /// none is named.
    public func baselineForm(_ substance: Code? = nil) throws(KoersError) -> BaselineFormView {
        try typed { try koers.baselineForm(substance: substance) }
    }

    /// The days that are not filled in, to be filled in at once (`fillIn`); for the first substance
    /// followed where none is named.
    public func gapForm(_ substance: Code? = nil) throws(KoersError) -> GapFormView {
        try typed { try koers.gapForm(substance: substance) }
    }

    /// Diary entries, newest first: `count` of them after skipping `skip`.
    public func diary(skip: UInt32 = 0, count: UInt32 = 20) throws(KoersError) -> DiaryView {
        try typed { try koers.diary(skip: skip, count: count) }
    }

    /// The entry whose id begins with these characters.
    public func find(shortId: String) throws(KoersError) -> Found {
        try typed { try koers.find(shortId: shortId) }
    }

    /// The entry of the daily form with this id.
    public func episode(id: RecordId) throws(KoersError) -> Episode? {
        try typed { try koers.episode(id: id) }
    }

    /// The entry of the daily form with this id, as a draft to be changed.
    public func episodeDraft(id: RecordId) throws(KoersError) -> EpisodeDraft {
        try typed { try koers.episodeDraft(id: id) }
    }

    /// The ranked situations of a substance; of the first followed where none is named.
    public func situations(_ substance: Code? = nil) throws(KoersError) -> SituationsView {
        try typed { try koers.situations(substance: substance) }
    }

    /// The situation that a person means: by id, by its words or a part of them that fits one alone,
    /// or by its place on the list. Looks at the substance named, or at all that are followed.
    public func findSituation(
        named: String, substance: Code? = nil
    ) throws(KoersError) -> FoundSituation {
        try typed { try koers.findSituation(named: named, substance: substance) }
    }

    /// How a situation stands on the list for a substance, as a draft to be changed.
    public func listDraft(
        substance: Code, situation: SituationId
    ) throws(KoersError) -> ListDraft {
        try typed { try koers.listDraft(substance: substance, situation: situation) }
    }

    /// What to record so that a situation stands on the list for a substance. It is named by its id
    /// or its words; what nobody knows yet becomes a situation in own words. `ownRating` is the
    /// craving expected there, 0 to 10; nil to leave it as it was.
    public func listing(
        substance: Code, named: String, ownRating: Int64? = nil
    ) throws(KoersError) -> [Command] {
        try typed { try koers.listing(substance: substance, named: named, ownRating: ownRating) }
    }

    /// The plan for a situation, filled in or empty.
    public func plan(_ situation: SituationId) throws(KoersError) -> PlanView {
        try typed { try koers.plan(situation: situation) }
    }

    /// The plan as a draft to be changed; an empty one where there is none.
    public func planDraft(_ situation: SituationId) throws(KoersError) -> PlanDraft {
        try typed { try koers.planDraft(situation: situation) }
    }

    /// What to record for an answer to the question about a plan, which its view holds. `note` is
    /// what the person would change about the plan; empty to leave it.
    public func planAnswer(
        _ situation: SituationId, about: AskedAbout, answer: DidItHelp, note: String = ""
    ) throws(KoersError) -> Command {
        try typed {
            try koers.planAnswer(situation: situation, about: about, answer: answer, note: note)
        }
    }

    /// The goal and the running week; of the first substance followed where none is named.
    public func goal(_ substance: Code? = nil) throws(KoersError) -> GoalView {
        try typed { try koers.goal(substance: substance) }
    }

    /// What a goal is chosen from, and the one that stands; for the first substance followed where none
    /// is named.
    public func goalForm(_ substance: Code? = nil) throws(KoersError) -> GoalFormView {
        try typed { try koers.goalForm(substance: substance) }
    }

    /// How the weeks went, newest first; for the first substance followed where none is named.
    public func insight(_ substance: Code? = nil) throws(KoersError) -> InsightView {
        try typed { try koers.insight(substance: substance) }
    }

    /// Every goal week with its verdict.
    public func results(_ substance: Code? = nil) throws(KoersError) -> ResultsView {
        try typed { try koers.results(substance: substance) }
    }

    /// The evaluation of the programme, or as it would be today.
    public func evaluate(_ substance: Code? = nil) throws(KoersError) -> EvaluationView {
        try typed { try koers.evaluate(substance: substance) }
    }

    /// The reminders of the coming fourteen days.
    public func reminders() throws(KoersError) -> RemindersView {
        try typed { try koers.reminders() }
    }

    /// Help now, with the person's own people and plan.
    public func helpNow() throws(KoersError) -> HelpNowView { try typed { try koers.helpNow() } }

    /// Which steps of the intake are done and which are left.
    public func intake() throws(KoersError) -> IntakeView { try typed { try koers.intake() } }

    /// The measures that suit a kind of goal, from which an agreement can be made.
    public func measures(
        substance: Code, kind: GoalKind
    ) throws(KoersError) -> [MeasureView] {
        try typed { try koers.measures(substance: substance, kind: kind) }
    }

    /// The settings to begin with, to be filled in.
    public func newProfileDraft() throws(KoersError) -> ProfileDraft {
        try typed { try koers.newProfileDraft() }
    }

    /// The settings as a draft to be changed; nil before the start.
    public func profileDraft() throws(KoersError) -> ProfileDraft? {
        try typed { try koers.profileDraft() }
    }

    /// The goal as a draft to be changed; nil before one was chosen.
    public func goalDraft(substance: Code) throws(KoersError) -> GoalDraft? {
        try typed { try koers.goalDraft(substance: substance) }
    }

    /// A diary note as a draft to be changed.
    public func noteDraft(id: RecordId) throws(KoersError) -> NoteDraft {
        try typed { try koers.noteDraft(id: id) }
    }

    /// The report as one page of HTML that needs nothing else, about every substance followed: with
    /// these parts, or all but the nickname where none are named. It is not encrypted; where it goes
    /// is yours to say.
    public func report(_ parts: [ReportPart]? = nil) throws(KoersError) -> String {
        try typed { try koers.report(parts: parts) }
    }

    /// The diary as CSV and every record as JSON, for two files. They are not encrypted; where they
    /// go is yours to say.
    public func export() throws(KoersError) -> Export { try typed { try koers.export() } }

    /// Figures about the vault.
    public func stats() throws(KoersError) -> Stats { try typed { try koers.stats() } }
}
