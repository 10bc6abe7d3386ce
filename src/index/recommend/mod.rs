//! What to improve, drafted from the gap to the target: nothing here writes, and what a person wrote always stands.

mod action;
mod carry;
pub(crate) mod frame;
mod gap;

use std::collections::{BTreeMap, BTreeSet};

use crate::index::evaluation::{Evaluation, internal};
use crate::index::recommend::carry::Carried;
use crate::index::recommend::gap::Gap;
use crate::model::decimal::Decimal;
use crate::model::instrument::Instrument;
use crate::model::manifest::Manifest;
use crate::model::recommendation::{Draft, Recommendation, Source, State};
use crate::model::row::RowId;
use crate::model::team::Unit;
use crate::model::workspace::Workspace;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// What drafts rest on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Basis<'a> {
    /// The workspace.
    pub(crate) workspace: &'a Workspace,
    /// Its instrument.
    pub(crate) instrument: &'a Instrument,
    /// Its manifest.
    pub(crate) manifest: &'a Manifest,
    /// The language of what is written.
    pub(crate) language: Language,
}

/// What is to be added, and what is left to people.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// The recommendations to add: those of last cycle first, then the new ones, each in the order of the rows.
    pub(crate) added: Vec<Draft>,
    /// How many of them come from last cycle.
    pub(crate) carried: usize,
    /// How many open ones of last cycle are reached.
    pub(crate) reached: usize,
    /// How many open ones of last cycle belong to no row of this evaluation.
    pub(crate) unmapped: usize,
    /// The rows without a level, of which nothing can be said yet.
    pub(crate) waiting: BTreeSet<RowId>,
    /// The rows under the target whose draft was carried out or given up before their level rose.
    pub(crate) answered: BTreeSet<RowId>,
    /// The rows with an open recommendation whose level is reached.
    pub(crate) finished: BTreeSet<RowId>,
}

impl Plan {
    /// Plans what to add for every row under the target, last cycle's open recommendations first.
    pub(crate) fn of(basis: Basis<'_>, target: Decimal, earlier: Option<&Workspace>) -> Self {
        let evaluation = internal(basis.workspace, basis.instrument, basis.manifest);
        let own = &basis.workspace.recommendations;
        let waiting = evaluation.rows.iter().filter(|row| row.level.is_none()).map(|row| row.row).collect();
        let carried = earlier.map(|earlier| Carried::of(earlier, basis, &evaluation, target)).unwrap_or_default();
        let mut plan = Self {
            carried: carried.drafts.len(),
            reached: carried.reached,
            unmapped: carried.unmapped,
            waiting,
            finished: finished(&evaluation, own),
            ..Self::default()
        };
        let mut new = Vec::new();
        for gap in gap::gaps(&evaluation, target) {
            let covered = own.iter().any(|advice| leads_on(advice, &gap))
                || carried.drafts.iter().any(|draft| draft.row == gap.row);
            let Some(draft) = (if covered { None } else { basis.draft(&gap) }) else { continue };
            if said(own, draft.row, &draft.action) {
                plan.answered.insert(draft.row);
            } else {
                new.push(draft);
            }
        }
        plan.added = carried.drafts;
        plan.added.extend(new);
        plan
    }
}

impl Basis<'_> {
    /// Returns what a recommendation for a row has unless a person says something else; its action is left open.
    pub(crate) fn usual(&self, row: RowId) -> Draft {
        let evaluation = internal(self.workspace, self.instrument, self.manifest);
        let level = evaluation.rows.iter().find(|result| result.row == row).and_then(|result| result.level);
        let target = self.manifest.target_level.as_ref().map(|target| target.value);
        let gaps = target.map(|target| gap::gaps(&evaluation, target)).unwrap_or_default();
        let gap = gaps.iter().find(|gap| gap.row == row);
        let indicator = self.instrument.indicator(row.indicator);
        let next = indicator.and_then(|indicator| gap::next_level(self.instrument, indicator, level?));
        self.blank(row, next, gap)
    }

    /// Drafts what to do about a row; nothing where the scale has no higher level.
    fn draft(&self, gap: &Gap) -> Option<Draft> {
        let indicator = self.instrument.indicator(gap.row.indicator)?;
        let next = gap::next_level(self.instrument, indicator, gap.level)?;
        let action = action::text(indicator, next, self.language);
        Some(Draft { action, ..self.blank(gap.row, Some(next), Some(gap)) })
    }

    /// Makes a recommendation without an action.
    fn blank(&self, row: RowId, to_level: Option<Decimal>, gap: Option<&Gap>) -> Draft {
        Draft {
            row,
            to_level,
            action: String::new(),
            unit: self.owner(row),
            due: None,
            priority: gap.map(|gap| gap.priority.label(self.language).to_owned()),
            source: Source::Internal,
            state: State::Open,
        }
    }

    /// Returns the unit that answers for a row: the first that owns it, else the one that runs the service.
    fn owner(&self, row: RowId) -> Option<String> {
        let one = BTreeSet::from([row]);
        let owns = |unit: &&Unit| {
            unit.indicators.iter().any(|selector| !selector.value.rows(self.instrument, &one).is_empty())
        };
        let owner = self.workspace.team.units.iter().find(owns).map(|unit| unit.name.value.clone());
        let service = || self.manifest.services.iter().find(|service| service.row.value == row)?.unit.clone();
        owner.or_else(service).map(|unit| on_one_line(unit.trim())).filter(|unit| !unit.is_empty())
    }
}

/// Tells whether an open recommendation leads on from the level that a row has; one without a level always does.
fn leads_on(advice: &Recommendation, gap: &Gap) -> bool {
    let further = advice.to_level.as_ref().is_none_or(|to| to.value > gap.level);
    advice.row.value == gap.row && advice.state == State::Open && further
}

/// Tells whether an action stands there for a row, in whatever state.
fn said(own: &[Recommendation], row: RowId, action: &str) -> bool {
    own.iter().any(|advice| advice.row.value == row && advice.action.value.trim() == action.trim())
}

/// Finds the rows whose level is as high as an open recommendation wants it.
fn finished(evaluation: &Evaluation, own: &[Recommendation]) -> BTreeSet<RowId> {
    let levels: BTreeMap<RowId, Decimal> =
        evaluation.rows.iter().filter_map(|result| Some((result.row, result.level?))).collect();
    let reached = |advice: &&Recommendation| {
        let level = levels.get(&advice.row.value);
        let to = advice.to_level.as_ref().map(|to| to.value);
        advice.state == State::Open && level.zip(to).is_some_and(|(level, to)| *level >= to)
    };
    own.iter().filter(reached).map(|advice| advice.row.value).collect()
}

#[cfg(test)]
mod tests {
    use super::{Basis, Plan};
    use crate::check::testing::{Case, advice, at, number, sound};
    use crate::model::recommendation::State;
    use crate::model::team::Unit;
    use crate::text::language::Language;

    /// The sound case has the rows 1, 3-1 and 3-2 under the target; this is what is drafted for them.
    fn drafted(case: &Case) -> Vec<String> {
        let workspace = &case.workspace;
        let (instrument, manifest) = (workspace.instrument.as_deref(), workspace.manifest.as_ref());
        let (instrument, manifest) = (instrument.expect("an instrument"), manifest.expect("a manifest"));
        let basis = Basis { workspace, instrument, manifest, language: Language::English };
        let plan = Plan::of(basis, number("3"), None);
        let shown = |draft: &super::Draft| {
            let to = draft.to_level.expect("a draft has a level");
            format!("{} to {to} by {:?}", draft.row, draft.unit.as_deref().unwrap_or_default())
        };
        plan.added.iter().map(shown).collect()
    }

    #[test]
    fn only_an_open_recommendation_that_leads_on_stands_in_for_a_draft() {
        let mut case = sound();
        assert_eq!(drafted(&case), [] as [&str; 0], "one without a level leads on");
        case.workspace.recommendations[0].to_level = Some(at("recommendations.csv", 2, number("2")));
        case.workspace.recommendations[1].state = State::Done;
        case.workspace.recommendations[2] = advice("3-2", State::Dropped);
        assert_eq!(drafted(&case), ["1 to 3 by \"\"", "3-1 to 2 by \"\"", "3-2 to 1 by \"\""]);
    }

    #[test]
    fn the_first_unit_that_owns_a_row_does_it_and_else_the_unit_of_the_service() {
        let mut case = sound();
        case.workspace.recommendations.clear();
        case.manifest().services[0].unit = Some("Perizinan".to_owned());
        case.manifest().services[1].unit = Some("Dukcapil".to_owned());
        let unit = |name: &str, selector: &str| Unit {
            name: at("team.toml", 70, name.to_owned()),
            indicators: vec![at("team.toml", 71, selector.parse().expect("a selector"))],
        };
        case.workspace.team.units = vec![unit("Kominfo", "3-1"), unit("Setda\nHukum", "1..3")];
        assert_eq!(drafted(&case)[..2], ["1 to 3 by \"Setda Hukum\"", "3-1 to 2 by \"Kominfo\""]);
        case.workspace.team.units.truncate(1);
        assert_eq!(drafted(&case)[2], "3-2 to 1 by \"Dukcapil\"");
    }
}
