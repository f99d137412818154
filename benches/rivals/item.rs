//! A generated item as other generators read it: front matter under the names that they expect, our fields below `facts`.

/// Parts of a content file that other generators need, as YAML values.
pub(super) struct RivalItem<'t> {
    /// Title, quoted.
    pub(super) title: &'t str,
    /// Summary, quoted.
    pub(super) summary: &'t str,
    /// Day of publication, `2026-11-21`.
    pub(super) published: &'t str,
    /// Kind.
    pub(super) kind: &'t str,
    /// Identifier of the organisation.
    pub(super) organisation: &'t str,
    /// Zone, or an empty text.
    pub(super) zone: &'t str,
    /// The whole front matter as it was.
    facts: &'t str,
    /// Text below the front matter.
    pub(super) body: &'t str,
}

impl<'t> RivalItem<'t> {
    /// Reads a generated content file.
    pub(super) fn read(text: &'t str) -> Self {
        let (facts, body) = text.trim_start_matches("---\n").split_once("\n---\n").unwrap_or((text, ""));
        let value = |key: &str| facts.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
        let zone =
            facts.split_once("zona: ").map_or("", |(_, rest)| rest.split(['}', ',', '\n']).next().unwrap_or_default());
        Self {
            title: value("titolo: "),
            summary: value("sintesi: "),
            published: value("pubblicato: "),
            kind: value("tipo: "),
            organisation: value("ente: "),
            zone,
            facts,
            body,
        }
    }

    /// Writes all fields, each line indented with `spaces` spaces.
    pub(super) fn indent_facts(&self, spaces: usize) -> String {
        let margin = " ".repeat(spaces);
        format!("{margin}{}", self.facts.replace('\n', &format!("\n{margin}")))
    }
}
