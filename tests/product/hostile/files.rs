//! Paths and links of the file system that lead out of the board.

use std::path::Path;

use super::{
    Case, ITEM, SECRET, announcement, announcement_titled, announcement_with, announcement_with_image, build_only_case,
    create_symlink, new_case, small_jpeg, text_case,
};
use crate::support::write;

pub fn cases() -> Vec<Case> {
    vec![
        text_case("an alias that climbs", 1, || announcement_with("alias: [../../../../tmp/uscito]", "Testo.")),
        text_case("an organisation that climbs", 1, || {
            announcement().replace("ente: ponte", "ente: ../../../../etc/passwd")
        }),
        text_case("an image that climbs", 1, || announcement_with_image("../../../../../../etc/passwd")),
        text_case("an image with a whole path", 1, || announcement_with_image("/etc/passwd")),
        text_case("an image with a NUL", 1, || announcement_with_image("\"a\\0.png\"")),
        new_case("a language that climbs", 1, |board, _| {
            write(&board.join(ITEM).with_file_name("prova-ostile....md"), announcement());
        }),
        new_case("links to content", 1, |board, outside| {
            write(&outside.join("altro.md"), announcement_titled(SECRET));
            create_symlink(outside.join("altro.md"), &board.join(ITEM));
            create_symlink(outside, &board.join("content/opportunita/2027"));
        }),
        new_case("a link to all content", 2, |board, outside| {
            write(&outside.join("opportunita/2026/altro.md"), announcement_titled(SECRET));
            std::fs::remove_dir_all(board.join("content")).unwrap();
            create_symlink(outside, &board.join("content"));
        }),
        new_case("site.toml is a link", 1, |board, outside| {
            std::fs::remove_file(board.join("site.toml")).unwrap();
            create_symlink(outside.join("segreto.txt"), &board.join("site.toml"));
        }),
        new_case("site.toml has no end", 2, |board, _| {
            std::fs::remove_file(board.join("site.toml")).unwrap();
            create_symlink("/dev/zero", &board.join("site.toml"));
        }),
        new_case("a text of a terabyte", 1, |board, _| write_hole(&board.join(ITEM))),
        new_case("a picture of a terabyte", 0, |board, _| {
            write_hole(&board.join(ITEM).with_file_name("foto.jpg"));
        }),
        build_only_case("a static file of a terabyte", |board, _| write_hole(&board.join("static/tutto.bin"))),
        new_case("a theme of a terabyte", 1, |board, _| {
            write_theme_name(board, "mio");
            write_hole(&board.join("themes/mio/assets/tutto.css"));
        }),
        new_case("a link as image", 1, |board, outside| {
            write(&outside.join("foto.jpg"), small_jpeg());
            write(&board.join(ITEM), announcement_with_image("foto.jpg"));
            create_symlink(outside.join("foto.jpg"), &board.join(ITEM).with_file_name("foto.jpg"));
        }),
        new_case("links in static", 0, |board, outside| {
            create_symlink(outside.join("segreto.txt"), &board.join("static/segreto.txt"));
            create_symlink(outside, &board.join("static/tutto"));
        }),
        new_case("static is a link", 0, |board, outside| create_symlink(outside, &board.join("static"))),
        new_case("the theme is a link", 1, |board, outside| {
            write_theme_name(board, "mio");
            write(&outside.join("assets/segreto.txt"), SECRET);
            create_symlink(outside, &board.join("themes/mio"));
        }),
        new_case("a theme that climbs", 1, |board, outside| {
            write(&outside.join("assets/segreto.txt"), SECRET);
            write_theme_name(board, "../../fuori");
        }),
        new_case("the cache is a link", 0, |board, outside| create_symlink(outside, &board.join(".bacheca"))),
        new_case("the sheets of the cache are a link", 0, |board, outside| {
            write(&outside.join("0123abcd"), "anni di lavoro");
            create_symlink(outside, &board.join(".bacheca/paper"));
        }),
        new_case("the tag of the cache is a link", 0, |board, outside| {
            create_symlink(outside.join("CACHEDIR.TAG"), &board.join(".bacheca/CACHEDIR.TAG"));
        }),
        new_case("a link among the records", 0, |board, outside| {
            create_symlink(outside.join("segreto.txt"), &board.join(".bacheca/sites/0123456789abcdef.1"));
        }),
        build_only_case("the list of files has no end", |board, _| {
            create_symlink("/dev/zero", &board.join("public/.bacheca-files"));
        }),
        build_only_case("a link that the list of files names", |board, outside| {
            create_symlink(outside, &board.join("public/o"));
            write(&board.join("public/.bacheca-files"), "o\no/segreto.txt\n");
        }),
        build_only_case("the site is a link", |board, outside| create_symlink(outside, &board.join("public"))),
        build_only_case("the site is a link to an empty folder", |board, outside| {
            std::fs::create_dir(outside.join("vuota")).unwrap();
            create_symlink(outside.join("vuota"), &board.join("public"));
        }),
        build_only_case("the list of files climbs", |board, _| {
            write(&board.join("public/.bacheca-files"), "../../fuori/segreto.txt\n../site.toml\n");
            write(&board.join("public/altro.txt"), "x");
        }),
        build_only_case("the lock is a link", |board, outside| {
            create_symlink(outside.join("nuovo"), &board.join(".public.bacheca-lock"));
        }),
        build_only_case("static takes the place of a page", |board, _| write(&board.join("static/index.html"), "x")),
        build_only_case("static takes the place of the list", |board, _| {
            write(&board.join("static/.bacheca-files"), "x");
        }),
    ]
}

fn write_theme_name(board: &Path, name: &str) {
    let site = board.join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    write(&site, text.replace("fuso =", &format!("tema = \"{name}\"\nfuso =")));
}

/// Writes a file that claims a terabyte and takes no room.
fn write_hole(path: &Path) {
    write(path, "");
    std::fs::OpenOptions::new().write(true).open(path).unwrap().set_len(1 << 40).unwrap();
}
