//! The page that explains every rule, to which diagnostics link: in Italian, and in English for boards that have it.

use serde::Serialize;
use tera::Value;

use crate::config::RuleSeverity;
use crate::diagnostic::{MessageLanguage, Rule, RuleGroup, Severity, text};
use crate::markdown;
use crate::model::{Genre, Kind, TrainingKind, requirement};
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

#[derive(Serialize)]
struct RuleGroupValues {
    key: String,
    title: &'static str,
    rules: Vec<RuleValues>,
}

#[derive(Serialize)]
struct RuleValues {
    name: &'static str,
    summary: &'static str,
    explanation: Value,
    severity: &'static str,
    /// Reason for the severity that the board has configured, if it has.
    reason: Option<String>,
    wrong: String,
    right: String,
    origin: &'static str,
}

/// What an announcement of one kind must say.
#[derive(Serialize)]
struct KindValues {
    name: String,
    fields: Vec<FieldValues>,
}

#[derive(Serialize)]
struct FieldValues {
    key: &'static str,
    question: String,
    /// Fields each of which is enough in its place.
    instead: &'static [&'static str],
}

/// The page of the rules. Search engines may list it, because people search for the name of a rule in a message.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let page = PageSpec::new(context, "regole/", |page, locale| {
        let language = if locale.code == "en" { MessageLanguage::English } else { MessageLanguage::Italian };
        let text_in = |it, en| text(it, en).in_language(language);
        let lead = text_in(
            "Che cosa controlla la bacheca prima di pubblicare un annuncio, perché, e che cosa scrivere.",
            "What the board checks before it publishes an announcement, why, and what to write.",
        );
        let title = text_in("Le regole, una per una", "The rules, one by one");
        let head = PageHead { description: lead, ..page.head(context, locale, title) };
        let mut values = context.page_values(locale, &head)?;
        values.insert("lead", lead);
        values.insert("groups", &rule_groups(context, language));
        values.insert("kinds_title", text_in("Che cosa deve dire ogni annuncio", "What every announcement must say"));
        values.insert("kinds", &required_by_kind(language));
        values.insert("instead_label", text_in("oppure", "or"));
        values.insert("wrong_label", text_in("Sbagliato", "Wrong"));
        values.insert("right_label", text_in("Giusto", "Right"));
        values.insert("origin_label", text_in("Da dove viene", "Where it comes from"));
        context.templates.render_page("rules.html", &values)
    });
    let board_language = &context.board.config.bacheca.lingua;
    vec![page.in_languages(|code| (code == board_language || code == "en").then_some(true))]
}

/// The required fields of each kind, and of scholarships.
fn required_by_kind(language: MessageLanguage) -> Vec<KindValues> {
    let scholarship = Genre::Training(TrainingKind::Scholarship);
    let kinds = Kind::ALL.into_iter().flat_map(|kind| {
        let also = (kind == Kind::Training).then_some((kind, Some(scholarship)));
        [(kind, None)].into_iter().chain(also)
    });
    let describe = |(kind, genre): (Kind, Option<Genre>)| KindValues {
        name: genre.map_or_else(|| kind.key().to_owned(), |genre| format!("{}, genere: {}", kind.key(), genre.word())),
        fields: required_keys(kind, genre)
            .filter_map(|key| {
                let question = kind.question(requirement(key)?).in_language(language).to_owned();
                Some(FieldValues { key, question, instead: kind.instead_of(key) })
            })
            .collect(),
    };
    kinds.map(describe).collect()
}

/// Keys of required fields; each edition has hours too.
fn required_keys(kind: Kind, genre: Option<Genre>) -> impl Iterator<Item = &'static str> {
    kind.required(genre)
        .iter()
        .flat_map(|key| match *key {
            "edizioni" => &["edizioni", "orari"][..],
            _ => std::slice::from_ref(key),
        })
        .copied()
}

fn rule_groups(context: &RenderContext, language: MessageLanguage) -> Vec<RuleGroupValues> {
    let group_values = |group: RuleGroup| RuleGroupValues {
        key: group.title().en.to_lowercase().replace(' ', "-"),
        title: group.title().in_language(language),
        rules: context
            .rules
            .iter()
            .filter(|rule| rule.group == group)
            .map(|rule| describe_rule(context, rule, language))
            .collect(),
    };
    RuleGroup::ALL.into_iter().map(group_values).collect()
}

fn describe_rule(context: &RenderContext, rule: &Rule, language: MessageLanguage) -> RuleValues {
    let configured = context.board.config.regole.get(rule.name);
    let severity = match (configured.map(|configured| configured.gravita), rule.severity) {
        (Some(RuleSeverity::Spenta), _) => text("qui non si controlla", "not checked here"),
        (Some(RuleSeverity::Errore), _) | (None, Severity::Error) => text("errore", "error"),
        (Some(RuleSeverity::Avviso), _) | (None, Severity::Warning) => text("avviso", "warning"),
    };
    RuleValues {
        name: rule.name,
        summary: rule.summary.in_language(language),
        explanation: Value::safe_string(markdown::render_html(rule.explanation.in_language(language)).as_str()),
        severity: severity.in_language(language),
        reason: configured.map(|configured| configured.motivo.clone()),
        wrong: rule.show_example(rule.wrong),
        right: rule.show_example(rule.right),
        origin: rule.origin,
    }
}
