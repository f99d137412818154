//! A site that is built in parts.

use std::collections::BTreeMap;

use crate::support::{assert_no_problems, bacheca, read_tree, small_board};

/// The list of the files of a site, which each part has of its own.
const LIST: &str = ".bacheca-files";

#[test]
fn all_parts_together_are_the_whole_byte_for_byte() {
    let board = small_board();
    let build = |out: &str, more: &[&str]| {
        let arguments = ["build", "--compress", "--skip", "print,search", "--out", out];
        bacheca(board.path(), &[&arguments, more].concat()).expect_code(0);
        let mut files = read_tree(&board.path().join(out));
        let list = String::from_utf8(files.remove(LIST).unwrap()).unwrap();
        (files, list.lines().map(str::to_owned).collect::<Vec<_>>())
    };
    let (whole, list) = build("public", &[]);
    let (mut all, mut lists) = (BTreeMap::new(), Vec::new());
    for part in ["1/3", "2/3", "3/3", "index"] {
        let (files, list) = build(&format!("part-{}", part.replace('/', "-")), &["--shard", part]);
        assert!(!files.is_empty(), "{part}");
        // Besides lists, the last part has only redirects from former names.
        let is_beside_item = |path: &String| path.starts_with("o/") || path.contains("/o/");
        assert!(part == "index" || files.keys().all(is_beside_item), "{part}");
        lists.extend(list);
        let twice = files.into_iter().filter_map(|(path, bytes)| all.insert(path.clone(), bytes).map(|_| path));
        assert_no_problems(twice.map(|path| format!("{path} is in {part} and in another part")).collect());
    }
    // The list of the whole is that of the parts, sorted by path.
    lists.sort_by(|one, other| one[66..].cmp(&other[66..]));
    assert_eq!(lists, list);
    assert_eq!(all.keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>());
    let differs = whole.into_iter().filter(|(path, bytes)| all[path] != *bytes);
    assert_no_problems(differs.map(|(path, _)| format!("{path} differs")).collect());
}

#[test]
fn what_names_no_part_is_refused() {
    let board = small_board();
    for part in ["0/3", "4/3", "indice", "1"] {
        let error = bacheca(board.path(), &["build", "--shard", part]).expect_code(2).err;
        assert!(error.contains("2/8") && error.contains("index"), "{error}");
    }
}
