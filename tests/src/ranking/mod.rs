//! What the ranking is measured by: simulated people, a simulated bystander, and speed.
//!
//! Everything but the speed comes out the same in every run.

mod bystander;
mod measure;
mod people;
mod person;
mod speed;

pub use bystander::{Bystander, bystander};
pub use measure::{Estimate, kendall_tau, ndcg_5};
pub use people::{Gains, gains};
pub use person::{Person, SITUATIONS};
pub use speed::{add_one, contribution_100, rank_100};
