//! Records that say again what another says.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::text::bilingual::Bilingual;

/// A record whose key stands before.
pub(crate) struct Repeated<'a, K> {
    /// What both say.
    pub(crate) key: K,
    place: &'a Place,
    first: &'a Place,
}

impl<K> Repeated<'_, K> {
    /// Makes a finding at the later record that also points at the first.
    pub(crate) fn finding(&self, rule: &'static str, message: Bilingual) -> Finding {
        let first = Bilingual::fixed("pertama di sini", "first here");
        Finding::at(rule, self.place.clone(), message).also(self.first.clone(), first)
    }
}

/// Returns every record whose key an earlier one has.
pub(crate) fn repeated<'a, K: Ord + Clone>(records: impl IntoIterator<Item = (K, &'a Place)>) -> Vec<Repeated<'a, K>> {
    let mut seen: BTreeMap<K, &Place> = BTreeMap::new();
    let mut found = Vec::new();
    for (key, place) in records {
        match seen.entry(key) {
            Entry::Vacant(free) => {
                free.insert(place);
            }
            Entry::Occupied(taken) => found.push(Repeated { key: taken.key().clone(), place, first: taken.get() }),
        }
    }
    found
}
