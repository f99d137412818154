//! Baseline JPEG (ITU-T T.81), every component in full resolution: letters keep their edges. Most of a preview has one
//! colour, so a square of one colour costs a comparison.

use image::RgbImage;
use image::error::{ImageError, ImageResult, ParameterError, ParameterErrorKind};

/// Side of a block, in pixels.
const SIDE: usize = 8;
/// Bytes of a row of a block.
const ROW_BYTES: usize = SIDE * 3;
/// Rows of a block of one component.
type Block = [[f32; SIDE]; SIDE];

/// Steps of quantization at quality 50 (Annex K.1): brightness, colour.
const STEPS: [[[u8; SIDE]; SIDE]; 2] = [
    [
        [16, 11, 10, 16, 24, 40, 51, 61],
        [12, 12, 14, 19, 26, 58, 60, 55],
        [14, 13, 16, 24, 40, 57, 69, 56],
        [14, 17, 22, 29, 51, 87, 80, 62],
        [18, 22, 37, 56, 68, 109, 103, 77],
        [24, 35, 55, 64, 81, 104, 113, 92],
        [49, 64, 78, 87, 103, 121, 120, 101],
        [72, 92, 95, 98, 112, 100, 103, 99],
    ],
    [
        [17, 18, 24, 47, 99, 99, 99, 99],
        [18, 21, 26, 66, 99, 99, 99, 99],
        [24, 26, 56, 99, 99, 99, 99, 99],
        [47, 66, 99, 99, 99, 99, 99, 99],
        [99; SIDE],
        [99; SIDE],
        [99; SIDE],
        [99; SIDE],
    ],
];

/// Number of codes of each length from 1 to 16 bits (Annex K.3): brightness, colour.
const FIRST_LENGTHS: [[u8; 16]; 2] =
    [[0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]];
const OTHER_LENGTHS: [[u8; 16]; 2] =
    [[0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125], [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 119]];
/// Commonest symbols of other coefficients, in the order of their codes; the rest follow in ascending order.
const COMMONEST: [&[u8]; 2] = [
    &[
        0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07, 0x22, 0x71,
        0x14, 0x32, 0x81, 0x91, 0xa1, 0x08, 0x23, 0x42, 0xb1, 0xc1, 0x15, 0x52, 0xd1, 0xf0, 0x24, 0x33, 0x62, 0x72,
        0x82,
    ],
    &[
        0x00, 0x01, 0x02, 0x03, 0x11, 0x04, 0x05, 0x21, 0x31, 0x06, 0x12, 0x41, 0x51, 0x07, 0x61, 0x71, 0x13, 0x22,
        0x32, 0x81, 0x08, 0x14, 0x42, 0x91, 0xa1, 0xb1, 0xc1, 0x09, 0x23, 0x33, 0x52, 0xf0, 0x15, 0x62, 0x72, 0xd1,
        0x0a, 0x16, 0x24, 0x34, 0xe1, 0x25, 0xf1,
    ],
];
/// Factors that the transform leaves in the coefficients of a row or column.
const FACTORS: [f32; SIDE] = [1.0, 1.387_039_8, 1.306_563, 1.175_875_6, 1.0, 0.785_694_96, 0.541_196_1, 0.275_899_38];

/// Coefficients of a block in the order in which they are written.
type Sequence = [i32; SIDE * SIDE];

/// Encodes a picture with a quality from 1 to 100.
///
/// # Errors
/// A side longer than 65,535 pixels.
pub fn encode_jpeg(picture: &RgbImage, quality: u8) -> ImageResult<Vec<u8>> {
    let (Ok(width), Ok(height)) = (u16::try_from(picture.width()), u16::try_from(picture.height())) else {
        return Err(ImageError::Parameter(ParameterError::from_kind(ParameterErrorKind::DimensionMismatch)));
    };
    let order = zigzag();
    let [brightness, colour] = [0, 1].map(|table| Tables::new(table, quality, &order));
    let mut out = Vec::with_capacity(64 * 1024);
    write_head(&mut out, width, height, &[&brightness, &colour]);
    let mut bits = BitWriter { out, held: 0, count: 0 };
    let mut components = [(&brightness, 0), (&colour, 0), (&colour, 0)];
    let stride = usize::from(width) * 3;
    let mut flat = None;
    for band in picture.as_raw().chunks(stride.max(1) * SIDE) {
        for start in (0..stride).step_by(ROW_BYTES) {
            let square = read_square(band, stride, start);
            if let Some(pixel) = single_colour(&square) {
                let levels = match flat {
                    Some((known, levels)) if known == pixel => levels,
                    _ => to_levels(pixel),
                };
                flat = Some((pixel, levels));
                for ((tables, last), level) in components.iter_mut().zip(levels) {
                    // The first coefficient is the mean, times the side.
                    tables.write_first(&mut bits, last, round(level * 64.0 * tables.first_scale()));
                    tables.write_end(&mut bits);
                }
                continue;
            }
            for ((tables, last), block) in components.iter_mut().zip(to_blocks(&square)) {
                let coefficients = tables.quantize(block, &order);
                tables.write(&mut bits, last, &coefficients);
            }
        }
    }
    Ok(bits.finish())
}

/// What a component is quantized and coded with.
struct Tables {
    /// Steps, in the order in which coefficients are written.
    steps: [u8; SIDE * SIDE],
    /// Factors from the coefficients that [`transform`] leaves to steps.
    scales: [f32; SIDE * SIDE],
    first: Codes,
    other: Codes,
}

impl Tables {
    fn new(table: usize, quality: u8, order: &[usize; SIDE * SIDE]) -> Self {
        let quality = u32::from(quality.clamp(1, 100));
        let percent = if quality < 50 { 5_000 / quality } else { 200 - 2 * quality };
        let steps_at_50 = STEPS.get(table).unwrap_or(&STEPS[0]).as_flattened();
        let (mut steps, mut scales) = ([1; SIDE * SIDE], [0.0; SIDE * SIDE]);
        for ((place, step), scale) in order.iter().zip(&mut steps).zip(&mut scales) {
            // Blocks are transposed; the steps of a table are not.
            let (column, row) = (place / SIDE, place % SIDE);
            let at_50 = steps_at_50.get(row * SIDE + column).copied().unwrap_or(1);
            *step = u8::try_from(((u32::from(at_50) * percent + 50) / 100).clamp(1, 255)).unwrap_or(u8::MAX);
            let factor = |index: usize| FACTORS.get(index).copied().unwrap_or(1.0);
            *scale = 1.0 / (f32::from(*step) * factor(row) * factor(column) * 8.0);
        }
        let symbols = other_symbols(COMMONEST.get(table).copied().unwrap_or_default());
        let lengths = |of: &[[u8; 16]; 2]| of.get(table).copied().unwrap_or_default();
        Self {
            steps,
            scales,
            first: Codes::new(lengths(&FIRST_LENGTHS), (0..12).collect()),
            other: Codes::new(lengths(&OTHER_LENGTHS), symbols),
        }
    }

    fn first_scale(&self) -> f32 {
        self.scales[0]
    }

    fn quantize(&self, mut block: Block, order: &[usize; SIDE * SIDE]) -> Sequence {
        transform(&mut block);
        let coefficients = block.as_flattened();
        let mut sequence = [0; SIDE * SIDE];
        for ((value, place), scale) in sequence.iter_mut().zip(order).zip(&self.scales) {
            *value = round(coefficients.get(*place).copied().unwrap_or_default() * scale);
        }
        sequence
    }

    /// Writes the difference of the first coefficient from that of the last block.
    fn write_first(&self, bits: &mut BitWriter, last: &mut i32, value: i32) {
        let difference = value - std::mem::replace(last, value);
        let size = size_of(difference);
        bits.write_code(&self.first, size);
        bits.write_value(difference, size);
    }

    /// Writes that the rest of a block is zero.
    fn write_end(&self, bits: &mut BitWriter) {
        bits.write_code(&self.other, 0);
    }

    fn write(&self, bits: &mut BitWriter, last: &mut i32, sequence: &Sequence) {
        let [first, others @ ..] = sequence;
        self.write_first(bits, last, *first);
        let mut zeros = 0;
        for value in others {
            if *value == 0 {
                zeros += 1;
                continue;
            }
            while zeros > 15 {
                bits.write_code(&self.other, 0xf0);
                zeros -= 16;
            }
            let size = size_of(*value);
            bits.write_code(&self.other, (zeros << 4) | size);
            bits.write_value(*value, size);
            zeros = 0;
        }
        if zeros > 0 {
            self.write_end(bits);
        }
    }
}

/// Codes of symbols (Annex C).
struct Codes {
    lengths: [u8; 16],
    symbols: Vec<u8>,
    /// Code and its length in bits, by symbol.
    by_symbol: [(u16, u8); 256],
}

impl Codes {
    fn new(lengths: [u8; 16], symbols: Vec<u8>) -> Self {
        let mut by_symbol = [(0, 0); 256];
        let mut code = 0;
        let mut next = symbols.iter();
        for (length, count) in (1..).zip(lengths) {
            for symbol in next.by_ref().take(usize::from(count)) {
                if let Some(slot) = by_symbol.get_mut(usize::from(*symbol)) {
                    *slot = (code, length);
                }
                code += 1;
            }
            code <<= 1;
        }
        Self { lengths, symbols, by_symbol }
    }
}

/// Symbols of other coefficients: how many zeros come before, and the size of what follows.
fn other_symbols(commonest: &[u8]) -> Vec<u8> {
    let is_used = |symbol: &u8| matches!(symbol & 15, 1..=10) || matches!(symbol, 0 | 0xf0);
    let rest = (0..=u8::MAX).filter(|symbol| is_used(symbol) && !commonest.contains(symbol));
    commonest.iter().copied().chain(rest).collect()
}

struct BitWriter {
    out: Vec<u8>,
    held: u64,
    count: u32,
}

impl BitWriter {
    fn write(&mut self, value: u32, count: u32) {
        self.held = (self.held << count) | u64::from(value);
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            let [.., byte] = (self.held >> self.count).to_be_bytes();
            self.out.push(byte);
            if byte == 0xff {
                self.out.push(0);
            }
        }
    }

    fn write_code(&mut self, codes: &Codes, symbol: u8) {
        let (code, length) = codes.by_symbol.get(usize::from(symbol)).copied().unwrap_or_default();
        self.write(u32::from(code), u32::from(length));
    }

    fn write_value(&mut self, value: i32, size: u8) {
        // Of a negative value the ones' complement.
        let value = if value < 0 { value - 1 } else { value };
        self.write(value.cast_unsigned() & ((1 << size) - 1), u32::from(size));
    }

    fn finish(mut self) -> Vec<u8> {
        self.write(0x7f, 7);
        self.out.extend([0xff, 0xd9]);
        self.out
    }
}

fn write_head(out: &mut Vec<u8>, width: u16, height: u16, tables: &[&Tables; 2]) {
    let mut segment = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
        out.extend([0xff, marker]);
        out.extend(length.to_be_bytes());
        out.extend(content);
    };
    segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0");
    for (number, tables) in (0..).zip(tables) {
        segment(0xdb, &[&[number][..], &tables.steps].concat());
    }
    let ([height_0, height_1], [width_0, width_1]) = (height.to_be_bytes(), width.to_be_bytes());
    let frame = [8, height_0, height_1, width_0, width_1, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1];
    segment(0xc0, &frame);
    for (number, tables) in (0..).zip(tables) {
        for (class, codes) in [(0, &tables.first), (0x10, &tables.other)] {
            segment(0xc4, &[&[class | number][..], &codes.lengths, &codes.symbols].concat());
        }
    }
    segment(0xda, &[3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]);
    // Markers come before the length: the start of the picture has none.
    out.splice(0..0, [0xff, 0xd8]);
}

/// Reads a square; what lies beyond the edge repeats the last row and column.
fn read_square(band: &[u8], stride: usize, start: usize) -> [[u8; ROW_BYTES]; SIDE] {
    let mut square = [[0; ROW_BYTES]; SIDE];
    let mut last = [0; ROW_BYTES];
    let mut rows = band.chunks_exact(stride);
    for row in &mut square {
        if let Some(bytes) = rows.next().and_then(|bytes| bytes.get(start..(start + ROW_BYTES).min(stride))) {
            for (pixel, bytes) in last.chunks_exact_mut(3).zip(
                bytes
                    .chunks_exact(3)
                    .chain(std::iter::repeat(bytes.get(bytes.len().saturating_sub(3)..).unwrap_or_default())),
            ) {
                pixel.copy_from_slice(bytes);
            }
        }
        *row = last;
    }
    square
}

fn single_colour(square: &[[u8; ROW_BYTES]; SIDE]) -> Option<[u8; 3]> {
    let [first, others @ ..] = square;
    let [red, green, blue, ..] = *first;
    let pixel = [red, green, blue];
    (others.iter().all(|row| row == first) && first.chunks_exact(3).all(|other| other == pixel)).then_some(pixel)
}

/// Brightness and colours of a pixel around zero (JFIF).
fn to_levels([red, green, blue]: [u8; 3]) -> [f32; 3] {
    let [red, green, blue] = [red, green, blue].map(f32::from);
    [
        0.299 * red + 0.587 * green + 0.114 * blue - 128.0,
        -0.168_736 * red - 0.331_264 * green + 0.5 * blue,
        0.5 * red - 0.418_688 * green - 0.081_312 * blue,
    ]
}

fn to_blocks(square: &[[u8; ROW_BYTES]; SIDE]) -> [Block; 3] {
    let mut blocks = [[[0.0; SIDE]; SIDE]; 3];
    let [brightness, blueness, redness] = &mut blocks;
    let rows = square.iter().zip(brightness).zip(blueness).zip(redness);
    for (((bytes, brightness), blueness), redness) in rows {
        let levels = bytes.as_chunks::<3>().0.iter().zip(brightness).zip(blueness).zip(redness);
        for (((pixel, brightness), blueness), redness) in levels {
            [*brightness, *blueness, *redness] = to_levels(*pixel);
        }
    }
    blocks
}

/// Cosine transform after Arai, Agui and Nakajima: the block is transposed, and its coefficients have [`FACTORS`].
fn transform(block: &mut Block) {
    transform_columns(block);
    let rows = *block;
    for (column, out) in block.iter_mut().enumerate() {
        for (value, row) in out.iter_mut().zip(&rows) {
            *value = row.get(column).copied().unwrap_or_default();
        }
    }
    transform_columns(block);
}

/// Transforms all columns at once: a row is what a processor calculates with.
fn transform_columns(rows: &mut Block) {
    let add = |one: &Row, other: &Row| combine(one, other, |one, other| one + other);
    let subtract = |one: &Row, other: &Row| combine(one, other, |one, other| one - other);
    let times = |row: &Row, factor: f32| combine(row, row, |value, _| value * factor);
    let [row_0, row_1, row_2, row_3, row_4, row_5, row_6, row_7] = &*rows;
    let sums = [add(row_0, row_7), add(row_1, row_6), add(row_2, row_5), add(row_3, row_4)];
    let [left_0, left_1, left_2, left_3] =
        &[subtract(row_0, row_7), subtract(row_1, row_6), subtract(row_2, row_5), subtract(row_3, row_4)];
    let [sum_0, sum_1, sum_2, sum_3] = &sums;
    let (outer, inner, outer_left) = (add(sum_0, sum_3), add(sum_1, sum_2), subtract(sum_0, sum_3));
    let turned = times(&add(&subtract(sum_1, sum_2), &outer_left), 0.707_106_77);
    let middle = times(&add(left_2, left_1), 0.707_106_77);
    let (near, far) = (add(left_0, &middle), subtract(left_0, &middle));
    let (low, high) = (add(left_3, left_2), add(left_1, left_0));
    let shared = times(&subtract(&low, &high), 0.382_683_43);
    let low = add(&times(&low, 0.541_196_1), &shared);
    let high = add(&times(&high, 1.306_563), &shared);
    *rows = [
        add(&outer, &inner),
        add(&near, &high),
        add(&outer_left, &turned),
        subtract(&far, &low),
        subtract(&outer, &inner),
        add(&far, &low),
        subtract(&outer_left, &turned),
        subtract(&near, &high),
    ];
}

type Row = [f32; SIDE];

fn combine(one: &Row, other: &Row, operation: impl Fn(f32, f32) -> f32) -> Row {
    let mut combined = [0.0; SIDE];
    for ((value, one), other) in combined.iter_mut().zip(one).zip(other) {
        *value = operation(*one, *other);
    }
    combined
}

/// Nearest integer.
#[allow(clippy::cast_possible_truncation, reason = "a coefficient has at most eleven bits")]
fn round(value: f32) -> i32 {
    (value + 0.5_f32.copysign(value)) as i32
}

/// Number of bits of a value without its sign.
fn size_of(value: i32) -> u8 {
    u8::try_from(32 - value.unsigned_abs().leading_zeros()).unwrap_or_default()
}

/// Places of coefficients in a transposed block, along its diagonals from the mean to the finest.
fn zigzag() -> [usize; SIDE * SIDE] {
    let mut places: Vec<(usize, usize)> =
        (0..SIDE).flat_map(|row| (0..SIDE).map(move |column| (row, column))).collect();
    // Even diagonals go up, odd ones down.
    places.sort_by_key(|(row, column)| (row + column, if (row + column) % 2 == 0 { *column } else { *row }));
    let mut order = [0; SIDE * SIDE];
    for (slot, (row, column)) in order.iter_mut().zip(places) {
        *slot = column * SIDE + row;
    }
    order
}
