//! `bacheca posted --read`: the text of a week, as a telephone sends it from the editors' desk. Mail and chats change such a
//! text: quotes bend, fences and spaces at the start of lines go. What it says is read by its keys.

use std::io::{self, Read, Write};
use std::path::Path;

use super::super::channel_names::check_channel;
use super::super::{Context, Error, Outcome, reject_draft};
use super::append::write_entries;
use super::{find_language, is_noted, latest_post_time, say_posted};
use crate::board::{Board, Item};
use crate::compose::changes::channel_of_messenger;
use crate::files::{MAX_TEXT_BYTES, read_file};
use crate::localized;
use crate::model::{PUBLICATIONS_ENDING, PUBLICATIONS_LIMIT, PostTime, Publication, Reader, Step, ToldFacts, keys};
use crate::source::{parse_list, split_list_text};
use crate::text::visible::show_name;

/// Posts of the announcement whose file of posts has this path.
#[derive(Debug, PartialEq)]
struct FilePosts {
    path: String,
    /// Lines of a YAML list.
    entries: String,
}

/// Reads the text and notes what it says, all or none; what is noted already is left out.
pub(super) fn run(context: &Context, board: &Board, file: &Path) -> Result<Outcome, Error> {
    let text = read_text(file)?;
    let files = split_files(&text);
    if files.is_empty() {
        return Err(Error::Message(localized!(
            "qui non c'è nessun post: incolla il testo che la redazione manda con «Manda a chi aggiorna la bacheca», con i nomi dei file che finiscono in {PUBLICATIONS_ENDING}",
            "there is no post here: paste the text that the desk sends to whoever keeps the board, with the names of files that end in {PUBLICATIONS_ENDING}"
        )));
    }
    let mut posts: Vec<(&Item, Vec<Publication>)> = Vec::new();
    let mut known = 0;
    for found in &files {
        let item = find_item(board, &found.path)?;
        reject_draft(item)?;
        let read = read_entries(found)?;
        let all = read.len();
        let mut new: Vec<Publication> = Vec::new();
        for publication in read {
            let publication = check_publication(context, board, item, publication)?;
            let when = publication.when.ok_or_else(|| no_time_error(&found.path))?;
            let (channel, language) =
                (publication.channel.as_str(), publication.language_or(&board.config.bacheca.lingua));
            let is_same = |other: &Publication| {
                other.channel == channel && other.language == publication.language && other.when == Some(when)
            };
            if !is_noted(board, item, (channel, language), when) && !new.iter().any(is_same) {
                new.push(publication);
            }
        }
        known += all - new.len();
        if !new.is_empty() {
            posts.push((item, new));
        }
    }
    for (item, publications) in &posts {
        write_entries(context, item, publications)?;
        say_posted(item, publications)?;
    }
    let noted: usize = posts.iter().map(|(_, publications)| publications.len()).sum();
    let already = if known == 0 { String::new() } else { format!("; {known} c'erano già") };
    writeln!(io::stdout().lock(), "segnati {noted} post in {} file{already}", posts.len())?;
    Ok(Outcome::Done)
}

fn read_text(file: &Path) -> Result<String, Error> {
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().take(MAX_TEXT_BYTES).read_to_end(&mut bytes).map_err(|error| Error::read(file, &error))?;
        bytes
    } else {
        read_file(file, MAX_TEXT_BYTES).map_err(|error| Error::read(file, &error))?
    };
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The announcement that a file of posts belongs to.
fn find_item<'b>(board: &'b Board, path: &str) -> Result<&'b Item, Error> {
    let shown = show_name(path);
    board.items.iter().find(|item| item.publications_path() == path).ok_or_else(|| {
        Error::Message(localized!(
            "{shown}: accanto a questo file non c'è nessun annuncio; forse ha cambiato nome: correggi la riga nel testo",
            "{shown}: there is no announcement beside this file; perhaps its name changed: correct the line in the text"
        ))
    })
}

/// Splits the text into files and their entries. Lines that are neither are words of whoever sent it.
fn split_files(text: &str) -> Vec<FilePosts> {
    let mut files: Vec<FilePosts> = Vec::new();
    for line in text.lines() {
        let line = straighten_quotes(line);
        // A chat puts its marks around what it takes for code, and a mail before what it quotes.
        let words = line.trim().trim_start_matches(['>', '`', '*']).trim_end_matches(['`', '*']).trim();
        if words.ends_with(PUBLICATIONS_ENDING) {
            let path = words.rsplit(' ').next().unwrap_or(words).to_owned();
            files.push(FilePosts { path, entries: String::new() });
        } else if let Some(file) = files.last_mut()
            && let Some(entry) = indent_entry(words)
        {
            file.entries.push_str(&entry);
        }
    }
    files.retain(|file| !file.entries.is_empty());
    // A file that is named twice is one.
    let mut joined: Vec<FilePosts> = Vec::new();
    for file in files {
        match joined.iter_mut().find(|known| known.path == file.path) {
            Some(known) => known.entries.push_str(&file.entries),
            None => joined.push(file),
        }
    }
    joined
}

/// A line of an entry with its indentation, by its key; `None` of other lines.
fn indent_entry(words: &str) -> Option<String> {
    let bare = words.trim_start_matches(['-', '–', '—', '•']).trim_start();
    let key = bare.split_once(':')?.0;
    let indent = match key {
        "canale" => "- ",
        key if keys::<Publication>().contains(&key) => "  ",
        key if keys::<ToldFacts>().contains(&key) => "    ",
        _ => return None,
    };
    Some(format!("{indent}{bare}\n"))
}

fn straighten_quotes(line: &str) -> String {
    line.replace(['“', '”', '„', '«', '»'], "\"").replace(['’', '‘'], "'")
}

/// Reads the entries of a file.
fn read_entries(file: &FilePosts) -> Result<Vec<Publication>, Error> {
    let document = split_list_text(&file.path, file.entries.clone());
    let (mut source_problems, mut value_problems) = (Vec::new(), Vec::new());
    let posts: Option<Vec<Publication>> = parse_list(&document, &mut source_problems).and_then(|root| {
        Reader::new(&mut value_problems).read_field(const { Step::key("pubblicazioni") }, PUBLICATIONS_LIMIT, &root)
    });
    let (shown, entries) = (show_name(&file.path), &file.entries);
    match posts.filter(|_| source_problems.is_empty() && value_problems.is_empty()) {
        Some(posts) => Ok(posts),
        None => Err(Error::Message(localized!(
            "le righe di {shown} sono arrivate rovinate: chiedi di mandarle di nuovo, o aggiungile tu al file\n{entries}",
            "the lines of {shown} arrived damaged: ask for them again, or add them to the file yourself\n{entries}"
        ))),
    }
}

/// A post with its channel and language as they are noted; refuses one that there cannot be.
fn check_publication(
    context: &Context,
    board: &Board,
    item: &Item,
    publication: Publication,
) -> Result<Publication, Error> {
    let channel = channel_of_messenger(check_channel(&board.config, &publication.channel)?).to_owned();
    let language = find_language(board, publication.language_or(&board.config.bacheca.lingua))?;
    let latest = PostTime::new(latest_post_time(context, board));
    if let Some(when) = publication.when.filter(|when| *when > latest) {
        let slug = &item.slug;
        return Err(Error::Message(localized!(
            "«{slug}»: {when} deve ancora venire; correggi l'ora nel testo",
            "`{slug}`: {when} is still to come; correct the time in the text"
        )));
    }
    Ok(Publication { channel, language: Some(language), ..publication })
}

fn no_time_error(path: &str) -> Error {
    let shown = show_name(path);
    Error::Message(localized!(
        "{shown}: a un post manca `quando`; scrivilo nel testo",
        "{shown}: a post has no `quando`; write it in the text"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &str = "content/opportunita/2026/corso.pubblicazioni.yaml";
    const ENTRY: &str = "- canale: whatsapp\n  lingua: it\n  quando: \"2026-11-21T10:05\"\n  detto:\n    stato: aperto\n    scadenza: 2026-12-04\n";

    #[test]
    fn text_of_the_desk_is_read_however_it_arrives() {
        let sent = format!("Da aggiungere in fondo a ogni file:\n\n{PATH}\n```\n{ENTRY}```\n");
        let expected = [FilePosts { path: PATH.to_owned(), entries: ENTRY.to_owned() }];
        assert_eq!(split_files(&sent), expected);
        // A chat takes fences and indentation, a telephone bends quotes, a mail quotes.
        let bare = sent.replace("```\n", "").lines().map(str::trim).collect::<Vec<_>>().join("\n");
        assert_eq!(split_files(&bare), expected);
        let bent = sent.replacen('"', "“", 1).replacen('"', "”", 1);
        assert_eq!(split_files(&bent), expected);
        let quoted = format!("> {}", sent.trim_end().replace('\n', "\n> "));
        assert_eq!(split_files(&quoted), expected);
        assert_eq!(read_entries(&expected[0]).unwrap().len(), 1);
    }

    #[test]
    fn what_holds_no_posts_is_empty() {
        for text in ["", "ciao", "canale: whatsapp", "content/x.md\n- canale: whatsapp\n", PATH] {
            assert_eq!(split_files(text), [], "{text}");
        }
    }
}
