//! Links, telephone numbers and e-mail addresses that lead elsewhere than they say.

use std::path::Path;
use std::process::Command;

use super::{Case, ITEM, announcement, announcement_with, new_case, text_case};
use crate::support::{TODAY, small_board, write};

/// Findings of the check of a board, as JSON.
fn check_json(root: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bacheca"));
    command.args(["--root", root.to_str().unwrap(), "--today", TODAY, "check", "--format", "json"]);
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

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
        text_case("an address behind a quotation mark and a user", 1, || {
            announcement_with("", "https://www.comune.roma.it\"@evil.example/")
        }),
        text_case("an address behind a bracket and a user", 1, || {
            announcement_with("", "(https://www.comune.roma.it)@evil.example/")
        }),
        text_case("an address without a scheme behind a user", 1, || {
            announcement_with("avvertenze: [\"www.comune.roma.it:80@evil.example/\"]", "Testo.")
        }),
        text_case("an address without a scheme behind a user in the text", 1, || {
            announcement_with("", "Vai su www.comune.roma.it@evil.example/.")
        }),
        text_case("a link whose title is another address", 1, || {
            announcement_with("", "[sito](https://evil.example/ \"https://www.comune.roma.it/\")")
        }),
        text_case("a link that copies to others", 1, || {
            announcement_with("", "[scrivi](mailto:a@b.it?bcc=evil@evil.example)")
        }),
        text_case("a link that writes in somebody's name", 1, || {
            announcement_with("", "[scrivi](mailto:a@b.it?subject=x&body=Mando%20il%20mio%20permesso)")
        }),
        text_case("two numbers that lead to another", 1, || {
            announcement_with("", "[06 5550 0111 / 0112](tel:+39899123456)")
        }),
        text_case("a link that copies to others, silenced", 1, || {
            announcement_with("silenzia: {misleading-link: mi serve}", "[scrivi](mailto:a@b.it?bcc=evil@evil.example)")
        }),
        text_case("an enrolment behind a user with a quote", 1, || {
            announcement_enrolled_by("'https://www.comune.roma.it\"@evil.example/modulo'")
        }),
        text_case("a link behind a user with a bracket", 1, || {
            announcement_with("", "[sito](<https://www.comune.roma.it)@evil.example/>)")
        }),
        text_case("a link whose words quote another address", 1, || {
            announcement_with("", "[“www.comune.roma.it”](https://evil.example/)")
        }),
        text_case("a source whose name is another address", 1, || {
            announcement_with("fonte: {nome: www.comune.roma.it, url: \"https://evil.example/\"}", "Testo.")
        }),
        text_case("one of several sources whose name is another address", 1, || {
            announcement_with(
                "fonte: [https://example.org/, {nome: 'https://www.comune.roma.it/x', url: 'https://evil.example/'}]",
                "Testo.",
            )
        }),
        text_case("a source whose name is its address", 0, || {
            announcement_with("fonte: {nome: comune.example.org, url: \"https://www.comune.example.org/\"}", "Testo.")
        }),
        text_case("a link that is a part of an address", 1, || {
            announcement_with("", "Vai su [comune](https://evil.example/).roma.it.")
        }),
        text_case("a link that is the middle of an address", 1, || {
            announcement_with("", "Vai su www.**[comune.roma](https://evil.example/)**.it/corsi.")
        }),
        text_case("links that are an address together", 1, || {
            announcement_with(
                "",
                "[comune](https://evil.example/)[.](https://evil.example/)[roma.](https://evil.example/)[it](https://evil.example/)",
            )
        }),
        text_case("a link that is a part of a mailbox", 1, || {
            announcement_with("", "[ponte](mailto:evil@evil.example)@example.org")
        }),
        text_case("a link that is the end of a number", 1, || {
            announcement_with("", "Chiama 06 5550 [0111](tel:+39899123456)")
        }),
        text_case("a link that is the middle of a number", 1, || {
            announcement_with("", "Chiama 06 [55](tel:+39899123456)50 0111.")
        }),
        text_case("links to pages of one site that are an address together", 1, || {
            announcement_with(
                "",
                "[comune](https://evil.example/a)[.](https://evil.example/b)[roma.it](https://evil.example/c)",
            )
        }),
        text_case("links that are a number together", 1, || {
            announcement_with("", "[06](tel:+39899123456) [5550](tel:+39899123457) [0111](tel:+39899123458)")
        }),
        text_case("a mailbox behind another letter", 1, || announcement_with("", "Scrivi a ponte<evil@evil.example>.")),
        text_case("numbers and mailboxes side by side", 0, || {
            announcement_with(
                "",
                "[06 5550 0111](tel:0655500111)/[06 5550 0112](tel:0655500112)/3, \
                 [a@example.org](mailto:a@example.org)/[b@example.org](mailto:b@example.org)",
            )
        }),
        text_case("links beside what is no part of them", 0, || {
            announcement_with(
                "",
                "[sito](https://www.ponte.example.org/)/[modulo](https://example.org/a.pdf), dalle 9 alle 12 \
                 [06 5550 0111](tel:0655500111); ([comune.example.org](https://comune.example.org/)). [1](https://example.org/)/2",
            )
        }),
        text_case("a path that browsers take for a host", 1, || {
            announcement_with("", "[comune.roma.it](/\\\\evil.example/)")
        }),
        text_case("a number that leads to a page", 1, || {
            announcement_with("", "[06 5550 0111](https://evil.example/)")
        }),
        // Warned of, no error.
        text_case("a site in two alphabets", 0, || announcement_with("", "https://www.\u{441}omune.roma.it/")),
        configuration_case("a channel that is a script", "canale", "javascript:alert(666)"),
        configuration_case("a repository that is a script", "repository", "javascript:alert(666)"),
        configuration_case("an address of the board with a Bcc", "email", "a@example.org?bcc=b@example.org"),
        configuration_case("a name with an address behind a user", "nome", "https://www.comune.roma.it@evil.example/"),
        configuration_case("a telephone that is none", "telefono", "javascript:alert(666)"),
    ]
}

#[test]
fn lookalike_hosts_are_found_in_every_notation() {
    let board = small_board();
    let item = board.path().join(ITEM);
    let warned = |text: &str| {
        write(&item, text);
        check_json(board.path()).contains("\"lookalike-host\"")
    };
    let texts = [
        "https://www.\u{441}omune.roma.it/",
        "[sito](https://www.XN--OMUNE-4NG.roma.it/)",
        "[sito](https://www.%D1%81omune.roma.it/)",
        "[sito](https&#58;//www.\u{441}omune.roma.it/)",
        "[sito](https\\://www.\u{441}omune.roma.it/)",
        "[sito](https://www.c\u{323}omune.roma.it/)",
        "[sito](https://www.comune.roma.it\u{2d0}.evil.example/)",
        "Vai su www.\u{441}omune.roma.it/corsi.",
        "Vai su www.xn--omune-4ng.roma.it.",
        "Vai su WWW.\u{441}omune.roma.it.",
        "Vai su \u{441}omune.roma.it: si trova tutto.",
        "Scrivi a corsi@p\u{43e}nte.example.org.",
        "[sito](https://www.comune.roma.it.evil.example/)",
        "Vai su www.comune.roma.it.evil.com.",
        "Vai su comune.roma.it.evil.example.org/corsi.",
        "Scrivi a corsi@xn--pnte-55d.example.org.",
    ];
    let mut missed: Vec<&str> = texts.into_iter().filter(|text| !warned(&announcement_with("", text))).collect();
    for way in ["\"https:\\/\\/www.\u{441}omune.roma.it/x\"", "\"https://www.\\u0441omune.roma.it/x\""] {
        if !warned(&announcement_enrolled_by(way)) {
            missed.push(way);
        }
    }
    for value in ["\"Vai su www.\\u0441omune.roma.it.\"", "\"Vai su comune.r\\u043ema.it\""] {
        if !warned(&announcement_with(&format!("avvertenze: [{value}]"), "Testo.")) {
            missed.push(value);
        }
    }
    let site = board.path().join("site.toml");
    let configuration = std::fs::read_to_string(&site).unwrap();
    write(&item, announcement());
    for key in ["canale", "repository"] {
        let others = configuration.lines().filter(|line| !line.starts_with(key)).flat_map(|line| [line, "\n"]);
        let entry = format!("[bacheca]\n{key} = \"https://www.\u{441}omune.roma.it/x\"\n");
        write(&site, others.collect::<String>().replace("[bacheca]\n", &entry));
        if !check_json(board.path()).contains("\"lookalike-host\"") {
            missed.push(key);
        }
    }
    write(&site, configuration);
    assert!(missed.is_empty(), "{missed:#?}");
    assert!(!warned(&announcement_with("", "https://www.comune.roma.it/%D1%81 e www.citt\u{e0}.example.org")));
}
