//! What each kind of opportunity says of itself.

use super::facts::{Dates, Draft};
use super::words;

pub(super) fn course(draft: &mut Draft) {
    draft.place();
    let Dates { start, end, .. } = draft.dates;
    if draft.dice.happens(1, 6) {
        draft.line("edizioni:");
        for (name, days, hours) in [
            ("gruppo del mattino", "lun, gio", "9:30-11:30"),
            ("gruppo del pomeriggio", "lun, gio", "15:00-17:00"),
            ("gruppo della sera", "lun, mer, gio", "19:00-21:00"),
        ] {
            let [_, address, _, zone, ..] = draft.dice.one(words::PLACES);
            draft.line(format!(
                "  - nome: \"{name}\"\n    date: {{inizio: {start}, fine: {end}}}\n    giorni: [{days}]\n    \
                 orari: \"{hours}\"\n    posti: 15\n    luogo: {{indirizzo: \"{address}\", citta: Roma, zona: {zone}}}"
            ));
        }
    } else {
        let seats = 8 + draft.dice.below(20);
        draft.line(format!("date: {{inizio: {start}, fine: {end}}}\ngiorni: [lun, gio]\norari: \"10:00-12:30\""));
        // Two lessons of two hours and a half a week.
        let hours = ((end - start).num_days() / 7).max(1) * 5;
        draft.line(format!("ore_totali: {hours}\nposti: {seats}\nattestato: \"attestato di frequenza\""));
    }
    draft.line(format!("materia: {}", draft.subject.1));
    draft.audience();
    draft.cost();
    draft.documents();
    draft.apply("iscrizione");
    draft.deadline();
}

pub(super) fn job(draft: &mut Draft) {
    draft.place();
    draft.texts("mansioni", 3);
    draft.texts("requisiti", 2);
    let (kind, hours) = (draft.subject.1, 18 + draft.dice.below(20));
    draft.line(format!("contratto: {{tipo: {kind}, durata: \"6 mesi\", ore_settimana: {hours}, prolungabile: true}}"));
    let pay = 800 + 50 * draft.dice.below(12);
    draft.line(format!("retribuzione: {{importo: {pay}, unita: mese, lordo: true}}"));
    draft.audience();
    draft.documents();
    draft.apply("candidatura");
    draft.deadline();
}

pub(super) fn home(draft: &mut Draft) {
    draft.line(format!("genere: {}", draft.subject.1));
    let most = 500 + 100 * draft.dice.below(20);
    draft.line(format!("importo_max: {most}\ncontratto_registrato: true"));
    draft.texts("cosa_fare", 3);
    draft.audience();
    draft.documents();
    draft.apply("iscrizione");
    draft.deadline();
}

pub(super) fn act(draft: &mut Draft) {
    let Dates { published, end, open, .. } = draft.dates;
    let number = 100 + draft.dice.below(9000);
    draft.line(format!(
        "atto: {{tipo: {}, numero: \"{number}\", data: {published}, autorita: \"Ministero dell'Interno\"}}",
        draft.subject.1
    ));
    draft.line(format!("vigore_dal: {published}"));
    if !open || draft.dice.happens(1, 3) {
        draft.line(format!("vigore_al: {end}"));
    }
    draft.line("permessi_toccati: [asilo, protezione sussidiaria, lavoro]");
    draft.texts("cosa_fare", 4);
    draft.documents();
    draft.line("costi_amministrativi: [{causale: marca da bollo, importo: 16.00}]");
}

pub(super) fn news(draft: &mut Draft) {
    let (deadline, site) = (draft.dates.deadline, draft.organisation.clone());
    draft.line(format!(
        "azione_richiesta:\n  testo: \"Compila la domanda sul sito.\"\n  scadenza: {deadline}\n  \
         url: \"https://{site}.example.org/domanda\""
    ));
    let number = 10 + draft.dice.below(300);
    draft.line(format!("conteggi:\n  - {{voce: \"{}\", numero: {number}}}", draft.subject.1));
    draft.audience();
    draft.documents();
    draft.cost();
}

pub(super) fn project(draft: &mut Draft) {
    let Dates { start, end, .. } = draft.dates;
    draft.texts("obiettivi", 2);
    draft.audience();
    draft.texts("attivita", 4);
    draft.line(format!("inizio: {start}\nfine: {end}"));
    draft.line("accesso: {tipo: su segnalazione, da: [\"Segretariato sociale del Municipio\"]}");
    let code = 100 + draft.dice.below(900);
    draft.line(format!("fondo: [{}]\ncodici: [\"PROG-{code}\"]", draft.subject.1));
    draft.cost();
    draft.place();
}

pub(super) fn event(draft: &mut Draft) {
    let start = draft.dates.start;
    draft.line(format!("date: {start}\norari: \"15:00-19:00\""));
    draft.place();
    let points = draft.dice.some(3, words::POINTS);
    draft.line("programma:");
    for (hour, point) in (15..).zip(points) {
        draft.line(format!("  - {{ora: \"{hour}:00\", titolo: \"{point}\"}}"));
    }
    draft.cost();
    draft.audience();
    if draft.dice.happens(1, 2) {
        draft.line("iscrizione: non previsto\ningresso: libero");
    } else {
        draft.line("ingresso: su prenotazione");
        draft.apply("iscrizione");
        draft.deadline();
    }
}
