//! The compact text of a form: what it carries comes back without loss.

use bacheca::intake::compact::{FileFacts, facts_of_file, write};
use bacheca::intake::{Options, read_message};
use bacheca::model::{EDITORS_FIELDS, Kind};

use super::{BOARD, read};
use crate::support::{read_tree, repository_path};

#[test]
fn every_field_of_every_kind_comes_back() {
    for (path, bytes) in read_tree(&repository_path("tests/kinds")) {
        if !path.ends_with("-full.md") {
            continue;
        }
        let FileFacts { mut facts, body, .. } = facts_of_file(&String::from_utf8(bytes).unwrap()).unwrap();
        let kind = Kind::from_key(facts["tipo"].as_str().unwrap()).unwrap();
        let text = write(kind, &facts, &body);
        facts.retain(|key, _| !EDITORS_FIELDS.contains(&key.as_str()));
        // As it was sent, quoted in an answer, and wrapped by a mail program.
        let quoted = text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n") + "\n";
        for (message, is_body_kept) in
            [(text.clone(), true), (format!("Ciao, ecco\n\n{text}"), true), (quoted, false), (wrap(&text), false)]
        {
            let drafts = read(&message);
            let FileFacts { facts: mut read, body: read_body, .. } = facts_of_file(&drafts[0].text).unwrap();
            assert_eq!(read.remove("stato").unwrap(), "bozza");
            assert_eq!(read, facts, "{path}:\n{message}");
            assert!(!is_body_kept || read_body == body, "{path}");
        }
    }
}

/// Breaks lines at the last space before the 76th character, as mail programs do.
fn wrap(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut rest = line;
        while rest.chars().count() > 76 {
            let end = rest.char_indices().nth(76).unwrap().0;
            let Some(at) = rest[..end].rfind(' ').filter(|at| *at > 0) else { break };
            out.push_str(&rest[..at]);
            out.push('\n');
            rest = &rest[at + 1..];
        }
        out.push_str(rest);
        out.push('\n');
    }
    out
}

#[test]
fn fields_of_editors_and_broken_values_do_not_get_into_the_draft() {
    let drafts = read(
        "BACHECA 1 formazione\ntitolo: Corso: a tutti #1\nsilenzia: {too-good-to-be-true: mi va}\nscadenza: presto\ncosto: {tipo: gratuito\nsconosciuto: x\n",
    );
    let text = &drafts[0].text;
    let FileFacts { facts, .. } = facts_of_file(text).unwrap();
    assert_eq!(facts["titolo"], "Corso: a tutti #1");
    assert!(!facts.contains_key("silenzia") && !facts.contains_key("sconosciuto"), "{text}");
    assert_eq!((&facts["scadenza"], &facts["costo"]), (&"da chiedere".into(), &"da chiedere".into()), "{text}");
    assert!(read_message(&BOARD.board, "BACHECA 1 ballo\ntitolo: x\n", &Options::default()).is_err());
}
