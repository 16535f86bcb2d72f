//! What of an entity is in the person's own words. Two devices may change a rating apart and the
//! later one holds; their own words are never thrown away without asking.

use super::{
    Agreement, Answer, Baseline, Calibration, Closing, CoUse, Delivery, EmergencyPlan, Episode,
    Followed, Goal, HalfFilled, ListedSituation, NotForMe, Note, OwnSituation, Plan, PlanUse,
    Price, Profile, Review, Round, Step, Supporter, Tag, WhileLocked,
};

/// The own words in an entity.
pub trait OwnWords {
    /// In the order of the form; some may be empty.
    fn own_words(&self) -> Vec<&str>;
}

/// Entities that hold nothing but choices and numbers.
macro_rules! without_words {
    ($($entity:ident)*) => {
        $(impl OwnWords for $entity {
            fn own_words(&self) -> Vec<&str> {
                Vec::new()
            }
        })*
    };
}

without_words! {
    Followed Round Baseline Step Review Calibration Price Closing NotForMe HalfFilled Delivery
    WhileLocked
}

impl OwnWords for Profile {
    fn own_words(&self) -> Vec<&str> {
        vec![&self.nickname]
    }
}

impl OwnWords for CoUse {
    fn own_words(&self) -> Vec<&str> {
        of_tags(&self.also_used).collect()
    }
}

impl OwnWords for Goal {
    fn own_words(&self) -> Vec<&str> {
        vec![&self.words]
    }
}

impl OwnWords for Agreement {
    fn own_words(&self) -> Vec<&str> {
        vec![&self.label, &self.filled_in]
    }
}

impl OwnWords for OwnSituation {
    fn own_words(&self) -> Vec<&str> {
        vec![&self.words]
    }
}

impl OwnWords for ListedSituation {
    fn own_words(&self) -> Vec<&str> {
        vec![&self.blank]
    }
}

impl OwnWords for Episode {
    fn own_words(&self) -> Vec<&str> {
        let lists = [&self.thoughts, &self.feelings, &self.body];
        let others = [&self.place, &self.company, &self.activity];
        let tags = lists.into_iter().chain(others).flat_map(|tags| of_tags(tags));
        std::iter::once(self.note.as_str()).chain(tags).collect()
    }
}

impl OwnWords for Plan {
    fn own_words(&self) -> Vec<&str> {
        let lists = [&self.early_signals, &self.avoid, &self.prepare, &self.during, &self.after];
        let lines = lists.into_iter().flatten().chain(&self.who);
        let others = [&self.helping_thought, &self.way_out, &self.alternative];
        lines.chain(others).map(String::as_str).collect()
    }
}

impl OwnWords for PlanUse {
    fn own_words(&self) -> Vec<&str> {
        vec![&self.note]
    }
}

impl OwnWords for EmergencyPlan {
    fn own_words(&self) -> Vec<&str> {
        self.lines().map(String::as_str).collect()
    }
}

impl OwnWords for Supporter {
    fn own_words(&self) -> Vec<&str> {
        vec![&self.name, &self.contact, &self.how]
    }
}

impl OwnWords for Note {
    fn own_words(&self) -> Vec<&str> {
        vec![&self.text]
    }
}

impl OwnWords for Answer {
    fn own_words(&self) -> Vec<&str> {
        let fields = self.fields.iter().flat_map(|field| {
            let rows = field.rows.iter().flat_map(|row| [row.left.as_str(), row.right.as_str()]);
            field.lines.iter().map(String::as_str).chain(rows).chain(of_tags(&field.choices))
        });
        fields.collect()
    }
}

/// The tags that no catalogue has.
fn of_tags(tags: &[Tag]) -> impl Iterator<Item = &str> {
    tags.iter().filter(|tag| tag.code.is_none()).map(|tag| tag.label.as_str())
}
