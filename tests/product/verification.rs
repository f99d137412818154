//! Contact points kept true: the letter that asks whether all is still right, and the editors' list of those to ask.

use crate::support::{bacheca, read_tree, small_board, write};

const OLD: &str = "---\nnome: Sportello dei Tigli\ntipo: sportello\nindirizzo: via dei Tigli 4, Borgo\nzona: I\nbisogni: [documenti, avvocato]\n\
    lingue_sportello: [it, bn]\norari:\n  - {giorni: [lun, mar], ore: \"9:00-13:00\"}\n  - {giorni: [gio], ore: \"15:00-18:00\", su_appuntamento: sì}\n\
    chiusure: [{date: 2026-12-24/2027-01-06, motivo: ferie}]\naperture: [{date: 2026-12-13, ore: \"9:00-12:00\"}]\nservizi: [permesso di soggiorno]\n\
    contatti: {telefono: \"06 5733 0001\", whatsapp: \"+39 355 500 0001\", email: tigli@comune.borgo.it, nota: chiedere di Sara}\nverificato: 2025-02-03\n---\n";
const SILENT: &str = "---\nnome: Sportello muto\ntipo: sportello\nindirizzo: via Corta 1, Borgo\n---\n";

/// It says what the board says, hours included that are too old for the page, and asks what is missing.
#[test]
fn letter_says_what_is_known_and_asks_what_is_not() {
    let board = small_board();
    let file = "content/centri/tigli.md";
    write(&board.path().join(file), OLD);
    write(&board.path().join("content/centri/muto.md"), SILENT);
    let ask = |name: &str, language: &str| bacheca(board.path(), &["ask", name, "--lang", language]).expect_code(0).out;
    let letter = ask("tigli", "it");
    assert_eq!(letter, ask(file, "it"));
    for line in [
        "- Indirizzo: via dei Tigli 4, Borgo",
        "- Lingue dello sportello: italiano, bengalese",
        "- Per quali bisogni: Documenti, Avvocato",
        "- Servizi: permesso di soggiorno",
        "- Contatti: 06 5733 0001, +39 355 500 0001, tigli@comune.borgo.it, chiedere di Sara",
    ] {
        assert!(letter.lines().any(|other| other.to_lowercase() == line.to_lowercase()), "{line}\n{letter}");
    }
    assert!(letter.contains("9:00–13:00") && letter.contains("15:00–18:00 su appuntamento"), "{letter}");
    // What keeps hours on one line of a page is nowhere in the letter.
    assert!(letter.contains("9:00–12:00"), "{letter}");
    assert!(!letter.contains('\u{2060}') && !letter.contains("%E2%81%A0"), "{letter}");
    assert!(letter.contains("24 dicembre") && letter.contains("rispondere SÌ"), "{letter}");
    assert!(letter.contains("mailto:tigli@comune.borgo.it?subject=") && letter.contains("wa.me/393555000001?text="));
    assert!(!letter.contains("Non sappiamo ancora"), "{letter}");
    let silent = ask("muto", "it");
    assert!(
        silent.contains("Non sappiamo ancora: lingue dello sportello, orari, per quali bisogni, contatti."),
        "{silent}"
    );
    let english = ask("muto", "en");
    assert!(english.contains("We do not know yet: languages spoken by the staff, opening hours,"), "{english}");
}

/// Real ones only, the oldest first, each with its letter; what is verified is not in it.
#[test]
fn editors_see_the_oldest_contact_point_first() {
    let board = small_board();
    let folder = board.path().join("content/centri");
    write(&folder.join("tigli.md"), OLD);
    write(&folder.join("muto.md"), SILENT);
    write(
        &folder.join("inventato.md"),
        SILENT.replace("---\nnome: Sportello muto", "---\nesempio: sì\nnome: Sportello inventato"),
    );
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let tree = read_tree(&board.path().join("public"));
    let page = String::from_utf8(tree["redazione/index.html"].clone()).unwrap();
    let list = page.split("Sportelli da ricontrollare").nth(1).unwrap().split("</section>").next().unwrap();
    let names: Vec<&str> = list.match_indices("<li class=\"pack\">").map(|(at, _)| &list[at..]).collect();
    assert_eq!(names.len(), 2, "{list}");
    assert!(names[0].contains("Sportello muto") && names[0].contains("mai verificato"), "{list}");
    assert!(names[1].contains("Sportello dei Tigli") && names[1].contains("3 febbraio 2025"), "{list}");
    assert!(names[1].contains("06 5733 0001") && names[1].contains("mailto:tigli@"), "{list}");
    assert!(!list.contains("inventato") && !list.contains("Sportello di Borgo"), "{list}");
}
