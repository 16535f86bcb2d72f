//! Every journey gives in Rust what its file says, field by field.

use koers_tests::journeys::{Journey, all, check};

#[test]
fn every_journey_gives_what_its_file_says() {
    let files = all().expect("the folder of journeys");
    assert!(files.len() >= 3, "journeys are there");
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        let journey: Journey = serde_json::from_str(&text).expect("a journey");
        assert_eq!(check(&journey), [], "{}", file.display());
    }
}

#[test]
fn a_renamed_field_a_missing_field_and_another_value_are_found() {
    let files = all().expect("the folder of journeys");
    let text = std::fs::read_to_string(&files[0]).expect("a readable file");
    let whole: Journey = serde_json::from_str(&text).expect("a journey");
    let nth = whole.steps.iter().position(|step| step.call == "today").expect("a step with today");
    let changed = |change: &dyn Fn(&mut serde_json::Map<String, serde_json::Value>)| {
        let mut journey = whole.clone();
        journey.steps.truncate(nth + 1);
        let view = journey.steps[nth].gives.as_mut().and_then(|gives| gives.as_object_mut());
        change(view.expect("today gives a view"));
        let differences = check(&journey);
        differences.into_iter().map(|one| one.at).collect::<Vec<_>>()
    };
    let step = format!("{} today", nth + 1);
    let renamed = changed(&|view| {
        let title = view.remove("title").expect("a title");
        view.insert("heading".to_owned(), title);
    });
    assert_eq!(renamed, [format!("{step}.heading"), format!("{step}.title")]);
    let missing = changed(&|view| drop(view.remove("gaps").expect("gaps, none or some")));
    assert_eq!(missing, [format!("{step}.gaps")]);
    let other = changed(&|view| drop(view.insert("title".to_owned(), "another".into())));
    assert_eq!(other, [format!("{step}.title")]);
}
