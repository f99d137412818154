//! The pages that explain the rules, to which diagnostics link, and their list: in Italian, and in English for boards that
//! have it.

use serde::Serialize;
use tera::Value;

use crate::check::rules::can_be_lowered;
use crate::config::RuleSeverity;
use crate::diagnostic::{MessageLanguage, Rule, RuleGroup, Severity, text};
use crate::error::Error;
use crate::locale::Locale;
use crate::markdown;
use crate::model::{Genre, Kind, TrainingKind, requirement};
use crate::publish::shared::addresses::FIELD_REFERENCE_TITLE;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

/// Path of the list below a language's root; the page of a rule is below it, under the rule's name.
const LIST_PATH: &str = "regole/";

#[derive(Serialize)]
struct RuleGroupValues {
    key: String,
    title: &'static str,
    rules: Vec<RuleEntry>,
}

/// A rule in the list.
#[derive(Serialize)]
struct RuleEntry {
    name: &'static str,
    summary: &'static str,
    severity: &'static str,
}

/// A rule on its page.
#[derive(Serialize)]
struct RuleValues {
    #[serde(flatten)]
    entry: RuleEntry,
    explanation: Value,
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

/// The list and the page of each rule. Search engines may list them, because people search for the name of a rule in a
/// message.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let own = &context.board.config.bacheca.lingua;
    let list = PageSpec::new(context, LIST_PATH, |page, locale| render_list(context, page, locale));
    let rules = context.rules.iter().map(|rule| {
        PageSpec::new(context, format!("{LIST_PATH}{}/", rule.name), move |page, locale| {
            render_rule(context, page, locale, rule)
        })
    });
    let pages = std::iter::once(list).chain(rules);
    pages.map(|page| page.without_items().in_languages(|code| (code == own || code == "en").then_some(true))).collect()
}

/// Language of the rules on a page.
fn language_of(locale: &Locale) -> MessageLanguage {
    if locale.code == "en" { MessageLanguage::English } else { MessageLanguage::Italian }
}

fn list_title(language: MessageLanguage) -> &'static str {
    text("Le regole, una per una", "The rules, one by one").in_language(language)
}

fn render_list(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let language = language_of(locale);
    let text_in = |it, en| text(it, en).in_language(language);
    let lead = text_in(
        "Che cosa controlla la bacheca prima di pubblicare un annuncio, perché, e che cosa scrivere.",
        "What the board checks before it publishes an announcement, why, and what to write.",
    );
    let head = PageHead { description: lead, ..page.head(context, locale, list_title(language)) };
    let mut values = context.page_values(locale, &head)?;
    values.insert("lead", lead);
    values.insert("groups", &rule_groups(context, language));
    values.insert("kinds_title", text_in("Che cosa deve dire ogni annuncio", "What every announcement must say"));
    values.insert("kinds", &required_by_kind(language));
    values.insert("reference_title", FIELD_REFERENCE_TITLE.in_language(language));
    values.insert("instead_label", text_in("oppure", "or"));
    context.templates.render_page("rules.html", &values)
}

fn render_rule(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale, rule: &Rule) -> Result<Vec<u8>, Error> {
    let language = language_of(locale);
    let text_in = |it, en| text(it, en).in_language(language);
    let values_of_rule = describe_rule(context, rule, language);
    let description = format!("{}: {}", list_title(language), rule.name);
    let head = PageHead { description: &description, ..page.head(context, locale, values_of_rule.entry.summary) };
    let mut values = context.page_values(locale, &head)?;
    values.insert("rule", &values_of_rule);
    values.insert("list_title", list_title(language));
    values.insert("group", rule.group.title().in_language(language));
    values.insert("group_key", &group_key(rule.group));
    values.insert("wrong_label", text_in("Sbagliato", "Wrong"));
    values.insert("right_label", text_in("Giusto", "Right"));
    values.insert("origin_label", text_in("Da dove viene", "Where it comes from"));
    context.templates.render_page("rule.html", &values)
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

/// Anchor of a group in the list.
fn group_key(group: RuleGroup) -> String {
    group.title().en.to_lowercase().replace(' ', "-")
}

fn rule_groups(context: &RenderContext, language: MessageLanguage) -> Vec<RuleGroupValues> {
    let group_values = |group: RuleGroup| RuleGroupValues {
        key: group_key(group),
        title: group.title().in_language(language),
        rules: context
            .rules
            .iter()
            .filter(|rule| rule.group == group)
            .map(|rule| describe_entry(context, rule, language))
            .collect(),
    };
    RuleGroup::ALL.into_iter().map(group_values).collect()
}

fn describe_entry(context: &RenderContext, rule: &Rule, language: MessageLanguage) -> RuleEntry {
    let configured = context.board.config.regole.get(rule.name).map(|configured| configured.gravita);
    let configured = configured.filter(|_| can_be_lowered(rule.name));
    let severity = match (configured, rule.severity) {
        (Some(RuleSeverity::Spenta), _) => text("qui non si controlla", "not checked here"),
        (Some(RuleSeverity::Errore), _) | (None, Severity::Error) => text("errore", "error"),
        (Some(RuleSeverity::Avviso), _) | (None, Severity::Warning) => text("avviso", "warning"),
    };
    RuleEntry { name: rule.name, summary: rule.summary.in_language(language), severity: severity.in_language(language) }
}

fn describe_rule(context: &RenderContext, rule: &Rule, language: MessageLanguage) -> RuleValues {
    RuleValues {
        entry: describe_entry(context, rule, language),
        explanation: Value::safe_string(markdown::render_html(rule.explanation.in_language(language)).as_str()),
        reason: context.board.config.regole.get(rule.name).map(|configured| configured.motivo.clone()),
        wrong: rule.show_example(rule.wrong),
        right: rule.show_example(rule.right),
        origin: rule.origin,
    }
}
