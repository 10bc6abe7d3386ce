//! Where something stands in the user's files.

use std::ops::Range;
use std::sync::Arc;

/// A place in a file of the workspace, or the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The file, relative to the workspace, with `/` between folders.
    pub(crate) file: Arc<str>,
    /// The bytes that are meant; absent when the whole file is.
    pub(crate) span: Option<Range<usize>>,
}

impl Place {
    /// Makes a place of some bytes of a file.
    pub(crate) fn new(file: &Arc<str>, span: Range<usize>) -> Self {
        Self { file: Arc::clone(file), span: Some(span) }
    }

    /// Makes a place that means a whole file.
    pub(crate) fn file(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), span: None }
    }
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Located<T> {
    /// What was written.
    pub(crate) value: T,
    /// Where.
    pub(crate) place: Place,
}

impl<T> Located<T> {
    /// Joins a value to its place.
    pub(crate) fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }

    /// Keeps the place and changes the value.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), place: self.place }
    }
}
