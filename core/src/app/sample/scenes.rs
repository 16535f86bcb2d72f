//! Moments as they come back in a life: where, with whom, what goes along.

use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::content::{Code, Content};

/// How many kinds of moments one person knows besides the one in own words.
const SCENES: usize = 7;

/// A kind of moment. Codes without a pack are those of base.
pub(super) struct Scene {
    /// The risk situation; empty for the one in own words.
    pub(super) situation: &'static str,
    /// Between which hours.
    pub(super) hours: [u32; 2],
    /// Of Saturday and Sunday above all.
    pub(super) weekend: bool,
    /// The usual craving.
    pub(super) craving: i64,
    pub(super) place: &'static str,
    pub(super) company: &'static str,
    pub(super) activity: &'static str,
    pub(super) feeling: &'static str,
    pub(super) thought: &'static str,
    pub(super) body: &'static str,
}

#[rustfmt::skip]
const ALL: [Scene; 14] = [
    Scene { situation: "", hours: [17, 19], weekend: false, craving: 8, place: "place.home", company: "company.alone", activity: "activity.hanging-around", feeling: "feeling.lonely", thought: "thought.deserve-it", body: "body.tense" },
    Scene { situation: "base:situation.stressed", hours: [12, 18], weekend: false, craving: 7, place: "place.work", company: "company.colleagues", activity: "activity.work-study", feeling: "feeling.stressed", thought: "thought.free-of-everything", body: "body.tense" },
    Scene { situation: "base:situation.bored", hours: [13, 20], weekend: true, craving: 5, place: "place.my-room", company: "company.alone", activity: "activity.gaming", feeling: "feeling.bored", thought: "thought.boring-without", body: "body.fidgety" },
    Scene { situation: "base:situation.party", hours: [19, 21], weekend: true, craving: 8, place: "place.friend", company: "company.friends-who-use", activity: "activity.going-out", feeling: "feeling.excited", thought: "thought.weekend-party", body: "body.energetic" },
    Scene { situation: "base:situation.weekend-evening", hours: [18, 21], weekend: true, craving: 7, place: "place.bar", company: "company.friends-who-use", activity: "activity.going-out", feeling: "feeling.happy", thought: "thought.one-wont-hurt", body: "body.energetic" },
    Scene { situation: "base:situation.after-work-school", hours: [16, 18], weekend: false, craving: 6, place: "place.on-the-way", company: "company.alone", activity: "activity.travelling", feeling: "feeling.restless", thought: "thought.deserve-it", body: "body.tired" },
    Scene { situation: "base:situation.argument-partner", hours: [18, 21], weekend: false, craving: 7, place: "place.home", company: "company.partner", activity: "activity.talk-or-argument", feeling: "feeling.angry", thought: "thought.no-point", body: "body.palpitations" },
    Scene { situation: "base:situation.tired", hours: [19, 21], weekend: false, craving: 5, place: "place.home", company: "company.housemates", activity: "activity.tv", feeling: "feeling.low", thought: "thought.stop-tomorrow", body: "body.tired" },
    Scene { situation: "base:situation.offered", hours: [15, 21], weekend: true, craving: 8, place: "place.park", company: "company.friends-who-use", activity: "activity.hanging-around", feeling: "feeling.connected", thought: "thought.others-too", body: "body.fidgety" },
    Scene { situation: "base:situation.see-or-smell", hours: [10, 20], weekend: true, craving: 6, place: "place.street", company: "company.strangers", activity: "activity.travelling", feeling: "feeling.restless", thought: "thought.cannot-resist", body: "body.fidgety" },
    Scene { situation: "cannabis:situation.cannot-sleep", hours: [20, 21], weekend: false, craving: 7, place: "place.my-room", company: "company.alone", activity: "activity.going-to-bed", feeling: "feeling.anxious", thought: "thought.stop-tomorrow", body: "body.slept-badly" },
    Scene { situation: "cannabis:situation.gear-in-sight", hours: [9, 20], weekend: true, craving: 6, place: "place.my-room", company: "company.alone", activity: "activity.chores", feeling: "feeling.restless", thought: "thought.one-wont-hurt", body: "body.fidgety" },
    Scene { situation: "cocaine:situation.drinks-after-work", hours: [17, 21], weekend: false, craving: 8, place: "place.bar", company: "company.colleagues", activity: "activity.going-out", feeling: "feeling.excited", thought: "thought.more-confident", body: "body.energetic" },
    Scene { situation: "cocaine:situation.weekend-after-payday", hours: [18, 21], weekend: true, craving: 8, place: "place.club", company: "company.friends-who-use", activity: "activity.going-out", feeling: "feeling.excited", thought: "thought.deserve-it", body: "body.energetic" },
];

/// The kinds of moments of one person, the most usual first: the one in own words, and others of
/// this substance, a party among them.
pub(super) fn scenes_of(
    rng: &mut ChaCha8Rng,
    content: &Content,
    substance: &Code,
) -> Vec<&'static Scene> {
    let fits = |scene: &&Scene| {
        let code = Code::from(scene.situation);
        let own = scene.situation.is_empty();
        let of_it = code.pack() == "base" || code.pack() == substance.as_str();
        own || (of_it && content.word(&code).is_some())
    };
    let mut all: Vec<&'static Scene> = ALL.iter().filter(fits).collect();
    all[1..].shuffle(rng);
    let certain =
        |scene: &&Scene| scene.situation.is_empty() || scene.situation == "base:situation.party";
    let (mut kept, others): (Vec<_>, Vec<_>) = all.into_iter().partition(certain);
    kept.extend(others);
    kept.truncate(SCENES + 1);
    kept
}
