//! What leaves the vault by the person's own hand: the report and the export (SHP-29).

use super::*;
use crate::content::Content;
use crate::journey::draft::{NoteDraft, OwnSituationDraft, TagDraft};
use crate::time::When;
use crate::vault::RecordId;

/// A sample recorded in a vault, on the morning after its last day.
fn lived(substance: &str, seed: u64, lang: Lang) -> (Life, Koers, Sample) {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 4, 13).expect("a date");
    let sample = sample(&Content::shipped(), &substance.into(), 6, seed, today, lang);
    let (life, koers) = Life::empty(lang, &sample.batches[0].at.to_rfc3339());
    for batch in &sample.batches {
        life.clock.set(&batch.at.to_rfc3339());
        koers.record_all(&batch.commands).expect("every command is good");
    }
    life.clock.set("2026-04-13T07:00:00Z");
    (life, koers, sample)
}

/// As the page escapes a text.
fn escaped(text: &str) -> String {
    let amp = text.replace('&', "&#38;");
    amp.replace('<', "&#60;").replace('>', "&#62;").replace('"', "&#34;").replace('\'', "&#39;")
}

/// Every tag that opens closes again, in its turn. Texts are escaped, so each `<` is a tag.
fn assert_well_formed(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in page.split('<').skip(1) {
        let (tag, _text) = tag.split_once('>').expect("a tag ends");
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').find(|part| !part.is_empty());
        let name = name.expect("a tag has a name");
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "closed in turn");
        } else if !(tag.ends_with('/') || matches!(name, "!DOCTYPE" | "meta")) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
}

#[test]
fn shp29_the_report_of_every_sample_life_says_what_the_screens_say() {
    for (substance, seed) in [("cannabis", 2), ("cocaine", 5)] {
        for lang in [Lang::Nl, Lang::En] {
            let (_life, koers, _sample) = lived(substance, seed, lang);
            let page = koers.report(&ReportPart::USUAL).expect("SHP-29");
            crate::report::assert_needs_nothing(&page);
            assert_well_formed(&page);
            assert!(page.contains(&format!("<html lang=\"{lang}\" dir=\"ltr\">")));

            let charts = page.matches("<svg class=\"chart\" role=\"img\"").count();
            assert_eq!(charts, 3, "use, craving, and the end in one chart");
            assert_eq!(page.matches("<desc id=\"chart-").count(), charts);
            assert!(!page.contains("-text\"></desc>"), "each in words too");

            let results = koers.results(None).expect("SHP-25");
            for week in &results.weeks {
                let said = week.sentences.iter().chain([&week.coverage]);
                said.for_each(|line| assert!(page.contains(&escaped(line)), "{line}"));
            }
            let end = koers.evaluate(None).expect("SHP-27");
            for line in end.lines.iter().chain([&end.headline]).chain(&end.recommendations) {
                assert!(page.contains(&escaped(line)), "{line}");
            }
            for place in koers.situations(None).expect("SHP-17").places.iter().take(10) {
                assert!(page.contains(&escaped(&place.label)), "{}", place.label);
                assert!(place.reasons.iter().all(|reason| page.contains(&escaped(reason))));
            }
            let planned = page.matches("<dl>").count();
            assert!(planned >= 1, "SHP-18: at least one plan");
        }
    }
}

#[test]
fn shp29_a_part_that_was_not_chosen_stays_out_and_so_does_the_name() {
    let (_life, koers) = Life::begun();
    let all = koers.report(&ReportPart::USUAL).expect("a report");
    assert!(all.contains("<h1>Summary</h1>"));
    assert!(all.contains("4 joints a week at most") && all.contains("How each week went"));
    let named = koers.report(&[ReportPart::Nickname, ReportPart::Weeks]).expect("a report");
    assert!(named.contains("<h1>Summary of Sam</h1>"));
    assert!(named.contains("How each week went") && !named.contains("a week at most"));
    assert!(!named.contains("Your risk situations"));
}

#[test]
fn shp29_on_the_first_day_and_before_it_there_is_a_page_that_says_so() {
    let (_life, koers) = Life::begun();
    let page = koers.report(&ReportPart::USUAL).expect("a report");
    assert_well_formed(&page);
    assert!(page.contains("Your list is still empty."));
    assert!(!page.contains("End of the programme"), "no verdict while it runs");
    assert_eq!(page.matches("<svg class=\"chart\"").count(), 1, "use; no craving, no end yet");

    let (_life, koers) = Life::empty(Lang::En, "2026-03-02T09:00:00Z");
    let page = koers.report(&ReportPart::USUAL).expect("a report");
    assert_well_formed(&page);
    assert!(page.contains("There is nothing to show here yet."));
}

#[test]
fn shp29_each_substance_has_its_own_part() {
    let (_life, koers, _sample) = lived("cannabis", 3, Lang::En);
    assert_eq!(koers.substances().expect("open").len(), 2, "every third invented person");
    let page = koers.report(&ReportPart::USUAL).expect("a report");
    assert_well_formed(&page);
    assert_eq!(page.matches("<section class=\"part\">").count(), 2);
    let ids: Vec<&str> =
        page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let distinct: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len(), "no two charts share a name");
}

#[test]
fn what_a_person_wrote_stands_in_the_report_as_text_only() {
    let (_life, koers) = Life::begun();
    let words = "בבית <b>&\"";
    let id = RecordId::named(&["own"]);
    let own =
        OwnSituationDraft { id, words: words.to_owned(), covers: vec![], covers_words: vec![] };
    let mut draft = craving(&koers, 8, None);
    draft.situations = vec![SituationId::own(id)];
    koers.record_all(&[Command::OwnSituation(own), Command::Log(draft)]).expect("SHP-16");
    let page = koers.report(&ReportPart::USUAL).expect("a report");
    crate::report::assert_needs_nothing(&page);
    assert_well_formed(&page);
    assert!(page.contains(&format!("<h4 dir=\"auto\">{}</h4>", escaped(words))));
}

/// The diary as it is shown, without what names a record, or says by which way it came in.
fn shown(koers: &Koers) -> Vec<DiaryEntry> {
    let id = RecordId([0; 16]);
    let entries = koers.diary(0, u32::MAX).expect("open").entries.into_iter();
    let mut all: Vec<_> = entries
        .map(|mut one| {
            one.lines.retain(|line| line != "vanuit de melding");
            DiaryEntry { id, short_id: String::new(), ..one }
        })
        .collect();
    all.sort_by_key(|one| format!("{one:?}"));
    all
}

#[test]
fn a_diary_that_was_exported_and_read_into_another_vault_is_the_same_diary() {
    for (substance, seed) in [("cannabis", 2), ("cocaine", 3)] {
        let (_life, koers, sample) = lived(substance, seed, Lang::Nl);
        let export = koers.export().expect("an export");
        let (other, copy) = Life::empty(Lang::Nl, &sample.batches[0].at.to_rfc3339());
        copy.record_all(&sample.batches[0].commands).expect("the same intake");
        other.clock.set("2026-04-13T07:00:00Z");
        let report = copy.import(&export.csv, false, false).expect("readable");
        assert_eq!(report.faults, []);
        assert_eq!(shown(&copy), shown(&koers), "{substance}");
        let judged = |koers: &Koers| {
            let weeks = koers.results(Some(&substance.into())).expect("SHP-25").weeks.into_iter();
            weeks
                .map(|week| (week.week.lo, week.week.hi, week.week.closed_days))
                .collect::<Vec<_>>()
        };
        assert_eq!(judged(&copy), judged(&koers), "the same days are closed");
        let again = copy.import(&export.csv, false, false).expect("readable");
        assert_eq!((again.new, again.written), (0, false), "twice adds nothing");
    }
}

/// Everything that a cell must not lose: what begins like a formula, marks of the format itself,
/// own words in each field, strengths, several uses, another substance, a day without a time.
fn awkward(koers: &Koers) -> Vec<Command> {
    let own = RecordId::named(&["awkward"]);
    let words = "=thuis; @werk \\ 'a'=b@7";
    let tag = |words: &str, strength| TagDraft { code: None, words: words.to_owned(), strength };
    let mut draft = craving(koers, 8, Some("1.5"));
    draft.situations.push(SituationId::own(own));
    draft.note = "=HYPERLINK(\"x\")\n- one; -two\n'quoted'".to_owned();
    draft.feelings = vec![tag("=stuck@home", Some(7)), tag("+worse", None)];
    draft.thoughts = vec![tag("place=here", Some(0))];
    draft.activity = vec![tag("feeling=odd", None), tag("-tv", Some(10))];
    let joint = |amount: Option<&str>| UseDraft {
        substance: cannabis(),
        amount: amount.map(str::to_owned),
        unit: amount.map(|_| "cannabis:unit.gram".into()),
    };
    let beside = |substance: &str, amount: &str, unit: Option<&str>| UseDraft {
        substance: substance.into(),
        amount: Some(amount.to_owned()),
        unit: unit.map(Code::from),
    };
    draft.uses.push(joint(Some("0.25")));
    draft.uses.push(beside("cocaine", "2", Some("cocaine:unit.line")));
    draft.uses.push(beside("base:co-use.alcohol", "3", None));
    let mut unknown = craving(koers, 3, None);
    unknown.uses = vec![joint(None)];
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).expect("a date");
    unknown.when = Some(When::Sometime { day });
    let note = NoteDraft {
        id: RecordId::named(&["note"]),
        text: "@home".to_owned(),
        mood: Some(4),
        when: None,
        made: None,
    };
    vec![
        Command::Follow(FollowDraft { substance: "cocaine".into(), followed: true }),
        Command::OwnSituation(OwnSituationDraft {
            id: own,
            words: words.to_owned(),
            covers: vec![],
            covers_words: vec![],
        }),
        Command::Log(draft),
        Command::Log(unknown),
        Command::Note(note),
        closing(koers, ClosingAnswer::SoFar),
    ]
}

#[test]
fn an_export_loses_nothing_that_is_awkward_and_runs_nothing_in_a_spreadsheet() {
    let (_life, koers) = Life::begun();
    koers.record_all(&awkward(&koers)).expect("all of it is good");
    let export = koers.export().expect("an export");
    for row in csv::Reader::from_reader(&*export.csv).records() {
        for cell in &row.expect("CSV") {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
    let (_other, copy) = Life::begun();
    let report = copy.import(&export.csv, false, false).expect("readable");
    assert_eq!(report.faults, []);
    assert_eq!(shown(&copy), shown(&koers));

    let entry = |koers: &Koers| {
        let entries = koers.diary(0, 10).expect("open").entries;
        let id = entries.iter().find(|one| one.craving == Some(8)).expect("the first").id;
        koers.episode(id).expect("open").expect("an episode")
    };
    let (read, written) = (entry(&copy), entry(&koers));
    assert_eq!((&read.note, &read.uses), (&written.note, &written.uses));
    assert_eq!(read.feelings, written.feelings);
    assert_eq!(read.thoughts, written.thoughts);
    assert_eq!(read.activity, written.activity);
    // An import keeps the offset that was written, and not the zone beside it.
    let read = rows(&copy.export().expect("an export").csv);
    assert_eq!(read, rows(&export.csv).replace("[Europe/Brussels]", ""));
}

/// The rows of a file in an order of their own: entries of one minute come in any order.
fn rows(csv: &[u8]) -> String {
    let mut reader = csv::Reader::from_reader(csv);
    let mut rows: Vec<String> =
        reader.records().map(|row| format!("{:?}", row.expect("CSV"))).collect();
    rows.sort();
    rows.join("\n")
}

#[test]
fn the_record_of_everything_holds_each_record_with_its_history() {
    let (life, koers) = Life::begun();
    life.clock.set("2026-03-04T09:00:00Z");
    let changed = start().into_iter().find_map(|command| match command {
        Command::Goal(goal) => Some(GoalDraft { per_week: Some("3".to_owned()), ..goal }),
        _ => None,
    });
    koers.record(&Command::Goal(changed.expect("a goal"))).expect("SHP-10");
    let json: serde_json::Value =
        serde_json::from_slice(&koers.export().expect("an export").json).expect("JSON");
    assert_eq!((&json["format"], &json["version"]), (&"koers-export".into(), &1.into()));
    let goal = &json["records"]["goal"][0];
    assert_eq!(goal["value"]["per_week"], "3");
    assert_eq!(goal["earlier"][0]["per_week"], "4");
    assert_eq!(json["records"]["profile"][0]["value"]["nickname"], "Sam");
}
