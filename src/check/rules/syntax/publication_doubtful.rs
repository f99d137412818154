//! Finds posts that the plan cannot count: twice the same, to come, in a language or on a channel that there is not.

use crate::board::{Board, Item, Located};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{PostTime, Publication, is_channel_name, meant_messenger};
use crate::path;
use crate::text::slug::slugify;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "publication-doubtful",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text(
            "ogni post si conta una volta, sul suo canale e nella sua lingua",
            "each post counts once, on its channel and in its language",
        ),
        explanation: text(
            "Il piano guarda che cosa è già uscito su un canale in una lingua. Un post scritto due volte, con un giorno che deve ancora venire, in una lingua che la bacheca non ha o su un canale scritto in un altro modo («WhatsApp» e «whatsapp») confonde il piano. Lo scrive giusto `bacheca posted`.",
            "The plan looks at what was posted on a channel in a language. A post that is written twice, on a day to come, in a language that the board does not have or on a channel written in another way (`WhatsApp` and `whatsapp`) confuses the plan. `bacheca posted` writes it right.",
        ),
        wrong: "pubblicazioni: [{canale: WhatsApp, lingua: it, quando: \"2026-11-20T10:00\"}]",
        right: "pubblicazioni: [{canale: whatsapp, lingua: it, quando: \"2026-11-20T10:00\"}]",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let mut counted: Vec<(&str, &str, PostTime)> = Vec::new();
    check_list(board, item, &item.facts.publications, &mut counted, findings);
    if let Some(file) = &item.publications_file {
        check_list(board, file, &file.facts, &mut counted, findings);
    }
}

fn check_list<'p>(
    board: &'p Board,
    file: &dyn Located,
    publications: &'p [Publication],
    counted: &mut Vec<(&'p str, &'p str, PostTime)>,
    findings: &mut Findings<'_>,
) {
    let config = &board.config.bacheca;
    for (index, publication) in publications.iter().enumerate() {
        let channel = publication.channel.as_str();
        let near = meant_messenger(channel);
        if !channel.is_empty() && (near.is_some() || !is_channel_name(channel)) {
            let slug = slugify(channel);
            let meant = near.unwrap_or(if slug.is_empty() { "whatsapp" } else { &slug });
            if is_channel_name(channel) {
                findings.report_at_field(
                    file,
                    path![pubblicazioni[index].canale],
                    localized!("«{channel}» non è fra i canali", "`{channel}` is not among the channels"),
                    localized!("forse: `{meant}`", "perhaps: `{meant}`"),
                );
            } else {
                findings.report_at_field(
                    file,
                    path![pubblicazioni[index].canale],
                    localized!("«{channel}» non è il nome di un canale", "`{channel}` is not the name of a channel"),
                    localized!(
                        "lettere minuscole, cifre e trattini: `{meant}`",
                        "small letters, digits and hyphens: `{meant}`"
                    ),
                );
            }
        }
        let language = publication.language_or(&config.lingua);
        let is_known = |known: &String| known == language;
        if !config.lingue.iter().chain(&config.lingue_passate).any(is_known) && language != config.lingua {
            let all = config.lingue.join(", ");
            findings.report_at_field(
                file,
                path![pubblicazioni[index].lingua],
                localized!(
                    "la bacheca non ha la lingua «{language}»",
                    "the board does not have the language `{language}`"
                ),
                localized!("le lingue di site.toml sono: {all}", "the languages of site.toml are: {all}"),
            );
        }
        let Some(when) = publication.when else { continue };
        if when.day() > board.today {
            findings.report_at_field(
                file,
                path![pubblicazioni[index].quando],
                localized!("{when} deve ancora venire", "{when} is still to come"),
                localized!("scrivi quando è uscito davvero", "write when it was really posted"),
            );
        }
        if publication.is_reading() {
            continue;
        }
        if counted.contains(&(channel, language, when)) {
            findings.report_at_field(
                file,
                path![pubblicazioni[index]],
                localized!(
                    "questo post c'è già: {channel}, {language}, {when}",
                    "this post is there already: {channel}, {language}, {when}"
                ),
                localized!("lascialo una volta sola", "leave it once"),
            );
        } else {
            counted.push((channel, language, when));
        }
    }
}
