//! What evidence a row still wants, from what is claimed, what is there and what the target asks.

use jiff::civil::Date;

use crate::bilingual;
use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::instrument::Wording;
use crate::model::row::RowId;
use crate::model::served::Served;
use crate::result::numbers::Numbers;
use crate::result::owners::Owner;
use crate::result::report::{Line, Report};
use crate::text::bilingual::Bilingual;

/// What a row has and what it still wants.
#[derive(Clone, Debug)]
pub(crate) struct Need<'a> {
    /// The row.
    pub(crate) line: &'a Line<'a>,
    /// The level that counts, else the highest that an evaluator gave.
    pub(crate) claimed: Option<Decimal>,
    /// The documents of the index that are linked to the row or cited for it.
    pub(crate) documents: Vec<Held<'a>>,
    /// What is wanted.
    pub(crate) wanted: Want,
    /// What the instrument accepts for it.
    pub(crate) asked: Asked<'a>,
    /// What served last year.
    pub(crate) served: Vec<&'a Served>,
    /// Until when its evidence is due; absent where nobody said it.
    pub(crate) due: Option<Date>,
}

/// A document that is there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held<'a> {
    /// The kind.
    pub(crate) kind: EvidenceKind,
    /// The title.
    pub(crate) title: &'a str,
    /// The highest level that it is said to support.
    pub(crate) level: Option<Decimal>,
}

/// What is wanted of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Want {
    /// Nothing: what is claimed has its evidence, and the target is reached.
    Nothing,
    /// Evidence for the level that is claimed.
    Claim(Decimal),
    /// Evidence for the next level on the way to the target.
    Next(Decimal),
    /// Any evidence at all up to a level: there is none.
    Any(Decimal),
}

impl Want {
    /// Returns the level up to which evidence is wanted.
    pub(crate) fn level(self) -> Option<Decimal> {
        match self {
            Self::Nothing => None,
            Self::Claim(level) | Self::Next(level) | Self::Any(level) => Some(level),
        }
    }
}

impl Need<'_> {
    /// Tells whether evidence is missing for what is claimed, or there is none at all; what only the way to the target
    /// wants is not missing.
    pub(crate) fn is_lacking(&self) -> bool {
        matches!(self.wanted, Want::Claim(_) | Want::Any(_))
    }

    /// Says at which level the row stands.
    pub(crate) fn standing(&self, numbers: Numbers) -> Bilingual {
        let Some(claimed) = self.claimed else {
            return Bilingual::fixed("belum dinilai", "not assessed yet");
        };
        let level = numbers.level(claimed);
        match self.line.level {
            Some(_) => bilingual!("level {level}", "level {level}"),
            None => bilingual!("level {level}, belum final", "level {level}, not final"),
        }
    }

    /// Says for what the evidence is wanted.
    pub(crate) fn reason(&self, numbers: Numbers) -> Bilingual {
        let Some(level) = self.wanted.level().map(|level| numbers.level(level)) else {
            return Bilingual::fixed("lengkap", "complete");
        };
        match self.wanted {
            Want::Claim(_) => bilingual!(
                "diperlukan bukti untuk level {level} yang sudah dinilai",
                "evidence needed for level {level}, which was given"
            ),
            Want::Next(_) => bilingual!("diperlukan bukti untuk level {level}", "evidence needed for level {level}"),
            Want::Any(_) | Want::Nothing => {
                bilingual!("diperlukan bukti sampai level {level}", "evidence needed up to level {level}")
            }
        }
    }
}

/// What the instrument asks at the wanted levels.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked<'a> {
    /// The criteria, lowest first.
    pub(crate) criteria: Vec<(Decimal, &'a str)>,
    /// The evidence accepted for each level, lowest first.
    pub(crate) by_level: Vec<(Decimal, &'a str)>,
    /// The kinds of evidence accepted at any level.
    pub(crate) kinds: Vec<&'a str>,
}

/// Finds what the rows of a unit have and want, in order.
pub(crate) fn needs<'a>(report: &'a Report<'a>, owner: &Owner<'_>) -> Vec<Need<'a>> {
    report.indicators.iter().filter(|line| owner.rows.contains(&line.row)).map(|line| need(report, line)).collect()
}

/// Finds until when the evidence of a row is due: the earliest day of its assignments, else the last day of the
/// execution.
fn due(report: &Report<'_>, row: RowId) -> Option<Date> {
    let assignments = report.workspace.assignments.iter().filter(|assignment| assignment.row.value == row);
    let due = assignments.filter_map(|assignment| assignment.due).min();
    due.or_else(|| Some(report.workspace.manifest.as_ref()?.schedule.execution?.end))
}

/// Finds what a row has and wants; a level that the scale does not have is no claim.
pub(crate) fn need<'a>(report: &'a Report<'a>, line: &'a Line<'a>) -> Need<'a> {
    let scale = &report.instrument.scale;
    let scores = report.workspace.scores.iter().filter(|score| score.row.value == line.row);
    let given = scores.map(|score| score.level.value).filter(|level| scale.allows(*level));
    let claimed = line.level.or_else(|| given.max());
    let documents = documents(report, line);
    let (wanted, supported) = wanted(report, line, claimed, &documents);
    let asked = wanted.level().map(|level| asked(line, supported, level, documents.is_empty())).unwrap_or_default();
    let served = report.workspace.wanted.iter().filter(|served| served.row.value == line.row).collect();
    Need { line, claimed, documents, wanted, asked, served, due: due(report, line.row) }
}

/// Collects the documents of a row, with the highest level that a link or a judgement rests on each.
fn documents<'a>(report: &'a Report<'a>, line: &Line<'_>) -> Vec<Held<'a>> {
    let held = |(evidence, level): (&'a Evidence, _)| Held { kind: evidence.kind, title: &evidence.title, level };
    report.support.documents_of(line.row).into_iter().map(held).collect()
}

/// Decides what is wanted, and up to which level there is evidence already.
fn wanted(report: &Report<'_>, line: &Line<'_>, claimed: Option<Decimal>, documents: &[Held<'_>]) -> (Want, Decimal) {
    let nothing = report.instrument.scale.nothing_shown;
    let supported = supported(line, claimed, documents, nothing);
    let reached = claimed.map_or(supported, |claimed| claimed.max(supported));
    let next = next_level(report, reached);
    let want = match (claimed.filter(|claimed| *claimed > supported), report.target_level, next) {
        (Some(claimed), _, _) => Want::Claim(claimed),
        (None, Some(target), Some(next)) if reached < target => match claimed {
            None if documents.is_empty() => Want::Any(whole(target).max(next)),
            _ => Want::Next(next),
        },
        (None, _, Some(next)) if documents.is_empty() => Want::Any(next),
        _ => Want::Nothing,
    };
    (want, supported)
}

/// Finds the level up to which there is evidence.
///
/// A document whose level nobody said is taken to support what is claimed, and none supports more than was agreed.
fn supported(line: &Line<'_>, claimed: Option<Decimal>, documents: &[Held<'_>], nothing: Decimal) -> Decimal {
    let levels = documents.iter().filter_map(|document| document.level.or(claimed));
    let highest = levels.max().unwrap_or(nothing).max(nothing);
    line.level.map_or(highest, |level| highest.min(level).max(nothing))
}

/// Returns the next whole level, for only whole levels have criteria.
fn next_level(report: &Report<'_>, level: Decimal) -> Option<Decimal> {
    let next = Decimal::from(Exact::from(level).whole().saturating_add(1));
    (next <= report.instrument.scale.highest).then_some(next)
}

/// Returns the whole level at or below a value.
pub(crate) fn whole(level: Decimal) -> Decimal {
    Exact::from(level).whole().into()
}

/// Collects what the instrument asks above one level, up to another.
pub(super) fn asked<'a>(line: &Line<'a>, above: Decimal, to: Decimal, none_yet: bool) -> Asked<'a> {
    let between = |level: Decimal| level <= to && (level > above || level == whole(to));
    let pick = |texts: &'a [(Decimal, Wording)]| -> Vec<(Decimal, &'a str)> {
        texts.iter().filter(|(level, _)| between(*level)).map(|(level, text)| (*level, text.as_ref())).collect()
    };
    let by_level = pick(&line.indicator.evidence_by_level);
    let kinds = none_yet || by_level.is_empty();
    let kinds = line.indicator.evidence.iter().filter(|_| kinds).map(AsRef::as_ref).collect();
    Asked { criteria: pick(&line.indicator.criteria), by_level, kinds }
}

#[cfg(test)]
mod tests {
    use super::{Want, needs};
    use crate::model::workspace::Workspace;
    use crate::result::owners::owners;
    use crate::result::testing::{assign, pemalang, report, settled, support};

    fn wants(workspace: &Workspace) -> Vec<String> {
        let report = report(workspace);
        let all = owners(workspace);
        let needs = all.iter().flat_map(|owner| needs(&report, owner));
        needs.map(|need| format!("{} {:?}", need.line.row, need.wanted)).collect()
    }

    #[test]
    fn a_level_without_evidence_wants_it_and_an_untouched_row_wants_all_up_to_the_target() {
        let level = |level: u32| crate::model::decimal::Decimal::from(level);
        let wants = wants(&pemalang());
        assert_eq!(wants[0], format!("1 {:?}", Want::Nothing), "level 3 has its document");
        assert_eq!(wants[1], format!("2 {:?}", Want::Nothing), "the document is cited for level 3");
        assert_eq!(wants[2], format!("33 {:?}", Want::Claim(level(2))));
        assert_eq!(wants[3], format!("3 {:?}", Want::Any(level(3))));
        assert_eq!(wants[5], format!("18 {:?}", Want::Claim(level(1))));
    }

    #[test]
    fn a_supported_level_below_the_target_wants_the_next() {
        let mut workspace = pemalang();
        support(&mut workspace, "jdih,document,JDIH,2018-01-02,,evidence/jdih.pdf,00\n", "33,jdih,2\n");
        let report = report(&workspace);
        let owner = &owners(&workspace)[0];
        let needs = needs(&report, owner);
        assert_eq!(needs[2].wanted, Want::Next(3.into()));
        let criteria: Vec<u32> =
            needs[2].asked.criteria.iter().map(|(level, _)| u32::try_from(level.units()).expect("a level")).collect();
        assert_eq!(criteria, [3], "what is supported is not asked again");
    }

    #[test]
    fn no_document_supports_more_than_the_team_agreed() {
        let wants = wants(&settled());
        assert_eq!(wants[0], format!("1 {:?}", Want::Next(2.into())), "the team settled on 1 in spite of the document");
    }

    #[test]
    fn a_row_is_due_on_the_earliest_day_of_its_assignments_else_at_the_end_of_the_execution() {
        let mut workspace = pemalang();
        assign(&mut workspace, "3,tik,2018-07-13\n3,hukum,2018-07-10\n1,hukum,2018-06-01\n");
        let report = report(&workspace);
        let needs = needs(&report, &owners(&workspace)[1]);
        let days: Vec<_> = needs.iter().map(|need| need.due.map(|date| date.to_string()).unwrap_or_default()).collect();
        assert_eq!(days, ["2018-07-10", "2018-08-31", "2018-08-31"], "indicators 3, 4 and 18");
    }
}
