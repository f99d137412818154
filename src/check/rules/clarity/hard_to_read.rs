//! Finds texts whose Gulpease index is clearly below 60, too hard for readers with a middle school certificate.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Prose, gulpease_index};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

/// Gulpease index below which a text is reported: readers with a middle school certificate need 60, and an index that is a
/// few points below depends on lists and names more than on the sentences.
const MIN_GULPEASE: f64 = 55.0;
/// Minimum words of a text: the index of shorter texts is not reliable.
const MIN_WORDS: usize = 50;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "hard-to-read",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("il testo si legge senza aiuto", "the text can be read without help"),
        explanation: text(
            "L'indice Gulpease va da 0 a 100: sotto 60 un testo è difficile per chi ha la licenza media, e ancora di più per chi impara l'italiano. Dividi la frase più lunga, usa verbi e parole corte, metti gli elenchi in punti. Il programma lo dice sotto 55. Sotto le cinquanta parole l'indice non si calcola; è un aiuto, non un voto.",
            "The Gulpease index goes from 0 to 100: below 60 a text is hard for readers with a middle school certificate, and more so for learners. Split the longest sentence, use verbs and short words, put enumerations into lists. The program reports it below 55. Below fifty words it is not counted; it is a help, not a mark.",
        ),
        wrong: "---\nL'amministrazione promuove la realizzazione di percorsi individualizzati di accompagnamento all'inserimento occupazionale finalizzati alla valorizzazione delle competenze professionali precedentemente acquisite dai destinatari dell'intervento nell'ambito delle attività formative programmate congiuntamente dalle organizzazioni partecipanti alla collaborazione territoriale interistituzionale, garantendo contestualmente adeguata informazione relativamente alle opportunità disponibili presso i servizi specialistici convenzionati.",
        right: "---\nTi aiutiamo a trovare lavoro. Prima parliamo di quello che sai fare. Poi scegliamo insieme un corso. Alla fine scriviamo il curriculum. Ogni settimana puoi venire allo sportello. Ci sono persone che parlano la tua lingua. Porta con te i tuoi documenti. Non devi pagare niente. Se non puoi venire, chiama. Ti rispondiamo subito. Se hai figli piccoli, portali con te. C'è una stanza per giocare.",
        origin: "Lucisano e Piemontese, indice Gulpease, 1988; direttiva 8 maggio 2002 sulla semplificazione del linguaggio",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let all = || prose.sentences().map(|(_, sentence)| sentence);
    let words: usize = all().map(|sentence| sentence.words).sum();
    if words < MIN_WORDS {
        return;
    }
    let index = gulpease_index(all().count(), all().map(|sentence| sentence.letters).sum(), words);
    if index >= MIN_GULPEASE {
        return;
    }
    let longest = prose.sentences().max_by_key(|(_, sentence)| sentence.words);
    let Some((passage, sentence)) = longest else { return };
    let quoted = truncate_sentence(passage.text.get(sentence.range.clone()).unwrap_or_default());
    let (index, length) = (index.floor(), sentence.words);
    findings.report_in_passage(
        &item.document,
        &passage,
        sentence.range.clone(),
        localized!(
            "il testo è difficile (Gulpease {index}, meglio 60 o più)",
            "the text is hard to read (Gulpease {index}, better 60 or more)"
        ),
        localized!(
            "comincia dalla frase più lunga, di {length} parole: «{quoted}»; dividila, e usa parole corte",
            "start with the longest sentence, of {length} words: «{quoted}»; split it, and use short words"
        ),
    );
}

/// The sentence on one line, truncated after some words.
fn truncate_sentence(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    match words.get(..12) {
        Some(first) if words.len() > 14 => format!("{}…", first.join(" ")),
        _ => words.join(" "),
    }
}
