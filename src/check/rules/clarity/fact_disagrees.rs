//! Finds facts in the text (price, pay, hours, places, telephone, address) that differ from the fields.

mod counts;
mod days;
mod levels;
mod money;
mod permits;
mod phone;
mod street;
mod times;
mod weekdays;

use std::sync::LazyLock;

use crate::board::{Board, Item};
use crate::check::{
    Check, CheckFunction, Findings, Passage, PatternSet, Prose, Token, WordList, has_digit, tokenize, word_lists,
};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Kind;

word_lists! { "fact_disagrees.txt":
    /// Words of a sentence about other hours than those of the contract.
    OTHER_WEEKLY_HOURS = "other weekly hours";
    /// Words of a sentence about some of the places only, or other places.
    PARTS_OF_PLACES = "parts of places";
    /// Verbs of hiring: «cerchiamo quattro persone».
    HIRING_VERBS = "hiring verbs";
    /// Words of a sentence about another duration than that of the contract or project.
    OTHER_MONTHS = "other months";
    /// Kinds of legal acts, as named before a date.
    LEGAL_ACTS = "legal acts";
    /// Words of a sentence about another date than the first or last day of a course.
    OTHER_DAYS = "other days";
    /// Words of a price, just before the sum.
    PRICE_WORDS = "price words";
    /// Words of a sentence about another thing, another price, or money that the reader receives.
    OTHER_PRICES = "other prices";
    /// Beginnings of words for other things that have a price, ignored if the reason of the cost names them.
    PARTIAL_PRICES = "partial prices";
    /// Words for the offer itself, whose price it is.
    OFFERS = "offers";
    /// Words of a sentence about another sum than the pay.
    OTHER_PAY = "other pay";
    /// Words of money received, just before the sum.
    CONTRIBUTION_WORDS = "contribution words";
    /// Words of a sentence about another sum than the maximum contribution.
    OTHER_CONTRIBUTIONS = "other contributions";
    /// Words of a limit, between «ISEE» and the sum.
    ISEE_LIMITS = "isee limits";
    /// Words of a sentence about who may apply.
    ISEE_APPLICANTS = "isee applicants";
    /// Words of a sentence about another threshold: for a discount, for points, for priority.
    OTHER_ISEE = "other isee";
    /// Words of a sentence about other hours: of a desk, a telephone, a break, the children's room.
    OTHER_HOURS = "other hours";
    /// Words of a sentence about the day of another thing: a test, a visit, a party.
    OTHER_WEEKDAYS = "other weekdays";
    /// Words of a sentence about the level of another thing: a test, the next course, what is needed before.
    OTHER_LEVELS = "other levels";
    /// Words for the activity whose hours they are.
    LESSONS = "lessons";
    /// Words of a sentence about other places in the same street.
    OTHER_PLACES = "other places";
    /// Words of a sentence about numbers that are not a telephone.
    OTHER_NUMBERS = "other numbers";
    /// Words of a sentence about the conversion of one permit into another.
    PERMIT_CONVERSIONS = "permit conversions";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "fact-disagrees",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("i fatti del testo sono quelli dei campi", "facts in the text are those of the fields"),
        explanation: text(
            "Il testo dice un prezzo, una paga, un orario, un numero di posti, un telefono o un indirizzo, e il suo campo un altro: chi legge non sa a quale credere, e la locandina e i messaggi prendono quello del campo. Di solito uno dei due è rimasto da un'edizione vecchia. Il dato giusto sta nel campo: nel testo non serve ripeterlo.",
            "The text says a price, a wage, an hour, a number of places, a telephone number or an address, and its field says another: readers do not know which to believe, and poster and messages show that of the field. Usually one of the two is left over from an old edition. Keep the right fact in its field: the text need not repeat it.",
        ),
        wrong: "costo: {tipo: contributo, importo: 25, causale: assicurazione}\n---\nLa quota è di 30 euro e si paga il primo giorno.",
        right: "costo: {tipo: contributo, importo: 25, causale: assicurazione}\n---\nLa quota è di 25 euro e si paga il primo giorno. Il quaderno costa 3 euro, la marca da bollo 16 euro.",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Prose(check),
};

/// A sentence and its tokens.
struct Sentence<'p> {
    passage: Passage<'p>,
    tokens: Vec<Token<'p>>,
}

impl<'p> Sentence<'p> {
    /// The token at an index.
    fn token(&self, index: usize) -> Option<&Token<'p>> {
        self.tokens.get(index)
    }

    /// At most `most` tokens before an index.
    fn before(&self, index: usize, most: usize) -> &[Token<'p>] {
        self.tokens.get(index.saturating_sub(most)..index).unwrap_or_default()
    }

    /// Whether a word of the sentence is in a list.
    fn mentions(&self, list: &WordList) -> bool {
        self.tokens.iter().any(|token| token.is_in(list))
    }

    /// A contradiction between the tokens from `first` to `last` and the value of a field.
    fn clash_between(&self, first: usize, last: usize, field: &'static str, value: String) -> Option<Clash> {
        Some(Clash { start: self.token(first)?.start, end: self.token(last)?.end(), field, value })
    }
}

/// Bytes of a passage that contradict a field, and the field's value.
struct Clash {
    start: usize,
    end: usize,
    field: &'static str,
    value: String,
}

fn check(board: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let mut report = |passage: &Passage<'_>, clash: Clash| {
        let written = passage.text.get(clash.start..clash.end).unwrap_or_default();
        let Clash { field, value, .. } = &clash;
        findings
            .report_in_passage(
                &item.document,
                passage,
                clash.start..clash.end,
                localized!(
                    "nel testo «{written}», nei campi `{field}: {value}`",
                    "«{written}» in the text, `{field}: {value}` in the fields"
                ),
                localized!(
                    "tieni il dato giusto nel campo `{field}`, e correggi o togli l'altro",
                    "keep the right fact in `{field}`, and correct or delete the other"
                ),
            )
            .ask(localized!(
                "Leggiamo «{written}» e anche «{value}»: qual è giusto?",
                "We read «{written}» and also «{value}»: which is right?"
            ));
    };
    let title = prose.title();
    let title_passage = (!title.text.is_empty()).then_some((title, 0..title.text.len()));
    let sentences = prose.sentences().map(|(passage, sentence)| (passage, sentence.range.clone()));
    for (passage, range) in title_passage.into_iter().chain(sentences) {
        let is_candidate =
            |text: &str| may_hold_a_fact(item.kind(), text) || weekdays::may_name_a_day(item.kind(), text);
        if !passage.text.get(range.clone()).is_some_and(is_candidate) {
            continue;
        }
        let sentence = Sentence { passage, tokens: tokenize(passage.text, &range) };
        let found = money::check(item, &sentence)
            .into_iter()
            .chain(counts::check(item, &sentence))
            .chain(times::check(item, &sentence))
            .chain(weekdays::check(item, &sentence))
            .chain(levels::check(item, &sentence))
            .chain(phone::check(board, item, &sentence))
            .chain(street::check(item, &sentence));
        found.for_each(|clash| report(&sentence.passage, clash));
    }
    for (passage, clash) in days::check(item, prose).into_iter().chain(permits::check(item, prose)) {
        report(&passage, clash);
    }
}

static COURSE_WORDS: LazyLock<PatternSet> =
    LazyLock::new(|| PatternSet::new(&["euro", "posti", "persone", "partecip"]));
static JOB_WORDS: LazyLock<PatternSet> =
    LazyLock::new(|| PatternSet::new(&["euro", "mesi", "anno", " ore ", "posti", "erch", "ssumiam", "elezioniam"]));
static HOUSING_WORDS: LazyLock<PatternSet> = LazyLock::new(|| PatternSet::new(&["euro", "allogg"]));
static PROJECT_WORDS: LazyLock<PatternSet> = LazyLock::new(|| PatternSet::new(&["mesi", "anni", "anno"]));

/// A fast test whether a sentence may state a fact of the kind's fields: a digit, or a counted word.
fn may_hold_a_fact(kind: Kind, text: &str) -> bool {
    let counted = || match kind {
        Kind::Training | Kind::Event => Some(&COURSE_WORDS),
        Kind::Job => Some(&JOB_WORDS),
        Kind::Housing => Some(&HOUSING_WORDS),
        Kind::Project => Some(&PROJECT_WORDS),
        Kind::Regulation | Kind::News => None,
    };
    has_digit(text) || counted().is_some_and(|counted| counted.matches(text))
}
