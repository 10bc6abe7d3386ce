//! The executive summary: the result in words, made from the figures.

use std::cmp::Ordering;

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::index::exact::Exact;
use crate::report::document::block::{Block, Figure, Tone};
use crate::report::document::span::Text;
use crate::report::facts::{Fact, NextPredicate, facts, next_predicate, predicate_name};
use crate::report::label::{INDEX, capitalised};
use crate::report::outline::Writer;
use crate::report::outline::words::{NONE, counted, joined, tone};
use crate::report::previous::Previous;
use crate::report::result::Node;
use crate::text::bilingual::Bilingual;

/// How many figures stand side by side.
const FIGURES: usize = 4;

pub(super) fn blocks(writer: &Writer<'_>) -> Vec<Block> {
    let mut blocks = vec![writer.chapter(&bilingual!("Ringkasan Eksekutif", "Executive summary")), figures(writer)];
    blocks.extend(paragraphs(writer));
    blocks
}

/// Shows the index and the figures beside it.
pub(super) fn figures(writer: &Writer<'_>) -> Block {
    let report = writer.report;
    let numbers = writer.numbers();
    let label = INDEX.get(writer.language).to_owned();
    let index = match &report.outcome {
        Outcome::Index(rated) => Figure {
            label,
            value: numbers.shown(&rated.exact),
            remark: predicate_name(report, rated, writer.language),
            tone: Tone::Plain,
        },
        Outcome::Range { lowest, highest } => Figure {
            label,
            value: format!("{}–{}", numbers.shown(&lowest.exact), numbers.shown(&highest.exact)),
            remark: writer.say(&bilingual!("masih mungkin; belum ada indeks", "still possible; there is no index yet")),
            tone: Tone::Attention,
        },
    };
    let figure =
        |fact: Fact| Figure { label: fact.label, value: fact.value, remark: fact.remark, tone: tone(fact.reached) };
    let beside = facts(report, writer.language).into_iter().map(figure);
    Block::Figures(std::iter::once(index).chain(beside).take(FIGURES).collect())
}

/// Tells the result: index, aspects, indicators, change, external result.
pub(super) fn paragraphs(writer: &Writer<'_>) -> Vec<Block> {
    let sentences = [result(writer), aspects(writer), below_target(writer), change(writer), external(writer)];
    sentences.into_iter().filter(|text| !text.is_empty()).map(Block::Paragraph).collect()
}

fn result(writer: &Writer<'_>) -> Text {
    let report = writer.report;
    let (agency, year, subject) = (&report.agency.name, report.year, writer.subject());
    match &report.outcome {
        Outcome::Index(rated) => {
            let before = bilingual!(
                "Dalam penilaian mandiri tahun {year}, {agency} memperoleh indeks {subject} ",
                "In the self-assessment of {year}, {agency} reached the index of {subject} "
            );
            let shown = writer.numbers().shown(&rated.exact);
            let predicate = predicate_name(report, rated, writer.language);
            let predicate = bilingual!("{shown} dengan predikat {predicate}", "{shown} with the predicate {predicate}");
            Text::from(writer.say(&before)).strong(writer.say(&predicate)).plain(distances(writer))
        }
        Outcome::Range { lowest, highest } => open(writer, lowest, highest),
    }
}

fn open(writer: &Writer<'_>, lowest: &Rated, highest: &Rated) -> Text {
    let (open, all) = (writer.report.open_rows(), writer.report.indicators.len());
    let agency = &writer.report.agency.name;
    let numbers = writer.numbers();
    let (low, high) = (numbers.shown(&lowest.exact), numbers.shown(&highest.exact));
    let low_name = predicate_name(writer.report, lowest, writer.language);
    let high_name = predicate_name(writer.report, highest, writer.language);
    let none = bilingual!("Belum ada indeks: ", "There is no index yet: ");
    let text = bilingual!(
        "{open} dari {all} indikator {agency} masih terbuka. Indeks masih dapat berkisar dari {low} ({low_name}) \
         sampai {high} ({high_name}).",
        "{open} of {all} indicators of {agency} are still open. The index can still become {low} ({low_name}) to \
         {high} ({high_name})."
    );
    Text::default().strong(writer.say(&none)).plain(writer.say(&text))
}

/// Says how far target and next predicate are.
fn distances(writer: &Writer<'_>) -> String {
    let sentence = |fact: Fact| {
        let Fact { label, value, remark, .. } = fact;
        format!(" {label} {value}: {remark}.")
    };
    let near = facts(writer.report, writer.language).into_iter().take_while(|fact| fact.reached.is_some());
    let target: String = near.map(sentence).collect();
    let next = next_predicate(writer.report, writer.language).map(|NextPredicate { name, from, distance }| {
        writer.say(&bilingual!(
            " Untuk predikat berikutnya, {name} ({from}), masih kurang {distance}.",
            " For the next predicate, {name} ({from}), it is short by {distance}."
        ))
    });
    format!(".{target}{}", next.unwrap_or_default())
}

fn aspects(writer: &Writer<'_>) -> Text {
    let known: Vec<(&Node<'_>, &Exact)> =
        writer.report.aspects.iter().filter_map(|node| Some((node, node.value.as_ref()?))).collect();
    let (Some(best), Some(worst)) =
        (known.iter().map(|(_, value)| *value).max(), known.iter().map(|(_, value)| *value).min())
    else {
        return Text::default();
    };
    if best == worst {
        return Text::default();
    }
    let named = |wanted: &Exact| {
        let names = known.iter().filter(|(_, value)| *value == wanted);
        let names: Vec<String> = names.map(|(node, _)| node.name.get(writer.language).to_owned()).collect();
        format!("{} ({})", joined(&names, writer.language), writer.numbers().shown(wanted))
    };
    let (best, worst) = (named(best), named(worst));
    writer
        .say(&bilingual!(
            "Aspek terkuat adalah {best}; yang terlemah {worst}.",
            "The strongest aspect is {best}; the weakest is {worst}."
        ))
        .into()
}

fn below_target(writer: &Writer<'_>) -> Text {
    let report = writer.report;
    let Some(target) = report.target_level else { return Text::default() };
    let target = writer.numbers().level(target);
    let scored = report.indicators.iter().filter(|line| line.level.is_some()).count();
    let below: Vec<String> =
        report.indicators.iter().filter(|line| report.is_below_target(line)).map(|line| line.row.to_string()).collect();
    if below.is_empty() {
        let text = bilingual!(
            "Semua {scored} indikator yang sudah dinilai mencapai target level {target}.",
            "All {scored} indicators that are scored reach the target level {target}."
        );
        return writer.say(&text).into();
    }
    let count = below.len();
    let listed = joined(&below, writer.language);
    let text = bilingual!(
        "{count} dari {scored} indikator yang sudah dinilai masih di bawah target level {target}: indikator {listed}.",
        "{count} of {scored} indicators that are scored lie below the target level {target}: indicators {listed}."
    );
    writer.say(&text).into()
}

/// Says what has changed since last cycle.
fn change(writer: &Writer<'_>) -> Text {
    let Some(previous) = &writer.report.previous else { return Text::default() };
    let index = index_change(writer, previous);
    let rows = row_changes(writer, previous);
    let other = previous.other_instrument.as_ref().map(|title| {
        let title = title.get(writer.language);
        let year = previous.year;
        writer.say(&bilingual!(
            " Tahun {year} memakai instrumen lain ({title}), maka indeksnya tidak sepenuhnya sebanding.",
            " In {year} another instrument was used ({title}), so the indices do not compare in full."
        ))
    });
    format!("{index}{rows}{}", other.unwrap_or_default()).into()
}

fn index_change(writer: &Writer<'_>, previous: &Previous) -> String {
    let (Outcome::Index(now), Outcome::Index(before)) = (&writer.report.outcome, &previous.outcome) else {
        return String::new();
    };
    let (year, numbers) = (previous.year, writer.numbers());
    let before_shown = numbers.shown(&before.exact);
    let (side, distance) = now.exact.apart(&before.exact);
    let by = numbers.distance(&distance);
    writer.say(&match side {
        Ordering::Greater => bilingual!(
            "Dibanding tahun {year} ({before_shown}), indeks naik {by}.",
            "Compared with {year} ({before_shown}), the index rose by {by}."
        ),
        Ordering::Less => bilingual!(
            "Dibanding tahun {year} ({before_shown}), indeks turun {by}.",
            "Compared with {year} ({before_shown}), the index fell by {by}."
        ),
        Ordering::Equal => bilingual!(
            "Indeks sama dengan tahun {year} ({before_shown}).",
            "The index is the same as in {year} ({before_shown})."
        ),
    })
}

fn row_changes(writer: &Writer<'_>, previous: &Previous) -> String {
    let pairs = writer.report.indicators.iter().filter_map(|line| Some((line.level?, previous.level(line)?)));
    let sides: Vec<Ordering> = pairs.map(|(now, before)| now.cmp(&before)).collect();
    if sides.is_empty() {
        return String::new();
    }
    let count = |wanted: Ordering| sides.iter().filter(|side| **side == wanted).count();
    let (all, up, down, same) = (sides.len(), count(Ordering::Greater), count(Ordering::Less), count(Ordering::Equal));
    writer.say(&bilingual!(
        " Dari {all} indikator yang dapat dibandingkan, {up} naik, {down} turun, dan {same} tetap.",
        " Of {all} indicators that compare, {up} rose, {down} fell and {same} stayed."
    ))
}

fn external(writer: &Writer<'_>) -> Text {
    let Some(external) = &writer.report.external else { return Text::default() };
    let Outcome::Index(theirs) = &external.outcome else { return Text::default() };
    let pairs = writer.report.indicators.iter().filter_map(|line| Some((line.level?, line.external?)));
    let higher = pairs.filter(|(own, theirs)| own > theirs).count();
    let shown = writer.numbers().shown(&theirs.exact);
    let predicate = predicate_name(writer.report, theirs, writer.language);
    let too_high: Bilingual = match higher {
        0 => bilingual!(
            "tidak ada indikator yang dinilai sendiri lebih tinggi",
            "no indicator was judged higher by the agency"
        ),
        _ => {
            let rows = counted(higher, "indikator", "indicator", "indicators");
            let (id, en) = (rows.id, rows.en);
            Bilingual::new(
                format!("{id} dinilai sendiri lebih tinggi daripada oleh evaluator eksternal"),
                format!("the agency judged {en} higher than the external evaluation"),
            )
        }
    };
    let too_high = capitalised(too_high.get(writer.language));
    writer
        .say(&bilingual!(
            "Evaluasi eksternal memberi indeks {shown} ({predicate}). {too_high}.",
            "The external evaluation gave the index {shown} ({predicate}). {too_high}."
        ))
        .into()
}

/// Returns the index as it is shown, or a mark where there is none.
pub(super) fn shown_index(writer: &Writer<'_>, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Index(rated) => writer.numbers().shown(&rated.exact),
        Outcome::Range { .. } => NONE.to_owned(),
    }
}
