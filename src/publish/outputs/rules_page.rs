//! Every rule in words, where diagnostics lead: in Italian, and in English for boards that have it.

use serde::Serialize;
use tera::Value;

use crate::compose::markdown;
use crate::config::RuleSeverity;
use crate::diagnostic::{MessageLanguage, Rule, RuleGroup, Severity, text};
use crate::error::Error;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{Sink, Site};

/// Its folder.
const BELOW: &str = "regole/";

#[derive(Serialize)]
struct GroupOfRules {
    key: String,
    title: &'static str,
    rules: Vec<RuleInWords>,
}

#[derive(Serialize)]
struct RuleInWords {
    name: &'static str,
    summary: &'static str,
    explanation: Value,
    severity: &'static str,
    /// Why the board has made it stricter or milder.
    reason: Option<String>,
    wrong: String,
    right: String,
    origin: &'static str,
}

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let own = &site.board.config.bacheca.lingua;
    let there = |code: &str| code == own || code == "en";
    for locale in site.locales.iter().filter(|locale| there(&locale.code)) {
        let language = if locale.code == "en" { MessageLanguage::English } else { MessageLanguage::Italian };
        let said = |it, en| text(it, en).in_language(language);
        let path = format!("{}{BELOW}", site.prefix(locale));
        let head = PageHead {
            path: &path,
            title: said("Le regole, una per una", "The rules, one by one"),
            description: said(
                "Che cosa controlla la bacheca prima di pubblicare un annuncio, perché, e che cosa scrivere.",
                "What the board looks at before an announcement is published, why, and what to write.",
            ),
            noindex: false,
            feed: "feed.xml".to_owned(),
            image: None,
        };
        let languages = site.languages_with_page(locale, BELOW, there, there);
        let mut context = site.context(locale, &head, &languages)?;
        context.insert("lead", &head.description);
        context.insert("groups", &groups(site, language));
        context.insert("wrong_label", said("Sbagliato", "Wrong"));
        context.insert("right_label", said("Giusto", "Right"));
        context.insert("origin_label", said("Da dove viene", "Where it comes from"));
        sink.put(&format!("{path}index.html"), site.templates.render_page("rules.html", &context)?)?;
    }
    Ok(())
}

fn groups(site: &Site<'_>, language: MessageLanguage) -> Vec<GroupOfRules> {
    let of_group = |group: RuleGroup| GroupOfRules {
        key: group.title().en.to_lowercase().replace(' ', "-"),
        title: group.title().in_language(language),
        rules: site
            .rules
            .iter()
            .filter(|rule| rule.group == group)
            .map(|rule| in_words(site, rule, language))
            .collect(),
    };
    RuleGroup::ALL.into_iter().map(of_group).collect()
}

fn in_words(site: &Site<'_>, rule: &Rule, language: MessageLanguage) -> RuleInWords {
    let own = site.board.config.regole.get(rule.name);
    let severity = match (own.map(|own| own.gravita), rule.severity) {
        (Some(RuleSeverity::Spenta), _) => text("qui non si controlla", "not looked at here"),
        (Some(RuleSeverity::Errore), _) | (None, Severity::Error) => text("errore", "error"),
        (Some(RuleSeverity::Avviso), _) | (None, Severity::Warning) => text("avviso", "warning"),
    };
    RuleInWords {
        name: rule.name,
        summary: rule.summary.in_language(language),
        explanation: Value::safe_string(&markdown::render_html(rule.explanation.in_language(language))),
        severity: severity.in_language(language),
        reason: own.map(|own| own.motivo.clone()),
        wrong: rule.show_example(rule.wrong),
        right: rule.show_example(rule.right),
        origin: rule.origin,
    }
}
