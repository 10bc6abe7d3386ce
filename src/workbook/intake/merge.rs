//! What becomes of a work sheet: cell by cell, what changed in it against what changed here since it was handed out.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::row::RowId;
use crate::workbook::intake::Values;
use crate::workbook::intake::table::Field;
use crate::workbook::intake::understand::SaidRow;

/// The fields that are merged.
const FIELDS: [Field; 5] = [Field::Level, Field::Method, Field::Evidence, Field::Explanation, Field::Reason];

/// Whose word counts where both sides changed a cell.
#[derive(Clone, Debug, Default)]
pub(crate) enum Take {
    /// Nobody's yet: it is a conflict.
    #[default]
    Neither,
    /// The sheet's, in these rows.
    Sheet(BTreeSet<RowId>),
    /// The workspace's, in these rows.
    Workspace(BTreeSet<RowId>),
}

/// A cell that both sides changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Conflict {
    /// The row.
    pub(crate) row: RowId,
    /// The field.
    pub(crate) field: Field,
    /// Where it stands in the sheet.
    pub(crate) place: String,
    /// What the sheet says.
    pub(crate) sheet: String,
    /// What the workspace says.
    pub(crate) here: String,
}

/// What becomes of a work sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Merged {
    /// What is to be written, by row.
    pub(crate) written: BTreeMap<RowId, Values>,
    /// The rows among them that nobody had scored here.
    pub(crate) new: BTreeSet<RowId>,
    /// The rows about which both sides agree.
    pub(crate) same: BTreeSet<RowId>,
    /// The cells that both sides changed.
    pub(crate) conflicts: Vec<Conflict>,
    /// The cells that were emptied, and stay.
    pub(crate) emptied: Vec<String>,
    /// Whether anything in it is not as it was handed out.
    pub(crate) touched: bool,
    /// The rows that say something and have no level yet.
    pub(crate) drafts: BTreeSet<RowId>,
}

impl Merged {
    /// Tells whether anything of the sheet is not in the workspace yet.
    pub(crate) fn is_pending(&self) -> bool {
        !(self.written.is_empty() && self.conflicts.is_empty() && self.drafts.is_empty())
    }
}

/// Merges a sheet: `before` are the values that it was handed out with, where that is known, and `here` those of now.
///
/// Of `answers`, one may stand without a level: the level is then the evaluators'.
pub(crate) fn merge(
    said: &BTreeMap<RowId, SaidRow>,
    before: Option<&BTreeMap<RowId, Values>>,
    here: impl Fn(RowId) -> Values,
    take: &Take,
    clears: bool,
    answers: bool,
) -> Merged {
    let mut merged = Merged::default();
    for (row, sheet) in said {
        let now = here(*row);
        let mut result = now.clone();
        let mut stuck = false;
        for field in FIELDS {
            let Some(place) = sheet.places.get(&field) else { continue };
            let value = |values: &Values| values.clone().field(field).clone();
            let (theirs, ours) = (value(&sheet.values), value(&now));
            let was = before.map(|before| before.get(row).map(value).unwrap_or_default());
            merged.touched |= was.as_ref().is_none_or(|was| *was != theirs);
            if field == Field::Evidence && !theirs.is_empty() {
                *result.field(field) = documents(&theirs, &ours, was.as_deref());
                continue;
            }
            match decide(&theirs, &ours, was.as_deref()) {
                Decision::Keep => {}
                Decision::Take if theirs.is_empty() && !clears => merged.emptied.push(place.clone()),
                Decision::Take => *result.field(field) = theirs,
                Decision::Conflict => match take {
                    Take::Sheet(rows) if rows.contains(row) => *result.field(field) = theirs,
                    Take::Workspace(rows) if rows.contains(row) => {}
                    _ => {
                        stuck = true;
                        let place = place.clone();
                        merged.conflicts.push(Conflict { row: *row, field, place, sheet: theirs, here: ours });
                    }
                },
            }
        }
        let is_new = now == Values::default();
        if stuck || is_new && result == now {
            continue;
        }
        if result == now {
            merged.same.insert(*row);
        } else if result.level.is_empty() && !answers {
            merged.drafts.insert(*row);
        } else {
            merged.new.extend(is_new.then_some(*row));
            merged.written.insert(*row, result);
        }
    }
    merged
}

/// Merges documents: what the sheet adds comes, what it leaves out goes, and what came here meanwhile stays.
fn documents(theirs: &str, ours: &str, was: Option<&str>) -> String {
    let list = |text: &str| text.split(' ').filter(|id| !id.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (theirs, ours, was) = (list(theirs), list(ours), list(was.unwrap_or_default()));
    let stays = |id: &String| theirs.contains(id) || !was.contains(id);
    let mut merged: Vec<String> = ours.iter().filter(|id| stays(id)).cloned().collect();
    let added = theirs.into_iter().filter(|id| !ours.contains(id) && !was.contains(id));
    merged.extend(added.collect::<Vec<_>>());
    merged.join(" ")
}

/// What becomes of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decision {
    /// What stands here stays.
    Keep,
    /// What the sheet says is taken.
    Take,
    /// Both sides changed it.
    Conflict,
}

/// Decides about a cell by what it said when it was handed out; while that is not known, nothing is given up for another.
fn decide(theirs: &str, ours: &str, was: Option<&str>) -> Decision {
    match was {
        _ if theirs == ours => Decision::Keep,
        Some(was) if theirs == was => Decision::Keep,
        Some(was) if ours == was => Decision::Take,
        None if ours.is_empty() => Decision::Take,
        None if theirs.is_empty() => Decision::Keep,
        _ => Decision::Conflict,
    }
}

#[cfg(test)]
mod tests {
    use super::{Decision, decide, documents};

    #[test]
    fn documents_of_both_sides_come_together() {
        assert_eq!(documents("a b", "a", Some("a")), "a b");
        assert_eq!(documents("a", "a c", Some("a")), "a c");
        assert_eq!(documents("b", "a c", Some("a")), "c b");
        assert_eq!(documents("b", "a", None), "a b");
        assert_eq!(documents("a b", "b", Some("a b")), "b", "what was taken away here stays away");
    }

    #[test]
    fn a_cell_follows_the_side_that_changed_it() {
        for (theirs, ours, was, decision) in [
            ("3", "2", Some("2"), Decision::Take),
            ("2", "3", Some("2"), Decision::Keep),
            ("3", "3", Some("2"), Decision::Keep),
            ("3", "4", Some("2"), Decision::Conflict),
            ("", "2", Some("2"), Decision::Take),
            ("", "3", Some("2"), Decision::Conflict),
            ("3", "", None, Decision::Take),
            ("", "3", None, Decision::Keep),
            ("3", "2", None, Decision::Conflict),
        ] {
            assert_eq!(decide(theirs, ours, was), decision, "{theirs:?} {ours:?} {was:?}");
        }
    }
}
