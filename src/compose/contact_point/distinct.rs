//! Lists in which somebody wrote the same thing twice.

/// Values in their order; of those with the same key the first.
///
/// ```
/// use bacheca::compose::contact_point::distinct;
///
/// let languages = ["ar", "en", "ar"];
/// assert_eq!(distinct(&languages, |code| *code).collect::<Vec<_>>(), [&"ar", &"en"]);
/// ```
pub fn distinct<'v, T, K: PartialEq>(values: &'v [T], key: impl Fn(&'v T) -> K) -> impl Iterator<Item = &'v T> {
    let mut keys: Vec<K> = Vec::new();
    values.iter().filter(move |value| {
        let key = key(value);
        let is_new = !keys.contains(&key);
        if is_new {
            keys.push(key);
        }
        is_new
    })
}
