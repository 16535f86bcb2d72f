//! Everything that was recorded, as JSON: for the person to keep, and for other programs.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;

use crate::journey::entity::{
    Agreement, Answer, Baseline, Calibration, Closing, CoUse, EmergencyPlan, Entity, Episode,
    Followed, Goal, ListedSituation, NotForMe, Note, OwnSituation, Plan, PlanUse, Price, Profile,
    Review, Round, Step, Supporter,
};
use crate::journey::{Journey, Kept, Record};
use crate::vault::RecordId;

/// The version of this form: a reader refuses a higher one.
const VERSION: u32 = 1;

/// The record of everything.
#[derive(Debug, Serialize)]
pub struct JsonExport {
    /// Always `koers-export`.
    pub format: &'static str,
    /// The version of the form.
    pub version: u32,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Versions that a newer Koers wrote and that are not in here.
    pub left_out: u64,
    /// By kind, by record id. What stays on one device (half-filled forms, reminders shown) is
    /// not in here.
    pub records: BTreeMap<&'static str, Vec<One>>,
}

/// One record.
#[derive(Debug, Serialize)]
pub struct One {
    /// Its id.
    pub id: RecordId,
    /// What it says.
    pub value: Value,
    /// What it said before, oldest first, where that is kept.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Value>,
}

/// Everything that is shown, with its history where history is kept.
pub fn json(journey: &Journey, made: DateTime<Utc>) -> Result<Vec<u8>, serde_json::Error> {
    let mut export = JsonExport {
        format: "koers-export",
        version: VERSION,
        made,
        left_out: journey.newer(),
        records: BTreeMap::new(),
    };
    export.add::<Profile>(journey)?;
    export.add::<Followed>(journey)?;
    export.add::<CoUse>(journey)?;
    export.add::<Round>(journey)?;
    export.add::<Baseline>(journey)?;
    export.add::<Goal>(journey)?;
    export.add::<Step>(journey)?;
    export.add::<Agreement>(journey)?;
    export.add::<Review>(journey)?;
    export.add::<Calibration>(journey)?;
    export.add::<Price>(journey)?;
    export.add::<OwnSituation>(journey)?;
    export.add::<ListedSituation>(journey)?;
    export.add::<Episode>(journey)?;
    export.add::<Closing>(journey)?;
    export.add::<Plan>(journey)?;
    export.add::<PlanUse>(journey)?;
    export.add::<EmergencyPlan>(journey)?;
    export.add::<Supporter>(journey)?;
    export.add::<Note>(journey)?;
    export.add::<NotForMe>(journey)?;
    export.add::<Answer>(journey)?;
    let mut bytes = serde_json::to_vec_pretty(&export)?;
    bytes.push(b'\n');
    Ok(bytes)
}

impl JsonExport {
    fn add<T: Kept + Serialize>(&mut self, journey: &Journey) -> Result<(), serde_json::Error> {
        let mut all = Vec::new();
        for (id, value) in journey.all::<T>() {
            let history = journey.records::<T>().record(id).into_iter().flat_map(Record::history);
            let mut earlier = history.map(serde_json::to_value).collect::<Result<Vec<_>, _>>()?;
            // The last one is what is shown.
            earlier.pop();
            all.push(One { id, value: serde_json::to_value(value)?, earlier });
        }
        self.records.insert(<T as Entity>::NAME, all);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::entity::{Delivery, HalfFilled, KINDS, WhileLocked};

    #[test]
    fn every_kind_is_in_the_record_of_everything_but_what_stays_on_the_device() {
        let bytes = json(&Journey::default(), DateTime::UNIX_EPOCH).expect("plain data");
        let export: Value = serde_json::from_slice(&bytes).expect("JSON");
        let mut found: Vec<&str> =
            export["records"].as_object().expect("by kind").keys().map(String::as_str).collect();
        found.extend([HalfFilled::NAME, Delivery::NAME, WhileLocked::NAME]);
        found.sort_unstable();
        let mut kinds: Vec<&str> = KINDS.iter().map(|(_, name)| *name).collect();
        kinds.sort_unstable();
        assert_eq!(found, kinds);
    }
}
