//! How long it takes until the preview shows what somebody saved.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::generator::{self, TODAY};
use crate::{Outcome, PROGRAM};

/// How often one edits; the median counts.
const EDITS: usize = 5;
/// How often a reader looks.
const LOOK: Duration = Duration::from_millis(2);
/// After so long nobody waits any more.
const LONGEST: Duration = Duration::from_mins(1);

/// A preview that ends with its measurement.
struct Preview(Child);

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Seconds from the saving of one item to its page with the new words, on a board of so many others.
pub(crate) fn shows_an_edit(root: &Path, items: usize) -> Outcome<f64> {
    let slug = generator::write_one_more(root, items, "Prima.")?;
    let mut preview = Preview(
        Command::new(PROGRAM)
            .arg("--root")
            .arg(root)
            .args(["--today", TODAY, "serve", "--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?,
    );
    let said = preview.0.stdout.take().ok_or("the preview says nothing")?;
    let mut lines = BufReader::new(said).lines();
    let address = loop {
        let line = lines.next().ok_or("the preview ended")??;
        if let Some(rest) = line.strip_prefix("http://") {
            break rest.split('/').next().unwrap_or_default().to_owned();
        }
    };
    // Nobody else reads what it says.
    thread::spawn(move || lines.for_each(drop));
    let page = format!("/o/{slug}/");
    get(&address, &page)?;
    let mut seconds = Vec::with_capacity(EDITS);
    for edit in 0..EDITS {
        let words = format!("Prova numero {edit}.");
        generator::write_one_more(root, items, &words)?;
        let start = Instant::now();
        while !get(&address, &page)?.contains(&words) {
            if start.elapsed() > LONGEST {
                return Err("the preview does not show what was saved".into());
            }
            thread::sleep(LOOK);
        }
        seconds.push(start.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    Ok(seconds.get(EDITS / 2).copied().unwrap_or_default())
}

/// A page, over a connection of its own: the server would keep a thread for one that stays open.
fn get(address: &str, path: &str) -> Outcome<String> {
    let mut answer = ureq::get(format!("http://{address}{path}")).header("connection", "close").call()?;
    Ok(answer.body_mut().read_to_string()?)
}
