//! A finding, and the collection that it is pushed into.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bilingual;
use crate::diagnostic::file_rules::UNREADABLE;
use crate::diagnostic::place::Place;
use crate::text::bilingual::Bilingual;

/// One thing that is wrong in the user's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The rule that speaks.
    pub(crate) rule: &'static str,
    /// Where; absent when nothing stands anywhere.
    pub(crate) place: Option<Place>,
    /// What was found and what was expected: a fragment without a final full stop.
    pub(crate) message: Bilingual,
    /// What to do next.
    pub(crate) help: Option<Bilingual>,
    /// What could stand at the place instead, where that is beyond doubt.
    pub(crate) fix: Option<String>,
    /// Other places that belong to it, each with what it is.
    pub(crate) related: Vec<(Place, Bilingual)>,
    /// Whether because of it more of the file was not read than its own place: the cause of what then seems to be missing.
    pub(crate) cuts: bool,
    /// How many it stands for: itself alone, or all that were folded into it.
    pub(crate) stands_for: usize,
}

impl Finding {
    /// Makes a finding at a place.
    pub(crate) fn at(rule: &'static str, place: Place, message: Bilingual) -> Self {
        let cuts = UNREADABLE.contains(&rule);
        Self { rule, place: Some(place), message, help: None, fix: None, related: Vec::new(), cuts, stands_for: 1 }
    }

    /// Makes the one finding that stands for many like this in its file.
    fn folded(&self, many: usize) -> Self {
        let message = bilingual!("dan {many} lagi seperti itu di berkas ini", "and {many} more like it in this file");
        Self { message, help: None, fix: None, related: Vec::new(), stands_for: many, ..self.clone() }
    }

    /// Notes that more of the file was not read because of it than its own place.
    #[must_use]
    pub(crate) fn cutting(self) -> Self {
        Self { cuts: true, ..self }
    }

    /// Adds what to do next.
    #[must_use]
    pub(crate) fn help(mut self, help: Bilingual) -> Self {
        self.help = Some(help);
        self
    }

    /// Adds what could stand at the place instead.
    #[must_use]
    pub(crate) fn fix(mut self, text: impl Into<String>) -> Self {
        self.fix = Some(text.into());
        self
    }

    /// Adds another place that belongs to it.
    #[must_use]
    pub(crate) fn also(mut self, place: Place, message: Bilingual) -> Self {
        self.related.push((place, message));
        self
    }
}

/// How many findings of one rule in one file are kept; a file with more is broken as a whole, and its sender may mean harm.
const MOST: usize = 2_000;

/// What findings are folded by: their rule, and their file where they stand in one.
type Key = (&'static str, Option<Arc<str>>);

/// Keeps the first findings of one rule in one file, as many as anybody reads, and the last; the others are counted.
#[derive(Debug, Default)]
pub(crate) struct Fold {
    /// How many there were and the last that was not kept, by rule and file; no file where a finding stands nowhere.
    seen: BTreeMap<Key, (usize, Option<Finding>)>,
}

impl Fold {
    /// Gives a finding back where it is kept, and counts it.
    pub(crate) fn keep(&mut self, finding: Finding) -> Option<Finding> {
        let file = finding.place.as_ref().map(|place| Arc::clone(&place.file));
        let (seen, last) = self.seen.entry((finding.rule, file)).or_default();
        *seen += finding.stands_for;
        if *seen <= MOST {
            return Some(finding);
        }
        *last = Some(finding);
        None
    }

    /// Returns the last finding of each rule and file of which not all were kept, behind one that stands for the others.
    pub(crate) fn folded(self) -> impl Iterator<Item = Finding> {
        let many = self.seen.into_values().filter_map(|(seen, last)| Some((seen, last?)));
        many.flat_map(|(seen, last)| {
            let more = seen - MOST - last.stands_for;
            let folded = (more > 0).then(|| last.folded(more));
            folded.into_iter().chain([last])
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Finding, Fold, MOST};
    use crate::diagnostic::place::Place;
    use crate::text::bilingual::Bilingual;

    #[test]
    fn of_many_alike_in_one_file_so_many_are_kept_and_the_others_counted() {
        let at = |file: &str, line: usize| {
            Finding::at("bad-value", Place::new(&Arc::from(file), line..line + 1), Bilingual::same("x"))
        };
        let mut fold = Fold::default();
        let kept = (0..MOST + 5).filter_map(|line| fold.keep(at("a.csv", line))).count();
        assert_eq!((kept, fold.keep(at("b.csv", 0)).is_some()), (MOST, true));
        let folded: Vec<Finding> = fold.folded().collect();
        assert_eq!(folded.iter().map(|one| one.stands_for).collect::<Vec<_>>(), [4, 1]);
        assert!(folded[0].message.en.contains("4 more like it"));
        assert_eq!(folded[1], at("a.csv", MOST + 4), "the last one is told");
    }
}
