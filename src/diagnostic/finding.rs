//! A finding, and the collection that it is pushed into.

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
}

impl Finding {
    /// Makes a finding at a place.
    pub(crate) fn at(rule: &'static str, place: Place, message: Bilingual) -> Self {
        let cuts = UNREADABLE.contains(&rule);
        Self { rule, place: Some(place), message, help: None, fix: None, related: Vec::new(), cuts }
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
