//! Reports errors of `site.toml`.

mod toml_words;

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::config;
use crate::diagnostic::{Diagnostic, LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use toml_words::describe_toml_fault;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "site-configuration",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("site.toml descrive la bacheca", "site.toml describes the board"),
        explanation: text(
            "site.toml contiene il nome, l'indirizzo, le lingue e il territorio della bacheca. Una voce sbagliata ferma tutto, perché cambierebbe ogni pagina.",
            "site.toml holds the board's name, address, languages and territory. A wrong entry stops everything, because it would change every page.",
        ),
        wrong: "-- site.toml --\n[bacheca]\nnome = \"Prova\"\nindirizzo = \"example.org\"\n",
        right: "-- site.toml --\n=",
        origin: "formato di site.toml",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, problem: &config::Problem) -> Diagnostic {
    match problem {
        config::Problem::Unreadable(cause) => {
            let LocalizedString { it, en } = cause.localized();
            finding(&const { CHECK.rule.brief() }, at, localized!("site.toml non si può leggere: {it}", "site.toml cannot be read: {en}"))
                .hint(localized!(
                    "lancia il comando nella cartella della bacheca, o indica la cartella con `--root`",
                    "run the command in the board's folder, or name the folder with `--root`"
                ))
        }
        config::Problem::Conflict => {
            finding(&const { CHECK.rule.brief() }, at, localized!("qui due modifiche si sono scontrate (git)", "two changes collide here (git)"))
        }
        config::Problem::Toml(fault) => {
            let (message, hint) = describe_toml_fault(fault);
            let found = finding(&const { CHECK.rule.brief() }, at, message);
            match hint {
                Some(hint) => found.hint(hint),
                None => found,
            }
        }
        config::Problem::PartialAddress => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "l'indirizzo deve essere intero, per esempio `https://bacheca.example.org/`",
                "the address must be whole, for example `https://bacheca.example.org/`"
            ),
        ),
        config::Problem::OwnSource => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("questa è la bacheca stessa, non una sua fonte", "this is the board itself, not a source of it"),
        )
        .hint(localized!(
            "sotto `[[fonti]]` ci sono le altre bacheche: togli questa",
            "below `[[fonti]]` are other boards: remove this one"
        )),
        config::Problem::RepeatedSource => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "il file o l'indirizzo è già quello di un'altra fonte",
                "the file or the address is that of another source already"
            ),
        )
        .hint(localized!(
            "ogni bacheca sta una volta sola sotto `[[fonti]]`, con un file tutto suo",
            "list each board once below `[[fonti]]`, with its own file"
        )),
        config::Problem::NotALink(key) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("`{key}` non è l'indirizzo di una pagina", "`{key}` is not the address of a web page"),
        )
        .hint(localized!(
            "scrivi l'indirizzo intero, che comincia con https:// e non ha una @ prima del nome del sito",
            "write the whole address, which starts with https:// and has no @ before the site's name"
        )),
        config::Problem::NotAChannelName => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("questo non è il nome di un canale", "this is not the name of a channel"),
        )
        .hint(localized!(
            "scrivi il nome del servizio, come lo conosce chi lo usa: `WeChat`, `Telegram`",
            "write the name of the service as its users know it: `WeChat`, `Telegram`"
        )),
        config::Problem::NotAChannelAddress => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "questo non è l'indirizzo di un canale, né un nome da cercare",
                "this is neither the address of a channel nor a name to search for"
            ),
        )
        .hint(localized!(
            "scrivi l'indirizzo intero, che comincia con https://, o il nome del canale senza spazi: `SpazioPrato`",
            "write the whole address, which starts with https://, or the channel's name without spaces: `SpazioPrato`"
        )),
        config::Problem::InsecureChannelAddress(address) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "l'indirizzo di un canale comincia con https://",
                "the address of a channel starts with https://"
            ),
        )
        .hint(localized!("scrivi `{address}`", "write `{address}`")),
        config::Problem::NotAPictureOfCode => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("`qr` non è un'immagine della cartella static/", "`qr` is not a picture in the folder static/"),
        )
        .hint(localized!(
            "metti l'immagine in static/ e scrivi qui il suo nome: `wechat.png`",
            "put the picture in static/ and write its name here: `wechat.png`"
        )),
        config::Problem::RepeatedChannel => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("questo canale c'è già", "this channel is there already"),
        )
        .hint(localized!(
            "ogni canale sta una volta sola, in `canale` o sotto `[[canali]]`; due dello stesso servizio hanno `lingua` diverse",
            "list each channel once, in `canale` or below `[[canali]]`; two of one service differ in `lingua`"
        )),
        config::Problem::UnfitSteps(most) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("i passi sono da uno a {most}, nessuno vuoto", "the steps are one to {most}, none of them empty"),
        ),
        config::Problem::NotALanguage(known) => {
            let known = known.join(", ");
            finding(
                &const { CHECK.rule.brief() },
                at,
                localized!("questa non è una lingua della bacheca", "this is not a language of the board"),
            )
            .hint(localized!(
                "scrivi il codice di una lingua che sta in `lingue`: {known}",
                "write the code of a language that is in `lingue`: {known}"
            ))
        }
        config::Problem::NotAnEmail => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("`email` non è un indirizzo e-mail", "`email` is not an e-mail address"),
        )
        .hint(localized!(
            "scrivi un solo indirizzo, per esempio `bacheca@example.org`",
            "write one address, for example `bacheca@example.org`"
        )),
        config::Problem::NotAPhone => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("`telefono` non è un numero di telefono", "`telefono` is not a telephone number"),
        )
        .hint(localized!(
            "scrivi un solo numero, per esempio `\"06 5733 9332\"`",
            "write one number, for example `\"06 5733 9332\"`"
        )),
        config::Problem::TextTooLong { written, limit } => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "questo testo ha {written} caratteri, al massimo {limit}",
                "this text has {written} characters, {limit} at most"
            ),
        ),
        config::Problem::ListTooLong { written, limit } => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "questa lista ha {written} voci, al massimo {limit}",
                "this list has {written} entries, {limit} at most"
            ),
        ),
        config::Problem::NoName => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("la bacheca non ha un nome", "the board has no name"),
        ),
        config::Problem::NotALanguageCode(code) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("«{code}» non è il codice di una lingua", "`{code}` is not the code of a language"),
        )
        .hint(localized!("il codice ha due o tre lettere minuscole, senza paese: `pt`, `zh`, `prs`", "the code has two or three small letters, without a country: `pt`, `zh`, `prs`")),
        config::Problem::RepeatedLanguage(code) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("la lingua «{code}» c'è già", "the language `{code}` is there already"),
        )
        .hint(localized!("ogni lingua sta in `lingue` una volta", "each language is in `lingue` once")),
        config::Problem::NotAWeekday(day) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("«{day}» non è un giorno", "`{day}` is not a day"),
        )
        .hint(localized!("scrivi lun, mar, mer, gio, ven, sab, dom", "write lun, mar, mer, gio, ven, sab, dom")),
        config::Problem::NotAnHour => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("questa non è un'ora", "this is not an hour"),
        )
        .hint(localized!("scrivi ore e minuti, da 0:00 a 23:59: `\"10:00\"`", "write hours and minutes, from 0:00 to 23:59: `\"10:00\"`")),
        config::Problem::NoPosts => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("con zero messaggi a settimana non c'è un piano", "with no posts a week there is no plan"),
        )
        .hint(localized!("scrivi quanti sono, per esempio 2, o togli la riga", "write how many there are, for example 2, or remove the line")),
        config::Problem::NoReason => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("chi cambia una regola dice perché", "who changes a rule says why"),
        )
        .hint(localized!("scrivi una frase in `motivo`", "write a sentence in `motivo`")),
        config::Problem::NotAColour => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("questo non è un colore", "this is not a colour"),
        )
        .hint(localized!(
            "scrivi un cancelletto e sei cifre, come nei fogli di stile: `\"#A3241C\"`",
            "write a hash and six digits, as in style sheets: `\"#A3241C\"`"
        )),
        config::Problem::DarkAccentAlone => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("`accento_scuro` va insieme ad `accento`", "`accento_scuro` goes with `accento`"),
        )
        .hint(localized!(
            "scrivi anche `accento`; da solo basta, e questo si calcola",
            "write `accento` too; that alone is enough, and this one is computed"
        )),
        config::Problem::LowContrast { ratio, nearest } => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "con questo colore non si legge bene: il contrasto è {ratio}, ne serve 4.5 (WCAG AA)",
                "with this colour text is not read well: the contrast is {ratio}, 4.5 is needed (WCAG AA)"
            ),
        )
        .hint(localized!("il più vicino che si legge è `{nearest}`", "the nearest that is read is `{nearest}`")),
        config::Problem::NotAFamily => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("questo non è il nome di un carattere", "this is not the name of a font"),
        )
        .hint(localized!(
            "scrivi il nome della famiglia, con lettere, cifre e spazi: `\"Titillium Web\"`; sullo schermo al massimo cinque",
            "write the name of the family, with letters, digits and spaces: `\"Titillium Web\"`; on the screen five at most"
        )),
        config::Problem::UnusableZone(zone) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "la pagina della zona «{zone}» non avrebbe un indirizzo tutto suo",
                "the page of the district `{zone}` would have no address of its own"
            ),
        )
        .hint(localized!(
            "ogni zona ha un nome con lettere latine o cifre, diverso dagli altri anche senza accenti e maiuscole",
            "each district has a name with Latin letters or digits, different from the others even without accents and capitals"
        )),
        config::Problem::NotAPlace(place) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "«{place}» non è l'indirizzo di un luogo che i portali dei dati conoscono",
                "`{place}` is not the address of a place that data portals know"
            ),
        )
        .hint(localized!(
            "cerca la città su geonames.org e scrivi il suo numero così: `https://sws.geonames.org/3169070/`",
            "search for the town on geonames.org and write its number thus: `https://sws.geonames.org/3169070/`"
        )),
        config::Problem::UnknownZone(name) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("«{name}» non è fra le zone", "`{name}` is not among the districts"),
        )
        .hint(localized!(
            "scrivi i nomi come in `zone`; sulla mappa un posto vuoto è `-`",
            "write the names as in `zone`; an empty place on the map is `-`"
        )),
        config::Problem::RepeatedTile(name) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("«{name}» è sulla mappa più di una volta", "`{name}` is on the map more than once"),
        ),
        config::Problem::NotAFormerLanguage(code) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "«{code}» non è una lingua che il sito aveva prima",
                "`{code}` is not a language that the site had before"
            ),
        )
        .hint(localized!(
            "in `lingue_passate` vanno i codici delle lingue tolte da `lingue`: [\"ar\", \"fr\"]",
            "`lingue_passate` has the codes of the languages taken out of `lingue`: [\"ar\", \"fr\"]"
        )),
        config::Problem::MissingTile(name) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("sulla mappa manca «{name}»", "`{name}` is not on the map"),
        )
        .hint(localized!("ogni zona sta sulla mappa una volta", "each district is on the map once")),
        config::Problem::MisleadingText(host) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "qui c'è un indirizzo che porta a {host}, non dove sembra",
                "this holds an address that leads to {host}, not where it seems to"
            ),
        )
        .hint(localized!(
            "quello che sta prima di @ inganna: scrivi l'indirizzo vero del sito",
            "the part before the @ is misleading: write the site's real address"
        )),
        config::Problem::HiddenCharacter(character) => {
            let code = format!("U+{:04X}", u32::from(*character));
            finding(
                &const { CHECK.rule.brief() },
                at,
                localized!(
                    "qui c'è un segno che non si vede ({code})",
                    "this holds a character that nobody sees ({code})"
                ),
            )
            .hint(localized!("scrivi il testo di nuovo, su una riga sola", "write the text again, on one line"))
        }
    }
}
