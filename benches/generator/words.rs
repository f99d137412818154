//! Vocabulary of the generated boards: titles, places, sentences.

/// Title; value of the kind's own field (subject, contract, kind of housing…); beginning of the slug.
pub(super) type Subject = (&'static str, &'static str, &'static str);

pub(super) const COURSES: &[Subject] = &[
    ("Italiano per cominciare", "italiano", "italiano-per-cominciare"),
    ("Italiano per il lavoro", "italiano", "italiano-lavoro"),
    ("Conversazione in italiano con volontari", "italiano", "conversazione"),
    ("Preparazione all'esame di italiano", "italiano", "esame-italiano"),
    ("Saldatura: le basi del mestiere", "professionale", "saldatura"),
    ("Cucina e igiene degli alimenti", "professionale", "cucina-igiene"),
    ("Assistenza alla persona anziana", "cura", "assistenza-anziani"),
    ("Magazzino e uso del muletto", "professionale", "magazzino-muletto"),
    ("Computer e posta elettronica", "digitale", "computer-posta"),
    ("Sartoria: dal modello alla macchina", "professionale", "sartoria"),
    ("Teoria per la patente B", "patente", "patente-teoria"),
    ("Diritti e doveri: come funziona la città", "civica", "diritti-doveri"),
    ("Programmare siti web da zero", "digitale", "siti-web"),
    ("Potatura e cura del verde", "professionale", "cura-del-verde"),
];
pub(super) const JOBS: &[Subject] = &[
    ("Aiuto in cucina per una mensa", "tempo determinato", "aiuto-cucina"),
    ("Mediatrice o mediatore linguistico", "collaborazione", "mediazione"),
    ("Tirocinio in un laboratorio di pane", "tirocinio", "tirocinio-pane"),
    ("Addetta o addetto alle pulizie", "tempo indeterminato", "pulizie"),
    ("Operatrice o operatore di accoglienza", "tempo determinato", "operatore-accoglienza"),
    ("Raccolta delle olive in cooperativa", "stagionale", "raccolta-olive"),
    ("Consegne in bicicletta", "tempo determinato", "consegne-bicicletta"),
    ("Servizio civile in biblioteca", "servizio civile", "servizio-civile"),
];
pub(super) const HOMES: &[Subject] = &[
    ("Contributo per il primo affitto", "contributo affitto", "contributo-affitto"),
    ("Stanze a canone calmierato", "canone calmierato", "stanze-calmierate"),
    ("Coabitazione per giovani che lavorano", "coabitazione", "coabitazione"),
    ("Una famiglia che ospita", "accoglienza in famiglia", "famiglia-che-ospita"),
];
pub(super) const ACTS: &[Subject] = &[
    ("Rinnovo del permesso: cambia la ricevuta", "circolare", "rinnovo-ricevuta"),
    ("Conversione del permesso in lavoro", "decreto", "conversione-permesso"),
    ("Iscrizione all'anagrafe con la ricevuta", "prassi", "anagrafe-ricevuta"),
    ("Tessera sanitaria per chi chiede asilo", "circolare", "tessera-sanitaria"),
];
pub(super) const NEWS: &[Subject] = &[
    ("Aperte le domande per le borse di studio", "borse di studio", "borse-di-studio"),
    ("Nuovo orario dello sportello", "ore di apertura", "nuovo-orario"),
    ("Abbonamenti gratuiti per chi studia", "abbonamenti", "abbonamenti"),
    ("Visite mediche senza appuntamento", "visite al giorno", "visite-mediche"),
];
pub(super) const PROJECTS: &[Subject] = &[
    ("Casa e lavoro passo dopo passo", "FAMI", "casa-e-lavoro"),
    ("Donne che aprono un'impresa", "FSE+", "donne-impresa"),
    ("Orientamento legale nel quartiere", "FAMI", "orientamento-legale"),
    ("Doposcuola con le famiglie", "FAMI", "doposcuola"),
];
pub(super) const EVENTS: &[Subject] = &[
    ("Festa dei mestieri", "festa", "festa-mestieri"),
    ("Incontro con chi assume", "incontro", "incontro-aziende"),
    ("Porte aperte allo sportello", "visita", "porte-aperte"),
    ("Giornata della salute", "visita", "giornata-salute"),
    ("Cineforum in lingua originale", "proiezione", "cineforum"),
];
/// Part of a title that makes it differ from others.
pub(super) const FOR_WHOM: &[&str] = &[
    "per donne",
    "per giovani",
    "di sera",
    "al mattino",
    "il sabato",
    "per famiglie",
    "gruppo nuovo",
    "seconda edizione",
    "per chi ricomincia",
    "con spazio bimbi",
    "per chi lavora",
    "livello base",
];
/// Name, address, postal code, district, transport, word for the slug.
pub(super) const PLACES: &[[&str; 6]] = &[
    ["Centro Tiburtina", "via Tiburtina 140", "00185", "II", "metro B, fermata Policlinico", "tiburtina"],
    ["Biblioteca del Pigneto", "via del Pigneto 22", "00176", "V", "metro C, fermata Pigneto", "pigneto"],
    ["Sala Casilina", "via Casilina 405", "00177", "V", "trenino, fermata Berardi", "casilina"],
    ["Centro civico Ostiense", "via Ostiense 96", "00154", "VIII", "metro B, fermata Garbatella", "ostiense"],
    ["Scuola Tuscolana", "via Tuscolana 340", "00181", "VII", "metro A, fermata Furio Camillo", "tuscolana"],
    ["Sportello Primavalle", "via Federico Borromeo 8", "00168", "XIV", "autobus 46", "primavalle"],
    ["Casa del Municipio Ostia", "corso Duca di Genova 18", "00121", "X", "treno, fermata Lido Centro", "ostia"],
    ["Centro Montesacro", "viale Adriatico 60", "00141", "III", "metro B1, fermata Jonio", "montesacro"],
    ["Officina Tor Bella", "via dell'Archeologia 74", "00133", "VI", "autobus 20", "tor-bella"],
    ["Sala Esquilino", "via Giolitti 231", "00185", "I", "metro A, fermata Vittorio", "esquilino"],
    ["Laboratorio Magliana", "via della Magliana 190", "00146", "XI", "treno, fermata Villa Bonelli", "magliana"],
    ["Centro Trionfale", "via Trionfale 118", "00136", "I", "metro A, fermata Cipro", "trionfale"],
];
pub(super) const ORGANISATIONS: [&str; 8] =
    ["Associazione", "Cooperativa", "Fondazione", "Scuola", "Patronato", "Centro", "Rete", "Comitato"];
pub(super) const NAMES: [&str; 5] = ["Ponte Aperto", "Terra Nuova", "Cento Lingue", "Porta Maggiore", "Mani Esperte"];
pub(super) const SUMMARIES: &[&str] = &[
    "Si comincia da quello che sai già, un passo alla volta e con persone che ascoltano.",
    "Poche regole chiare, posti limitati, nessuna sorpresa sui costi.",
    "Ti aiutiamo con i documenti e con la domanda, anche se parli poco italiano.",
    "È un'occasione concreta per chi vive in città e cerca una strada.",
    "Chi finisce riceve un attestato e un colloquio con lo sportello lavoro.",
    "Vale per chi abita a Roma, con qualunque documento di soggiorno.",
];
pub(super) const SENTENCES: &[&str] = &[
    "Il primo giorno facciamo conoscenza e guardiamo insieme che cosa ti serve.",
    "Gli incontri sono in gruppi piccoli, con pause e materiali da portare a casa.",
    "Se hai bambini piccoli dillo quando ti iscrivi: c'è chi li segue in un'altra stanza.",
    "**Non serve avere studiato prima**: conta la voglia di provare.",
    "Chi non può venire una volta recupera con un'altra persona del gruppo.",
    "Rispondiamo a tutti con un messaggio, anche a chi resta fuori.",
    "Le insegnanti parlano lentamente e scrivono le parole nuove alla lavagna.",
    "Lo sportello aiuta con il codice fiscale, la tessera sanitaria e il curriculum.",
    "Se i posti finiscono teniamo una lista, e spesso qualcuno viene richiamato.",
    "Porta un documento e, se ce l'hai, il foglio di chi ti manda da noi.",
    "Il viaggio sui mezzi è rimborsato a chi viene almeno otto volte su dieci.",
    "Abbiamo scelto questo orario perché chi lavora possa arrivare in tempo.",
    "Chi ha bisogno di un'interprete lo scriva nel modulo: la cerchiamo noi.",
    "Alla fine ci rivediamo dopo un mese, per sapere come sta andando.",
    "**Nessuno deve pagare per fare domanda**: se qualcuno ti chiede soldi, avvisaci.",
    "La stanza è al piano terra e ci si entra anche con una carrozzina.",
    "Per dubbi sui documenti c'è un avvocato il giovedì pomeriggio, senza appuntamento.",
    "Le persone che hanno già partecipato tornano volentieri a raccontare come è andata.",
];
pub(super) const POINTS: &[&str] = &[
    "leggere un avviso e capire che cosa chiede",
    "compilare una domanda senza errori",
    "preparare un colloquio con chi ci è già passato",
    "usare gli strumenti in sicurezza",
    "conoscere gli uffici del quartiere e i loro orari",
    "scrivere un messaggio chiaro a chi non ti conosce",
    "lavorare con altre persone e dividersi i compiti",
    "chiedere aiuto prima che il problema diventi grande",
    "tenere in ordine carte, scadenze e ricevute",
    "capire una busta paga e un contratto",
];
pub(super) const DOCUMENTS: &[&str] = &[
    "permesso di soggiorno",
    "codice fiscale",
    "documento di identità",
    "CV",
    "ISEE",
    "tessera sanitaria",
    "fototessera",
    "lettera di motivazione",
];
pub(super) const AUDIENCES: &[&str] = &[
    "Persone maggiorenni che vivono a Roma e vogliono ricominciare a studiare o a lavorare.",
    "Persone rifugiate o che chiedono asilo, ospiti dei centri e no.",
    "Donne straniere con bambini, anche appena arrivate in città.",
    "Giovani fra i sedici e i trent'anni che hanno lasciato la scuola.",
];
