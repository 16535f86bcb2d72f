//! Questions: one for each screen, each answered with one view.

use koers_core::app::{
    BaselineFormView, Command, DiaryView, EvaluationView, Export, Found, FoundSituation,
    GapFormView, GoalFormView, GoalView, HelpNowView, InsightView, IntakeView, KoersError,
    LogFormView, MeasureView, PlanView, RemindersView, ReportPart, ResultsView, SituationsView,
    Stats, SubstanceView, TodayView,
};
use koers_core::content::{Code, SituationId};
use koers_core::journey::GoalKind;
use koers_core::journey::draft::{
    EpisodeDraft, GoalDraft, ListDraft, NoteDraft, PlanDraft, ProfileDraft, WhileLockedDraft,
};
use koers_core::journey::entity::Episode;
use koers_core::programme::{AskedAbout, DidItHelp};
use koers_core::vault::RecordId;

use crate::Koers;

#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
impl Koers {
    /// The substances followed.
    pub fn substances(&self) -> Result<Vec<SubstanceView>, KoersError> {
        self.core.substances()
    }

    /// What today holds, for the first substance followed where none is named.
    #[uniffi::method(default(substance = None))]
    pub fn today(&self, substance: Option<Code>) -> Result<TodayView, KoersError> {
        self.core.today(substance.as_ref())
    }

    /// What the daily form asks and offers at this moment; for the first substance followed where
    /// none is named.
    #[uniffi::method(default(substance = None))]
    pub fn log_form(&self, substance: Option<Code>) -> Result<LogFormView, KoersError> {
        self.core.log_form(substance.as_ref())
    }

    /// The week before the start, to be filled in or changed; for the first substance followed where
    /// none is named.
    #[uniffi::method(default(substance = None))]
    pub fn baseline_form(&self, substance: Option<Code>) -> Result<BaselineFormView, KoersError> {
        self.core.baseline_form(substance.as_ref())
    }

    /// The days that are not filled in, to be filled in at once (`fill_in`); for the first substance
    /// followed where none is named.
    #[uniffi::method(default(substance = None))]
    pub fn gap_form(&self, substance: Option<Code>) -> Result<GapFormView, KoersError> {
        self.core.gap_form(substance.as_ref())
    }

    /// Diary entries, newest first: `count` of them after skipping `skip`.
    #[uniffi::method(default(skip = 0, count = 20))]
    pub fn diary(&self, skip: u32, count: u32) -> Result<DiaryView, KoersError> {
        self.core.diary(skip, count)
    }

    /// The entry whose id begins with these characters.
    pub fn find(&self, short_id: String) -> Result<Found, KoersError> {
        self.core.find(&short_id)
    }

    /// The entry of the daily form with this id.
    pub fn episode(&self, id: RecordId) -> Result<Option<Episode>, KoersError> {
        self.core.episode(id)
    }

    /// The entry of the daily form with this id, as a draft to be changed.
    pub fn episode_draft(&self, id: RecordId) -> Result<EpisodeDraft, KoersError> {
        self.core.episode_draft(id)
    }

    /// The ranked situations of a substance; of the first followed where none is named.
    #[uniffi::method(default(substance = None))]
    pub fn situations(&self, substance: Option<Code>) -> Result<SituationsView, KoersError> {
        self.core.situations(substance.as_ref())
    }

    /// The situation that a person means: by id, by its words or a part of them that fits one
    /// alone, or by its place on the list. Looks at the substance named, or at all that are followed.
    #[uniffi::method(default(substance = None))]
    pub fn find_situation(
        &self,
        named: String,
        substance: Option<Code>,
    ) -> Result<FoundSituation, KoersError> {
        self.core.find_situation(&named, substance.as_ref())
    }

    /// How a situation stands on the list for a substance, as a draft to be changed.
    pub fn list_draft(
        &self,
        substance: Code,
        situation: SituationId,
    ) -> Result<ListDraft, KoersError> {
        self.core.list_draft(&substance, &situation)
    }

    /// What to record so that a situation stands on the list for a substance. It is named by its
    /// id or its words; what nobody knows yet becomes a situation in own words. `own_rating` is
    /// the craving expected there, 0 to 10; none to leave it as it was.
    #[uniffi::method(default(own_rating = None))]
    pub fn listing(
        &self,
        substance: Code,
        named: String,
        own_rating: Option<i64>,
    ) -> Result<Vec<Command>, KoersError> {
        self.core.listing(&substance, &named, own_rating)
    }

    /// The plan for a situation, filled in or empty.
    pub fn plan(&self, situation: SituationId) -> Result<PlanView, KoersError> {
        self.core.plan(&situation)
    }

    /// The plan as a draft to be changed; an empty one where there is none.
    pub fn plan_draft(&self, situation: SituationId) -> Result<PlanDraft, KoersError> {
        self.core.plan_draft(&situation)
    }

    /// What to record for an answer to the question about a plan, which its view holds. `note` is
    /// what the person would change about the plan; empty to leave it.
    #[uniffi::method(default(note = ""))]
    pub fn plan_answer(
        &self,
        situation: SituationId,
        about: AskedAbout,
        answer: DidItHelp,
        note: String,
    ) -> Result<Command, KoersError> {
        self.core.plan_answer(&situation, &about, answer, &note)
    }

    /// The goal and the running week; of the first substance followed where none is named.
    #[uniffi::method(default(substance = None))]
    pub fn goal(&self, substance: Option<Code>) -> Result<GoalView, KoersError> {
        self.core.goal(substance.as_ref())
    }

    /// How the weeks went, newest first; for the first substance followed where none is named.
    #[uniffi::method(default(substance = None))]
    pub fn insight(&self, substance: Option<Code>) -> Result<InsightView, KoersError> {
        self.core.insight(substance.as_ref())
    }

    /// Every goal week with its verdict.
    #[uniffi::method(default(substance = None))]
    pub fn results(&self, substance: Option<Code>) -> Result<ResultsView, KoersError> {
        self.core.results(substance.as_ref())
    }

    /// The evaluation of the programme, or as it would be today.
    #[uniffi::method(default(substance = None))]
    pub fn evaluate(&self, substance: Option<Code>) -> Result<EvaluationView, KoersError> {
        self.core.evaluate(substance.as_ref())
    }

    /// The reminders of the coming fourteen days.
    pub fn reminders(&self) -> Result<RemindersView, KoersError> {
        self.core.reminders()
    }

    /// Help now, with the person's own people and plan.
    pub fn help_now(&self) -> Result<HelpNowView, KoersError> {
        self.core.help_now()
    }

    /// Which steps of the intake are done and which are left.
    pub fn intake(&self) -> Result<IntakeView, KoersError> {
        self.core.intake()
    }

    /// The measures that suit a kind of goal, from which an agreement can be made.
    pub fn measures(
        &self,
        substance: Code,
        kind: GoalKind,
    ) -> Result<Vec<MeasureView>, KoersError> {
        self.core.measures(&substance, kind)
    }

    /// The settings to begin with, to be filled in.
    pub fn new_profile_draft(&self) -> Result<ProfileDraft, KoersError> {
        self.core.new_profile_draft()
    }

    /// The settings as a draft to be changed; none before the start.
    pub fn profile_draft(&self) -> Result<Option<ProfileDraft>, KoersError> {
        self.core.profile_draft()
    }

    /// What works while locked, on this device, as a draft to be changed.
    pub fn while_locked_draft(&self) -> Result<WhileLockedDraft, KoersError> {
        self.core.while_locked_draft()
    }

    /// What a goal is chosen from, and the one that stands; for the first substance followed where
    /// none is named.
    #[uniffi::method(default(substance = None))]
    pub fn goal_form(&self, substance: Option<Code>) -> Result<GoalFormView, KoersError> {
        self.core.goal_form(substance.as_ref())
    }

    /// The goal as a draft to be changed; none before one was chosen.
    pub fn goal_draft(&self, substance: Code) -> Result<Option<GoalDraft>, KoersError> {
        self.core.goal_draft(&substance)
    }

    /// A diary note as a draft to be changed.
    pub fn note_draft(&self, id: RecordId) -> Result<NoteDraft, KoersError> {
        self.core.note_draft(id)
    }

    /// The report as one page of HTML that needs nothing else, about every substance followed: with
    /// these parts, or all but the nickname where none are named. It is not encrypted; where it
    /// goes is the caller's to say.
    #[uniffi::method(default(parts = None))]
    pub fn report(&self, parts: Option<Vec<ReportPart>>) -> Result<String, KoersError> {
        self.core.report(parts.as_deref().unwrap_or(&ReportPart::USUAL))
    }

    /// The diary as CSV and every record as JSON, for two files. They are not encrypted; where
    /// they go is the caller's to say.
    pub fn export(&self) -> Result<Export, KoersError> {
        self.core.export()
    }

    /// Figures about the vault.
    pub fn stats(&self) -> Result<Stats, KoersError> {
        self.core.stats()
    }
}
