//! The figures of goals: simulated diaries of people, days of which are removed.
//!
//! The truth is judged apart from the core, from the amounts alone. Everything but the speed
//! comes out the same in every run.

mod diary;
mod person;
mod score;
mod speed;

pub use diary::{Diary, Gaps};
pub use person::{Person, Truth};
pub use score::{Count, Score};
pub use speed::evaluate_10y;

/// The scores of so many people together: which days go missing, and how many of their uses they
/// forget on days that they close.
pub fn scored(people: u64, gaps: Gaps, forgotten: f64) -> Score {
    let mut score = Score::default();
    for seed in 0..people {
        let mut person = Person::new(seed);
        let diary = person.diary(gaps, forgotten);
        score.add(&person.truth, &diary);
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A few of the people; all of them are for the figures.
    const FEW: u64 = 60;

    #[test]
    fn g4_no_decided_verdict_is_wrong_when_closings_are_truthful() {
        let complete = scored(FEW, Gaps::None, 0.0);
        assert_eq!((complete.verdicts.wrong, complete.ends.wrong, complete.unknown), (0, 0, 0));
        assert!(complete.verdicts.cases > 500 && complete.ends.cases > 50);
        let gaps = scored(FEW, Gaps::Hiding, 0.0);
        assert_eq!(gaps.verdicts.wrong, 0);
        assert!(gaps.unknown > 0 && gaps.as_zero.wrong > 0, "missing days are not zero");
    }

    #[test]
    fn g4_nothing_is_met_without_a_closing() {
        let silent = scored(FEW, Gaps::NeverClosed, 0.0);
        assert_eq!(silent.met_without_closing, 0);
        assert!(silent.verdicts.cases > 0, "what is over for certain is still said");
    }

    #[test]
    fn the_same_seed_is_the_same_person() {
        assert_eq!(scored(3, Gaps::Random, 0.1), scored(3, Gaps::Random, 0.1));
    }
}
