//! Step 1: language, name, country, substances, what else is used, how long.

use koers_core::app::Command as Record;
use koers_core::content::{Code, Kind};
use koers_core::journey::ReminderSettings;
use koers_core::journey::draft::{CoUseDraft, FollowDraft, ProfileDraft, Reason, RoundDraft};

use crate::ask::choose_several;
use crate::failure::Failure;
use crate::session::Session;
use crate::show;

/// The lengths of a programme, in weeks.
const LENGTHS: [u32; 3] = [4, 5, 6];

pub(crate) fn person(session: &Session<'_>) -> Result<(), Failure> {
    session.until_recorded(|| questions(session).map(Some), Clone::clone)?;
    co_use(session)
}

fn questions(session: &Session<'_>) -> Result<Vec<Record>, Failure> {
    let blank = ProfileDraft {
        nickname: String::new(),
        language: session.voice.lang,
        zone: String::new(),
        cut_off: 0,
        reminders: ReminderSettings::default(),
        country: String::new(),
    };
    let nickname = session.fitting(
        &["nickname"],
        || Ok(session.text("intake-nickname-ask", "")?.unwrap_or_default()),
        |nickname| Record::Profile(ProfileDraft { nickname: nickname.clone(), ..blank.clone() }),
    )?;
    let country = country(session)?;
    let substances = substances(session)?;
    let cut_off = cut_off(session, &substances, &blank)?;
    let weeks = LENGTHS.map(|weeks| weeks.to_string()).to_vec();
    let weeks =
        session.choose("intake-length-ask", weeks, 0)?.map_or(LENGTHS[0], |nth| LENGTHS[nth]);
    let mut records = vec![Record::Profile(ProfileDraft { nickname, country, cut_off, ..blank })];
    let follow = |substance| Record::Follow(FollowDraft { substance, followed: true });
    records.extend(substances.into_iter().map(follow));
    records.push(Record::Round(RoundDraft {
        number: 1,
        weeks,
        start: None,
        pauses: vec![],
        ended: None,
    }));
    Ok(records)
}

fn country(session: &Session<'_>) -> Result<String, Failure> {
    let countries = session.voice.content.countries();
    let names = countries.iter().map(|one| session.say(&format!("help-country-{one}"))).collect();
    let chosen = session.choose("intake-country-ask", names, 0)?;
    Ok(chosen.map(|nth| countries[nth].to_owned()).unwrap_or_default())
}

/// At least one: a programme is about something.
fn substances(session: &Session<'_>) -> Result<Vec<Code>, Failure> {
    let all = session.voice.content.substances();
    let question = session.say("intake-substance-ask");
    loop {
        let names = all.iter().map(|code| session.voice.label(code)).collect();
        let chosen = choose_several(&session.voice, &question, names, &[])?.unwrap_or_default();
        if !chosen.is_empty() {
            return Ok(chosen.into_iter().map(|nth| all[nth].clone()).collect());
        }
        show::paragraph(0, &session.voice.refuse("substance", Reason::Empty).to_string());
    }
}

/// When a new day begins: what the pack of the only substance proposes, or the usual.
fn cut_off(
    session: &Session<'_>,
    substances: &[Code],
    blank: &ProfileDraft,
) -> Result<u32, Failure> {
    let proposed = match substances {
        [only] => session.voice.content.cut_off(only).unwrap_or_default(),
        _ => koers_core::time::CutOff::default(),
    };
    let before = time_text(proposed.0);
    let question = session.say("intake-cut-off-ask");
    session.fitting(
        &["cut_off"],
        || {
            let minutes = session.read("time", &question, &before, "ask-help-time", minutes)?;
            Ok(minutes.unwrap_or(proposed.0).into())
        },
        |cut_off| Record::Profile(ProfileDraft { cut_off: *cut_off, ..blank.clone() }),
    )
}

/// Minutes after midnight, of `20:00`.
pub(super) fn minutes(typed: &str) -> Result<u16, Reason> {
    let time =
        chrono::NaiveTime::parse_from_str(typed, "%H:%M").map_err(|_| Reason::InvalidDate)?;
    let since = time.signed_duration_since(chrono::NaiveTime::MIN).num_minutes();
    u16::try_from(since).map_err(|_| Reason::InvalidDate)
}

/// `20:00`, of minutes after midnight.
pub(super) fn time_text(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// What else is used; the receipt says what must not be stopped alone.
fn co_use(session: &Session<'_>) -> Result<(), Failure> {
    let followed = session.ok(session.koers.substances())?;
    let Some(first) = followed.first() else { return Ok(()) };
    let words = session.voice.content.vocabulary(Kind::CoUse, &first.code);
    let names = words.iter().map(|word| session.voice.label(&word.code)).collect();
    let question = session.say("also-use-ask");
    let chosen = choose_several(&session.voice, &question, names, &[])?.unwrap_or_default();
    if chosen.is_empty() {
        return Ok(());
    }
    let also_used = chosen.into_iter().map(|nth| words[nth].code.clone()).collect();
    session.record(&Record::CoUse(CoUseDraft { also_used }))
}
