//! What a person has recorded.
//!
//! The entities, their record kinds, and the fold from versions to one in-memory state. This
//! room must not judge, rank or remind; reading never validates.

mod apart;
mod body;
mod codes;
pub mod draft;
pub mod entity;
pub mod exercise;
pub mod id;
mod records;
mod reminder_settings;
mod state;

pub use apart::{Apart, Copied, CopyId};
pub use body::{Body, read, write};
pub use codes::{ClosingAnswer, GoalKind, Pace, ReviewAnswer, Source, YesPartlyNo};
pub use entity::history_of;
pub use records::{Held, Record, Records, Says};
pub use reminder_settings::{KindSettings, ReminderSettings, RiskTime, SettingsFault};
pub use state::{Decoded, Journey, Kept};
