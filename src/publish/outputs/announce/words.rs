//! The words of the form's controls, for the script that draws them: a flat map in the page, in Italian or in English.
#![allow(non_upper_case_globals, reason = "named as the script has them")]

use std::collections::BTreeMap;

use crate::diagnostic::{MessageLanguage, StaticText, text};

/// Declares each word once, as a constant and in the map: `key: "Italian", "English";`. `{name}` is filled in by the
/// script.
macro_rules! words {
    ($($key:ident: $it:literal, $en:literal;)*) => {
        $(
            #[allow(dead_code, reason = "most are words of the script alone")]
            pub(super) const $key: StaticText = text($it, $en);
        )*

        const WORDS: &[(&str, StaticText)] = &[$( (stringify!($key), $key) ),*];
    };
}

/// Words that say something else on the form with which an organisation registers.
const REGISTRATION_WORDS: &[(&str, StaticText)] = &[
    ("body", text("Chi siete", "Who you are")),
    ("body_question", REGISTRATION_BODY_QUESTION),
    ("own_lead", text("Se ci sono, aggiungi anche:", "If there are any, add also:")),
    ("send", text("Manda la richiesta", "Send the request")),
    (
        "send_empty",
        text(
            "Non c'è ancora niente da mandare: scrivi almeno il nome.",
            "There is nothing to send yet: write at least the name.",
        ),
    ),
    ("email_subject", text("Un'organizzazione per la bacheca: {title}", "An organisation for the board: {title}")),
    (
        "sent_done",
        text(
            "Grazie. La redazione vi cerca in un registro, richiama un numero trovato da un'altra parte e pubblica la vostra pagina.",
            "Thank you. The editors look you up in a register, call back a number found elsewhere, and publish your page.",
        ),
    ),
    (
        "preview_wait",
        text(
            "La redazione fa la vostra pagina con questi dati, e aggiunge che cosa ha controllato.",
            "The editors make your page of these facts, and add what they have checked.",
        ),
    ),
    (
        "draft_failed",
        text(
            "Questo browser non tiene la bozza: manda la richiesta prima di chiudere la pagina.",
            "This browser keeps no draft: send the request before you close the page.",
        ),
    ),
];

/// What to write in the text of an organisation.
pub(super) const REGISTRATION_BODY_QUESTION: StaticText = text(
    "In due o tre frasi: che cosa fate, per chi e dove. Lo legge chi non vi conosce.",
    "In two or three sentences: what you do, for whom and where. People who do not know you will read it.",
);

/// The words in a language, by key; with those of the form for organisations in place of others.
pub(super) fn words_in(language: MessageLanguage, is_registration: bool) -> BTreeMap<&'static str, &'static str> {
    let others = if is_registration { REGISTRATION_WORDS } else { &[] };
    WORDS.iter().chain(others).map(|(key, word)| (*key, word.in_language(language))).collect()
}

words! {
    // Fields.
    write_in: "Scrivi in italiano, se puoi.", "The board is in Italian: write in Italian if you can, else in English: the editors translate.";
    needed: "Quello che serve", "What is needed";
    own_lead: "Se c'è, aggiungi anche:", "If there is any, add also:";
    more: "Altre cose da dire", "More to say";
    more_lead: "Aggiungi solo quello che riguarda il tuo annuncio.", "Add only what concerns your announcement.";
    body: "Il testo", "The text";
    body_question: "Racconta che cosa si fa, con frasi brevi. Date, prezzi e contatti li hai già scritti sopra: qui non servono.", "Tell what people will do, in short sentences. Dates, prices and contacts are above already: they are not needed here.";
    answer_none: "Non c'è", "There is none";
    answer_everyone: "Tutte le persone", "Everyone";
    answer_unknown: "Non lo so ancora", "I do not know yet";
    example: "Per esempio: {example}", "For example: {example}";
    yes: "Sì", "Yes";
    agree: "Sì, la nostra organizzazione accetta la carta", "Yes, our organisation accepts the charter";
    no: "No", "No";
    choose: "Scegli", "Choose";
    search_options: "Scrivi per cercare nell'elenco", "Type to search the list";
    no_option: "Non è nell'elenco.", "It is not in the list.";
    organisation_unknown: "Scegli un ente dell'elenco, oppure descrivilo.", "Choose an organisation of the list, or describe it.";
    describe_it: "La descrivo", "I describe it";
    written_how: "Come lo scrivi?", "How do you write it?";
    add: "Aggiungi", "Add";
    entry: "{label} {number}", "{label} {number}";
    remove: "Togli", "Remove";
    remove_entry: "Togli: {label}", "Remove: {label}";
    kept: "Come nel file", "As in the file";
    kept_note: "Qui il file ha una forma che il modulo non sa mostrare. Se non la tocchi, resta com'è.", "Here the file has a form that this page cannot show. If you leave it, it stays as it is.";
    rewrite: "Scrivi di nuovo", "Write it anew";
    day: "Giorno", "Day";
    month: "So solo il mese", "I only know the month";
    month_name: "Mese", "Month";
    year: "Anno", "Year";
    from_day: "Dal", "From";
    to_day: "Al", "To";
    hour: "Ora", "Hour";
    organisation_search: "Scrivi il nome dell'ente", "Type the name of the organisation";
    organisation_new: "Non è nell'elenco: lo descrivo", "It is not in the list: I describe it";
    organisation_known: "Lo scelgo dall'elenco", "I choose it from the list";
    picture_note: "La foto si manda a parte, insieme all'annuncio. Larga almeno 1200 punti, con il permesso di chi si vede. Scrivi qui che cosa mostra, per chi non la può vedere.", "The photo is sent beside the announcement. At least 1200 pixels wide, with the consent of those in it. Write here what it shows, for those who cannot see it.";

    // Lengths.
    letters_left: "Restano {count} lettere", "{count} letters left";
    letters_over: "{count} lettere di troppo", "{count} letters too many";

    // Findings.
    error: "Da correggere", "To correct";
    warning: "Da guardare", "To look at";
    fix: "Scrivi: {corrected}", "Write: {corrected}";
    fix_this: "Correggi da solo", "Correct it for me";
    fixed: "Corretto", "Corrected";
    whole: "Su tutto l'annuncio", "About the whole announcement";
    answer_missing: "Qui manca la risposta.", "An answer is missing here.";
    questions: "Le domande da fare all'ente", "The questions for the organisation";

    // The bar with what is missing.
    missing_one: "Manca 1 risposta", "1 answer is missing";
    missing_many: "Mancano {count} risposte", "{count} answers are missing";
    errors_one: "1 cosa da correggere", "1 thing to correct";
    errors_many: "{count} cose da correggere", "{count} things to correct";
    warnings_one: "1 cosa da guardare", "1 thing to look at";
    warnings_many: "{count} cose da guardare", "{count} things to look at";
    unknown_one: "1 risposta da chiedere", "1 answer to ask for";
    unknown_many: "{count} risposte da chiedere", "{count} answers to ask for";
    complete: "C'è tutto", "Everything is there";
    is_draft: "Si può mandare già così: quello che non sai lo chiediamo all'ente.", "It can be sent as it is: what you do not know we ask the organisation.";

    // Preview.
    preview: "Guarda come sarà", "See how it will look";
    preview_close: "Torna al modulo", "Back to the form";
    preview_post: "Il messaggio sul canale", "The message on the channel";
    preview_page: "I dati sulla pagina", "The facts on the page";
    preview_file: "Il file", "The file";
    preview_letter: "La lettera con le domande", "The letter with the questions";
    preview_wait: "Per vederlo mancano ancora delle risposte.", "Some answers are still missing before it can be shown.";
    preview_loading: "Preparo l'anteprima: la prima volta ci vuole un momento…", "Preparing the preview: the first time it takes a moment…";
    preview_failed: "Il messaggio e la pagina adesso non si possono vedere. Puoi mandare lo stesso.", "The message and the page cannot be shown now. You can send all the same.";

    // Ways to send.
    send: "Manda l'annuncio", "Send the announcement";
    send_empty: "Non c'è ancora niente da mandare: scrivi almeno un titolo.", "There is nothing to send yet: write at least a title.";
    send_lead: "Scegli una strada. Finché non premi uno di questi pulsanti, niente esce da questo apparecchio.", "Choose a way. Until you press one of these buttons, nothing leaves this device.";
    send_incomplete: "Ci sono ancora cose da correggere. Puoi mandarlo lo stesso: la redazione ti risponde.", "There are still things to correct. You can send it all the same: the editors will answer.";
    send_whatsapp: "Su WhatsApp", "On WhatsApp";
    send_whatsapp_note: "Si apre una conversazione con {board}: il testo è già scritto, tu premi invio.", "A conversation with {board} opens: the text is written already, you press send.";
    send_whatsapp_long: "Il testo è troppo lungo per WhatsApp: usa un'altra strada.", "The text is too long for WhatsApp: use another way.";
    send_email: "Per e-mail", "By e-mail";
    send_email_note: "Prima scarica il file con il pulsante qui sotto: lo trovi fra i file scaricati, allegalo alla posta che si apre: {name}", "First download the file with the button below: you find it among the downloads, attach it to the mail that opens: {name}";
    email_subject: "Annuncio per la bacheca: {title}", "Announcement for the board: {title}";
    email_attach: "Allego il file {name}.", "I attach the file {name}.";
    send_share: "Condividi il file", "Share the file";
    send_download: "Scarica il file", "Download the file";
    send_copy: "Copia il testo", "Copy the text";
    copied: "Copiato", "Copied";
    copy_failed: "Il browser non lascia copiare: seleziona il testo e copialo a mano.", "The browser does not allow copying: select the text and copy it by hand.";
    downloaded: "Scaricato: {name}", "Downloaded: {name}";
    share_failed: "Non è stato condiviso. Prova a scaricare il file.", "It was not shared. Try to download the file.";
    send_repository: "Proponi su {host}", "Propose on {host}";
    send_repository_note: "Serve un account. Si apre la pagina con il file già scritto: premi «Commit changes», poi «Propose changes».", "You need an account. The page opens with the file written already: press “Commit changes”, then “Propose changes”.";
    send_repository_long: "Il file è troppo lungo per essere già scritto nella pagina: l'abbiamo copiato, incollalo lì.", "The file is too long to be written there already: it has been copied, paste it there.";
    send_telephone: "Per telefono: {telephone}", "By telephone: {telephone}";
    send_picture: "C'è una foto? Mandala insieme: {name}", "Is there a photo? Send it too: {name}";
    send_print: "Stampa il questionario", "Print the questionnaire";
    sent_question: "L'hai mandato?", "Have you sent it?";
    sent_yes: "Sì, cancella la bozza da qui", "Yes, delete the draft from here";
    sent_no: "Non ancora, tieni la bozza", "Not yet, keep the draft";
    sent_done: "Grazie. La redazione legge, completa con te e pubblica.", "Thank you. The editors read it, complete it with you and publish it.";

    // Drafts.
    draft_saved: "Bozza salvata su questo apparecchio", "Draft kept on this device";
    draft_found: "C'è la bozza del {date}: continui da lì.", "There is the draft of {date}: you go on from there.";
    draft_restart: "Ricomincia da capo", "Begin anew";
    draft_before: "La bozza di prima è ancora qui: {title}, {date}.", "The draft from before is still here: {title}, {date}.";
    draft_take_back: "Riprendi la bozza di prima", "Take back the draft from before";
    draft_untitled: "senza titolo", "without title";
    drafts_kept: "Le bozze su questo apparecchio", "The drafts on this device";
    handover_failed: "Questo browser non lascia passare il testo da una pagina all'altra: scegli il tipo di annuncio e scrivilo lì.", "This browser does not let the text pass from one page to the next: choose the kind of announcement and write it there.";
    draft_delete: "Cancella la bozza", "Delete the draft";
    draft_delete_sure: "Cancellare la bozza? Non si può tornare indietro.", "Delete the draft? This cannot be undone.";
    draft_deleted: "Bozza cancellata", "Draft deleted";
    draft_shared_device: "Il computer è di tutti? Quando hai finito, cancella la bozza.", "Is this a shared computer? When you are done, delete the draft.";
    draft_failed: "Questo browser non tiene la bozza: manda l'annuncio prima di chiudere la pagina.", "This browser keeps no draft: send the announcement before you close the page.";
    cancel: "Annulla", "Cancel";

    // A pasted message.
    paste: "Incolla un messaggio", "Paste a message";
    paste_lead: "Hai già un messaggio o una e-mail con tutti i dati? Incollalo: riempiamo il modulo con quello che dice, tu controlli.", "Do you have a message or an e-mail with all the facts? Paste it: the form is filled with what it says, you check.";
    paste_label: "Il messaggio", "The message";
    paste_button: "Leggi il messaggio", "Read the message";
    paste_reading: "Leggo…", "Reading…";
    paste_nothing: "Nel messaggio non c'è niente che si riconosca. Scegli il tipo di annuncio e scrivi nel modulo.", "Nothing in the message was recognised. Choose the kind of announcement and write into the form.";
    paste_found_one: "Nel messaggio c'è 1 annuncio.", "There is 1 announcement in the message.";
    paste_found_many: "Nel messaggio ci sono {count} annunci: uno alla volta.", "There are {count} announcements in the message: one at a time.";
    paste_use: "Continua con questo", "Continue with this one";
    paste_original: "Il messaggio incollato", "The pasted message";
    paste_original_note: "È segnato quello che abbiamo usato. Resta qui, non viene pubblicato.", "What has been used is marked. It stays here and is not published.";
    paste_notes: "Da controllare", "To check";

    // Correcting and renewing.
    correct: "Correggi un annuncio", "Correct an announcement";
    correct_lead: "È cambiata una data, un numero, un posto? Cerca l'annuncio e cambia solo quello.", "Has a date, a number, a place changed? Find the announcement and change only that.";
    correct_search: "Cerca fra gli annunci pubblicati", "Search the published announcements";
    correct_loading: "Prendo gli annunci…", "Fetching the announcements…";
    correct_failed: "Gli annunci non arrivano. Controlla la rete e prova di nuovo.", "The announcements do not arrive. Check the network and try again.";
    correct_none: "Non c'è un annuncio con queste parole.", "There is no announcement with these words.";
    correct_unknown: "Questo annuncio non è fra quelli pubblicati.", "This announcement is not among the published ones.";
    correct_button: "Correggi", "Correct";
    renew_button: "Nuova edizione", "New edition";
    correcting: "Stai correggendo: {title}", "You are correcting: {title}";
    renewing: "Nuova edizione di: {title}", "New edition of: {title}";
    renew_note: "Le date e la scadenza sono vuote: scrivi quelle nuove. Il resto è come prima: controllalo.", "Dates and deadline are empty: write the new ones. The rest is as before: check it.";
    open_file: "Apri un file .md", "Open an .md file";
    open_file_failed: "Questo file non si può aprire: {reason}", "This file cannot be opened: {reason}";
    file_unread: "Nel file c'è qualcosa che non abbiamo letto: controlla questi campi.", "Something in the file could not be read: check these fields.";
    editors_decide: "Nel file ci sono cose che il modulo non mostra e che decide la redazione: {list}", "The file says things that the form does not show and the editors decide: {list}";
    comments_lost: "I commenti scritti nel file si perdono.", "Comments written in the file are lost.";

    // Loading.
    loading: "Preparo il controllo…", "Preparing the check…";
    loading_failed: "Il controllo automatico non parte. Puoi scrivere e mandare lo stesso: controlla la redazione.", "The automatic check does not start. You can write and send all the same: the editors will check.";
    no_program: "Su questa bacheca non c'è il controllo automatico. Puoi scrivere e mandare: controlla la redazione.", "This board has no automatic check. You can write and send: the editors will check.";
    program_lost: "Il controllo automatico si è fermato. Puoi scrivere e mandare lo stesso: controlla la redazione.", "The automatic check has stopped. You can write and send all the same: the editors will check.";
    offline: "Sei senza rete. Puoi continuare a scrivere e scaricare il file; per mandarlo serve la rete.", "You have no network. You can go on writing and download the file; to send it you need the network.";
    try_again: "Prova di nuovo", "Try again";
    something_wrong: "Qualcosa non ha funzionato: {reason}", "Something did not work: {reason}";
}
