//! What can be wrong before anybody looks at the meaning: bytes, front matter, YAML.

use crate::diagnostic::{Rule, RuleGroup, Severity, text};

const YAML: &str = "YAML 1.2.2";
const FORMAT: &str = "formato dei contenuti";

const fn error(name: &'static str, origin: &'static str) -> Rule {
    Rule {
        name,
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("", ""),
        explanation: text("", ""),
        wrong: "",
        right: "",
        origin,
    }
}

/// Bytes that are not UTF-8.
pub const NOT_UTF8: Rule = Rule {
    summary: text("il file è salvato in UTF-8", "the file is saved as UTF-8"),
    explanation: text(
        "Alcuni programmi di Windows salvano le lettere accentate in un modo vecchio (Windows-1252, o quello dei vecchi Mac). Su altri computer «città» diventa «citt�». `bacheca check --fix` converte il file senza cambiare le parole; oppure riapri il file e salvalo scegliendo la codifica «UTF-8».",
        "Some Windows programs save accented letters in an old way (Windows-1252, or that of old Macs). On other computers «città» becomes «citt�». `bacheca check --fix` converts the file without changing a word; or open it again and save it with the encoding UTF-8.",
    ),
    wrong: "titolo: Citt<E0> aperta",
    right: "titolo: Città aperta",
    ..error("not-utf8", "RFC 3629")
};

/// Larger than anybody writes by hand.
pub const FILE_TOO_LARGE: Rule = Rule {
    summary: text("un file non supera i 256 KB", "a file is at most 256 KB"),
    explanation: text(
        "Un annuncio è una pagina di testo: cento volte meno di questo limite. Di solito un file così grande è un'immagine o un documento Word con il nome cambiato.",
        "An announcement is a page of text: a hundred times less than this limit. Such a file is mostly an image or a Word document under another name.",
    ),
    ..error("file-too-large", FORMAT)
};

/// No `---` block at the top.
pub const FRONT_MATTER_MISSING: Rule = Rule {
    summary: text(
        "il file comincia con le informazioni fra due righe «---»",
        "the file starts with its facts between two `---` lines",
    ),
    explanation: text(
        "Le informazioni (titolo, scadenza, costo…) stanno in cima al file, fra due righe fatte solo di tre trattini. Il testo libero viene dopo la seconda.",
        "The facts (title, deadline, cost…) stand at the top of the file, between two lines of three dashes only. Free text comes after the second.",
    ),
    wrong: "-- content/opportunita/2026/prova.md --\ntitolo: Corso di italiano\n",
    right: "titolo: Corso di italiano",
    ..error("front-matter-missing", FORMAT)
};

/// YAML that cannot be read.
pub const YAML_SYNTAX: Rule = Rule {
    summary: text("le informazioni si riescono a leggere", "the facts can be read"),
    explanation: text(
        "Ogni riga è «campo: valore». Se il valore contiene due punti e uno spazio, o comincia con un segno come `[`, `{`, `@`, va messo fra virgolette doppie. I rientri si fanno con gli spazi, mai con il tasto TAB.",
        "Every line is `field: value`. A value that holds a colon and a space, or starts with a sign such as `[`, `{`, `@`, stands in double quotes. Indent with spaces, never with tabs.",
    ),
    wrong: "titolo: Festa: musica e cibo",
    right: "titolo: \"Festa: musica e cibo\"",
    ..error("yaml-syntax", YAML)
};

/// The same key twice.
pub const DUPLICATE_KEY: Rule = Rule {
    summary: text("ogni campo compare una volta sola", "each field appears once"),
    explanation: text(
        "Se un campo è scritto due volte non si sa quale vale. Tieni la riga giusta e togli l'altra; più valori dello stesso campo fanno un elenco: `[uno, due]`.",
        "If a field is written twice nobody knows which one holds. Keep the right line and delete the other; several values of one field make a list: `[one, two]`.",
    ),
    wrong: "titolo: Corso di italiano\ntitolo: Corso di italiano A2",
    right: "titolo: Corso di italiano A2",
    ..error("duplicate-key", YAML)
};

/// ` #` in a value: YAML drops the rest of the line.
pub const COMMENT_SWALLOWS_TEXT: Rule = Rule {
    summary: text(
        "un « #» dentro un valore va fra virgolette, o il resto si perde",
        "a ` #` inside a value is quoted, or the rest of the line is lost",
    ),
    explanation: text(
        "Per YAML uno spazio seguito da # comincia un commento: quello che segue sparisce senza avviso. Metti il valore fra virgolette doppie.",
        "To YAML a space and a # start a remark: what follows disappears silently. Put the value in double quotes.",
    ),
    wrong: "titolo: Corso #Integrazione",
    right: "titolo: \"Corso #Integrazione\"",
    ..error("comment-swallows-text", YAML)
};

/// Anchors, aliases, tags: nothing in a board needs them, and they hide what is said.
pub const YAML_FEATURE: Rule = Rule {
    summary: text(
        "niente ancore (&), rimandi (*) o etichette (!) di YAML",
        "no YAML anchors (&), aliases (*) or tags (!)",
    ),
    explanation: text(
        "Un valore che comincia con &, * o ! ha per YAML un significato speciale, e il testo si perde. Se il segno fa parte del testo, metti il valore fra virgolette doppie.",
        "A value that starts with &, * or ! means something special to YAML, and the text is lost. If the sign belongs to the text, put the value in double quotes.",
    ),
    wrong: "titolo: &corso Italiano per tutti",
    right: "titolo: \"&corso Italiano per tutti\"",
    ..error("yaml-feature", FORMAT)
};

/// Every rule of this stage.
pub const RULES: &[Rule] =
    &[NOT_UTF8, FILE_TOO_LARGE, FRONT_MATTER_MISSING, YAML_SYNTAX, DUPLICATE_KEY, COMMENT_SWALLOWS_TEXT, YAML_FEATURE];
