//! QR codes, read by the program that Debian has for it.

use image::GrayImage;

/// The package of the programs that read PDF.
pub const POPPLER: &str = "poppler-utils";

/// Every code on a picture, decoded by a program that telephones' makers use too.
pub fn codes(picture: &GrayImage) -> Vec<String> {
    let file = tempfile::Builder::new().suffix(".png").tempfile().unwrap();
    picture.save(file.path()).unwrap();
    let output = std::process::Command::new("zbarimg").args(["-q", "--raw", file.path().to_str().unwrap()]).output();
    // It ends with 4 where there is none.
    let output = output.unwrap_or_else(|error| panic!("zbarimg: {error}; run: apt-get install zbar-tools"));
    let mut codes: Vec<String> = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    codes.sort();
    codes
}
