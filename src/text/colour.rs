//! Colours as style sheets write them, and how well one is read on another (WCAG 2).

use std::fmt;

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(u8, u8, u8);

/// White.
pub const WHITE: Colour = Colour(255, 255, 255);
/// Black.
pub const BLACK: Colour = Colour(0, 0, 0);

/// Steps from a colour to black or white.
const STEPS: u16 = 128;

impl Colour {
    /// Parses `#1D5FA6` or `#fff`.
    ///
    /// ```
    /// use bacheca::text::colour::Colour;
    ///
    /// assert_eq!(Colour::parse("#1d5fa6").unwrap().to_string(), "#1D5FA6");
    /// assert_eq!(Colour::parse("#fff"), Colour::parse("#FFFFFF"));
    /// assert_eq!(Colour::parse("blu"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> =
            text.strip_prefix('#')?.chars().map(|ch| u8::try_from(ch.to_digit(16)?).ok()).collect::<Option<_>>()?;
        match digits.as_slice() {
            [red, green, blue] => Some(Self(red * 17, green * 17, blue * 17)),
            [red, red_low, green, green_low, blue, blue_low] => {
                Some(Self(red * 16 + red_low, green * 16 + green_low, blue * 16 + blue_low))
            }
            _ => None,
        }
    }

    /// Ratio of the luminances of two colours, from 1 to 21: text is read from 4.5 on.
    ///
    /// ```
    /// use bacheca::text::colour::{BLACK, WHITE};
    ///
    /// assert!((BLACK.contrast(WHITE) - 21.0).abs() < 0.01);
    /// ```
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (own, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        own.max(other) / own.min(other)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// The first colour on the way from this one to another, itself included, that is read on each of `grounds` at a ratio;
    /// the other one if there is none.
    #[must_use]
    pub fn nearest_readable(self, towards: Self, grounds: &[Self], ratio: f64) -> Self {
        let readable = |colour: &Self| grounds.iter().all(|ground| colour.contrast(*ground) >= ratio);
        (0..=STEPS).map(|step| self.mix(towards, step)).find(readable).unwrap_or(towards)
    }

    /// A part of the way to another colour, in [`STEPS`].
    fn mix(self, other: Self, step: u16) -> Self {
        let part = |own: u8, other: u8| {
            let mixed = (u16::from(own) * (STEPS - step) + u16::from(other) * step) / STEPS;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Self(part(self.0, other.0), part(self.1, other.1), part(self.2, other.2))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }
}
