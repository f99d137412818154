//! Time from saving a file until the preview shows the change.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::generator::{self, TODAY};
use crate::{Outcome, PROGRAM};

/// Number of edits; the median is reported.
const EDITS: usize = 5;
/// Interval between two requests.
const POLL_INTERVAL: Duration = Duration::from_millis(2);
/// Time after which the measurement fails.
const TIMEOUT: Duration = Duration::from_mins(1);

/// A running preview, killed when dropped.
struct Preview(Child);

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Seconds from saving an item until its page has the new text, on a board of `items` others.
pub(crate) fn seconds_to_show_edit(root: &Path, items: usize) -> Outcome<f64> {
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
    let output = preview.0.stdout.take().ok_or("the preview has no output")?;
    let mut lines = BufReader::new(output).lines();
    let address = loop {
        let line = lines.next().ok_or("the preview ended")??;
        if let Some(rest) = line.strip_prefix("http://") {
            break rest.split('/').next().unwrap_or_default().to_owned();
        }
    };
    // The pipe must be read, or the preview would block once it is full.
    thread::spawn(move || lines.for_each(drop));
    let page = format!("/o/{slug}/");
    fetch_page(&address, &page)?;
    let mut seconds = Vec::with_capacity(EDITS);
    for edit in 0..EDITS {
        let words = format!("Prova numero {edit}.");
        generator::write_one_more(root, items, &words)?;
        let start = Instant::now();
        while !fetch_page(&address, &page)?.contains(&words) {
            if start.elapsed() > TIMEOUT {
                return Err("the preview does not show what was saved".into());
            }
            thread::sleep(POLL_INTERVAL);
        }
        seconds.push(start.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    Ok(seconds.get(EDITS / 2).copied().unwrap_or_default())
}

/// Fetches a page over a new connection, because the server keeps a thread for each open one.
fn fetch_page(address: &str, path: &str) -> Outcome<String> {
    let mut answer = ureq::get(format!("http://{address}{path}")).header("connection", "close").call()?;
    Ok(answer.body_mut().read_to_string()?)
}
