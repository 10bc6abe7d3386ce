//! The result of an evaluation with everything that any format shows, in no language yet.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::index::agreement::Standing;
use crate::index::answer::answer;
use crate::index::evaluation::{self, External, NodeResult, Outcome, RowResult};
use crate::index::exact::Exact;
use crate::index::support::Support;
use crate::index::weights::{weight_of_aspect, weight_of_domain};
use crate::model::benchmark::{Benchmark, BenchmarkNode};
use crate::model::decimal::Decimal;
use crate::model::instrument::{Indicator, Instrument};
use crate::model::manifest::{Agency, Manifest, Service};
use crate::model::row::RowId;
use crate::model::score::{Method, Score};
use crate::model::workspace::Workspace;
use crate::result::averages::{self, Averages};
use crate::result::numbers::Numbers;
use crate::result::previous::Previous;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// The result of an evaluation.
#[derive(Clone, Debug)]
pub(crate) struct Report<'a> {
    /// The agency.
    pub(crate) agency: &'a Agency,
    /// The year.
    pub(crate) year: u32,
    /// The instrument.
    pub(crate) instrument: &'a Instrument,
    /// The index, or its range.
    pub(crate) outcome: Outcome,
    /// The domains; none where the instrument has none.
    pub(crate) domains: Vec<Node<'a>>,
    /// The aspects.
    pub(crate) aspects: Vec<Node<'a>>,
    /// The rows that are scored.
    pub(crate) indicators: Vec<Line<'a>>,
    /// The ministry's result, as far as it is known.
    pub(crate) external: Option<ExternalResult>,
    /// The index that the agency wants to reach.
    pub(crate) target_index: Option<Decimal>,
    /// The level that the agency wants to reach on every indicator.
    pub(crate) target_level: Option<Decimal>,
    /// The published averages beside it.
    pub(crate) averages: Averages,
    /// Last cycle's result beside it.
    pub(crate) previous: Option<Previous>,
    /// Which document supports which row.
    pub(crate) support: Support<'a>,
    /// Where all of this comes from: team, evidence, recommendations, strengths and weaknesses.
    pub(crate) workspace: &'a Workspace,
}

/// A domain or an aspect.
#[derive(Clone, Debug)]
pub(crate) struct Node<'a> {
    /// The number.
    pub(crate) id: u32,
    /// The domain that an aspect belongs to.
    pub(crate) domain: Option<u32>,
    /// The name.
    pub(crate) name: &'a Bilingual,
    /// The weight, in per cent of the index.
    pub(crate) weight: Exact,
    /// The value; absent while a row below is open.
    pub(crate) value: Option<Exact>,
    /// The value with every open row at the lowest level that it can come to.
    pub(crate) lowest: Exact,
    /// The value with every open row at the highest level that it can come to.
    pub(crate) highest: Exact,
    /// The value that follows from the ministry's levels.
    pub(crate) external: Option<Exact>,
    /// What the published averages call it.
    pub(crate) benchmark: BenchmarkNode,
}

/// A row that is scored.
#[derive(Clone, Debug)]
pub(crate) struct Line<'a> {
    /// The row.
    pub(crate) row: RowId,
    /// Its indicator.
    pub(crate) indicator: &'a Indicator,
    /// The name of its service, for an indicator assessed per service.
    pub(crate) service: Option<&'a str>,
    /// The weight, in per cent of the index.
    pub(crate) weight: Exact,
    /// How its level came about.
    pub(crate) standing: Standing,
    /// The level that counts; absent while the row is open.
    pub(crate) level: Option<Decimal>,
    /// The name of that level, where it has one.
    pub(crate) level_name: Option<&'a str>,
    /// The ministry's level.
    pub(crate) external: Option<Decimal>,
    /// How many documents of the index support it.
    pub(crate) evidence: usize,
    /// How it was assessed.
    pub(crate) methods: BTreeSet<Method>,
    /// What the evaluators and the team said about it.
    pub(crate) remarks: Vec<Remark<'a>>,
}

/// What somebody said about a row.
#[derive(Clone, Debug)]
pub(crate) struct Remark<'a> {
    /// Who said it.
    pub(crate) voice: Voice<'a>,
    /// The answer, the explanation, or the reason.
    pub(crate) text: &'a str,
}

/// Who says something about a row.
#[derive(Clone, Debug)]
pub(crate) enum Voice<'a> {
    /// The agency, in its answer; where nobody wrote it down, those who all say the same, by id.
    Agency(Vec<&'a str>),
    /// A member, by id, who gave a level.
    Evaluator(&'a str, Decimal),
    /// Who settled the level, by id where that is known.
    Settler(Option<&'a str>, Decimal),
}

impl Remark<'_> {
    /// Names who said it, and at which level where that is not the one that counts.
    pub(crate) fn speaker(&self, report: &Report<'_>, language: Language) -> String {
        let name = |id| report.workspace.team.member(id).map_or(id, |member| member.name.as_str());
        let level = |level| report.numbers(language).level(level);
        let said = match &self.voice {
            Voice::Agency(by) if by.is_empty() => bilingual!("Jawaban", "Answer"),
            Voice::Agency(by) => {
                let by = by.iter().map(|by| name(by)).collect::<Vec<_>>().join(", ");
                bilingual!("Jawaban ({by})", "Answer ({by})")
            }
            Voice::Evaluator(by, given) => {
                let (by, level) = (name(by), level(*given));
                bilingual!("{by}, level {level}", "{by}, level {level}")
            }
            Voice::Settler(Some(by), settled) => {
                let (by, level) = (name(by), level(*settled));
                bilingual!("Ditetapkan {by}, level {level}", "Settled by {by}, level {level}")
            }
            Voice::Settler(None, settled) => {
                let level = level(*settled);
                bilingual!("Ditetapkan, level {level}", "Settled, level {level}")
            }
        };
        said.get(language).to_owned()
    }
}

/// The ministry's result.
#[derive(Clone, Debug)]
pub(crate) struct ExternalResult {
    /// The index, or its range while rows have no level of the ministry.
    pub(crate) outcome: Outcome,
    /// How many rows have a level of the ministry.
    pub(crate) assessed: usize,
}

impl<'a> Report<'a> {
    /// Makes the result; there is none while manifest or instrument can't be read.
    pub(crate) fn of(workspace: &'a Workspace, benchmarks: &[Benchmark]) -> Option<Self> {
        let (manifest, instrument) = (workspace.manifest.as_ref()?, workspace.instrument.as_deref()?);
        let internal = evaluation::internal(workspace, instrument, manifest);
        let external = evaluation::external(workspace, instrument, manifest);
        let year = manifest.year.value;
        let outside = external.as_ref();
        let support = Support::of(workspace);
        let details = Details { workspace, instrument, manifest, support: &support };
        let lines = internal.rows.into_iter().filter_map(|row| details.line(row, outside)).collect();
        Some(Self {
            agency: &manifest.agency,
            year,
            instrument,
            outcome: internal.rating.outcome,
            domains: domains(instrument, internal.rating.domains, outside),
            aspects: aspects(instrument, internal.rating.aspects, outside),
            indicators: lines,
            external: external
                .map(|external| ExternalResult { assessed: external.levels.len(), outcome: external.rating.outcome }),
            target_index: manifest.target_index.as_ref().map(|target| target.value),
            target_level: manifest.target_level.as_ref().map(|target| target.value),
            averages: averages::select(benchmarks, &instrument.id, manifest.agency.kind, year),
            previous: None,
            support,
            workspace,
        })
    }

    /// Returns what writes the numbers of this report in a language.
    pub(crate) fn numbers(&self, language: Language) -> Numbers {
        let Instrument { decimals, scale, .. } = self.instrument;
        Numbers { language, decimals: *decimals, level_decimals: scale.step.places() }
    }

    /// Finds a row.
    pub(crate) fn line(&self, row: RowId) -> Option<&Line<'a>> {
        self.indicators.iter().find(|line| line.row == row)
    }

    /// Returns the rows of an aspect.
    pub(crate) fn lines_of(&self, aspect: u32) -> impl Iterator<Item = &Line<'a>> {
        self.indicators.iter().filter(move |line| line.indicator.aspect == aspect)
    }

    /// Returns the aspects of a domain.
    pub(crate) fn aspects_of(&self, domain: u32) -> impl Iterator<Item = &Node<'a>> {
        self.aspects.iter().filter(move |aspect| aspect.domain == Some(domain))
    }

    /// Returns domains and aspects in reading order: each domain before its aspects.
    pub(crate) fn nodes(&self) -> Vec<&Node<'a>> {
        let below = |domain: &Node<'_>| self.aspects_of(domain.id).collect::<Vec<_>>();
        let mut nodes: Vec<&Node<'a>> = Vec::new();
        for domain in &self.domains {
            nodes.push(domain);
            nodes.extend(below(domain));
        }
        let homeless = |aspect: &&Node<'_>| self.domains.iter().all(|domain| aspect.domain != Some(domain.id));
        nodes.extend(self.aspects.iter().filter(homeless));
        nodes
    }

    /// Returns the rows that have no level yet.
    pub(crate) fn open(&self) -> Vec<&Line<'a>> {
        self.indicators.iter().filter(|line| line.level.is_none()).collect()
    }

    /// Tells whether the levels that were given narrow what some open row can come to.
    pub(crate) fn is_narrowed(&self) -> bool {
        self.indicators.iter().any(|line| line.level.is_none() && line.standing.ends().is_some())
    }

    /// Returns how many rows have no level yet.
    pub(crate) fn open_rows(&self) -> usize {
        self.open().len()
    }

    /// Tells whether an indicator is assessed for several services, so that there are more rows than indicators.
    pub(crate) fn has_services(&self) -> bool {
        self.indicators.iter().any(|line| line.row.service.is_some())
    }

    /// Returns the rows below the target, the lowest first; of the same level, the heaviest first.
    pub(crate) fn below_target(&self) -> Vec<&Line<'a>> {
        let mut below: Vec<&Line<'a>> = self.indicators.iter().filter(|line| self.is_below_target(line)).collect();
        below.sort_by(|one, other| one.level.cmp(&other.level).then_with(|| other.weight.cmp(&one.weight)));
        below
    }

    /// Tells whether a level lies below the target.
    pub(crate) fn is_below_target(&self, line: &Line<'_>) -> bool {
        matches!((line.level, self.target_level), (Some(level), Some(target)) if level < target)
    }
}

impl Line<'_> {
    /// Returns the official name, with the service where there is one.
    pub(crate) fn name(&self, language: Language) -> String {
        self.with_service(self.indicator.name.get(language))
    }

    /// Returns the shortest official name, with the service where there is one.
    pub(crate) fn short_name(&self, language: Language) -> String {
        match language {
            Language::Indonesian => self.with_service(self.indicator.short_name()),
            Language::English => self.name(language),
        }
    }

    /// Adds the service that the row is about, where it has a name.
    fn with_service(&self, name: &str) -> String {
        match self.service {
            Some(service) => format!("{name}: {service}"),
            None => name.to_owned(),
        }
    }
}

impl Node<'_> {
    /// Tells whether this is a domain.
    pub(crate) fn is_domain(&self) -> bool {
        matches!(self.benchmark, BenchmarkNode::Domain(_))
    }
}

/// Makes the domains, each with the ministry's value where it is known.
fn domains<'a>(instrument: &'a Instrument, results: Vec<NodeResult>, outside: Option<&External>) -> Vec<Node<'a>> {
    let node = |result: NodeResult| {
        let domain = instrument.domain(result.id)?;
        let external = outside.and_then(|external| value_of(&external.rating.domains, result.id));
        let benchmark = BenchmarkNode::Domain(domain.id);
        Some(node(result, None, &domain.name, weight_of_domain(instrument, domain), external, benchmark))
    };
    results.into_iter().filter_map(node).collect()
}

/// Makes the aspects, each with the ministry's value where it is known.
fn aspects<'a>(instrument: &'a Instrument, results: Vec<NodeResult>, outside: Option<&External>) -> Vec<Node<'a>> {
    let node = |result: NodeResult| {
        let aspect = instrument.aspect(result.id)?;
        let external = outside.and_then(|external| value_of(&external.rating.aspects, result.id));
        let benchmark = BenchmarkNode::Aspect(aspect.id);
        Some(node(result, aspect.domain, &aspect.name, weight_of_aspect(instrument, aspect), external, benchmark))
    };
    results.into_iter().filter_map(node).collect()
}

/// Joins what was computed for a domain or an aspect with what the instrument says of it.
fn node(
    result: NodeResult,
    domain: Option<u32>,
    name: &Bilingual,
    weight: Exact,
    external: Option<Exact>,
    benchmark: BenchmarkNode,
) -> Node<'_> {
    let NodeResult { id, value, lowest, highest } = result;
    Node { id, domain, name, weight, value, lowest, highest, external, benchmark }
}

/// Finds the value of a domain or an aspect by its number; none while a row below is open.
fn value_of(nodes: &[NodeResult], id: u32) -> Option<Exact> {
    nodes.iter().find(|node| node.id == id)?.value.clone()
}

/// Where the details of a row are looked up.
struct Details<'a, 'b> {
    workspace: &'a Workspace,
    instrument: &'a Instrument,
    manifest: &'a Manifest,
    support: &'b Support<'a>,
}

impl<'a> Details<'a, '_> {
    /// Gathers what is known of a row; none where the instrument does not have its indicator.
    fn line(&self, result: RowResult, outside: Option<&External>) -> Option<Line<'a>> {
        let indicator = self.instrument.indicator(result.row.indicator)?;
        let scores = self.workspace.scores.iter().filter(|score| score.row.value == result.row);
        Some(Line {
            row: result.row,
            indicator,
            service: self.service(result.row).and_then(|service| service.name.as_deref()),
            weight: result.weight,
            level: result.level,
            level_name: result.level.and_then(|level| self.instrument.level_name(indicator, level)),
            standing: result.standing,
            external: outside.and_then(|external| external.levels.get(&result.row).copied()),
            evidence: self.support.count_of(result.row),
            methods: scores.flat_map(|score| score.methods.iter().copied()).collect(),
            remarks: self.remarks(result.row),
        })
    }

    /// Finds the service that a row is about, as the manifest describes it.
    fn service(&self, row: RowId) -> Option<&'a Service> {
        self.manifest.services.iter().find(|service| service.row.value == row)
    }

    /// Collects the agency's answer, the explanations of evaluators that say something else, and the reasons of what settled the level, without empty
    /// ones.
    fn remarks(&self, row: RowId) -> Vec<Remark<'a>> {
        let written = self.workspace.answers.iter().any(|answer| answer.row.value == row);
        let answer = answer(self.workspace, row).map(str::trim);
        let scores = || self.workspace.scores.iter().filter(|score| score.row.value == row);
        let (same, others): (Vec<&Score>, Vec<&Score>) =
            scores().partition(|score| answer == Some(score.explanation.value.trim()));
        let by = if written { Vec::new() } else { same.iter().map(|score| score.by.as_str()).collect() };
        let answers = answer.map(|text| Remark { voice: Voice::Agency(by), text }).into_iter();
        let scores = others.into_iter().map(|score| Remark {
            voice: Voice::Evaluator(score.by.as_str(), score.level.value),
            text: &score.explanation.value,
        });
        let finals = self.workspace.finals.iter().filter(|score| score.row.value == row).map(|score| Remark {
            voice: Voice::Settler(score.decided_by.as_ref().map(|by| by.value.as_str()), score.level.value),
            text: &score.reason.value,
        });
        answers.chain(scores).chain(finals).filter(|remark| !remark.text.trim().is_empty()).collect()
    }
}
