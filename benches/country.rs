//! A country of boards: the data of thousands of boards taken over by one, which publishes all their announcements.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bacheca::board::ContentFiles;
use bacheca::config::Config;
use serde_json::{Map, Value, json};

use crate::generator::{self, TODAY};
use crate::table::Table;
use crate::{LANGUAGES, Outcome, measure, run_program, to_f64, work_folder};

/// Boards that are measured where no number is given, and announcements of each.
pub(crate) const FEW_BOARDS: usize = 100;
pub(crate) const ITEMS_EACH: usize = 60;
/// Boards of which one changes in a night: 2 % of them.
const BOARDS_OF_ONE_CHANGE: usize = 50;
/// What is printed, and the search.
const SKIP: &str = "search,poster,card,print,desk";
/// Boards of a country, and what they may take: minutes on the clock, and megabytes.
const COUNTRY: usize = 8_000;
const MAX_MINUTES: f64 = 10.0;
const MAX_MEGABYTES: f64 = 2_000.0;

/// The board that takes the others over, with their data beside it.
struct Host {
    root: PathBuf,
    site: PathBuf,
    boards: usize,
}

/// Measures what it takes to take over `boards` boards and to publish their announcements, from nothing and in a night in
/// which 2 % of them changed. `shards` parts of the site are built one after the other, or the whole if there is one.
pub(crate) fn measure_country(table: &mut Table, boards: usize, shards: usize) -> Outcome {
    let folder = work_folder(boards * ITEMS_EACH)?;
    let host = Host { root: folder.path().join("board"), site: folder.path().join("public"), boards };
    host.write()?;
    let items = boards * ITEMS_EACH;
    let of_country = to_f64(COUNTRY) / to_f64(boards);
    let mut minutes = 0.0;
    let mut megabytes: f64 = 0.0;
    for (night, name) in ["from nothing", "2 % of the boards changed", "nothing changed"].into_iter().enumerate() {
        match night {
            0 => host.fetch(|_| true, "")?,
            1 => host.fetch(|board| board.is_multiple_of(BOARDS_OF_ONE_CHANGE), "Stanotte.")?,
            _ => {}
        }
        let taken = run_program(&host.root, &["aggregate", "--quiet", "--boards", &host.list()])?;
        let built = host.build(shards)?;
        table.add_unlimited(
            &format!("{boards} boards, {items} items, {name}: aggregate, on the clock"),
            taken.wall,
            "s",
            "",
        );
        table.add_unlimited("  processor", taken.processor, "s", "");
        table.add_unlimited("  memory at most", taken.memory, "MB", "");
        table.add_unlimited("  build, on the clock", built.wall, "s", "pages, lists, feeds, data, sitemap; no search");
        table.add_unlimited("  processor", built.processor, "s", "");
        table.add_unlimited("  memory at most", built.memory, "MB", "");
        if night == 0 {
            minutes = (taken.wall + built.wall) / 60.0;
            megabytes = taken.memory.max(built.memory);
            let (files, size) = measure::folder_size(&host.site);
            table.add_unlimited("  files of the site", to_f64(files), "", &format!("{size:.0} MB"));
        }
    }
    let name = format!("{COUNTRY} boards from nothing, if time grows with their number, on the clock");
    table.add_limited(&name, minutes * of_country, MAX_MINUTES, "minutes");
    table.add_limited("  memory at most, of those measured", megabytes, MAX_MEGABYTES, "MB");
    Ok(())
}

impl Host {
    fn list(&self) -> String {
        self.root.join("boards.toml").to_string_lossy().into_owned()
    }

    /// Writes the board that takes the others over, and the list of them.
    fn write(&self) -> Outcome {
        fs::create_dir_all(self.root.join("feeds"))?;
        generator::write_board(&self.root, 0, &LANGUAGES[..1])?;
        let boards = (0..self.boards)
            .map(|board| format!("[[bacheche]]\nnome = \"Bacheca {board}\"\nindirizzo = \"{}\"\n", address(board)));
        fs::write(self.list(), boards.collect::<Vec<_>>().join("\n"))?;
        Ok(())
    }

    /// Does what the fetch loop does: writes the data of those boards that have changed, `word` before each summary.
    fn fetch(&self, has_changed: impl Fn(usize) -> bool, word: &str) -> Outcome {
        for board in (0..self.boards).filter(|board| has_changed(*board)) {
            let data = board_data(board, word)?;
            let file = self.root.join(format!("feeds/{}.json.nuovo", file_name(board)));
            fs::write(file, serde_json::to_vec(&data)?)?;
        }
        Ok(())
    }

    fn build(&self, shards: usize) -> Outcome<measure::Run> {
        let build = |more: &[&str], out: &Path| {
            let out = out.to_string_lossy();
            run_program(&self.root, &[&["build", "--quiet", "--out", &out, "--skip", SKIP], more].concat())
        };
        if shards <= 1 {
            return build(&[], &self.site);
        }
        let mut all = measure::Run::default();
        let parts = (1..=shards).map(|shard| format!("{shard}/{shards}")).chain(["index".to_owned()]);
        for shard in parts {
            let run = build(&["--shard", &shard], &self.site.join(shard.replace('/', "-")))?;
            all.wall += run.wall;
            all.processor += run.processor;
            all.memory = all.memory.max(run.memory);
        }
        Ok(all)
    }
}

fn address(board: usize) -> String {
    format!("https://{}/", host_name(board))
}

fn host_name(board: usize) -> String {
    format!("comune{board}.example.org")
}

/// Name of the file of a board's data, which `aggregate` makes of its address.
fn file_name(board: usize) -> String {
    host_name(board).replace('.', "-")
}

/// Public data of a board, as it would publish them.
fn board_data(board: usize, word: &str) -> Outcome<Value> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for number in board * ITEMS_EACH..(board + 1) * ITEMS_EACH {
        let item = generator::generate_item(number);
        let text = item.text.replacen("sintesi: \"", &format!("sintesi: \"{word} "), usize::from(!word.is_empty()));
        files.insert(format!("content/opportunita/{}/{}.md", item.year, item.slug), text.into_bytes());
    }
    files.extend(generator::organisation_files());
    let config =
        Config::parse(generator::site_toml(&LANGUAGES[..1])).map_err(|_| "the generated site.toml is wrong")?;
    let loaded = ContentFiles::from_memory(files).load(config, TODAY.parse()?).board;
    let (mut items, mut organisations) = (Vec::new(), Map::new());
    for item in &loaded.items {
        let mut record = json!({"slug": item.slug.as_str(), "url": format!("{}o/{}/", address(board), item.slug), "aperta": item.status.is_open()});
        let Value::Object(facts) = serde_json::to_value(&item.facts)? else { continue };
        if let Some(id) = facts.get("ente").and_then(Value::as_str)
            && let Some(organisation) = loaded.organisations.get(id)
        {
            organisations.insert(id.to_owned(), serde_json::to_value(&organisation.facts)?);
        }
        if let Some(record) = record.as_object_mut() {
            record.extend(facts);
            record.insert("testo".to_owned(), item.document.body().trim().into());
        }
        items.push(record);
    }
    Ok(json!({
        "version": 1, "data": TODAY,
        "bacheca": {"nome": format!("Bacheca {board}"), "indirizzo": address(board), "lingua": "it", "citta": "Roma"},
        "enti": organisations, "opportunita": items,
    }))
}
