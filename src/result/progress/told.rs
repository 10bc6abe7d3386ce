//! How far an evaluation is, in the words that the screen and the papers share.

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::result::external::{apart, signed};
use crate::result::facts::predicate_name;
use crate::result::progress::moment::{Moment, Phase};
use crate::result::report::Report;
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// Counts days.
pub(crate) fn days(count: i32) -> Bilingual {
    let unit = if count == 1 { "day" } else { "days" };
    bilingual!("{count} hari", "{count} {unit}")
}

/// Says which stage runs and how long it still does: `Tahap pelaksanaan: sisa 46 hari, sampai 31 Agustus 2018`.
pub(crate) fn stage(moment: Moment) -> Bilingual {
    let of = |language| {
        let Moment { stage, period, phase } = moment;
        let (name, count) = (stage.label(language), |count| days(count).get(language).to_owned());
        let (start, end) = (in_words(period.start, language), in_words(period.end, language));
        let text = match phase {
            Phase::Before(left) => {
                let count = count(left);
                bilingual!("Tahap {name} mulai {count} lagi, {start}", "Stage {name} begins in {count}, on {start}")
            }
            Phase::During(0) => bilingual!("Tahap {name}: hari terakhir", "Stage {name}: the last day"),
            Phase::During(left) => {
                let count = count(left);
                bilingual!("Tahap {name}: sisa {count}, sampai {end}", "Stage {name}: {count} left, until {end}")
            }
            Phase::After(since) => {
                let count = count(since);
                bilingual!("Tahap {name} berakhir {count} yang lalu, {end}", "Stage {name} ended {count} ago, on {end}")
            }
        };
        text.get(language).to_owned()
    };
    Bilingual::new(of(Language::Indonesian), of(Language::English))
}

/// Writes the index with its predicate; while rows are open, the range that it can still take.
pub(crate) fn index(report: &Report<'_>, language: Language) -> String {
    outcome(report, &report.outcome, language)
}

/// Writes the ministry's index beside, and the rows on which it differs most; nothing while nothing of it is known.
pub(crate) fn external(report: &Report<'_>, language: Language) -> Option<String> {
    let external = outcome(report, &report.external.as_ref()?.outcome, language);
    let numbers = report.numbers(language);
    let furthest = report.furthest(FURTHEST).into_iter().filter_map(|line| {
        let apart = apart(line.level, line.external)?;
        Some(format!("{} ({})", line.row, signed(&apart, numbers)))
    });
    let furthest = furthest.collect::<Vec<_>>().join(", ");
    let rest = if furthest.is_empty() {
        Bilingual::fixed("", "")
    } else {
        bilingual!("; terjauh: {furthest}", "; furthest apart: {furthest}")
    };
    Some(external + rest.get(language))
}

/// How many rows are told on which the agency and the ministry differ most.
const FURTHEST: usize = 3;

/// Writes an index with its predicate, or a range.
fn outcome(report: &Report<'_>, outcome: &Outcome, language: Language) -> String {
    let numbers = report.numbers(language);
    let rated = |rated: &Rated| {
        let predicate = predicate_name(report, rated, language);
        format!("{} ({predicate})", numbers.shown(&rated.exact))
    };
    match outcome {
        Outcome::Index(index) => rated(index),
        Outcome::Range { lowest, highest } => {
            let (lowest, highest) = (rated(lowest), rated(highest));
            bilingual!("{lowest} sampai {highest}", "{lowest} to {highest}").get(language).to_owned()
        }
    }
}
