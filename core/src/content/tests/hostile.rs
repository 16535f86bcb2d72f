//! Whatever bytes come as a pack, the answer is a list of faults.

use proptest::prelude::*;

use super::*;

/// Pieces that bring random files deep into the readers.
const TOML: [&str; 12] = [
    "format = 1\n",
    "id = \"base\"\n",
    "version = 1\n",
    "languages = [\"nl\"]\n",
    "substance = true\n",
    "cut_off = \"99:99\"\n",
    "[words]\n",
    "place = [{ code = \"\" }]\n",
    "[[units]]\ncode = \"..\"\nmax = \"-1\"\n",
    "readings = [\"../x\", \"\"]\n",
    "[[safety]]\ncode = \"a\"\nany = [\":\", \".\"]\nshows = \"crisis\"\n",
    "= [[\"\u{202e}\n",
];
const FTL: [&str; 12] = [
    "a = { $x ->\n",
    "   *[other] { a }\n",
    "}\n",
    "b = { a }\n",
    "a = { b }\n",
    "    .attr = { $y }\n",
    "c = { CAP() } { WORDS($n, 1) }\n",
    "-term = { -term(x: 1) }\n",
    "number-words =\n",
    "clock-time = \u{0}\n",
    "place- = ! . ? \n",
    "d = {{{ \"\\u0000\" }}}\n",
];

fn mixed(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(pieces).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn random_packs_are_refused_without_a_panic(
        manifest in mixed(&TOML),
        messages in mixed(&FTL),
        lock in mixed(&TOML),
        bytes in proptest::collection::vec(any::<u8>(), 0..64),
        path in "(base/)?(nl/|zz/)?(readings/|letters/)?[a-z.]{0,6}(\\.md|\\.ftl|pack.toml)?",
    ) {
        let files: [(&str, &[u8]); 4] = [
            ("base/pack.toml", manifest.as_bytes()),
            ("base/nl/a.ftl", messages.as_bytes()),
            ("base/nl/readings/x.md", &bytes),
            (&path, &bytes),
        ];
        let faults = check(&files, Some(&lock));
        prop_assert!(!faults.is_empty());
        prop_assert!(Content::load(&files).is_err());
        for fault in faults {
            prop_assert!(!fault.to_string().is_empty());
        }
    }

    /// Also the texts of packs that were taken must never bring a panic, nor hang.
    #[test]
    fn random_texts_can_be_said(messages in mixed(&FTL), id in "[a-d]|number-words|-term") {
        let mut faults = Vec::new();
        let manifest = "format = 1\nid = \"base\"\nversion = 1\nlanguages = [\"nl\"]\n";
        let files: [(&str, &[u8]); 2] =
            [("base/pack.toml", manifest.as_bytes()), ("base/nl/a.ftl", messages.as_bytes())];
        let content = Content::of(super::super::parse::parse(&files, &mut faults));
        let args = Args::new().count("x", 1).count("n", -3).own("y", messages.clone());
        let said = content.text(&id, Lang::Nl, &args);
        prop_assert!(said.len() < 1_000_000);
    }
}

proptest! {
    // Each case judges two whole packs.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_damaged_shipped_file_never_panics(at in any::<u32>(), byte in any::<u8>(), which in any::<usize>()) {
        let mut files = shipped_files();
        files.retain(|(path, _)| path.starts_with("base/") || path.starts_with("cocaine/"));
        let (path, bytes) = files[which % files.len()];
        let mut damaged = bytes.to_vec();
        let place = at as usize % damaged.len();
        damaged[place] = byte;
        let which = which % files.len();
        files[which] = (path, &damaged);
        let _any_answer = Content::load(&files);
    }
}

#[test]
fn deeply_nested_braces_are_a_fault_and_no_overflow() {
    let manifest = "format = 1\nid = \"base\"\nversion = 1\nlanguages = [\"nl\"]\n";
    for nested in ["{".repeat(100_000), format!("{{ {}", "CAP(".repeat(100_000))] {
        let messages = format!("fine = ja\na = {nested}");
        let files: [(&str, &[u8]); 2] =
            [("base/pack.toml", manifest.as_bytes()), ("base/nl/a.ftl", messages.as_bytes())];
        let faults = check(&files, None);
        assert!(faults.iter().any(|fault| fault.to_string().contains("nested too deeply")));
    }
    let brackets = format!("x = {}", "[".repeat(100_000));
    assert!(!check(&[("base/pack.toml", brackets.as_bytes())], None).is_empty());
}
