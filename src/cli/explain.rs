//! `bacheca explain`: lists the rules or explains one.

use std::io::{self, Write};

use clap::Args;

use super::{Context, Error, Language, Outcome};
use crate::check::{Measured, measured, rules};
use crate::config::{Config, RuleSeverity};
use crate::diagnostic::{LocalizedString, MessageLanguage, Rule, RuleGroup, Severity, nearest};
use crate::localized;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The rule's name; left out: every rule, a line each
    rule: Option<String>,
    /// Language of the explanation
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let language = arguments.lang.into();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let Some(name) = &arguments.rule else {
        write_rule_list(&mut out, language)?;
        return Ok(Outcome::Done);
    };
    let all = rules::all();
    let Some(rule) = all.iter().find(|rule| rule.name == name) else {
        let meant = nearest(name, all.iter().map(|rule| rule.name));
        return Err(Error::Message(match meant {
            Some(meant) => localized!(
                "la regola «{name}» non esiste: volevi dire `{meant}`?",
                "there is no rule `{name}`: did you mean `{meant}`?"
            ),
            None => localized!(
                "la regola «{name}» non esiste: `bacheca explain` le elenca tutte",
                "there is no rule `{name}`: `bacheca explain` lists them all"
            ),
        }));
    };
    write_rule(&mut out, rule, language)?;
    // Works outside a board too; inside one, the severity set in `site.toml` is added.
    if let Some(configured) = Config::load(&context.root)
        .ok()
        .and_then(|config| config.regole.get(rule.name).filter(|_| rules::can_be_lowered(rule.name)).cloned())
    {
        let severity = match configured.gravita {
            RuleSeverity::Errore => "errore",
            RuleSeverity::Avviso => "avviso",
            RuleSeverity::Spenta => "spenta",
        };
        writeln!(out, "\nsite.toml: {severity} («{}»)", configured.motivo)?;
    }
    Ok(Outcome::Done)
}

fn write_rule_list(out: &mut dyn Write, language: MessageLanguage) -> io::Result<()> {
    let all = rules::all();
    let width = all.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    for (index, group) in RuleGroup::ALL.into_iter().enumerate() {
        let blank = if index == 0 { "" } else { "\n" };
        writeln!(out, "{blank}{}", group.title().in_language(language))?;
        for rule in all.iter().filter(|rule| rule.group == group) {
            let severity = severity_name(rule.severity, language);
            writeln!(out, "  {:width$}  {severity:7}  {}", rule.name, rule.summary.in_language(language))?;
        }
    }
    Ok(())
}

fn write_rule(out: &mut dyn Write, rule: &Rule, language: MessageLanguage) -> io::Result<()> {
    let (wrong, right, from) = match language {
        MessageLanguage::Italian => ("Sbagliato", "Giusto", "Da dove viene"),
        MessageLanguage::English => ("Wrong", "Right", "Where it comes from"),
    };
    let (name, severity) = (rule.name, severity_name(rule.severity, language));
    writeln!(out, "{name} ({severity}, {})", rule.group.title().in_language(language))?;
    let summary = rule.summary.in_language(language);
    let first: String = summary.chars().take(1).flat_map(char::to_uppercase).collect();
    writeln!(out, "\n{first}{}.", summary.get(summary.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default())?;
    writeln!(out, "\n{}", rule.explanation.in_language(language))?;
    for (title, example) in [(wrong, rule.wrong), (right, rule.right)] {
        if !example.is_empty() {
            writeln!(out, "\n{title}:\n")?;
            for line in rule.show_example(example).lines() {
                writeln!(out, "    {line}")?;
            }
        }
    }
    writeln!(out, "\n{from}: {}", rule.origin)?;
    writeln!(out, "\n{}", describe_measured(rule.name).in_language(language))
}

/// On what the rule was tried, and how often it found something there.
fn describe_measured(rule: &str) -> LocalizedString {
    let Measured { announcements, reported, suppressed } = measured(rule);
    let found = match reported {
        0 => localized!("nessuna segnalazione", "no finding"),
        1 => localized!("una segnalazione", "one finding"),
        _ => localized!("{reported} segnalazioni", "{reported} findings"),
    };
    let also = match suppressed {
        0 => localized!("", ""),
        1 => localized!(", e una silenziata con il suo motivo", ", and one suppressed with its reason"),
        _ => localized!(
            ", e {suppressed} silenziate con il loro motivo",
            ", and {suppressed} suppressed with their reasons"
        ),
    };
    let (found_italian, found_english, also_italian, also_english) = (found.it, found.en, also.it, also.en);
    localized!(
        "Provata su {announcements} annunci già in ordine (quelli della bacheca di Roma, con le traduzioni, e quelli scritti per le prove): {found_italian}{also_italian}.",
        "Tried on {announcements} announcements that are in order (those of the board of Rome, with their translations, and those written for the tests): {found_english}{also_english}."
    )
}

fn severity_name(severity: Severity, language: MessageLanguage) -> &'static str {
    match (severity, language) {
        (Severity::Error, MessageLanguage::Italian) => "errore",
        (Severity::Warning, MessageLanguage::Italian) => "avviso",
        (Severity::Error, MessageLanguage::English) => "error",
        (Severity::Warning, MessageLanguage::English) => "warning",
    }
}
