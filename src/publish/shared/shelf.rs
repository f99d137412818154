//! What several files of a build have, made once: the layout of a poster and of the packs in which it is one of many,
//! or a picture on the cards in every language.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::error::Error;

/// A value, once it is made.
type Slot<T> = Arc<OnceLock<Result<Arc<T>, Error>>>;

/// The values made last, by key.
pub(crate) struct Shelf<T> {
    slots: Mutex<VecDeque<(String, Slot<T>)>>,
}

impl<T> Shelf<T> {
    pub(crate) fn new() -> Self {
        Self { slots: Mutex::default() }
    }

    /// Value under a key, made by `make` unless it is there. Who asks for a value that is being made waits for it. At
    /// most `most` values are kept, because each takes some hundred kilobytes; the oldest leave first.
    ///
    /// # Errors
    /// Those of `make`, the first time and each time after.
    pub(crate) fn get_or_make(
        &self,
        key: String,
        most: usize,
        make: impl FnOnce() -> Result<T, Error>,
    ) -> Result<Arc<T>, Error> {
        let slot = {
            let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((_, slot)) = slots.iter().find(|(known, _)| *known == key) {
                Arc::clone(slot)
            } else {
                let slot = Slot::default();
                slots.push_back((key, Arc::clone(&slot)));
                let surplus = slots.len().saturating_sub(most);
                slots.drain(..surplus);
                slot
            }
        };
        slot.get_or_init(|| make().map(Arc::new)).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_is_made_once_while_it_is_kept() {
        let shelf = Shelf::new();
        let made = std::cell::Cell::new(0);
        let get = |key: &str| {
            let make = || {
                made.set(made.get() + 1);
                Ok(key.to_owned())
            };
            shelf.get_or_make(key.to_owned(), 2, make).unwrap()
        };
        assert_eq!((get("a").as_str(), get("b").as_str(), get("a").as_str()), ("a", "b", "a"));
        assert_eq!(made.get(), 2);
        get("c");
        get("a");
        assert_eq!(made.get(), 4, "the oldest has left");
    }
}
