//! Small files that would take all memory or time.

#[cfg(target_os = "linux")]
mod cost;
#[cfg(target_os = "linux")]
mod many;
#[cfg(target_os = "linux")]
mod patterns;
#[cfg(target_os = "linux")]
mod pictures;

use std::fmt::Write as _;

use super::{Case, announcement_with, text_case};

pub fn cases() -> Vec<Case> {
    vec![
        text_case("aliases that multiply", 1, || {
            let mut facts = String::from("a0: &a0 [lol, lol, lol]\n");
            for level in 1..40 {
                let before = level - 1;
                writeln!(facts, "a{level}: &a{level} [*a{before}, *a{before}, *a{before}]").unwrap();
            }
            announcement_with(&facts, "Testo.")
        }),
        text_case("lists 10,000 deep", 1, || {
            announcement_with(&format!("x: {}{}", "[".repeat(10_000), "]".repeat(10_000)), "Testo.")
        }),
        text_case("maps 10,000 deep", 1, || announcement_with(&format!("x: {}", "{a: ".repeat(10_000)), "Testo.")),
        text_case("lists deep by indentation", 1, || {
            announcement_with(&format!("x:\n  {}a", "- ".repeat(10_000)), "Testo.")
        }),
        text_case("maps deep by indentation", 1, || {
            let deep = (1..400).map(|level| " ".repeat(level) + "a:\n").collect::<String>();
            announcement_with(&format!("x:\n{deep}"), "Testo.")
        }),
        text_case("5 MB of facts", 1, || announcement_with(&format!("note: \"{}\"", "a ".repeat(2_500_000)), "Testo.")),
        text_case("20 MB of text", 1, || announcement_with("", &"parola ".repeat(3_000_000))),
        text_case("60 KB of brackets", 0, || announcement_with("", &"[".repeat(60_000))),
        text_case("quotations 60,000 deep", 0, || announcement_with("", &format!("{}ciao", ">".repeat(60_000)))),
        text_case("a list 1,000 deep", 0, || announcement_with("", &format!("{}ciao", "- ".repeat(1_000)))),
        text_case("24,000 stars", 0, || announcement_with("", &"*a **a ".repeat(8_000))),
        text_case("10,000 fields", 1, || {
            announcement_with(&(0..10_000).map(|field| field.to_string() + "campo: x\n").collect::<String>(), "Testo.")
        }),
        text_case("tags of YAML", 1, || {
            announcement_with("x: !!python/object/apply:os.system [\"touch /tmp/x\"]", "Testo.")
        }),
    ]
}
