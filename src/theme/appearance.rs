//! Puts the colours and fonts of `[aspetto]` into the files of a theme: what the screen, paper, cards, icon and feeds are
//! made of is made of the board's colours, and no page loads more for it.

use std::borrow::Cow;

use super::Theme;
use crate::config::appearance::{ACCENT, Appearance, INK, PAPER};

/// Font families of the screen, as the style sheets begin to name them.
const SCREEN_FAMILIES: &str = "system-ui, -apple-system";
/// Font families of paper, as the templates begin to name them.
const PRINT_FAMILIES: &str = "  \"Noto Sans\",\n";
/// What an accent of the board's own adds to the style sheet: a line below the head.
const HEAD_LINE: &str = ".top { border-block-end: .2rem solid var(--accent); }\n";

impl Theme {
    /// The theme in the colours and fonts of a board. What a file of the board's own names otherwise stays as it is.
    #[must_use]
    pub fn with_appearance(mut self, appearance: &Appearance) -> Self {
        let [light, dark] = ACCENT;
        if let Some((own, own_dark)) = appearance.accent() {
            self.replace("assets/style.css", &format!("--accent: {light};"), &format!("--accent: {own};"));
            self.replace("assets/style.css", &format!("--accent: {dark};"), &format!("--accent: {own_dark};"));
            self.replace("assets/feed.css", light, &own.to_string());
            self.replace("assets/feed.css", dark, &own_dark.to_string());
            self.replace("assets/icon.svg", light, &own.to_string());
            self.replace("poster/common.typ", "#let accent = ink\n", &format!("#let accent = rgb(\"{own}\")\n"));
            self.append("assets/style.css", HEAD_LINE);
        }
        for (default, name, own) in [(PAPER, "paper", appearance.paper()), (INK, "ink", appearance.ink())] {
            let Some(own) = own else { continue };
            self.replace("assets/style.css", &format!("--{name}: {default};"), &format!("--{name}: {own};"));
            self.replace("assets/feed.css", default, &own.to_string());
            let (before, after) =
                (format!("#let {name} = rgb(\"{default}\")"), format!("#let {name} = rgb(\"{own}\")"));
            self.replace("poster/common.typ", &before, &after);
        }
        let quoted = |family: &String| format!("\"{family}\", ");
        let families: String = appearance.families.iter().map(quoted).collect();
        if !families.is_empty() {
            let own = format!("{families}{SCREEN_FAMILIES}");
            self.replace(
                "assets/style.css",
                &format!("font-family: {SCREEN_FAMILIES}"),
                &format!("font-family: {own}"),
            );
            self.replace("assets/feed.css", SCREEN_FAMILIES, &own);
        }
        if let Some(family) = &appearance.print_family {
            self.replace("poster/common.typ", PRINT_FAMILIES, &format!("  \"{family}\",\n{PRINT_FAMILIES}"));
            self.print_family = Some(family.clone());
        }
        self
    }

    /// Replaces a part of a file wherever it stands.
    fn replace(&mut self, path: &str, before: &str, after: &str) {
        let text = self.text(path);
        if text.contains(before) {
            let text = text.replace(before, after);
            self.files.insert(path.to_owned(), Cow::Owned(text.into_bytes()));
        }
    }

    /// Adds lines at the end of a file of the embedded theme.
    fn append(&mut self, path: &str, lines: &str) {
        if !self.is_overridden(path) {
            let text = format!("{}{lines}", self.text(path));
            self.files.insert(path.to_owned(), Cow::Owned(text.into_bytes()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::config::appearance::TEXT_ON_PAPER;

    const BOARD: &str = "[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org\"\n[aspetto]\n";

    fn appearance(lines: &str) -> Appearance {
        Config::parse(format!("{BOARD}{lines}")).unwrap().aspetto
    }

    #[test]
    fn every_place_of_a_colour_is_replaced() {
        let own = "accento = \"#8A1538\"\naccento_scuro = \"#FF9FB2\"\ncarta = \"#FFFFFE\"\ninchiostro = \"#101010\"\ncaratteri = [\"Georgia\"]\ncarattere_stampa = \"Titillium Web\"\n";
        let theme = Theme::embedded().with_appearance(&appearance(own));
        for (path, parts) in [
            (
                "assets/style.css",
                &[
                    "--accent: #8A1538;",
                    "--accent: #FF9FB2;",
                    "--paper: #FFFFFE;",
                    "--ink: #101010;",
                    "\"Georgia\", system-ui",
                    ".top { border",
                ][..],
            ),
            (
                "assets/feed.css",
                &[
                    "color: #8A1538",
                    "color: #FF9FB2",
                    "background: #FFFFFE",
                    "color: #101010",
                    "\"Georgia\", system-ui",
                ],
            ),
            ("assets/icon.svg", &["fill=\"#8A1538\""]),
            (
                "poster/common.typ",
                &[
                    "accent = rgb(\"#8A1538\")",
                    "paper = rgb(\"#FFFFFE\")",
                    "ink = rgb(\"#101010\")",
                    "\"Titillium Web\"",
                ],
            ),
        ] {
            for part in parts {
                assert!(theme.text(path).contains(part), "{path}: {part}");
            }
        }
    }

    #[test]
    fn colours_of_text_are_those_of_the_style_sheet() {
        let theme = Theme::embedded();
        let root = theme.text("assets/style.css").split("@media").next().unwrap_or_default();
        for colour in TEXT_ON_PAPER {
            assert!(root.contains(colour), "{colour}");
        }
    }

    #[test]
    fn accent_of_the_dark_is_derived() {
        let (light, dark) = appearance("accento = \"#8A1538\"\n").accent().unwrap();
        assert_eq!(light.to_string(), "#8A1538");
        assert!(dark.contrast(crate::text::colour::Colour::parse("#1C2228").unwrap()) >= 7.0, "{dark}");
        assert!(appearance("").accent().is_none());
    }
}
