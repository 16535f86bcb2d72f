//! Plans made beforehand: prevention, emergency, and the people in them (SHP-18, SHP-19, REC-10).

use minicbor::{Decode, Encode};
use serde::Serialize;

use crate::content::SituationId;
use crate::journey::YesPartlyNo;
use crate::time::Moment;

/// The prevention plan for a risk situation (SHP-18); one record a situation.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Plan {
    /// The situation.
    #[n(0)]
    pub situation: SituationId,
    /// Its words as they were shown.
    #[n(1)]
    pub label: String,
    /// What the person notices first.
    #[cbor(n(2), skip_if = "Vec::is_empty")]
    pub early_signals: Vec<String>,
    /// Whether it can be avoided.
    #[n(3)]
    pub avoidable: Option<YesPartlyNo>,
    /// How to avoid it.
    #[cbor(n(4), skip_if = "Vec::is_empty")]
    pub avoid: Vec<String>,
    /// What to prepare.
    #[cbor(n(5), skip_if = "Vec::is_empty")]
    pub prepare: Vec<String>,
    /// What to do during it, in order: "if …, then …".
    #[cbor(n(6), skip_if = "Vec::is_empty")]
    pub during: Vec<String>,
    /// What to do after it.
    #[cbor(n(7), skip_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// A helping thought.
    #[cbor(n(8), skip_if = "String::is_empty")]
    pub helping_thought: String,
    /// Whom to contact.
    #[cbor(n(9), skip_if = "Vec::is_empty")]
    pub who: Vec<String>,
    /// The way out: sentence, transport, time.
    #[cbor(n(10), skip_if = "String::is_empty")]
    pub way_out: String,
    /// What could give the same.
    #[cbor(n(11), skip_if = "String::is_empty")]
    pub alternative: String,
    /// How sure the person is, 0–10.
    #[n(12)]
    pub confidence: Option<u8>,
    /// When it was last changed.
    #[n(13)]
    pub made: Moment,
}

impl Plan {
    /// What stands in the field of this name in the draft, without what is empty; nothing of a
    /// field that holds no words.
    pub fn lines(&self, field: &str) -> impl Iterator<Item = &String> {
        let lines = match field {
            "early_signals" => &self.early_signals[..],
            "avoid" => &self.avoid,
            "prepare" => &self.prepare,
            "during" => &self.during,
            "after" => &self.after,
            "helping_thought" => std::slice::from_ref(&self.helping_thought),
            "who" => &self.who,
            "way_out" => std::slice::from_ref(&self.way_out),
            "alternative" => std::slice::from_ref(&self.alternative),
            _ => &[],
        };
        lines.iter().filter(|line| !line.is_empty())
    }
}

/// A plan that was tried (SHP-18).
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct PlanUse {
    /// The situation whose plan it was.
    #[n(0)]
    pub situation: SituationId,
    /// When.
    #[n(1)]
    pub at: Moment,
    /// "Did it help?"; none until answered.
    #[n(2)]
    pub helped: Option<YesPartlyNo>,
    /// What to change.
    #[cbor(n(3), skip_if = "String::is_empty")]
    pub note: String,
    /// When it was written.
    #[n(4)]
    pub made: Moment,
}

/// What to do after use, written beforehand (SHP-19); one record.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct EmergencyPlan {
    /// Stop and be safe.
    #[cbor(n(0), skip_if = "Vec::is_empty")]
    pub be_safe: Vec<String>,
    /// A kind sentence to oneself.
    #[cbor(n(1), skip_if = "String::is_empty")]
    pub kind_sentence: String,
    /// Whom to call.
    #[cbor(n(2), skip_if = "Vec::is_empty")]
    pub call: Vec<String>,
    /// Where to go.
    #[cbor(n(3), skip_if = "String::is_empty")]
    pub go_to: String,
    /// The next 24 hours.
    #[cbor(n(4), skip_if = "Vec::is_empty")]
    pub next_24_hours: Vec<String>,
    /// What not to do.
    #[cbor(n(5), skip_if = "Vec::is_empty")]
    pub not_do: Vec<String>,
    /// Looking back, a day later.
    #[cbor(n(6), skip_if = "Vec::is_empty")]
    pub look_back: Vec<String>,
    /// Back on course.
    #[cbor(n(7), skip_if = "Vec::is_empty")]
    pub back_on_course: Vec<String>,
}

impl EmergencyPlan {
    /// Every line of it, in the order of the form.
    pub fn lines(&self) -> impl Iterator<Item = &String> {
        let sentence = std::slice::from_ref(&self.kind_sentence);
        let place = std::slice::from_ref(&self.go_to);
        let before = [&self.be_safe[..], sentence, &self.call, place];
        let after = [&self.next_24_hours[..], &self.not_do, &self.look_back, &self.back_on_course];
        before.into_iter().chain(after).flatten().filter(|line| !line.is_empty())
    }
}

/// Somebody who supports the person (REC-10).
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Supporter {
    /// Their name.
    #[n(0)]
    pub name: String,
    /// A number or address, as typed.
    #[cbor(n(1), skip_if = "String::is_empty")]
    pub contact: String,
    /// What they are good for.
    #[cbor(n(2), skip_if = "String::is_empty")]
    pub how: String,
}
