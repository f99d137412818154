//! The way to a value in the facts of a file: `edizioni[2].luogo.zona`.

/// How deep a path may lead; the model needs five steps.
const DEEPEST: usize = 6;

/// Steps from the top of the facts to a value: written with [`path!`](crate::path), or step by step.
///
/// ```
/// use bacheca::path;
/// let edition = 2;
/// let zone = path![edizioni[edition].luogo.zona];
/// assert_eq!(zone, path![edizioni].item(2).field("luogo").field("zona"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FieldPath {
    steps: [Step; DEEPEST],
    length: u8,
}

/// One step: a key, as 26 bits of its hash, or the position of an item in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Step(u32);

impl Step {
    /// No step at all.
    pub(super) const NONE: Self = Self(0);
    /// How many bits a step takes.
    pub(super) const BITS: u32 = 27;
    const ITEM: u32 = 1 << 26;

    /// The value of a key: FNV-1a, so that the compiler can do it. No two declared keys share one (tested).
    #[must_use]
    pub const fn key(key: &str) -> Self {
        let bytes = key.as_bytes();
        let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
        while let Some((_, rest)) = bytes.split_at_checked(at)
            && let Some(byte) = rest.first()
        {
            hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
            at += 1;
        }
        Self((hash ^ hash >> 26) & (Self::ITEM - 1))
    }

    /// An item of a list, from 0; items beyond the sixty-seven millionth are one.
    #[expect(clippy::cast_possible_truncation, reason = "bounded just before")]
    pub(super) const fn item(index: usize) -> Self {
        let last = (Self::ITEM - 1) as usize;
        Self(Self::ITEM | (if index < last { index } else { last }) as u32)
    }

    fn is_key(self) -> bool {
        self.0 & Self::ITEM == 0
    }

    pub(super) const fn bits(self) -> u32 {
        self.0
    }

    pub(super) const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }
}

impl FieldPath {
    /// The top of the facts.
    pub const TOP: Self = Self { steps: [Step::NONE; DEEPEST], length: 0 };

    /// The value of a key within.
    #[must_use]
    pub const fn field(self, key: &str) -> Self {
        self.step(Step::key(key))
    }

    /// An item of a list, from 0.
    #[must_use]
    pub const fn item(self, index: usize) -> Self {
        self.step(Step::item(index))
    }

    /// Whether the path leads to a field or into it.
    #[must_use]
    pub fn is_within(&self, field: &Self) -> bool {
        self.steps.get(..field.len()) == field.steps.get(..field.len()) && self.length >= field.length
    }

    /// Whether one of its keys is among `keys`.
    #[must_use]
    pub fn passes(&self, keys: &[Step]) -> bool {
        self.steps().any(|step| keys.contains(&step))
    }

    /// Whether `key` is its last key: that of the value itself, or of the list in which it is.
    #[must_use]
    pub fn ends_with(&self, key: &str) -> bool {
        self.steps().filter(|step| step.is_key()).last() == Some(Step::key(key))
    }

    /// Its first steps, as many as there are up to `length`.
    pub(super) fn up_to(mut self, length: usize) -> Self {
        while self.len() > length {
            self.length -= 1;
            if let Some(last) = self.steps.get_mut(usize::from(self.length)) {
                *last = Step::NONE;
            }
        }
        self
    }

    /// One step more; what lies deeper than any field has its place in the field.
    #[must_use]
    pub const fn step(mut self, step: Step) -> Self {
        if let Some((_, [place, ..])) = self.steps.split_at_mut_checked(self.length as usize) {
            *place = step;
            self.length += 1;
        }
        self
    }

    pub(super) fn len(&self) -> usize {
        usize::from(self.length)
    }

    pub(super) fn steps(&self) -> impl Iterator<Item = Step> + Clone + use<> {
        self.steps.into_iter().take(self.len())
    }
}

/// The path of a value as it is written: `path![edizioni[index].luogo.zona]`, or `path![]` for the whole. A key that no
/// record declares does not compile.
#[macro_export]
macro_rules! path {
    () => { $crate::model::FieldPath::TOP };
    (@$path:expr,) => { $path };
    (@$path:expr, [$index:expr] $($rest:tt)*) => { $crate::path!(@$path.item($index), $($rest)*) };
    (@$path:expr, . $key:ident $($rest:tt)*) => {{
        const { assert!($crate::model::is_declared(stringify!($key)), "no record declares this key") };
        $crate::path!(@$path.step(const { $crate::model::Step::key(stringify!($key)) }), $($rest)*)
    }};
    ($key:ident $($rest:tt)*) => { $crate::path!(@$crate::path!(), . $key $($rest)*) };
}
