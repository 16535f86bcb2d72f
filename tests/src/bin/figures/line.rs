//! One figure beside its goal.

use std::fmt;

/// What a figure has to reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Goal {
    /// Not more than this.
    AtMost(f64),
    /// Not less than this.
    AtLeast(f64),
    /// Nothing: it is told beside the others.
    None,
}

/// The value of a figure for which a tool cannot be had: it reaches no goal.
pub(crate) const NOT_MEASURED: f64 = f64::NAN;

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
            Goal::None => !self.value.is_nan(),
        }
    }
}

/// `name<TAB>value<TAB>goal<TAB>ok|short`; without a goal `name<TAB>value<TAB>-<TAB>ok`.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ok = if self.is_ok() { "ok" } else { "short" };
        write!(f, "{}\t{}\t{}\t{ok}", self.name, Rounded(self.value), self.goal)
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(most) => write!(f, "<= {most}"),
            Self::AtLeast(least) => write!(f, ">= {least}"),
            Self::None => f.write_str("-"),
        }
    }
}

/// Three decimals below a hundred, none above.
struct Rounded(f64);

impl fmt::Display for Rounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            value if value.is_nan() => f.write_str("not measured"),
            value if value.abs() < 100.0 => write!(f, "{value:.3}"),
            value => write!(f, "{value:.0}"),
        }
    }
}
