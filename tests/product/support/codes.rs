//! Reading QR codes with zbar.

use std::path::{Path, PathBuf};

use image::GrayImage;

use super::{read_tree, run_tool};

/// Debian package of the programs that read PDF.
pub const POPPLER: &str = "poppler-utils";

/// Pages of a PDF as an office printer sees them: grey, 150 points to the inch, in order.
pub fn print_pages(pdf: &Path) -> Vec<GrayImage> {
    print_pages_at(pdf, "150")
}

/// Pages of a PDF in grey, with so many points to the inch.
pub fn print_pages_at(pdf: &Path, points: &str) -> Vec<GrayImage> {
    let folder = tempfile::tempdir().unwrap();
    let prefix = folder.path().join("page");
    run_tool("pdftoppm", POPPLER, &["-r", points, "-gray", pdf.to_str().unwrap(), prefix.to_str().unwrap()]);
    read_tree(folder.path()).values().map(|bytes| parse_pgm(bytes).expect("pdftoppm writes PGM")).collect()
}

/// Reads a binary PGM. Compressing the pages to PNG takes pdftoppm eight times longer than drawing them.
fn parse_pgm(bytes: &[u8]) -> Option<GrayImage> {
    let mut parts = bytes.splitn(4, u8::is_ascii_whitespace);
    let mut number = || std::str::from_utf8(parts.next()?).ok();
    let (magic, width, height) = (number()?, number()?.parse().ok()?, number()?.parse().ok()?);
    let pixels = parts.next()?.strip_prefix(b"255\n")?;
    GrayImage::from_raw(width, height, pixels.to_vec()).filter(|_| magic == "P5")
}

/// Contents of every QR code in an image, decoded by zbar.
pub fn read_qr_codes(picture: &GrayImage) -> Vec<String> {
    read_all_qr_codes(&[picture]).remove(0)
}

/// Contents of every QR code in each of several images, sorted, decoded by one run of zbar.
pub fn read_all_qr_codes(pictures: &[&GrayImage]) -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<PathBuf> = (0..pictures.len()).map(|number| folder.path().join(format!("{number}.pgm"))).collect();
    for (file, picture) in files.iter().zip(pictures) {
        let head = format!("P5\n{} {}\n255\n", picture.width(), picture.height());
        std::fs::write(file, [head.as_bytes(), picture.as_raw()].concat()).unwrap();
    }
    let output = std::process::Command::new("zbarimg").args(["-q", "--xml"]).args(&files).output();
    // Exit code 4 means that there is no code.
    let output = output.unwrap_or_else(|error| panic!("zbarimg: {error}; run: apt-get install zbar-tools"));
    let xml = String::from_utf8(output.stdout).unwrap();
    // One element for each file, with one for each code in it.
    let sources: Vec<&str> = xml.split("<source href=").skip(1).collect();
    assert_eq!(sources.len(), pictures.len(), "{xml}\n{}", String::from_utf8_lossy(&output.stderr));
    let codes = |source: &str| {
        let found = source.split("<![CDATA[").skip(1).map(|rest| rest.split("]]>").next().unwrap_or_default());
        let mut codes: Vec<String> = found.map(str::to_owned).collect();
        codes.sort();
        codes
    };
    sources.into_iter().map(codes).collect()
}
