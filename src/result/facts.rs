//! The figures beside the index: targets, the next predicate, averages, the ministry's result.

use std::cmp::Ordering;

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::index::exact::Exact;
use crate::index::predicate::{deciding, next_above};
use crate::model::benchmark::BenchmarkNode;
use crate::model::decimal::Decimal;
use crate::model::instrument::Predicate;
use crate::result::averages::Average;
use crate::result::label::{NATIONAL, kind_heading};
use crate::result::numbers::Numbers;
use crate::result::previous::Previous;
use crate::result::report::{ExternalResult, Report};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// One figure, and what it means for the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    /// What it is.
    pub(crate) label: String,
    /// The figure.
    pub(crate) value: String,
    /// How the index stands to it.
    pub(crate) remark: String,
    /// Whether the index has reached it; absent where that is no question.
    pub(crate) reached: Option<bool>,
}

/// Collects the figures.
pub(crate) fn facts(report: &Report<'_>, language: Language) -> Vec<Fact> {
    let writer = FactWriter { report, numbers: report.numbers(language), language };
    let target = report.target_index.map(|target| writer.target(target));
    let next = writer.next_predicate();
    let previous = report.previous.as_ref().and_then(|previous| writer.previous(previous));
    let kind = report.averages.kind.as_ref().and_then(|average| {
        let heading = kind_heading(report.agency.kind, language);
        writer.average(average, &heading)
    });
    let national =
        report.averages.national.as_ref().and_then(|average| writer.average(average, NATIONAL.get(language)));
    let external = report.external.as_ref().map(|external| writer.external(external));
    [target, next, previous, kind, national, external].into_iter().flatten().collect()
}

/// Returns the predicate above the one that was reached, its lowest index, and how far the index is from it.
pub(crate) fn next_predicate(report: &Report<'_>, language: Language) -> Option<NextPredicate> {
    let Outcome::Index(rated) = &report.outcome else { return None };
    let name = rated.predicate.as_deref()?;
    let instrument = report.instrument;
    let current = instrument.predicates.iter().find(|predicate| predicate.name == name)?;
    let next = next_above(instrument, current)?;
    let (_, distance) = deciding(instrument, report.year, &rated.exact).apart(&next.from.into());
    let numbers = report.numbers(language);
    Some(NextPredicate {
        name: next.name.to_string(),
        from: numbers.even(next.from),
        distance: numbers.distance(&distance),
    })
}

/// The predicate above the one that was reached, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NextPredicate {
    /// Its name.
    pub(crate) name: String,
    /// The lowest index that has it.
    pub(crate) from: String,
    /// How much the index lacks.
    pub(crate) distance: String,
}

/// Writes the name of a predicate, with the second one that an instrument may give it.
pub(crate) fn predicate_name(report: &Report<'_>, rated: &Rated, language: Language) -> String {
    let Some(name) = &rated.predicate else {
        return bilingual!("tanpa predikat", "no predicate").get(language).to_owned();
    };
    let known = report.instrument.predicates.iter().find(|predicate| predicate.name == *name);
    known.map_or_else(|| name.clone(), |predicate| full_name(predicate, language))
}

/// Writes a predicate's name and its second one.
pub(crate) fn full_name(predicate: &Predicate, language: Language) -> String {
    match &predicate.also {
        Some(also) => format!("{} ({})", predicate.name, also.get(language)),
        None => predicate.name.to_string(),
    }
}

/// Says how the index stands to other figures.
struct FactWriter<'a> {
    report: &'a Report<'a>,
    numbers: Numbers,
    language: Language,
}

impl FactWriter<'_> {
    /// Says something in the language of the figures.
    fn say(&self, text: &Bilingual) -> String {
        text.get(self.language).to_owned()
    }

    /// Says how the index stands to its target; while rows are open, whether it can still reach it.
    fn target(&self, target: Decimal) -> Fact {
        let aim = Exact::from(target);
        let (remark, reached) = match &self.report.outcome {
            Outcome::Index(rated) => {
                let (side, distance) = rated.exact.apart(&aim);
                let by = self.numbers.distance(&distance);
                match side {
                    Ordering::Less => (bilingual!("kurang {by}", "short by {by}"), Some(false)),
                    Ordering::Equal => (bilingual!("tercapai", "reached"), Some(true)),
                    Ordering::Greater => (bilingual!("tercapai, lebih {by}", "reached, {by} above"), Some(true)),
                }
            }
            Outcome::Range { lowest, .. } if lowest.exact >= aim => {
                (bilingual!("sudah pasti tercapai", "reached whatever comes"), Some(true))
            }
            Outcome::Range { highest, .. } if highest.exact < aim => {
                (bilingual!("tidak dapat dicapai lagi", "out of reach"), Some(false))
            }
            Outcome::Range { .. } => (bilingual!("masih dapat dicapai", "still within reach"), None),
        };
        let label = self.say(&bilingual!("Target indeks", "Target index"));
        Fact { label, value: self.numbers.even(target), remark: self.say(&remark), reached }
    }

    /// Returns the lowest index of the next predicate, and how much is missing.
    fn next_predicate(&self) -> Option<Fact> {
        let NextPredicate { name, from, distance } = next_predicate(self.report, self.language)?;
        Some(Fact {
            label: self.say(&bilingual!("Predikat {name}", "Predicate {name}")),
            value: from,
            remark: self.say(&bilingual!("kurang {distance}", "short by {distance}")),
            reached: None,
        })
    }

    /// Returns last cycle's index, and how this one has moved.
    fn previous(&self, previous: &Previous) -> Option<Fact> {
        let Outcome::Index(before) = &previous.outcome else { return None };
        let remark = match &self.report.outcome {
            Outcome::Index(now) => {
                let (side, distance) = now.exact.apart(&before.exact);
                let by = self.numbers.distance(&distance);
                self.say(&match side {
                    Ordering::Less => bilingual!("turun {by}", "fell by {by}"),
                    Ordering::Equal => bilingual!("tetap", "unchanged"),
                    Ordering::Greater => bilingual!("naik {by}", "rose by {by}"),
                })
            }
            Outcome::Range { .. } => String::new(),
        };
        let year = previous.year;
        let label = self.say(&if previous.published {
            bilingual!("Indeks {year} (kementerian)", "Index {year} (ministry)")
        } else {
            bilingual!("Indeks {year}", "Index {year}")
        });
        Some(Fact { label, value: self.numbers.shown(&before.exact), remark, reached: None })
    }

    /// Returns the average index of a group, and how this one stands to it; none where it was not published.
    fn average(&self, average: &Average, group: &str) -> Option<Fact> {
        let value = average.of(BenchmarkNode::Index)?;
        let year = average.year;
        let group = group.to_lowercase();
        let group = if group == "lpnk" { group.to_uppercase() } else { group };
        let remark = match &self.report.outcome {
            Outcome::Index(rated) => self.compared(&rated.exact, &value.into()),
            Outcome::Range { .. } => String::new(),
        };
        let label = self.say(&bilingual!("Rata-rata {group} {year}", "Average, {group} {year}"));
        Some(Fact { label, value: self.numbers.even(value), remark, reached: None })
    }

    /// Returns the ministry's index, and how this one stands to it; while it is incomplete, how much is assessed.
    fn external(&self, external: &ExternalResult) -> Fact {
        let label = self.say(&bilingual!("Evaluasi eksternal", "External evaluation"));
        let Outcome::Index(theirs) = &external.outcome else {
            let (assessed, all) = (external.assessed, self.report.indicators.len());
            let remark = bilingual!(
                "belum lengkap: {assessed} dari {all} indikator dinilai",
                "incomplete: {assessed} of {all} indicators assessed"
            );
            return Fact { label, value: "–".to_owned(), remark: self.say(&remark), reached: None };
        };
        let predicate = predicate_name(self.report, theirs, self.language);
        let remark = match &self.report.outcome {
            Outcome::Index(own) => format!("{predicate}; {}", self.compared(&own.exact, &theirs.exact)),
            Outcome::Range { .. } => predicate,
        };
        Fact { label, value: self.numbers.shown(&theirs.exact), remark, reached: None }
    }

    /// Says how the agency's own index stands to another figure.
    fn compared(&self, own: &Exact, other: &Exact) -> String {
        let (side, distance) = own.apart(other);
        let by = self.numbers.distance(&distance);
        self.say(&match side {
            Ordering::Less => bilingual!("indeks ini {by} lebih rendah", "this index is {by} lower"),
            Ordering::Equal => bilingual!("indeks ini sama", "this index is the same"),
            Ordering::Greater => bilingual!("indeks ini {by} lebih tinggi", "this index is {by} higher"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::facts;
    use crate::model::workspace::Workspace;
    use crate::result::report::Report;
    use crate::result::testing::{BANDAR_LAMPUNG, bandar_lampung, benchmarks, denpasar, in_progress, settle};
    use crate::text::language::Language;

    fn lines(workspace: &Workspace, language: Language) -> Vec<String> {
        let report = Report::of(workspace, &benchmarks()).expect("a report");
        facts(&report, language).iter().map(|fact| format!("{}|{}|{}", fact.label, fact.value, fact.remark)).collect()
    }

    #[test]
    fn every_figure_says_how_the_index_stands_to_it() {
        assert_eq!(
            lines(&bandar_lampung(), Language::Indonesian),
            [
                "Target indeks|3,00|kurang 0,02",
                "Predikat Sangat Baik|3,50|kurang 0,52",
                "Rata-rata kota 2024|3,39|indeks ini 0,41 lebih rendah",
                "Rata-rata nasional 2024|3,12|indeks ini 0,14 lebih rendah",
                "Evaluasi eksternal|2,25|Cukup; indeks ini 0,73 lebih tinggi",
            ]
        );
    }

    #[test]
    fn last_cycle_says_how_the_index_has_moved() {
        let (before, now) = (denpasar(), bandar_lampung());
        let before = Report::of(&before, &[]).expect("a report");
        let now = Report::of(&now, &[]).expect("a report").beside(&before);
        let facts = facts(&now, Language::Indonesian);
        let fact = facts.iter().find(|fact| fact.label == "Indeks 2018").expect("last cycle");
        assert_eq!((fact.value.as_str(), fact.remark.as_str()), ("2,64", "naik 0,34"));
    }

    #[test]
    fn an_incomplete_result_of_the_ministry_is_called_so() {
        let mut workspace = bandar_lampung();
        workspace.external.truncate(12);
        let lines = lines(&workspace, Language::English);
        assert_eq!(lines.last().expect("a line"), "External evaluation|–|incomplete: 12 of 47 indicators assessed");
    }

    #[test]
    fn an_open_evaluation_says_whether_its_target_is_still_within_reach() {
        assert_eq!(lines(&in_progress(), Language::English), ["Target index|2.60|still within reach"]);
        let mut workspace = bandar_lampung();
        let mut levels = BANDAR_LAMPUNG;
        levels[0] = 99;
        settle(&mut workspace, &levels);
        assert!(lines(&workspace, Language::English)[0].ends_with("still within reach"));
        workspace.manifest.as_mut().expect("a manifest").target_index.as_mut().expect("a target").value = 4.into();
        assert!(lines(&workspace, Language::English)[0].ends_with("out of reach"));
    }
}
