//! When a person wants to be reminded.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// The minutes of a day.
const DAY: u16 = 24 * 60;
/// The longest own words that a lock screen shows in full on most phones (judgement).
const LONGEST_WORDS: usize = 200;
/// As many risk times as a person can oversee (judgement).
const MOST_RISK_TIMES: usize = 21;

/// When a person wants to be reminded (SHP-31); times are minutes after midnight, 0–1439.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ReminderSettings {
    /// The daily check-in.
    #[n(0)]
    pub check_in: KindSettings,
    /// Yesterday is not closed yet.
    #[n(1)]
    pub not_closed: KindSettings,
    /// A new week's letter.
    #[n(2)]
    pub letter: KindSettings,
    /// A look back after a lapse (rule G9).
    #[n(3)]
    pub follow_up: KindSettings,
    /// Ahead of a personal risk time; its own time is not used.
    #[n(4)]
    pub pre_risk: KindSettings,
    /// The end of the programme, and one and three months after it.
    #[n(5)]
    pub programme_end: KindSettings,
    /// At most this many a day, 1–3.
    #[n(6)]
    pub per_day: u8,
    /// Quiet from this time on.
    #[n(7)]
    pub quiet_from: u16,
    /// Quiet up to this time; none when it equals `quiet_from`.
    #[n(8)]
    pub quiet_to: u16,
    /// Times that the person named as a risk, each with words of their own.
    #[n(9)]
    pub risk_times: Vec<RiskTime>,
}

/// Whether and when a kind of reminder comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct KindSettings {
    /// Whether it comes at all.
    #[n(0)]
    pub on: bool,
    /// When, where the person set it: kept even in quiet hours. None is the kind's own time.
    #[n(1)]
    pub at: Option<u16>,
}

/// A time of the week that a person named as a risk.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct RiskTime {
    /// 1 (Monday) to 7 (Sunday).
    #[n(0)]
    pub weekday: u8,
    /// The time of the risk, not of the reminder.
    #[n(1)]
    pub at: u16,
    /// What the reminder says, in the person's own words ("call Tom").
    #[n(2)]
    pub words: String,
}

impl KindSettings {
    /// Comes at the kind's own time.
    pub const ON: Self = Self { on: true, at: None };
    /// Does not come.
    pub const OFF: Self = Self { on: false, at: None };
}

impl Default for ReminderSettings {
    /// All but pre-risk, which needs the person's own words; one a day; quiet from 22:00 to 08:00
    /// (judgement).
    fn default() -> Self {
        Self {
            check_in: KindSettings::ON,
            not_closed: KindSettings::ON,
            letter: KindSettings::ON,
            follow_up: KindSettings::ON,
            pre_risk: KindSettings::OFF,
            programme_end: KindSettings::ON,
            per_day: 1,
            quiet_from: 22 * 60,
            quiet_to: 8 * 60,
            risk_times: Vec::new(),
        }
    }
}

/// Why settings were refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {reason}")]
pub struct SettingsFault {
    /// The field.
    pub field: &'static str,
    /// The reason.
    pub reason: &'static str,
}

impl ReminderSettings {
    /// Checks a draft of settings: times 0–1439, 1–3 a day, weekdays 1–7, at most 21 risk times,
    /// each with words of one to two hundred characters.
    pub fn check(&self) -> Result<(), SettingsFault> {
        let refuse = |field, reason| Err(SettingsFault { field, reason });
        let kinds = [
            ("check_in", self.check_in.at),
            ("not_closed", self.not_closed.at),
            ("letter", self.letter.at),
            ("follow_up", self.follow_up.at),
            ("pre_risk", self.pre_risk.at),
            ("programme_end", self.programme_end.at),
            ("quiet_from", Some(self.quiet_from)),
            ("quiet_to", Some(self.quiet_to)),
        ];
        if let Some((field, _)) = kinds.iter().find(|(_, at)| at.is_some_and(|at| at >= DAY)) {
            return refuse(field, "time outside 00:00 to 23:59");
        }
        if !(1..=3).contains(&self.per_day) {
            return refuse("per_day", "number outside 1 to 3");
        }
        if self.risk_times.len() > MOST_RISK_TIMES {
            return refuse("risk_times", "more than 21");
        }
        for risk in &self.risk_times {
            if !(1..=7).contains(&risk.weekday) || risk.at >= DAY {
                return refuse("risk_times", "weekday outside 1 to 7 or time outside the day");
            }
            if risk.words.trim().is_empty() || risk.words.chars().count() > LONGEST_WORDS {
                return refuse("risk_times", "own words of 1 to 200 characters are needed");
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(change: impl FnOnce(&mut ReminderSettings)) -> ReminderSettings {
        let risk = RiskTime { weekday: 5, at: 1380, words: "call Tom".into() };
        let mut settings = ReminderSettings { risk_times: vec![risk], ..Default::default() };
        change(&mut settings);
        settings
    }

    #[test]
    fn settings_come_back_as_they_were_written() {
        let settings = with(|s| s.check_in.at = Some(1290));
        let bytes = minicbor::to_vec(&settings).expect("writing to memory does not fail");
        assert_eq!(minicbor::decode(&bytes).ok(), Some(settings));
    }

    #[test]
    fn settings_that_no_clock_can_keep_are_refused_with_their_field() {
        assert_eq!(with(|_| ()).check(), Ok(()));
        let refused = |change: fn(&mut ReminderSettings)| {
            with(change).check().expect_err("out of bounds").field
        };
        assert_eq!(refused(|s| s.follow_up.at = Some(1440)), "follow_up");
        assert_eq!(refused(|s| s.quiet_to = 1440), "quiet_to");
        assert_eq!(refused(|s| s.per_day = 0), "per_day");
        assert_eq!(refused(|s| s.per_day = 4), "per_day");
        assert_eq!(refused(|s| s.risk_times[0].weekday = 0), "risk_times");
        assert_eq!(refused(|s| s.risk_times[0].at = 1440), "risk_times");
        assert_eq!(refused(|s| s.risk_times[0].words = " ".into()), "risk_times");
        assert_eq!(refused(|s| s.risk_times[0].words = "é".repeat(201)), "risk_times");
        assert_eq!(refused(|s| s.risk_times = vec![s.risk_times[0].clone(); 22]), "risk_times");
    }
}
