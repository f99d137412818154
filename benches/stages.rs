//! The stages of a build of one size, and the same files copied by `cp`.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::generated_board::{GeneratedBoard, SKIP_PRINT_AND_SEARCH};
use crate::measure::{self, Run};
use crate::{Outcome, run_program};

/// Shows where the time of a build goes.
pub(crate) fn show_stages(out: &mut impl Write, items: usize, languages: &[&str]) -> Outcome {
    let board = GeneratedBoard::write(items, languages)?;
    let bytes = board.size.bytes / items.max(1);
    writeln!(out, "\n{items} items of {bytes} bytes, {} languages", languages.len())?;
    write_run(out, "check", &run_program(&board.root, &["check"])?)?;
    let to = board.site.to_string_lossy();
    let command = ["build", "--skip", SKIP_PRINT_AND_SEARCH, "--times", "--out", &to];
    let build = run_program(&board.root, &command)?;
    write_run(out, "build", &build)?;
    for stage in build.output.lines().filter(|line| line.ends_with(" ms")) {
        writeln!(out, "    {stage}")?;
    }
    write_run(out, "build again", &run_program(&board.root, &command)?)?;
    let (files, megabytes) = measure::folder_size(&board.site);
    writeln!(out, "  output       {files:8} files, {megabytes:.1} MB")?;
    let copy = board.folder.path().join("copy");
    let copied = measure::run("cp", &[Path::new("-r"), &board.site, &copy])?;
    write_run(out, "cp -r", &copied)?;
    fs::remove_dir_all(copy)?;
    Ok(())
}

fn write_run(out: &mut impl Write, name: &str, run: &Run) -> Outcome {
    let Run { wall, processor, memory, .. } = run;
    writeln!(out, "  {name:<12} {wall:8.2} s, {processor:.2} s of processor, {memory:.0} MB at most")?;
    Ok(())
}
