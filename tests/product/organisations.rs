//! Organisations as a reader meets them: their list, their pages, what was checked of them and what was not.

use std::path::Path;

use crate::support::{ITEMS, bacheca, course_with, real_site, small_board, write};

/// Main part of a page of a site, without line ends.
fn main_part(site: &Path, path: &str) -> String {
    let page = std::fs::read_to_string(site.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0.replace('\n', " ")
}

/// The small board with more files in `content/enti/`, built without what is slow.
fn site_with(organisations: &[(&str, &str)]) -> tempfile::TempDir {
    let board = small_board();
    for (id, facts) in organisations {
        write(&board.path().join(format!("content/enti/{id}.md")), format!("---\n{facts}---\n\nChi siamo.\n"));
    }
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    board
}

/// Day of the tests: Saturday 21 November 2026.
#[test]
fn page_says_what_was_checked_and_what_was_not() {
    let board = site_with(&[
        (
            "in-parte",
            "nome: Verificata in parte\ntipo: ETS\nverificato: 2026-11-02\nverificato_da: redazione\nregistro: RUNTS 12345\nverifica: [registro, richiamata]\ncarta: {versione: 2026-1, data: 2026-10-30}\n",
        ),
        ("vecchia", "nome: Verificata un tempo\ntipo: ETS\nverificato: 2024-11-02\n"),
        // Of what is checked without a day nobody knows when.
        ("mai", "nome: Mai verificata\ntipo: ETS\nverifica: [registro]\n"),
    ]);
    let page = |id: &str| main_part(&board.path().join("public"), &format!("enti/{id}/index.html"));
    let split = |page: &str| {
        let (checked, rest) = page.split_once("<h3>Non abbiamo controllato:</h3>").unwrap();
        (checked.to_owned(), rest.split_once("</ul>").unwrap().0.to_owned())
    };
    let partly = page("in-parte");
    let (checked, not_checked) = split(&partly);
    assert!(
        checked.contains("Ultimo controllo: 2 novembre 2026.") && checked.contains("Chi ha controllato: redazione")
    );
    for (word, is_checked) in [
        ("registro pubblico", true),
        ("richiamando", true),
        ("lo scopo", false),
        ("i costi", false),
        ("la carta", false),
    ] {
        assert_eq!((checked.contains(word), not_checked.contains(word)), (is_checked, !is_checked), "{word}");
    }
    assert!(not_checked.contains("ogni singolo annuncio") && partly.contains("non è un certificato"));
    assert!(partly.contains("30 ottobre 2026"));
    let old = page("vecchia");
    assert!(old.contains("È passato più di un anno") && split(&old).1.matches("<li>").count() == 6);
    let never = page("mai");
    assert!(never.contains("Non abbiamo ancora controllato") && !never.contains("Abbiamo controllato:"));
    assert_eq!(split(&never).1.matches("<li>").count(), 6);
}

#[test]
fn list_begins_with_those_that_have_something_open() {
    for (language, open, others) in
        [("", "Hanno qualcosa di aperto adesso", "Le altre"), ("en/", "With something open now", "The others")]
    {
        let list = main_part(real_site(), &format!("{language}enti/index.html"));
        let (first, rest) = list.split_once(open).unwrap().1.split_once(others).unwrap();
        assert!(first.contains("enti/roma-capitale/") && first.contains("enti/esempio-ponte-casilino/"));
        assert!(rest.contains("enti/acli-roma/") && !rest.contains("enti/roma-capitale/"));
        // A line each, and those that are invented say so.
        let files = std::fs::read_dir(crate::support::repository_path("content/enti")).unwrap().count();
        assert_eq!(list.matches("<li>").count(), files);
        assert_eq!(list.matches("class=\"example\"").count(), list.matches("enti/esempio-").count());
    }
}

#[test]
fn page_has_what_is_open_and_leads_to_what_is_over_and_to_desks() {
    let ponte = main_part(real_site(), "enti/esempio-ponte-casilino/index.html");
    assert!(ponte.contains("o/italiano-a2-casilina/") && ponte.contains("sportelli/centro-esempio-casilino/"));
    let unhcr = main_part(real_site(), "enti/unhcr/index.html");
    assert!(unhcr.contains("non ha niente di aperto") && unhcr.contains("cerca/?ente=UNHCR"), "{unhcr}");
    // The item leads back, in each language.
    for language in ["", "ar/", "bn/"] {
        let item = main_part(real_site(), &format!("{language}o/italiano-a2-casilina/index.html"));
        assert!(item.contains(&format!("{language}enti/esempio-ponte-casilino/\"><bdi>")), "{language}");
    }
}

#[test]
fn search_engines_get_pages_of_organisations_that_do_something() {
    let board = site_with(&[
        ("muta", "nome: Ancora muta\ntipo: ETS\n"),
        (
            "via",
            "nome: Andata via\ntipo: ETS\nstato: ritirato\ncontatti: {email: via@example.org}\nsito: \"https://via.example.org/\"\n",
        ),
    ]);
    write(&board.path().join(format!("{ITEMS}/prova.md")), course_with("").replace("ente: ponte", "ente: via"));
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = board.path().join("public");
    let page = |path: &str| std::fs::read_to_string(site.join(path)).unwrap();
    let is_hidden = |path: &str| page(path).contains("name=\"robots\" content=\"noindex\"");
    assert!(is_hidden("enti/muta/index.html") && is_hidden("en/enti/via/index.html"));
    assert!(!is_hidden("enti/via/index.html") && !is_hidden("enti/index.html") && !is_hidden("en/enti/index.html"));
    assert!(page("enti/via/index.html").contains("non annuncia più"));
    // Structured data of real ones only.
    assert!(page("enti/via/index.html").contains("\"url\":\"https://via.example.org/\""));
    assert!(!page("enti/ponte/index.html").contains("ld+json"));
    let sitemap = page("sitemap.xml");
    assert!(
        sitemap.contains("/enti/via/<") && !sitemap.contains("/enti/muta/<") && !sitemap.contains("/en/enti/via/<")
    );
}

#[test]
fn hundreds_of_organisations_are_pages_of_a_hundred() {
    let facts = |number| {
        let name = format!("Associazione per l'accoglienza delle persone rifugiate numero {number}");
        (format!("ente-{number}"), format!("nome: \"{name}\"\ntipo: associazione\n"))
    };
    let facts: Vec<(String, String)> = (0..300).map(facts).collect();
    let organisations: Vec<(&str, &str)> = facts.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    let board = site_with(&organisations);
    let site = board.path().join("public");
    let lists = ["enti/index.html", "enti/pagina/2/index.html", "enti/pagina/3/index.html", "enti/pagina/4/index.html"];
    let lines: usize = lines_of(&site, &lists).iter().sum();
    assert_eq!(lines, 302);
    assert!(lines_of(&site, &lists).iter().all(|lines| *lines <= 100) && !site.join("enti/pagina/5").exists());
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut encoder, &std::fs::read(site.join(lists[1])).unwrap()).unwrap();
    let weight = encoder.finish().unwrap().len();
    assert!(weight < 7 * 1024, "{weight} bytes");
}

/// Lines of the lists at these paths.
fn lines_of(site: &Path, lists: &[&str]) -> Vec<usize> {
    lists.iter().map(|path| main_part(site, path).matches("<li><a href=").count()).collect()
}
