//! Fields of each kind of opportunity.

use super::facts::{Dates, Draft};
use super::words;

pub(super) fn add_course(draft: &mut Draft) {
    draft.add_place();
    let Dates { start, end, .. } = draft.dates;
    if draft.random.chance(1, 6) {
        draft.add_line("edizioni:");
        for (name, days, hours) in [
            ("gruppo del mattino", "lun, gio", "9:30-11:30"),
            ("gruppo del pomeriggio", "lun, gio", "15:00-17:00"),
            ("gruppo della sera", "lun, mer, gio", "19:00-21:00"),
        ] {
            let [_, address, _, zone, ..] = draft.random.pick(words::PLACES);
            draft.add_line(format!(
                "  - nome: \"{name}\"\n    date: {{inizio: {start}, fine: {end}}}\n    giorni: [{days}]\n    \
                 orari: \"{hours}\"\n    posti: 15\n    luogo: {{indirizzo: \"{address}\", citta: Roma, zona: {zone}}}"
            ));
        }
    } else {
        let seats = 8 + draft.random.below(20);
        draft.add_line(format!("date: {{inizio: {start}, fine: {end}}}\ngiorni: [lun, gio]\norari: \"10:00-12:30\""));
        // Two lessons of two hours and a half a week.
        let hours = ((end - start).num_days() / 7).max(1) * 5;
        draft.add_line(format!("ore_totali: {hours}\nposti: {seats}\nattestato: \"attestato di frequenza\""));
    }
    draft.add_line(format!("materia: {}", draft.subject.1));
    draft.add_audience();
    draft.add_cost();
    draft.add_documents();
    draft.add_enrolment("iscrizione");
    draft.add_deadline();
}

pub(super) fn add_job(draft: &mut Draft) {
    draft.add_place();
    draft.add_texts("mansioni", 3);
    draft.add_texts("requisiti", 2);
    let (kind, hours) = (draft.subject.1, 18 + draft.random.below(20));
    draft.add_line(format!(
        "contratto: {{tipo: {kind}, durata: \"6 mesi\", ore_settimana: {hours}, prolungabile: true}}"
    ));
    let pay = 900 + 50 * draft.random.below(12);
    draft.add_line(format!("retribuzione: {{importo: {pay}, unita: mese, lordo: true}}"));
    draft.add_audience();
    draft.add_documents();
    draft.add_enrolment("candidatura");
    draft.add_deadline();
}

pub(super) fn add_home(draft: &mut Draft) {
    draft.add_line(format!("genere: {}", draft.subject.1));
    let most = 500 + 100 * draft.random.below(20);
    draft.add_line(format!("importo_max: {most}\ncontratto_registrato: true"));
    draft.add_texts("cosa_fare", 3);
    draft.add_audience();
    draft.add_documents();
    draft.add_enrolment("iscrizione");
    draft.add_deadline();
}

pub(super) fn add_act(draft: &mut Draft) {
    let Dates { published, end, open, .. } = draft.dates;
    let number = 100 + draft.random.below(9000);
    draft.add_line(format!(
        "atto: {{tipo: {}, numero: \"{number}\", data: {published}, autorita: \"Ministero dell'Interno\"}}",
        draft.subject.1
    ));
    draft.add_line(format!("vigore_dal: {published}"));
    if !open || draft.random.chance(1, 3) {
        draft.add_line(format!("vigore_al: {end}"));
    }
    draft.add_line("permessi_toccati: [asilo, protezione sussidiaria, lavoro]");
    draft.add_texts("cosa_fare", 4);
    draft.add_documents();
    draft.add_line("costi_amministrativi: [{causale: marca da bollo, importo: 16.00}]");
}

pub(super) fn add_news(draft: &mut Draft) {
    let (deadline, site) = (draft.dates.deadline, draft.organisation.clone());
    draft.add_line(format!(
        "azione_richiesta:\n  testo: \"Compila la domanda sul sito.\"\n  scadenza: {deadline}\n  \
         url: \"https://{site}.example.org/domanda\""
    ));
    let number = 10 + draft.random.below(300);
    draft.add_line(format!("conteggi:\n  - {{voce: \"{}\", numero: {number}}}", draft.subject.1));
    draft.add_audience();
    draft.add_documents();
    draft.add_cost();
}

pub(super) fn add_project(draft: &mut Draft) {
    let Dates { start, end, .. } = draft.dates;
    draft.add_texts("obiettivi", 2);
    draft.add_audience();
    draft.add_texts("attivita", 4);
    draft.add_line(format!("inizio: {start}\nfine: {end}"));
    draft.add_line("accesso: {tipo: su segnalazione, da: [\"Segretariato sociale del Municipio\"]}");
    let code = 100 + draft.random.below(900);
    draft.add_line(format!("fondo: [{}]\ncodici: [\"PROG-{code}\"]", draft.subject.1));
    draft.add_cost();
    draft.add_place();
}

pub(super) fn add_event(draft: &mut Draft) {
    let start = draft.dates.start;
    draft.add_line(format!("date: {start}\norari: \"15:00-19:00\""));
    draft.add_place();
    let points = draft.random.pick_some(3, words::POINTS);
    draft.add_line("programma:");
    for (hour, point) in (15..).zip(points) {
        draft.add_line(format!("  - {{ora: \"{hour}:00\", titolo: \"{point}\"}}"));
    }
    draft.add_cost();
    draft.add_audience();
    if draft.random.chance(1, 2) {
        draft.add_line("iscrizione: non previsto\ningresso: libero");
    } else {
        draft.add_line("ingresso: su prenotazione");
        draft.add_enrolment("iscrizione");
        draft.add_deadline();
    }
}
