//! Pictures of the largest accepted size, and small ones that unpack to more.

use std::io::{Cursor, Write as _};

use image::{DynamicImage, ImageFormat, Rgb, RgbaImage};

use super::cost::Limits;
use crate::hostile::{ITEM, QUICK_BUILD, announcement_with_image};
use crate::support::{assert_no_problems, small_board, write};

fn encode(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// A small PNG with a packed chunk of zeros behind its header.
fn png_with_packed_chunk(name: [u8; 4], before: &[u8], megabytes: usize) -> Vec<u8> {
    let png = encode(&DynamicImage::new_rgb8(64, 64), ImageFormat::Png);
    let mut packed = flate2::write::ZlibEncoder::new(before.to_vec(), flate2::Compression::fast());
    let zeros = vec![0; 1024 * 1024];
    for _ in 0..megabytes {
        packed.write_all(&zeros).unwrap();
    }
    let data = packed.finish().unwrap();
    let mut sum = flate2::Crc::new();
    sum.update(&name);
    sum.update(&data);
    // Signature and header have 8 and 25 bytes.
    let (header, rest) = png.split_at(33);
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [header, &length, &name, &data, &sum.sum().to_be_bytes(), rest].concat()
}

/// A square progressive JPEG of one colour, in scans that each go over all its blocks.
fn jpeg_of_scans(side: u16, components: u8, scans: u8) -> Vec<u8> {
    let segment = |marker: u8, data: &[u8]| {
        let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], data].concat()
    };
    let all: Vec<u8> = (1..=components).collect();
    let scan = |of: &[u8], first: u8, last: u8| {
        let count = u8::try_from(of.len()).unwrap();
        let of: Vec<u8> = of.iter().flat_map(|component| [*component, 0]).collect();
        segment(0xda, &[&[count][..], &of, &[first, last, 0]].concat())
    };
    let side_bytes = side.to_be_bytes();
    let frame: Vec<u8> = all.iter().flat_map(|component| [*component, 0x11, 0]).collect();
    let blocks = usize::from(side).div_ceil(8).pow(2);
    let mut bytes = [0xff, 0xd8].to_vec();
    // How Adobe says that four components are cyan, magenta, yellow and black.
    bytes.extend(segment(0xee, b"Adobe\0\x64\0\0\0\0\0"));
    bytes.extend(segment(0xdb, &[&[0][..], &[1; 64]].concat()));
    bytes.extend(segment(0xc2, &[&[8][..], &side_bytes, &side_bytes, &[components], &frame].concat()));
    // One code of one bit in each table: no difference, and 16,384 blocks without more.
    for table in [[0x00, 0x00], [0x10, 0xe0]] {
        bytes.extend(segment(0xc4, &[&table[..1], &[1], &[0; 15], &table[1..]].concat()));
    }
    bytes.extend(scan(&all, 0, 0));
    bytes.extend(vec![0; blocks * usize::from(components) / 8 + 1]);
    for number in 1..scans {
        bytes.extend(scan(&[number % components + 1], 1, 63));
        bytes.extend(vec![0; blocks / 16_384 * 15 / 8 + 8]);
    }
    bytes.extend([0xff, 0xd9]);
    bytes
}

/// A JPEG with ten megabytes of fill bytes before its frame, or among its data.
fn jpeg_with_fill_bytes(before_frame: bool) -> Vec<u8> {
    let jpeg = encode(&DynamicImage::new_rgb8(800, 600), ImageFormat::Jpeg);
    let marker = if before_frame { 0xc0 } else { 0xd9 };
    let at = jpeg.windows(2).rposition(|bytes| bytes == [0xff, marker]).unwrap();
    let (before, after) = jpeg.split_at(at);
    [before, &vec![0xff; 10 * 1024 * 1024], after].concat()
}

#[test]
fn pictures_take_little_time_and_memory() {
    let low = |number: u32| number.to_le_bytes()[0];
    // Colours that change, so that decoding and scaling have work to do.
    let large = DynamicImage::from(RgbaImage::from_fn(5_000, 5_000, |x, y| image::Rgba([low(x), low(y), 0, 255])));
    let deep = image::ImageBuffer::from_fn(4_000, 4_000, |x, y| Rgb([u16::from(low(x)) * 257, u16::from(low(y)), 0]));
    let plain = |width, height| DynamicImage::new_rgb8(width, height);
    let pictures = [
        ("a PNG of 25 million pixels", 0, "foto.png", encode(&large, ImageFormat::Png)),
        ("a JPEG of 25 million pixels", 0, "foto.jpg", encode(&large.to_rgb8().into(), ImageFormat::Jpeg)),
        ("a PNG of 16 bits", 0, "foto.png", encode(&DynamicImage::ImageRgb16(deep), ImageFormat::Png)),
        ("a WebP of 16 million pixels", 0, "foto.webp", encode(&plain(4_000, 4_000), ImageFormat::WebP)),
        ("a WebP of 25 million pixels", 1, "foto.webp", encode(&plain(5_000, 5_000), ImageFormat::WebP)),
        ("a JPEG of many scans", 1, "foto.jpg", jpeg_of_scans(2_000, 4, 95)),
        ("a JPEG of several scans", 0, "foto.jpg", jpeg_of_scans(3_000, 4, 10)),
        ("a large JPEG of several scans", 1, "foto.jpg", jpeg_of_scans(5_000, 4, 2)),
        ("a JPEG of fill bytes before its frame", 1, "foto.jpg", jpeg_with_fill_bytes(true)),
        ("a JPEG of fill bytes before its end", 1, "foto.jpg", jpeg_with_fill_bytes(false)),
        ("one pixel too many", 1, "foto.png", encode(&DynamicImage::new_luma8(5_001, 5_000), ImageFormat::Png)),
        ("a packed profile", 0, "foto.png", png_with_packed_chunk(*b"iCCP", b"sRGB\0\0", 400)),
        ("a packed text", 0, "foto.png", png_with_packed_chunk(*b"zTXt", b"Comment\0\0", 400)),
    ];
    let limits = [Limits::measure(&["check"]), Limits::measure(&QUICK_BUILD)];
    let mut problems = Vec::new();
    for (name, code, file, bytes) in pictures {
        let board = || {
            let board = small_board();
            write(&board.path().join(ITEM), announcement_with_image(file));
            write(&board.path().join(ITEM).with_file_name(file), &bytes);
            board
        };
        problems.extend(limits.iter().filter_map(|limits| limits.find_excess(name, board, &[code])));
    }
    assert_no_problems(problems);
}
