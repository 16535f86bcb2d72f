//! One figure beside its goal.

use std::fmt;

/// What a figure has to reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Goal {
    /// Not more than this.
    AtMost(f64),
    /// Not less than this.
    AtLeast(f64),
}

/// A measured figure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// Its name, as the design names it.
    pub(crate) name: &'static str,
    /// What was measured.
    pub(crate) value: f64,
    /// What it has to reach.
    pub(crate) goal: Goal,
}

impl Line {
    /// Whether the goal is reached.
    pub(crate) fn is_ok(&self) -> bool {
        match self.goal {
            Goal::AtMost(most) => self.value <= most,
            Goal::AtLeast(least) => self.value >= least,
        }
    }
}

/// `name<TAB>value<TAB>goal<TAB>ok|short`.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, goal) = match self.goal {
            Goal::AtMost(goal) => ("<=", goal),
            Goal::AtLeast(goal) => (">=", goal),
        };
        let ok = if self.is_ok() { "ok" } else { "short" };
        write!(f, "{}\t{}\t{sign} {goal}\t{ok}", self.name, Rounded(self.value))
    }
}

/// Three decimals below a hundred, none above.
struct Rounded(f64);

impl fmt::Display for Rounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.abs() < 100.0 { write!(f, "{:.3}", self.0) } else { write!(f, "{:.0}", self.0) }
    }
}
