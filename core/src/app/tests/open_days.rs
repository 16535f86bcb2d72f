//! Days that were not filled in: yesterday to be closed, older ones to be filled in or left
//! (SHP-15, G2).

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::content::Content;
use crate::goal::DayWord;
use crate::journey::draft::{FillInDraft, FilledDayDraft, NotForMeDraft, PauseDraft};

/// This day of March 2026.
fn march(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).expect("a date")
}

/// The morning of a day of March.
fn morning(life: &Life, day: u32) {
    life.clock.set(&format!("2026-03-{day:02}T09:00:00Z"));
}

fn today(koers: &Koers) -> TodayView {
    koers.today(None).expect("SHP-13")
}

fn line(koers: &Koers) -> Option<String> {
    today(koers).gaps.map(|gaps| gaps.line)
}

fn open(koers: &Koers) -> Vec<NaiveDate> {
    koers.gap_form(None).expect("open").days.into_iter().map(|one| one.day).collect()
}

fn go_on(koers: &Koers) -> Receipt {
    let subject = today(koers).gaps.expect("days are open").key;
    koers.record(&Command::NotForMe(NotForMeDraft { subject })).expect("they can be left")
}

fn period(koers: &Koers, days: &[(u32, bool)]) -> FillInDraft {
    let days = days.iter().map(|(day, used)| FilledDayDraft { day: march(*day), used: *used });
    FillInDraft {
        id: koers.new_id().expect("an id"),
        substance: cannabis(),
        period: days.collect(),
    }
}

fn refused(koers: &Koers, draft: FillInDraft) -> (String, Reason) {
    match koers.record(&Command::FillIn(draft)) {
        Err(KoersError::InvalidDraft { field, reason }) => (field, reason),
        other => panic!("{other:?}"),
    }
}

/// The words and marks of the days of the first goal week.
fn first_week(koers: &Koers) -> Vec<(DayWord, bool)> {
    let week = &koers.results(None).expect("SHP-25").weeks[0].week;
    week.days.iter().map(|day| (day.state, day.recalled)).collect()
}

#[test]
fn yesterday_alone_is_an_open_day_and_one_tap_closes_it() {
    let (life, koers) = Life::begun();
    assert_eq!((today(&koers).open_day, line(&koers)), (None, None), "the first day");
    morning(&life, 3);
    let view = today(&koers);
    let asked = view.open_day.expect("SHP-15");
    assert_eq!((asked.day, asked.answer), (march(2), ClosingAnswer::NotUsed));
    assert_eq!(asked.text, "Yesterday is not closed yet.");
    assert_eq!((asked.close.as_str(), asked.log.as_str()), ("Not used", "I did use"));
    assert_eq!((view.gaps, view.empty), (None, None), "one day, asked about in one place");
    let Command::Close(closing) = closing(&koers, asked.answer) else { panic!("a closing") };
    let closing = ClosingDraft { day: Some(asked.day), ..closing };
    koers.record(&Command::Close(closing)).expect("SHP-15");
    assert_eq!(today(&koers).open_day, None);
    morning(&life, 10);
    assert_eq!(first_week(&koers)[0], (DayWord::NotUsed, false), "G2: yesterday is not recalled");
}

#[test]
fn yesterday_with_use_is_open_until_it_is_said_that_this_was_all() {
    let (life, koers) = Life::begun();
    koers.record(&Command::Log(craving(&koers, 7, Some("2")))).expect("SHP-14");
    morning(&life, 3);
    let asked = today(&koers).open_day.expect("G2: not closed");
    assert_eq!(asked.text, "Yesterday is not closed yet. Was what you noted all?");
    assert_eq!((asked.answer, asked.close.as_str()), (ClosingAnswer::ThatsAll, "That was all"));
    morning(&life, 4);
    assert_eq!(line(&koers), None, "it has an entry: nothing is missing of it");
    assert_eq!(today(&koers).open_day.expect("of the 3rd").day, march(3));
}

#[test]
fn what_waits_to_be_confirmed_is_asked_about_once() {
    let (life, koers) = Life::begun();
    koers.record(&closing(&koers, ClosingAnswer::SoFar)).expect("SHP-15");
    morning(&life, 3);
    let view = today(&koers);
    assert_eq!((view.confirm.len(), view.open_day), (1, None), "G2");
}

#[test]
fn older_days_are_one_line_and_going_on_from_today_puts_it_away_but_fills_in_nothing() {
    let (life, koers) = Life::begun();
    morning(&life, 10);
    let gaps = today(&koers).gaps.expect("the 2nd to the 8th");
    assert_eq!(gaps.line, "7 days are not filled in. That is fine.");
    let words = (gaps.go_on.as_str(), gaps.fill_in.as_str());
    assert_eq!(words, ("Go on from today", "Fill in a period"));
    let before = (koers.results(None), koers.evaluate(None), koers.goal(None));
    assert_eq!(
        go_on(&koers).lines,
        ["Fine. Those days stay not filled in. If something comes back to you later, note it on \
          that day."]
    );
    assert_eq!((line(&koers), open(&koers)), (None, vec![]));
    let after = (koers.results(None), koers.evaluate(None), koers.goal(None));
    assert_eq!(before, after, "G2: unknown, never counted as no use");
    assert!(first_week(&koers).iter().all(|(state, _)| *state == DayWord::Unknown));

    koers.undo().expect("undone");
    assert_eq!(line(&koers), Some(gaps.line), "the line is back");
    go_on(&koers);
    morning(&life, 11);
    assert_eq!(line(&koers).as_deref(), Some("1 day is not filled in. That is fine."), "the 9th");
    assert_eq!(open(&koers), [march(9)], "only what came after it");
    let koers = life.reopened_after(koers);
    assert_eq!(open(&koers), [march(9)]);
}

#[test]
fn a_period_is_filled_in_at_once_and_undone_at_once() {
    let (life, koers) = Life::begun();
    morning(&life, 10);
    let form = koers.gap_form(None).expect("open");
    assert_eq!((form.title.as_str(), form.days.len()), ("Fill in a period", 7));
    assert_eq!(form.days[0].label, "Sunday 8 March", "newest first");
    assert_eq!((form.days[6].day, &form.more), (march(2), &None));
    assert_eq!((form.not_used.as_str(), form.used.as_str()), ("Not used", "Used"));

    let draft = period(&koers, &[(2, false), (3, true), (4, false), (7, false)]);
    let receipt = koers.record(&Command::FillIn(draft.clone())).expect("SHP-15");
    assert_eq!(receipt.lines, ["4 days filled in later."]);
    assert_eq!(open(&koers), [march(8), march(6), march(5)], "what was left open stays open");
    let (without, unknown) = ((DayWord::NotUsed, true), (DayWord::Unknown, false));
    let used = (DayWord::Used, true);
    let filled = [without, used, without, unknown, unknown, without, unknown];
    assert_eq!(first_week(&koers), filled, "G2: each is named as recalled");
    let day = koers.results(None).expect("open").weeks[0].week.days[1];
    assert!(day.closed && day.amount_unknown && day.lo < day.hi, "G2: used, amount unknown");
    assert_eq!(koers.diary(0, 20).expect("open").total, 5, "an entry each, and the use");

    assert!(koers.record(&Command::FillIn(draft)).expect("again").repeated, "BEY-11");
    koers.undo().expect("undone");
    assert_eq!(open(&koers).len(), 7, "one tap takes all of it back");
    assert_eq!(koers.diary(0, 20).expect("open").total, 0);
}

#[test]
fn a_day_that_cannot_be_filled_in_is_refused_by_its_place_and_nothing_is_written() {
    let (life, koers) = Life::begun();
    morning(&life, 5);
    koers.record(&Command::FillIn(period(&koers, &[(3, false)]))).expect("SHP-15");
    let before = koers.stats();
    let with = |day| refused(&koers, period(&koers, &[(2, false), (day, false)]));
    assert_eq!(
        with(5),
        ("period[1]".to_owned(), Reason::NotPossible),
        "today is closed, not filled"
    );
    assert_eq!(with(6), ("period[1]".to_owned(), Reason::Future));
    assert_eq!(with(2), ("period[1]".to_owned(), Reason::NotPossible), "twice");
    assert_eq!(with(3), ("period[1]".to_owned(), Reason::AlreadyThere));
    assert_eq!(refused(&koers, period(&koers, &[])), ("period".to_owned(), Reason::Empty));
    let other = FillInDraft { substance: "tea".into(), ..period(&koers, &[(2, false)]) };
    assert_eq!(refused(&koers, other).0, "substance");
    assert_eq!(koers.stats(), before, "nothing was written");
    let filled =
        KoersError::InvalidDraft { field: "period[1]".to_owned(), reason: Reason::AlreadyThere };
    assert_eq!(
        sentence(&Content::shipped(), Lang::En, &filled),
        "One of these days was filled in meanwhile. Nothing was changed."
    );
}

#[test]
fn a_day_with_a_logged_use_is_no_gap_and_cannot_be_called_a_day_without() {
    let (life, koers) = Life::begun();
    koers.record(&Command::Log(craving(&koers, 7, Some("1")))).expect("SHP-14");
    morning(&life, 5);
    assert_eq!(open(&koers), [march(3)]);
    let refused = refused(&koers, period(&koers, &[(2, false)]));
    assert_eq!(refused, ("period[0]".to_owned(), Reason::AlreadyThere), "G2");
}

#[test]
fn days_before_the_start_and_days_of_rest_are_not_asked_about() {
    let (life, koers) = Life::begun();
    morning(&life, 3);
    assert_eq!(open(&koers), [], "the week before has its own form");
    let rest = PauseDraft { from: march(4), until: Some(march(8)) };
    let round =
        RoundDraft { number: 1, weeks: 4, start: Some(march(2)), pauses: vec![rest], ended: None };
    koers.record(&Command::Round(round)).expect("SHP-11");
    morning(&life, 8);
    assert_eq!(today(&koers).open_day, None, "the 7th was a day of rest");
    morning(&life, 10);
    assert_eq!(open(&koers), [march(8), march(3), march(2)]);
    let again =
        RoundDraft { number: 2, weeks: 4, start: Some(march(8)), pauses: vec![], ended: None };
    koers.record(&Command::Round(again)).expect("SHP-11");
    assert_eq!(open(&koers), [march(8)], "a new round asks about its own days");
}

#[test]
fn each_substance_has_its_own_open_days() {
    let (life, koers) = Life::begun();
    let cocaine = Code::from("cocaine");
    let follow = FollowDraft { substance: cocaine.clone(), followed: true };
    koers.record(&Command::Follow(follow)).expect("SHP-02");
    koers.record(&closing(&koers, ClosingAnswer::SoFar)).expect("SHP-15");
    morning(&life, 6);
    let days = |substance: &Code| koers.gap_form(Some(substance)).expect("open").days.len();
    assert_eq!([days(&cannabis()), days(&cocaine)], [2, 2], "the 3rd and the 4th");
    koers.record(&Command::FillIn(period(&koers, &[(3, false)]))).expect("SHP-15");
    assert_eq!([days(&cannabis()), days(&cocaine)], [1, 2]);
    go_on(&koers);
    assert_eq!([days(&cannabis()), days(&cocaine)], [0, 2]);
}

#[test]
fn after_a_long_silence_the_line_counts_all_days_and_the_form_shows_four_weeks() {
    let (life, koers) = Life::begun();
    life.clock.set("2026-04-10T09:00:00Z");
    assert_eq!(line(&koers).as_deref(), Some("38 days are not filled in. That is fine."));
    let form = koers.gap_form(None).expect("open");
    let more = "10 days before these are not filled in either. They come next.";
    assert_eq!((form.days.len(), form.more.as_deref()), (28, Some(more)));
    let days = form.days.iter().map(|one| FilledDayDraft { day: one.day, used: false });
    let draft = FillInDraft { period: days.collect(), ..period(&koers, &[]) };
    koers.record(&Command::FillIn(draft)).expect("all that is shown, at once");
    let form = koers.gap_form(None).expect("open");
    assert_eq!((form.days.len(), form.more), (10, None), "the earlier ones come next");
}

/// Each day of a week: left open, without use, or with use.
fn weeks() -> impl Strategy<Value = Vec<Option<bool>>> {
    prop::collection::vec(prop::option::of(any::<bool>()), 7)
}

proptest! {
    // Each case writes two vaults.
    #![proptest_config(ProptestConfig {
        cases: 24,
        rng_seed: RngSeed::Fixed(5),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_period_says_the_same_as_its_days_one_by_one(week in weeks()) {
        let answered = || (2..9).zip(&week).filter_map(|(day, used)| Some((day, (*used)?)));
        let (life, koers) = Life::begun();
        morning(&life, 10);
        let days: Vec<(u32, bool)> = answered().collect();
        if !days.is_empty() {
            koers.record(&Command::FillIn(period(&koers, &days))).expect("SHP-15");
        }
        let (other, one_by_one) = Life::begun();
        morning(&other, 10);
        for (day, used) in answered() {
            one_by_one.record_all(&by_itself(&one_by_one, day, used)).expect("SHP-15");
        }
        prop_assert_eq!(first_week(&koers), first_week(&one_by_one));
        prop_assert_eq!(koers.results(None), one_by_one.results(None), "G2, G4");
        prop_assert_eq!(today(&koers), today(&one_by_one));
        let still_open = (2..9).zip(&week).filter(|(_, used)| used.is_none());
        let still_open: Vec<NaiveDate> = still_open.map(|(day, _)| march(day)).rev().collect();
        prop_assert_eq!(open(&koers), still_open);
    }
}

/// A day as somebody fills it in by the log and a closing.
fn by_itself(koers: &Koers, day: u32, used: bool) -> Vec<Command> {
    let answer = if used { ClosingAnswer::ThatsAll } else { ClosingAnswer::NotUsed };
    let Command::Close(closed) = closing(koers, answer) else { panic!("a closing") };
    let mut draft = craving(koers, 5, None);
    (draft.craving, draft.situations) = (None, vec![]);
    draft.uses = vec![UseDraft { substance: cannabis(), amount: None, unit: None }];
    draft.when = Some(crate::time::When::Sometime { day: march(day) });
    let mut commands = vec![Command::Log(draft)];
    commands.truncate(usize::from(used));
    commands.push(Command::Close(ClosingDraft { day: Some(march(day)), ..closed }));
    commands
}
