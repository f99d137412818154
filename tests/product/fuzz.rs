//! Checks the properties of the fuzz targets on inputs that once violated them, or nearly did:
//! `tests/fuzz/found/<target>/<name>`. `make soak` searches for more such inputs.

#[path = "../fuzz/src/lib.rs"]
mod properties;

use crate::support::{assert_no_problems, read_tree, repository_path};

/// Message of the panic if an input violates the property of a target.
fn property_failure(target: &str, bytes: &[u8]) -> Option<String> {
    let ended = std::panic::catch_unwind(|| properties::assert_target_holds(target, bytes)).err()?;
    let words = ended.downcast_ref::<String>().cloned();
    Some(words.or_else(|| ended.downcast_ref::<&str>().map(|words| (*words).to_owned())).unwrap_or_default())
}

#[test]
fn regression_inputs_satisfy_their_property() {
    let mut problems = Vec::new();
    for (target, _) in properties::TARGETS {
        let folder = repository_path("tests/fuzz/found").join(target);
        let found = read_tree(&folder);
        assert!(!found.is_empty(), "tests/fuzz/found/{target} holds no text");
        for (name, bytes) in found {
            problems.extend(property_failure(target, &bytes).map(|words| format!("{target}/{name}: {words}")));
        }
    }
    let known = |path: &str| properties::TARGETS.iter().any(|(target, _)| path.starts_with(&format!("{target}/")));
    let found = read_tree(&repository_path("tests/fuzz/found")).into_keys();
    problems.extend(found.filter(|path| !known(path)).map(|path| format!("{path} is of no target")));
    assert_no_problems(problems);
}

#[test]
fn project_examples_satisfy_every_property() {
    use rayon::prelude::*;
    let folders = ["tests/examples", "tests/faults", "tests/messages"];
    let files = folders.into_iter().flat_map(|folder| read_tree(&repository_path(folder)));
    let files: Vec<_> = files.filter(|(name, _)| name.ends_with(".md")).collect();
    // The target `board` is left out, because `faults` checks whole boards already.
    let quick = || properties::TARGETS.into_iter().filter(|(target, _)| *target != "board");
    let found = files.par_iter().flat_map_iter(|(name, bytes)| {
        quick().filter_map(move |(target, _)| Some(format!("{target}: {name}: {}", property_failure(target, bytes)?)))
    });
    assert_no_problems(found.collect());
}

/// Numbers that look random and are the same in every run (Marsaglia, «Xorshift RNGs», 2003).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        for shift in [13_i32, -7, 17] {
            self.0 ^= if shift > 0 { self.0 << shift } else { self.0 >> -shift };
        }
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

/// Words of the dictionary of the fuzz targets, and signs that few texts have.
fn dictionary() -> Vec<Vec<u8>> {
    let text = std::fs::read_to_string(repository_path("tests/fuzz/words.dict")).unwrap();
    let words = text.lines().filter_map(|line| Some(line.strip_prefix('"')?.strip_suffix('"')?.replace("\\x0a", "\n")));
    let signs =
        ["\u{202e}", "\u{e0061}", "\r", "\0", "\u{fffe}", "\\udb40\\udc61", "]]>", "<b>", "\u{200b}", "&#x202e;"];
    words.map(String::into_bytes).chain(signs.map(|sign| sign.as_bytes().to_vec())).collect()
}

/// Changes a text a few times: bytes are cut, repeated, replaced, words of the dictionary and pieces of another text put in.
fn mutate(seeds: &[Vec<u8>], words: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let mut text = seeds[numbers.below(seeds.len())].clone();
    for _ in 0..=numbers.below(6) {
        let from = numbers.below(text.len() + 1);
        let to = (from + numbers.below(40)).min(text.len());
        let piece = match numbers.below(5) {
            0 => Vec::new(),
            1 => text[from..to].repeat(1 + numbers.below(4)),
            2 => vec![u8::try_from(numbers.below(256)).unwrap()],
            3 => words[numbers.below(words.len())].clone(),
            _ => {
                let other = &seeds[numbers.below(seeds.len())];
                let start = numbers.below(other.len());
                other[start..(start + numbers.below(200)).min(other.len())].to_vec()
            }
        };
        let end = if numbers.below(2) == 0 { from } else { to };
        text.splice(from..end, piece);
    }
    text
}

/// Without the nightly compiler that libFuzzer needs: the same twenty texts for each target, or random ones for as many
/// seconds as `BACHECA_FUZZ` says.
#[test]
fn mutated_examples_satisfy_every_property() {
    use rayon::prelude::*;
    let seconds: Option<u64> = std::env::var("BACHECA_FUZZ").ok().map(|seconds| seconds.parse().unwrap());
    let seed = seconds.map_or(1, |_| std::time::UNIX_EPOCH.elapsed().unwrap().subsec_nanos().into());
    let folders = ["tests/examples", "tests/faults", "tests/messages", "tests/site/board/content", "tests/fuzz/found"];
    let files = folders.into_iter().flat_map(|folder| read_tree(&repository_path(folder)));
    let readable = |(name, bytes): &(String, Vec<u8>)| !name.ends_with(".jpg") && bytes.len() < 8_192;
    let seeds: Vec<Vec<u8>> = files.filter(readable).map(|(_, bytes)| bytes).collect();
    let words = dictionary();
    let problems: Vec<String> = properties::TARGETS
        .par_iter()
        .enumerate()
        .flat_map_iter(|(index, (target, _))| {
            let mut numbers = Numbers(seed + 1 + u64::try_from(index).unwrap());
            let (begun, mut found) = (std::time::Instant::now(), Vec::new());
            let mut tried = 0;
            while seconds.map_or(tried < 20, |seconds| begun.elapsed().as_secs() < seconds) && found.len() < 3 {
                tried += 1;
                let text = mutate(&seeds, &words, &mut numbers);
                let problem = property_failure(target, &text);
                found.extend(problem.map(|words| format!("{target}: {words}: {:?}", String::from_utf8_lossy(&text))));
            }
            found
        })
        .collect();
    assert_no_problems(problems);
}
