//! How long something takes, ISO 8601.

/// A duration in whole seconds, written `PT15M`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration(u32);

impl Duration {
    /// Reads hours, minutes and seconds: `PT1H30M`, `PT90S`.
    ///
    /// # Errors
    /// Says what a duration looks like.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        const LOOK: &str = "a duration is written as hours, minutes and seconds, such as `PT1H30M` or `PT15M`";
        let mut rest = text.strip_prefix("PT").filter(|rest| !rest.is_empty()).ok_or(LOOK)?;
        let mut seconds = 0_u32;
        for (unit, worth) in [('H', 3600), ('M', 60), ('S', 1)] {
            let Some((number, after)) = rest.split_once(unit) else { continue };
            let number: u32 = number.parse().map_err(|_| LOOK)?;
            seconds = number.checked_mul(worth).and_then(|more| seconds.checked_add(more)).ok_or(LOOK)?;
            rest = after;
        }
        if rest.is_empty() { Ok(Self(seconds)) } else { Err(LOOK) }
    }

    /// Whether it is no time at all.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Seconds.
    #[must_use]
    pub fn seconds(self) -> u32 {
        self.0
    }

    /// Whole minutes, at least 1, rounded up.
    #[must_use]
    pub fn minutes(self) -> u32 {
        self.0.div_ceil(60).max(1)
    }
}
