//! A pack with every fault that the validator knows, and nothing else is found in it.

use super::*;

const BASE: &str = r#"format = 1
id = "base"
version = 1
languages = ["nl", "en"]
readings = ["unsourced", "missing"]

[words]
place = [
  { code = "home" },
  { code = "home" },
  { code = "Not Well Formed" },
]
situation = [
  { code = "lost", group = "nowhere", covers = ["place.mars"] },
]
weather = [{ code = "rain" }]

[[units]]
code = "day"
goal_only = true
smallest = "1"
step = "1"
max = "1"

[[help_lines]]
code = "nobody"
kind = "crisis"
countries = ["belgium"]
number = "call me"
checked = "last week"

[[safety]]
code = "sign"
any = ["body.gone"]
used = "tea"
shows = "crisis"
"#;

const NL: &str = r"number-words = nul een
clock-time = { $hour }.{ $minute }
place-home = thuis
place-home = huis
unit-day = dagen
    .count = { $amount } dagen
only-here = Alleen hier, { $who }
quotes = { nothing-there } { SHOUT($a) }
help-line-nobody = Niemand
safety-sign = Je moet stoppen!
thought-x = Ik moet stoppen
";

const EN: &str = r"number-words = nought one
clock-time = { $hour }:{ $minute }
place-home = home
unit-day = days
    .count = { $number } days
quotes = nothing
help-line-nobody = Nobody
safety-sign = One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five { $x ->
    [one] six
   *[other] twenty-six
}.
thought-x = I relapse
= junk
";

const READING: &str = "+++\ntitle = \"A reading\"\n+++\nText.";

fn faults_of(files: &[(&str, &str)], lock: Option<&str>) -> Vec<String> {
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    check(&files, lock).iter().map(ToString::to_string).collect()
}

#[test]
fn every_fault_of_a_broken_pack_is_named_with_file_and_line() {
    let files = [
        ("p/base/pack.toml", BASE),
        ("p/base/nl/all.ftl", NL),
        ("p/base/en/all.ftl", EN),
        ("p/base/nl/readings/unsourced.md", READING),
        ("p/base/en/readings/unsourced.md", "no front matter"),
        ("p/base/en/readings/unlisted.md", READING),
        ("p/base/notes.txt", "?"),
        ("p/tea/nl/all.ftl", "lonely = ja"),
    ];
    let lock = "base:place.home\nbase:place.cellar\nbase:unit.day retired\n";
    let found = faults_of(&files, Some(lock));
    let expected = [
        "p/base/pack.toml:5: nl has no text nl/readings/missing.md",
        "p/base/pack.toml:5: en has no text en/readings/missing.md",
        "p/base/pack.toml:5: en has no text en/readings/unsourced.md",
        "p/base/nl/readings/unsourced.md:1: reading has no source",
        "p/base/en/readings/unsourced.md:1: cannot be read: no front matter between lines of +++",
        "p/base/en/readings/unlisted.md:1: file belongs to no part of a pack",
        "p/base/notes.txt: file belongs to no part of a pack",
        "p/tea/nl/all.ftl: folder has no pack.toml",
        "p/base/pack.toml:10: base:place.home stands here twice",
        "p/base/pack.toml:11: base:place.Not Well Formed is not made of lower-case letters, \
         digits and hyphens",
        "p/base/pack.toml:14: base:place.mars leads nowhere",
        "p/base/pack.toml:14: nl has no text situation-lost",
        "p/base/pack.toml:14: nl has no text situation-group-nowhere",
        "p/base/pack.toml:16: unknown kind of word weather",
        "p/base/pack.toml:18: unit day has no usual_day above 0",
        "p/base/pack.toml:25: help line nobody has no source",
        "p/base/pack.toml:25: help line nobody has no date on which it was checked",
        "p/base/pack.toml:25: countries cannot be belgium",
        "p/base/pack.toml:25: number cannot be call me",
        "p/base/pack.toml:32: base:body.gone leads nowhere",
        "p/base/pack.toml:32: tea leads nowhere",
        "p/base/nl/all.ftl:4: message place-home stands twice",
        "p/base/nl/all.ftl:5: unit-day.count takes $amount here and $number in en",
        "p/base/nl/all.ftl:7: base/en has no text only-here",
        "p/base/nl/all.ftl:8: { nothing-there } leads nowhere",
        "p/base/nl/all.ftl:8: SHOUT() leads nowhere",
        "p/base/nl/all.ftl:8: quotes takes $a here and nothing in en",
        "p/base/nl/all.ftl:10: safety-sign says 'moet'",
        "p/base/nl/all.ftl:10: safety-sign says '!'",
        "p/base/nl/all.ftl:10: safety-sign takes nothing here and $x in en",
        "p/base/en/all.ftl:8: safety-sign has a sentence of 26 words",
        "p/base/pack.toml:18: base:unit.day was retired and cannot be used again",
        "p/base/pack.toml:25: base:help-line.nobody is not in ids.lock",
        "ids.lock:2: base:place.cellar was removed; mark it retired",
    ];
    for fault in expected {
        assert!(found.iter().any(|one| one == fault), "{fault}\nin\n{}", found.join("\n"));
    }
    assert!(found.iter().any(|one| one.starts_with("p/base/en/all.ftl:13: cannot be read")));
    assert!(!found.iter().any(|one| one.contains("thought-x says")), "quoted thoughts");
    assert!(!found.iter().any(|one| one.contains("readings/unsourced.md has")), "one fault each");
}

#[test]
fn a_pack_is_refused_whole_and_by_name() {
    let newer = BASE.replace("format = 1", "format = 2").replace("id = \"base\"", "id = \"root\"");
    let found = faults_of(&[("base/pack.toml", &newer)], None);
    assert!(found.contains(&"base/pack.toml:1: format 2 is newer than this version reads".into()));
    assert!(found.contains(&"base/pack.toml:2: id root is not the name of the folder".into()));
    let none = faults_of(&[("tea/pack.toml", "format = [")], None);
    assert!(none.iter().any(|fault| fault.contains("there is no base pack")));
    assert!(none.iter().any(|fault| fault.starts_with("tea/pack.toml:1: cannot be read")));
    let refused = Content::load(&[("base/pack.toml", newer.as_bytes())]);
    assert!(refused.is_err_and(|refused| refused.faults.len() > 2), "the whole list");
}

/// What an app brings to add a substance: the shipped packs and one more (BEY-04, BEY-05).
#[test]
fn a_new_substance_is_a_folder_of_data() {
    let manifest = r#"format = 1
id = "khat"
version = 3
languages = ["fr"]
substance = true
readings = ["one"]
[[units]]
code = "bundle"
first = true
smallest = "0.5"
step = "0.5"
max = "20"
decimals = 1
usual_day = "1"
"#;
    let french = r"substance = khat
unit-bundle = bottes
    .count = { $amount ->
        [one] { $amount } botte
       *[other] { $amount } bottes
    }
";
    let reading = "+++\ntitle = \"Lire\"\ntags = [\"mind\"]\n[[sources]]\ntitle = \"A study\"\n\
                   year = 2020\n+++\nUn texte court.\n";
    let mut files = shipped_files();
    files.push(("mine/khat/pack.toml", manifest.as_bytes()));
    files.push(("mine/khat/fr/all.ftl", french.as_bytes()));
    files.push(("mine/khat/fr/readings/one.md", reading.as_bytes()));
    let content = Content::load(&files).expect("a good pack");
    assert_eq!(content.version("khat"), Some(3));
    let bundle = Code::from("khat:unit.bundle");
    assert_eq!(content.amount(Amount::thousandths(1500), &bundle, Lang::Fr), "1,5 botte");
    assert_eq!(content.vocabulary(Kind::Place, &Code::from("khat")).len(), 21, "base's places");
    let page = content.page(&Code::from("khat:reading.one"), Lang::Fr).expect("the reading");
    assert_eq!((page.title.as_str(), page.sources[0].year), ("Lire", 2020));
    assert_eq!(page.body, "Un texte court.");
    assert_eq!(content.pages(Lang::Fr).len(), 1);
}
