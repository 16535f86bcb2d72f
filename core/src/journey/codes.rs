//! Closed answers that may gain a choice in a later version: a number in the body, a word
//! outside, and an arm for what this version does not know.

/// Declares such an answer: its Rust names, the number that is stored and the word that is shown
/// to programs. A number, once used, never means anything else.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
        pub enum $name {
            $($(#[$doc])* $variant,)*
            /// Written by a newer version: kept as it is, counted, never offered.
            Unknown(u32),
        }

        impl $name {
            /// All that this version knows, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The number in the body.
            pub fn code(self) -> u32 {
                match self {
                    $(Self::$variant => $code,)*
                    Self::Unknown(code) => code,
                }
            }

            /// What a number means.
            pub fn from_code(code: u32) -> Self {
                match code {
                    $($code => Self::$variant,)*
                    other => Self::Unknown(other),
                }
            }

            /// The word for programs; `unknown` for what a newer version wrote.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Unknown(_) => "unknown",
                }
            }

            /// The answer with this word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl $name {
            /// The answer by its own name, as other languages show it: `not_used`.
            fn from_name(name: &str) -> Option<Self> {
                let name = name.replace('_', "");
                Self::ALL.iter().copied().find(|one| name.eq_ignore_ascii_case(&format!("{one:?}")))
            }
        }

        impl<C> minicbor::Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut minicbor::Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.u32(self.code())?.ok()
            }
        }

        impl<'b, C> minicbor::Decode<'b, C> for $name {
            fn decode(
                d: &mut minicbor::Decoder<'b>,
                _: &mut C,
            ) -> Result<Self, minicbor::decode::Error> {
                Ok(Self::from_code(d.u32()?))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let word = String::deserialize(d)?;
                Self::from_word(&word).or_else(|| Self::from_name(&word)).ok_or_else(|| {
                    let known: Vec<_> = Self::ALL.iter().map(|one| one.word()).collect();
                    serde::de::Error::custom(format!("one of {} is needed", known.join(", ")))
                })
            }
        }
    };
}

codes! {
    /// The kind of goal (MMM-10).
    GoalKind {
        /// No use at all from the stop date on.
        Stop = 1 "stop",
        /// Use within limits.
        Reduce = 2 "reduce",
        /// Use by agreements that make it less dangerous.
        Safer = 3 "safer",
    }
}

codes! {
    /// How a person walks to the end goal (rule G0).
    Pace {
        /// Every week step is the end goal.
        RightAway = 1 "right-away",
        /// Each week asks for its own step.
        StepByStep = 2 "step-by-step",
    }
}

codes! {
    /// What a person said to close a day (SHP-15, rule G2).
    ClosingAnswer {
        /// Not used today.
        NotUsed = 1 "none",
        /// What is logged is all there was.
        ThatsAll = 2 "done",
        /// Nothing so far today.
        SoFar = 3 "so-far",
        /// The next day: it stayed that way.
        Stayed = 4 "stayed",
    }
}

codes! {
    /// The weekly answer about an agreement (rule G8).
    ReviewAnswer {
        /// Kept.
        Yes = 1 "yes",
        /// Kept in part.
        Partly = 2 "partly",
        /// Not kept.
        No = 3 "no",
        /// There was no occasion for it.
        NotNeeded = 4 "not-needed",
    }
}

codes! {
    /// Whether a plan helped, or a situation can be avoided (SHP-18).
    YesPartlyNo {
        /// Yes.
        Yes = 1 "yes",
        /// In part.
        Partly = 2 "partly",
        /// No.
        No = 3 "no",
    }
}

codes! {
    /// How an entry came in.
    Source {
        /// Typed or tapped in the open app.
        App = 1 "app",
        /// From a notification or widget, while locked.
        Notification = 2 "notification",
        /// Read from a file.
        Import = 3 "import",
    }
}
