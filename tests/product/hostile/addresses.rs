//! Links, telephone numbers and e-mail addresses that lead elsewhere than they say.

use super::{Case, announcement, announcement_with, new_case, text_case};
use crate::support::write;

/// The announcement with another way to enrol.
fn announcement_enrolled_by(way: &str) -> String {
    announcement().replace("iscrizione: \"06 5550 0111\"", &format!("iscrizione: {way}"))
}

fn configuration_case(name: &'static str, key: &'static str, value: &'static str) -> Case {
    // What `check` reports stops `build` as a configuration that cannot be used.
    Case {
        build: 1,
        ..new_case(name, 1, move |board, _| {
            let file = board.join("site.toml");
            let text = std::fs::read_to_string(&file).unwrap();
            let others = text.lines().filter(|line| !line.starts_with(key)).flat_map(|line| [line, "\n"]);
            let text = others.collect::<String>().replace("[bacheca]\n", &format!("[bacheca]\n{key} = \"{value}\"\n"));
            write(&file, text);
        })
    }
}

pub fn cases() -> Vec<Case> {
    vec![
        text_case("an enrolment behind a password", 1, || {
            announcement_enrolled_by("\"https://:www.comune.roma.it@evil.example/modulo\"")
        }),
        text_case("an e-mail address with a Bcc", 1, || {
            announcement_enrolled_by("{canale: email, email: \"x%40y.org?bcc=evil%40evil.example&z=@y.org\"}")
        }),
        text_case("an address behind a user in a value", 1, || {
            announcement_with("avvertenze: [\"https://www.comune.roma.it@evil.example/\"]", "Testo.")
        }),
        text_case("a link whose words are another address", 1, || {
            announcement_with("", "[https://www.comune.roma.it/x](https://evil.example/)")
        }),
        text_case("a link whose words are another number", 1, || {
            announcement_with("", "[06 5550 0111](tel:+39899123456)")
        }),
        text_case("a link whose words are another mailbox", 1, || {
            announcement_with("", "[ponte@example.org](mailto:evil@evil.example)")
        }),
        text_case("an address behind a user in the text", 1, || {
            announcement_with("", "https://www.comune.roma.it@evil.example/")
        }),
        text_case("an address behind a user, by number", 1, || {
            announcement_with("", "https:&#47;&#47;www.comune.roma.it&#64;evil.example/")
        }),
        text_case("a link that copies to others", 1, || {
            announcement_with("", "[scrivi](mailto:a@b.it?bcc=evil@evil.example)")
        }),
        text_case("a link that copies to others, silenced", 1, || {
            announcement_with("silenzia: {misleading-link: mi serve}", "[scrivi](mailto:a@b.it?bcc=evil@evil.example)")
        }),
        // Warned of, no error.
        text_case("a site in two alphabets", 0, || announcement_with("", "https://www.\u{441}omune.roma.it/")),
        configuration_case("a channel that is a script", "canale", "javascript:alert(666)"),
        configuration_case("a repository that is a script", "repository", "javascript:alert(666)"),
        configuration_case("an address of the board with a Bcc", "email", "a@example.org?bcc=b@example.org"),
        configuration_case("a telephone that is none", "telefono", "javascript:alert(666)"),
    ]
}
