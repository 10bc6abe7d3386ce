//! The result of an evaluation: the level of every row, the value of every node, the index or its range.

use std::collections::BTreeMap;

use crate::index::agreement::{Standing, standings};
use crate::index::exact::Exact;
use crate::index::predicate::predicate;
use crate::index::roll_up::{Levels, Sums, roll_up, roll_up_assuming};
use crate::model::benchmark::BenchmarkNode;
use crate::model::decimal::Decimal;
use crate::model::instrument::Instrument;
use crate::model::manifest::Manifest;
use crate::model::row::RowId;
use crate::model::score::{ExternalScore, ExternalStage};
use crate::model::workspace::Workspace;

/// The agency's own result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Evaluation {
    /// The rows, in order.
    pub(crate) rows: Vec<RowResult>,
    /// The nodes and the index.
    pub(crate) rating: Rating,
}

/// One row and its level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowResult {
    /// The row.
    pub(crate) row: RowId,
    /// The aspect that it belongs to.
    pub(crate) aspect: u32,
    /// Its weight, in per cent of the index.
    pub(crate) weight: Exact,
    /// How its level came about.
    pub(crate) standing: Standing,
    /// The level that counts; absent while the row is open.
    pub(crate) level: Option<Decimal>,
}

/// The ministry's result, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct External {
    /// The ministry's level of each row that it assessed.
    pub(crate) levels: BTreeMap<RowId, Decimal>,
    /// The nodes and the index.
    pub(crate) rating: Rating,
}

/// What follows from levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rating {
    /// The aspects, in the order of the instrument.
    pub(crate) aspects: Vec<NodeResult>,
    /// The domains, in the order of the instrument.
    pub(crate) domains: Vec<NodeResult>,
    /// The index, or its range.
    pub(crate) outcome: Outcome,
}

/// The value of an aspect or domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NodeResult {
    /// The number.
    pub(crate) id: u32,
    /// The value; absent while a row below is open.
    pub(crate) value: Option<Exact>,
    /// The value with every open row at the lowest level that it can come to.
    pub(crate) lowest: Exact,
    /// The value with every open row at the highest level that it can come to.
    pub(crate) highest: Exact,
}

/// The index, or what it can still become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Every row has a level.
    Index(Rated),
    /// Some rows are open.
    Range {
        /// With every open row at the lowest level that it can come to.
        lowest: Rated,
        /// With every open row at the highest level that it can come to.
        highest: Rated,
    },
}

impl Outcome {
    /// Returns the index with its predicate; none while rows are open.
    pub(crate) fn rated(&self) -> Option<&Rated> {
        match self {
            Self::Index(rated) => Some(rated),
            Self::Range { .. } => None,
        }
    }

    /// Returns the index; none while rows are open.
    pub(crate) fn index(&self) -> Option<&Exact> {
        self.rated().map(|rated| &rated.exact)
    }
}

/// An index and its predicate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rated {
    /// The exact index.
    pub(crate) exact: Exact,
    /// The name of the predicate; absent where the instrument has none for this index.
    pub(crate) predicate: Option<String>,
}

/// Finds the agency's own result, from the levels that count.
pub(crate) fn internal(workspace: &Workspace, instrument: &Instrument, manifest: &Manifest) -> Evaluation {
    let standings = standings(workspace);
    let levels: Levels = standings.iter().map(|(row, standing)| (*row, standing.level())).collect();
    let known = roll_up(instrument, &levels);
    let ends: Ends = standings.iter().filter_map(|(row, standing)| Some((*row, standing.ends()?))).collect();
    let rating = rate_known(instrument, manifest.year.value, &levels, &ends, &known);
    let weights = known.weights;
    let result = |(row, standing): (RowId, Standing)| {
        let aspect = instrument.indicator(row.indicator)?.aspect;
        Some(RowResult { row, aspect, weight: weights[&row].clone(), level: standing.level(), standing })
    };
    Evaluation { rows: standings.into_iter().filter_map(result).collect(), rating }
}

/// Finds the ministry's result; absent while it has no row of this evaluation and nothing is published.
///
/// What follows from its levels comes first: it is exact. What was published stands where levels are missing.
pub(crate) fn external(workspace: &Workspace, instrument: &Instrument, manifest: &Manifest) -> Option<External> {
    let published = published(workspace, instrument);
    let scored = latest(workspace, instrument);
    let rows = workspace.rows();
    let levels: Levels = rows.into_iter().map(|row| (row, scored.get(&row).copied())).collect();
    let known: BTreeMap<RowId, Decimal> = levels.iter().filter_map(|(row, level)| Some((*row, (*level)?))).collect();
    if known.is_empty() && published.is_empty() {
        return None;
    }
    let year = manifest.year.value;
    let mut rating = rate(instrument, year, &levels);
    let value = |node: BenchmarkNode| published.get(&node).map(|value| Exact::from(*value));
    for aspect in rating.aspects.iter_mut().filter(|aspect| aspect.value.is_none()) {
        aspect.value = value(BenchmarkNode::Aspect(aspect.id));
    }
    for domain in rating.domains.iter_mut().filter(|domain| domain.value.is_none()) {
        domain.value = value(BenchmarkNode::Domain(domain.id));
    }
    if let (Outcome::Range { .. }, Some(index)) = (&rating.outcome, value(BenchmarkNode::Index)) {
        rating.outcome = Outcome::Index(rated(instrument, year, index));
    }
    Some(External { levels: known, rating })
}

/// Takes what was published of the parts of an instrument, as far as its scale reaches.
fn published(workspace: &Workspace, instrument: &Instrument) -> BTreeMap<BenchmarkNode, Decimal> {
    let (lowest, highest) = (instrument.scale.lowest, instrument.scale.highest);
    let within = workspace.published.iter().filter(|one| (lowest..=highest).contains(&one.value.value));
    let known = within.filter(|one| one.node.value.is_of(instrument));
    known.map(|one| (one.node.value, one.value.value)).collect()
}

/// Gives an index its predicate.
fn rated(instrument: &Instrument, year: u32, exact: Exact) -> Rated {
    let predicate = predicate(instrument, year, &exact).map(|predicate| predicate.name.to_string());
    Rated { exact, predicate }
}

/// Takes the level of the latest stage of each row; none where two records of that stage differ.
fn latest(workspace: &Workspace, instrument: &Instrument) -> BTreeMap<RowId, Decimal> {
    let mut by_row: BTreeMap<RowId, Vec<&ExternalScore>> = BTreeMap::new();
    for score in workspace.external.iter().filter(|score| instrument.scale.allows(score.level.value)) {
        by_row.entry(score.row.value).or_default().push(score);
    }
    by_row.into_iter().filter_map(|(row, scores)| Some((row, level_of_latest(&scores)?))).collect()
}

/// Returns the ministry's last word on a row; none where two records of the latest stage differ.
fn level_of_latest(scores: &[&ExternalScore]) -> Option<Decimal> {
    let stage: ExternalStage = scores.iter().map(|score| score.stage).max()?;
    let mut levels = scores.iter().filter(|score| score.stage == stage).map(|score| score.level.value);
    let first = levels.next()?;
    levels.all(|level| level == first).then_some(first)
}

/// Finds what follows from levels in a year.
pub(crate) fn rate(instrument: &Instrument, year: u32, levels: &Levels) -> Rating {
    rate_known(instrument, year, levels, &Ends::new(), &roll_up(instrument, levels))
}

/// The lowest and the highest level that an open row can come to; any of the scale for one that is not here.
type Ends = BTreeMap<RowId, (Decimal, Decimal)>;

/// Finds what follows from levels, from what open ones can come to, and from the sums of what is known of them.
fn rate_known(instrument: &Instrument, year: u32, levels: &Levels, ends: &Ends, known: &Sums) -> Rating {
    // Where nothing is open there is nothing to assume.
    let open = known.index.is_none();
    let assuming = |end: fn(&(Decimal, Decimal)) -> Decimal, otherwise| {
        let at_end = |(row, level): (&RowId, &Option<Decimal>)| (*row, level.or_else(|| ends.get(row).map(end)));
        open.then(|| roll_up_assuming(instrument, &levels.iter().map(at_end).collect(), otherwise))
    };
    let lowest = assuming(|(lowest, _)| *lowest, instrument.scale.lowest);
    let highest = assuming(|(_, highest)| *highest, instrument.scale.highest);
    let (lowest, highest) = (lowest.as_ref().unwrap_or(known), highest.as_ref().unwrap_or(known));
    let node = |id: u32, sums: [&BTreeMap<u32, Option<Exact>>; 3]| {
        let value = |sums: &BTreeMap<u32, Option<Exact>>| sums.get(&id).cloned().flatten();
        let [known, lowest, highest] = sums.map(value);
        let end = |end: Option<Exact>, otherwise: Decimal| end.unwrap_or_else(|| otherwise.into());
        let (lowest, highest) = (end(lowest, instrument.scale.lowest), end(highest, instrument.scale.highest));
        NodeResult { id, value: known, lowest, highest }
    };
    let aspects = [&known.aspects, &lowest.aspects, &highest.aspects];
    let domains = [&known.domains, &lowest.domains, &highest.domains];
    let rated = |exact: Exact| rated(instrument, year, exact);
    let end = |index: Option<Exact>, otherwise: Decimal| rated(index.unwrap_or_else(|| otherwise.into()));
    let outcome = match &known.index {
        Some(index) => Outcome::Index(rated(index.clone())),
        None => Outcome::Range {
            lowest: end(lowest.index.clone(), instrument.scale.lowest),
            highest: end(highest.index.clone(), instrument.scale.highest),
        },
    };
    Rating {
        aspects: instrument.aspects.iter().map(|aspect| node(aspect.id, aspects)).collect(),
        domains: instrument.domains.iter().map(|domain| node(domain.id, domains)).collect(),
        outcome,
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Outcome, external, internal};
    use crate::format::reading::Reading;
    use crate::format::{assignments, external_nodes, external_scores, final_scores, manifest, scores};
    use crate::index::testing::instrument;
    use crate::model::workspace::Workspace;

    const MANIFEST: &str = "schema = 1\n\
        [agency]\nname = \"Kota Contoh\"\nkind = \"city\"\n\
        [evaluation]\nyear = 2018\ninstrument = \"small\"\n\
        [[service]]\nrow = \"5-1\"\n";

    fn workspace(finals: &str, external: &str) -> Workspace {
        let reading = Reading::new("test");
        let finals = format!("indicator,level,date,decided_by,reason\n{finals}");
        let external = format!("indicator,stage,level,note\n{external}");
        Workspace {
            manifest: manifest::read(MANIFEST, &reading),
            instrument: Some(Cow::Owned(instrument())),
            finals: final_scores::read(&finals, &reading).0,
            external: external_scores::read(&external, &reading),
            ..Workspace::default()
        }
    }

    fn of_ministry(rows: &str) -> Option<super::External> {
        let workspace = workspace("", rows);
        external(&workspace, &instrument(), workspace.manifest.as_ref().expect("a manifest"))
    }

    #[test]
    fn every_row_has_its_weight_level_and_aspect() {
        let workspace = workspace("1,2,,,\n2,2,,,\n3,3,,,\n4,3,,,\n5-1,3,,,\n", "");
        let result = internal(&workspace, &instrument(), workspace.manifest.as_ref().expect("a manifest"));
        let rows: Vec<String> = result
            .rows
            .iter()
            .map(|row| {
                format!("{} {} {} {:?}", row.row, row.aspect, row.weight.fraction(), row.level.map(|l| l.to_string()))
            })
            .collect();
        assert_eq!(rows[0], "1 1 20 Some(\"2\")");
        assert_eq!(rows[4], "5-1 2 20 Some(\"3\")");
        let Outcome::Index(rated) = result.rating.outcome else { panic!("every row has a level") };
        assert_eq!((rated.exact.fraction().as_str(), rated.predicate.as_deref()), ("13/5", Some("Baik")));
    }

    #[test]
    fn a_level_that_the_scale_lacks_leaves_its_row_open() {
        let workspace = workspace("1,9,,,\n2,2,,,\n3,3,,,\n4,3,,,\n5-1,3,,,\n", "");
        let result = internal(&workspace, &instrument(), workspace.manifest.as_ref().expect("a manifest"));
        let Outcome::Range { lowest, highest } = result.rating.outcome else { panic!("a row is open") };
        assert_eq!((lowest.exact.fraction(), highest.exact.fraction()), ("11/5".to_owned(), "16/5".to_owned()));
        assert_eq!((lowest.predicate.as_deref(), highest.predicate.as_deref()), (Some("Cukup"), Some("Baik")));
    }

    #[test]
    fn a_row_on_which_levels_differ_comes_to_one_of_them_once_everyone_has_scored() {
        let mut workspace = workspace("2,2,,,\n3,3,,,\n4,3,,,\n5-1,3,,,\n", "");
        let reading = Reading::new("test");
        let score = |by: &str, level: u32| {
            let text = format!("indicator,level,method,date,evidence,explanation\n1,{level},,,,\n");
            scores::read(&text, &crate::model::id::Id::parse(by).expect("an id"), &Reading::new("test"))
        };
        workspace.scores = score("a", 2).into_iter().chain(score("b", 4)).collect();
        let ends = |workspace: &Workspace| {
            let found = internal(workspace, &instrument(), workspace.manifest.as_ref().expect("a manifest"));
            let Outcome::Range { lowest, highest } = found.rating.outcome else { panic!("a row is open") };
            (lowest.exact.fraction(), highest.exact.fraction())
        };
        // Indicator 1 weighs a fifth: 13/5 with level 2, two fifths more with level 4.
        assert_eq!(ends(&workspace), ("13/5".to_owned(), "3".to_owned()));
        workspace.assignments = assignments::read("indicator,member\n1,a\n1,b\n1,c\n", &reading);
        assert_eq!(ends(&workspace), ("11/5".to_owned(), "16/5".to_owned()), "c may give any level");
    }

    #[test]
    fn the_latest_stage_of_the_ministry_counts_row_by_row() {
        let rows =
            "1,visit,3,\n1,document,1,\n1,interview,2,\n2,document,3,\n3,interview,3,\n4,document,3,\n5-1,visit,3,\n";
        let found = of_ministry(rows).expect("a result");
        assert!(matches!(found.rating.outcome, Outcome::Index(rated) if rated.exact.fraction() == "3"));
    }

    #[test]
    fn what_was_published_stands_where_levels_are_missing_and_nowhere_else() {
        let published = |levels: &str, nodes: &str| {
            let mut workspace = workspace("", levels);
            let nodes = format!("node,value,note\n{nodes}");
            workspace.published = external_nodes::read(&nodes, &Reading::new("external-nodes.csv"));
            external(&workspace, &instrument(), workspace.manifest.as_ref().expect("a manifest"))
        };
        let index = |found: Option<super::External>| {
            found.and_then(|found| Some(found.rating.outcome.index()?.fraction())).unwrap_or_default()
        };
        let alone = published("", "index,2.64,\naspect:1,2.5,\n").expect("a result");
        let value = |node: &super::NodeResult| node.value.as_ref().map(super::Exact::fraction);
        assert_eq!(alone.rating.aspects.iter().map(value).collect::<Vec<_>>(), [Some("5/2".to_owned()), None]);
        assert_eq!(index(Some(alone)), "66/25");
        let levels = "1,result,3,\n2,result,3,\n3,result,3,\n4,result,3,\n5-1,result,3,\n";
        assert_eq!(index(published(levels, "index,2.64,\n")), "3", "what follows from levels is exact");
        assert_eq!(index(published("1,result,3,\n", "index,2.64,\n")), "66/25");
        for nothing in ["index,9,\n", "aspect:9,2,\n"] {
            assert_eq!(published("", nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_ministry_that_was_silent_or_contradicts_itself_gives_no_index() {
        assert_eq!(of_ministry(""), None);
        assert_eq!(of_ministry("6,document,3,\n"), None);
        let partial = of_ministry("1,document,3,\n1,document,4,\n2,document,3,\n").expect("a result");
        assert_eq!(partial.levels.len(), 1);
        assert!(matches!(partial.rating.outcome, Outcome::Range { .. }));
    }
}
