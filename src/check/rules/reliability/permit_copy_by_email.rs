//! Copies of permits do not travel by mail without need.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look, Phrase, Prose};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::words;

const PHRASES: &str = "\
copia del permesso|copia permesso|copia del permesso di soggiorno|copia del passaporto|copia passaporto|foto del permesso|scansione del permesso|scansione del passaporto|copia della carta d'identità|copia carta d'identità|copia del documento di identità|copia documento di identità|copia di un documento";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "permit-copy-by-email",
        severity: Severity::Warning,
        group: Group::Reliability,
        summary: text(
            "le copie dei documenti non si mandano per e-mail o WhatsApp",
            "copies of papers are not sent by e-mail or WhatsApp",
        ),
        explanation: text(
            "La copia di un permesso dice dove viene una persona e perché è qui: in mani sbagliate fa danni. Di solito basta mostrarlo il primo giorno. Se serve davvero, l'ente dica a che cosa e per quanto tempo lo tiene.",
            "A copy of a permit says where somebody comes from and why: in wrong hands it does harm. Mostly it is enough to show it on the first day. If it is really needed, the organisation should say what for and how long it is kept.",
        ),
        wrong: "---\nManda una e-mail con la copia del permesso di soggiorno.",
        right: "---\nIl primo giorno porta il permesso di soggiorno.",
        origin: "regolamento (UE) 2016/679, artt. 5 e 9",
    },
    look: Look::Phrases(PHRASES, found),
};

fn found(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    use crate::model::Channel;
    let remote = |channel: Option<Channel>| {
        matches!(channel, Some(Channel::Email | Channel::CertifiedEmail | Channel::Whatsapp | Channel::Form))
    };
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let sentence = format!("{before}{}{after}", phrase.written()).to_lowercase();
    if sentence.contains("non mand") || sentence.contains("non invi") {
        return;
    }
    let shown = ["porta ", "portare", "mostra", "vieni con", "presentati", "presentarsi"]
        .iter()
        .any(|word| sentence.contains(word));
    let sent = ["mail", "invia", "manda", "alleg", "whatsapp", "spedi"].iter().any(|word| sentence.contains(word))
        || item.facts.ways_in().iter().any(|way| remote(way.channel));
    if item.facts.archived.is_some() || shown || !sent {
        return;
    }
    let written = phrase.written();
    findings
        .within(
            &item.document,
            &phrase.passage,
            phrase.range.clone(),
            words!("«{written}» viaggerebbe per posta elettronica", "«{written}» would travel by mail"),
            words!(
                "chiedi se basta mostrarlo di persona; la legge vuole solo i dati necessari",
                "ask whether showing it in person is enough; the law wants only the data that are needed"
            ),
        )
        .ask(words!(
            "Vi serve davvero «{written}» prima dell'inizio, o basta mostrarla di persona?",
            "Do you really need «{written}» beforehand, or is showing it in person enough?"
        ));
}
