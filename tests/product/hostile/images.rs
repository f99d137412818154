//! Pictures that claim, carry or are something else.

use super::{Case, ITEM, announcement_with_image, new_case, small_jpeg};
use crate::support::write;

pub fn cases() -> Vec<Case> {
    vec![
        image_case("a picture that claims 60,000 pixels a side", 1, "foto.png", || png_claiming_size(60_000, 60_000)),
        image_case("a picture that claims 12,000 pixels a side", 1, "foto.png", || png_claiming_size(12_000, 12_000)),
        image_case("a picture without pixels", 1, "foto.png", || png_claiming_size(0, 0)),
        image_case("a picture cut short", 1, "foto.jpg", || {
            let whole = small_jpeg();
            whole[..700.min(whole.len() / 2)].to_vec()
        }),
        image_case("a picture damaged in its middle", 1, "foto.png", || {
            let mut whole = Vec::new();
            let noise = image::GrayImage::from_fn(64, 64, |x, y| image::Luma([(x * y * 7 % 251) as u8]));
            noise.write_to(&mut std::io::Cursor::new(&mut whole), image::ImageFormat::Png).unwrap();
            let middle = whole.len() / 2;
            whole[middle] ^= 0xff;
            whole
        }),
        image_case("a text called picture", 1, "foto.jpg", || b"non sono una foto".to_vec()),
        image_case("a drawing called photograph", 1, "foto.png", || {
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(666)</script></svg>".to_vec()
        }),
        image_case("a drawing", 1, "foto.svg", || {
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(666)</script></svg>".to_vec()
        }),
        image_case("a photograph called otherwise", 0, "foto.png", small_jpeg),
        image_case("an empty picture", 1, "foto.jpg", Vec::new),
    ]
}

fn image_case(
    name: &'static str,
    code: i32,
    file: &'static str,
    bytes: impl Fn() -> Vec<u8> + Send + Sync + 'static,
) -> Case {
    new_case(name, code, move |board, _| {
        write(&board.join(ITEM), announcement_with_image(file));
        write(&board.join(ITEM).with_file_name(file), bytes());
    })
}

/// A PNG of one line whose header claims another size.
fn png_claiming_size(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8; 4], data: &[u8]| {
        bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(data);
        bytes.extend_from_slice(kind);
        bytes.extend_from_slice(data);
        bytes.extend(sum.sum().to_be_bytes());
    };
    chunk(b"IHDR", &[&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat());
    chunk(b"IDAT", &[0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]);
    chunk(b"IEND", &[]);
    bytes
}
