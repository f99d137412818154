//! `[aspetto]`: the colours and fonts of a board. They are read as well as those that they replace, or are refused.

use serde::Deserialize;

use super::Problem;
use super::validation::Place;
use crate::text::colour::{BLACK, Colour, WHITE};

/// Least contrast of text (WCAG 2, 1.4.3), and what is aimed at where the colour is ours to choose.
const MIN_CONTRAST: f64 = 4.5;
const GOOD_CONTRAST: f64 = 7.0;
/// Most characters of the name of a font family, and most families.
const MAX_FAMILY_CHARS: usize = 60;
const MAX_FAMILIES: usize = 5;

/// Colours of the style sheet that `[aspetto]` replaces, light and dark.
pub const ACCENT: [&str; 2] = ["#1D5FA6", "#8FC1F5"];
/// Colour of text on the page.
pub const INK: &str = "#17202A";
/// Colour of the page.
pub const PAPER: &str = "#FBFAF7";
/// Ground of the page and of what lies on it in the dark.
const DARK_GROUNDS: [&str; 2] = ["#14181C", "#1C2228"];
/// Colours of text on the page besides ink and accent: quiet text, and the kinds.
pub const TEXT_ON_PAPER: [&str; 8] =
    ["#4A5663", "#1D5FA6", "#1A6B3A", "#9E3D22", "#5A3D91", "#43525F", "#0B6A6E", "#98255F"];

/// `[aspetto]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appearance {
    /// Colour of buttons, of the icon and of the heads of sheets: `#A3241C`.
    #[serde(default, rename = "accento")]
    accent: Option<String>,
    /// The same on dark ground.
    #[serde(default, rename = "accento_scuro")]
    dark_accent: Option<String>,
    /// Colour of the page and of cards.
    #[serde(default, rename = "carta")]
    paper: Option<String>,
    /// Colour of text.
    #[serde(default, rename = "inchiostro")]
    ink: Option<String>,
    /// Font families on the screen, the first that the reader has.
    #[serde(default, rename = "caratteri")]
    pub families: Vec<String>,
    /// Font family for Latin letters on paper, of the machine that prints.
    #[serde(default, rename = "carattere_stampa")]
    pub print_family: Option<String>,
}

fn parse(colour: Option<&String>) -> Option<Colour> {
    colour.and_then(|colour| Colour::parse(colour))
}

fn colours(texts: &[&str]) -> Vec<Colour> {
    texts.iter().filter_map(|text| Colour::parse(text)).collect()
}

impl Appearance {
    /// The board's accent on light and on dark ground: derived from the light one, if only that is given.
    #[must_use]
    pub fn accent(&self) -> Option<(Colour, Colour)> {
        let light = parse(self.accent.as_ref())?;
        let dark = parse(self.dark_accent.as_ref());
        Some((light, dark.unwrap_or_else(|| light.nearest_readable(WHITE, &colours(&DARK_GROUNDS), GOOD_CONTRAST))))
    }

    /// The board's own colour of the page.
    #[must_use]
    pub fn paper(&self) -> Option<Colour> {
        parse(self.paper.as_ref())
    }

    /// The board's own colour of text.
    #[must_use]
    pub fn ink(&self) -> Option<Colour> {
        parse(self.ink.as_ref())
    }

    /// What is wrong with the colours and fonts, if something is.
    pub(super) fn find_unfit(&self) -> Option<(Place, Problem)> {
        let at = |key, problem| Some((Place::Appearance(key), problem));
        let given = [
            ("accento", &self.accent),
            ("accento_scuro", &self.dark_accent),
            ("carta", &self.paper),
            ("inchiostro", &self.ink),
        ];
        for (key, colour) in given {
            if colour.as_deref().is_some_and(|colour| Colour::parse(colour).is_none()) {
                return at(key, Problem::NotAColour);
            }
        }
        if self.dark_accent.is_some() && self.accent.is_none() {
            return at("accento_scuro", Problem::DarkAccentAlone);
        }
        let ink = self.ink().or(Colour::parse(INK))?;
        let paper = self.paper().or(Colour::parse(PAPER))?;
        // Quiet text and the kinds are ours: a page on which they are not read is too dark.
        let on_paper = [vec![ink], colours(&TEXT_ON_PAPER)].concat();
        let pairs = [
            ("carta", self.paper(), on_paper, WHITE),
            ("inchiostro", self.ink(), vec![paper, WHITE], BLACK),
            ("accento", parse(self.accent.as_ref()), vec![paper, WHITE], BLACK),
            ("accento_scuro", parse(self.dark_accent.as_ref()), colours(&DARK_GROUNDS), WHITE),
        ];
        for (key, colour, grounds, towards) in pairs {
            let Some(colour) = colour else { continue };
            let nearest = colour.nearest_readable(towards, &grounds, MIN_CONTRAST);
            if nearest != colour {
                let worst = grounds.iter().map(|ground| colour.contrast(*ground)).fold(f64::INFINITY, f64::min);
                let ratio = format!("{worst:.1}");
                return at(key, Problem::LowContrast { ratio, nearest: nearest.to_string() });
            }
        }
        if self.families.len() > MAX_FAMILIES || self.families.iter().any(|family| !is_family(family)) {
            return at("caratteri", Problem::NotAFamily);
        }
        if self.print_family.as_deref().is_some_and(|family| !is_family(family)) {
            return at("carattere_stampa", Problem::NotAFamily);
        }
        None
    }
}

/// Whether a text can be the name of a font family, which is put into style sheets and templates.
fn is_family(name: &str) -> bool {
    let is_sign = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, ' ' | '-' | '_');
    (1..=MAX_FAMILY_CHARS).contains(&name.len()) && name.chars().all(is_sign) && name.trim() == name
}
