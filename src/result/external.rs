//! The agency's own levels beside the ministry's: row by row, how far they lie apart, and where they do most.

use std::cmp::{Ordering, Reverse};

use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::model::score::{ExternalScore, ExternalStage};
use crate::result::numbers::Numbers;
use crate::result::report::{Line, Report};

/// A row with both levels.
#[derive(Clone, Debug)]
pub(crate) struct Judged<'a> {
    /// The row, with the agency's level and the ministry's.
    pub(crate) line: &'a Line<'a>,
    /// The stage of the ministry's level that counts; absent where it gave none.
    pub(crate) stage: Option<ExternalStage>,
    /// What the ministry noted at that stage.
    pub(crate) note: &'a str,
}

/// How far two values lie apart, and on which side the agency's own stands.
pub(crate) type Apart = (Ordering, Exact);

/// Returns how far the agency's value and the ministry's lie apart, where both are known.
pub(crate) fn apart<T: Into<Exact>>(own: Option<T>, theirs: Option<T>) -> Option<Apart> {
    Some(own?.into().apart(&theirs?.into()))
}

/// Writes a difference with its sign, from the ministry's value to the agency's own: `+1`, `-0,25`, `0`.
pub(crate) fn signed((side, distance): &Apart, numbers: Numbers) -> String {
    with_sign(*side, &numbers.exactly(distance))
}

/// Puts the sign of a difference before its digits; none has no sign.
pub(crate) fn with_sign(side: Ordering, digits: &str) -> String {
    let sign = match side {
        Ordering::Less => "-",
        Ordering::Equal => "",
        Ordering::Greater => "+",
    };
    // What is less than can be shown has no digits of its own: `< 0.01`.
    if digits.starts_with('<') { digits.to_owned() } else { format!("{sign}{digits}") }
}

/// Counts of rows that both assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sides {
    /// Where the agency judged higher.
    pub(crate) higher: usize,
    /// Where both gave the same level.
    pub(crate) same: usize,
    /// Where the agency judged lower.
    pub(crate) lower: usize,
}

impl Sides {
    /// Counts the rows that both assessed.
    pub(crate) fn all(self) -> usize {
        self.higher + self.same + self.lower
    }
}

impl<'a> Judged<'a> {
    /// Returns every row of an evaluation.
    pub(crate) fn all(report: &'a Report<'a>) -> Vec<Self> {
        report.indicators.iter().map(|line| Self::of(report, line)).collect()
    }

    /// Puts a row beside the record of the ministry that counts.
    fn of(report: &'a Report<'a>, line: &'a Line<'a>) -> Self {
        let own = report.workspace.external.iter().filter(|score| score.row.value == line.row);
        let counts = |score: &&ExternalScore| Some(score.level.value) == line.external;
        let score = own.filter(counts).max_by_key(|score| score.stage);
        Self { line, stage: score.map(|score| score.stage), note: score.map_or("", |score| score.note.trim()) }
    }

    /// Returns how far the two levels lie apart.
    pub(crate) fn apart(&self) -> Option<Apart> {
        apart(self.line.level, self.line.external)
    }
}

impl Report<'_> {
    /// Tells whether the ministry gave any row a level.
    pub(crate) fn has_external_levels(&self) -> bool {
        self.external.as_ref().is_some_and(|external| external.assessed > 0)
    }

    /// Counts on which side the agency stands, of the rows that both assessed.
    pub(crate) fn sides(&self) -> Sides {
        let sides = self.indicators.iter().filter_map(|line| apart(line.level, line.external));
        let mut counted = Sides { higher: 0, same: 0, lower: 0 };
        for (side, _) in sides {
            match side {
                Ordering::Greater => counted.higher += 1,
                Ordering::Equal => counted.same += 1,
                Ordering::Less => counted.lower += 1,
            }
        }
        counted
    }

    /// Returns the rows on which the agency and the ministry differ most, the furthest first; of those as far apart, the
    /// heaviest first.
    pub(crate) fn furthest(&self, most: usize) -> Vec<&Line<'_>> {
        let distance = |line: &Line<'_>| {
            apart::<Decimal>(line.level, line.external).map(|(_, distance)| distance).unwrap_or_else(Exact::zero)
        };
        let mut lines: Vec<&Line<'_>> = self.indicators.iter().filter(|line| !distance(line).is_zero()).collect();
        lines.sort_by_cached_key(|line| Reverse((distance(line), line.weight.clone())));
        lines.truncate(most);
        lines
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::{Judged, Sides, apart, signed};
    use crate::model::decimal::Decimal;
    use crate::model::score::ExternalStage;
    use crate::result::report::Report;
    use crate::result::testing::{assessed, denpasar};
    use crate::text::language::Language;

    #[test]
    fn the_record_that_counts_stands_beside_the_row() {
        let mut workspace = denpasar();
        assessed(&mut workspace, "1,document,3,Lama\n1,result,2,Baru\n2,result,3,\n4,result,2,\n");
        let report = Report::of(&workspace, &[]).expect("a report");
        let judged = Judged::all(&report);
        assert_eq!((judged[0].stage, judged[0].note), (Some(ExternalStage::Result), "Baru"));
        assert_eq!((judged[2].stage, judged[2].apart()), (None, None));
        let shown: Vec<Option<String>> = judged[..4]
            .iter()
            .map(|one| one.apart().map(|apart| signed(&apart, report.numbers(Language::Indonesian))))
            .collect();
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(shown, [text("-1"), text("-2"), None, text("+1")]);
        assert_eq!(report.sides(), Sides { higher: 1, same: 0, lower: 2 });
        let furthest: Vec<String> = report.furthest(2).iter().map(|line| line.row.to_string()).collect();
        assert_eq!(furthest, ["2", "1"], "the furthest first, then the first of those alike");
    }

    #[test]
    fn what_one_side_has_not_said_is_no_difference() {
        assert_eq!(apart::<Decimal>(None, Some(2.into())), None);
        assert_eq!(apart::<Decimal>(Some(2.into()), Some(2.into())).map(|(side, _)| side), Some(Ordering::Equal));
    }
}
