//! Finds requests to send copies of identity documents by e-mail or WhatsApp.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, WordList, word_lists};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{EnrolmentWay, Kind};
use crate::path;

word_lists! { "permit_copy_by_email.txt":
    /// Phrases for copies of documents.
    PHRASES = "document copies";
    /// Identity documents and permits.
    DOCUMENTS = "documents";
    /// Words for copies and scans.
    COPIES = "copies";
    /// Words of a sentence in which the document is shown and not sent.
    SHOWING_PARTS = "showing";
    /// The same as a whole word.
    SHOWING_WHOLE_WORDS = "showing as a whole word";
    /// Words of a sentence in which the copy is sent.
    SENDING_WORDS = "sending";
    /// Verbs of a sentence in which a paper that is only named is sent.
    SENDING_VERBS = "sending verbs";
    /// Ways in which it is sent.
    MESSAGE_WAYS = "message ways";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "permit-copy-by-email",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "le copie dei documenti non si mandano per e-mail o WhatsApp",
            "copies of papers are not sent by e-mail or WhatsApp",
        ),
        explanation: text(
            "La copia di un permesso dice dove viene una persona e perché è qui: in mani sbagliate fa danni. Di solito basta mostrarlo il primo giorno. Se serve davvero, l'ente dica a che cosa e per quanto tempo lo tiene.",
            "A copy of a permit says where somebody comes from and why: in wrong hands it does harm. Usually it is enough to show it on the first day. If it is really needed, the organisation should say what for and how long it is kept.",
        ),
        wrong: "---\nManda una e-mail con la copia del permesso di soggiorno.",
        right: "---\nIl primo giorno porta il permesso di soggiorno.",
        origin: "regolamento (UE) 2016/679, artt. 5 e 9",
    },
    function: CheckFunction::Several(&[CheckFunction::Phrases(&PHRASES, on_match), CheckFunction::Item(check_fields)]),
};

fn check_fields(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let ways = item.facts.enrolment_ways();
    if item.facts.is_archived() || !ways.iter().any(|way| is_remote(way.channel)) {
        return;
    }
    let is_paper = |text: &str| {
        let text = text.to_lowercase();
        DOCUMENTS.matches(&text) && !text.contains("numero") && !text.contains("datore")
    };
    let key = if item.kind() == Kind::Job { "candidatura" } else { "iscrizione" };
    for (index, way) in ways.iter().enumerate().filter(|(_, way)| is_remote(way.channel)) {
        for (place, paper) in way.attachments.iter().enumerate().filter(|(_, paper)| is_paper(paper)) {
            // A list with one entry may be written as a plain value.
            let path = path![].field(key).item(index).field("allegati").item(place);
            let (message, hint, question) = build_messages(paper);
            findings.report_at_field(item, path, message, hint).ask(question);
        }
    }
    // A listed copy is sent only if enrolment is remote.
    if !ways.iter().all(|way| is_remote(way.channel)) {
        return;
    }
    for (index, document) in item.facts.documents.list().iter().enumerate() {
        let copy = |paper: &&String| is_paper(paper) && COPIES.matches(paper);
        if let Some(paper) = document.one_of.iter().find(copy) {
            let (message, hint, question) = build_messages(paper);
            findings.report_at_field(item, path![documenti[index]], message, hint).ask(question);
        }
    }
}

fn is_remote(channel: Option<EnrolmentWay>) -> bool {
    matches!(
        channel,
        Some(EnrolmentWay::Email | EnrolmentWay::CertifiedEmail | EnrolmentWay::Whatsapp | EnrolmentWay::Form)
    )
}

fn build_messages(written: &str) -> (LocalizedString, LocalizedString, LocalizedString) {
    (
        localized!("«{written}» viaggerebbe per posta elettronica", "«{written}» would travel by mail"),
        localized!(
            "chiedi se basta mostrarlo di persona; la legge vuole solo i dati necessari",
            "ask whether showing it in person is enough; the law wants only the data that are needed"
        ),
        localized!(
            "Vi serve davvero «{written}» prima dell'inizio, o basta mostrare il documento di persona?",
            "Do you really need «{written}» beforehand, or is showing it in person enough?"
        ),
    )
}

/// Note on papers that are only named.
const SENT_IN_SENTENCE: &str = "sent in this sentence";

/// Whether a sentence tells the reader to send something by message or mail.
fn asks_to_send(sentence: &str) -> bool {
    let names = |list: &WordList| sentence.split(|c: char| !c.is_alphanumeric()).any(|word| list.matches(word));
    names(&SENDING_VERBS) && names(&MESSAGE_WAYS)
}

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let sentence = format!("{before}{}{after}", phrase.as_written()).to_lowercase();
    if sentence.contains("non mand") || sentence.contains("non invi") {
        return;
    }
    let shown = SHOWING_PARTS.matches(&sentence)
        || sentence.split(|c: char| !c.is_alphanumeric()).any(|word| SHOWING_WHOLE_WORDS.matches(word));
    let is_remote_only = || item.facts.enrolment_ways().iter().any(|way| is_remote(way.channel));
    // A paper that is only named is sent if its own sentence says so.
    let sent = if phrase.note == SENT_IN_SENTENCE {
        asks_to_send(&sentence)
    } else {
        SENDING_WORDS.matches(&sentence) || is_remote_only()
    };
    // «Copia del permesso di soggiorno» is reported once, at its first word.
    let is_part =
        phrase.note == SENT_IN_SENTENCE && COPIES.matches(before.rsplit([',', ':']).next().unwrap_or_default());
    if item.facts.is_archived() || shown || !sent || is_part {
        return;
    }
    let (message, hint, question) = build_messages(phrase.as_written());
    phrase.report(findings, message, hint).ask(question);
}
