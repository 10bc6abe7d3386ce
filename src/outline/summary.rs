//! The executive summary: the result in words, made from the figures.

use std::cmp::Ordering;

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::index::exact::Exact;
use crate::outline::words::{NONE, counted, tone};
use crate::outline::{ReportWriter, opening};
use crate::paper::document::block::{Block, Figure};
use crate::paper::document::span::Text;
use crate::paper::document::tone::Tone;
use crate::result::facts::{Fact, NextPredicate, facts, next_predicate, predicate_name};
use crate::result::label::{INDEX, capitalised, joined};
use crate::result::previous::Previous;
use crate::result::report::{Line, Node};
use crate::text::bilingual::Bilingual;

/// How many of the lowest indicators are named.
const NAMED: usize = 3;
/// How many figures stand side by side.
const FIGURES: usize = 4;

/// Writes the figures, then the same in sentences; a draft warns first.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let mut blocks = vec![writer.chapter(&bilingual!("Ringkasan Eksekutif", "Executive summary"))];
    blocks.extend(opening::draft(writer));
    blocks.push(figures(writer));
    blocks.extend(paragraphs(writer));
    blocks.extend(missing(writer));
    blocks
}

/// Says which parts of a report nobody has written yet: a reader must not take their absence for nothing to say.
fn missing(writer: &ReportWriter<'_>) -> Option<Block> {
    let report = writer.report;
    let below = report.indicators.iter().any(|line| report.is_below_target(line));
    let parts = [
        (report.workspace.recommendations.is_empty() && below, bilingual!("rekomendasi", "recommendations")),
        (
            report.workspace.aspect_findings.is_empty(),
            bilingual!("kekuatan dan kelemahan tiap aspek", "strengths and weaknesses of each aspect"),
        ),
    ];
    let lacking = parts.into_iter().filter(|(lacks, _)| *lacks).map(|(_, part)| writer.say(&part));
    let lacking = lacking.collect::<Vec<_>>().join("; ");
    let text = bilingual!("Belum ditulis: {lacking}.", "Not written yet: {lacking}.");
    (!lacking.is_empty()).then(|| Block::Notice { tone: Tone::Attention, text: writer.say(&text).into() })
}

/// Shows the index and the figures beside it.
pub(super) fn figures(writer: &ReportWriter<'_>) -> Block {
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
            value: NONE.to_owned(),
            remark: {
                let (low, high) = (numbers.shown(&lowest.exact), numbers.shown(&highest.exact));
                writer.say(&bilingual!(
                    "belum ada; masih mungkin {low} sampai {high}",
                    "none yet; {low} to {high} is possible"
                ))
            },
            tone: Tone::Attention,
        },
    };
    let figure =
        |fact: Fact| Figure { label: fact.label, value: fact.value, remark: fact.remark, tone: tone(fact.reached) };
    let beside = facts(report, writer.language).into_iter().map(figure);
    Block::Figures(std::iter::once(index).chain(beside).take(FIGURES).collect())
}

/// Tells the result: index, aspects, indicators, change, external result.
pub(super) fn paragraphs(writer: &ReportWriter<'_>) -> Vec<Block> {
    let sentences = [result(writer), aspects(writer), below_target(writer), change(writer), external(writer)];
    sentences.into_iter().filter(|text| !text.is_empty()).map(Block::Paragraph).collect()
}

/// Says the index and its predicate, and how far it is from its target and from the next predicate.
fn result(writer: &ReportWriter<'_>) -> Text {
    let report = writer.report;
    let (agency, year, subject) = (&report.agency.name, report.year, writer.subject());
    let rated = match &report.outcome {
        Outcome::Index(rated) => rated,
        Outcome::Range { lowest, highest } => return open(writer, lowest, highest),
    };
    // Levels that no evaluator gave are the ministry's, or were only written down.
    let before = match report.workspace.scores.is_empty() {
        true => bilingual!(
            "Pada evaluasi tahun {year}, {agency} memperoleh indeks {subject} ",
            "In the evaluation of {year}, {agency} obtained an index of {subject} of "
        ),
        false => bilingual!(
            "Dalam penilaian mandiri tahun {year}, {agency} memperoleh indeks {subject} ",
            "In the self-assessment of {year}, {agency} obtained an index of {subject} of "
        ),
    };
    let shown = writer.numbers().shown(&rated.exact);
    let predicate = predicate_name(report, rated, writer.language);
    let predicate = bilingual!("{shown} dengan predikat {predicate}", "{shown} with the predicate {predicate}");
    let after = format!(".{}{}", target(writer, &rated.exact), next(writer));
    Text::from(writer.say(&before)).strong(writer.say(&predicate)).plain(after)
}

/// Says how many rows are open, and between which indices the result will lie.
fn open(writer: &ReportWriter<'_>, lowest: &Rated, highest: &Rated) -> Text {
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

/// Says how the index stands to its target.
fn target(writer: &ReportWriter<'_>, index: &Exact) -> String {
    let Some(target) = writer.report.target_index else { return String::new() };
    let numbers = writer.numbers();
    let (side, distance) = index.apart(&target.into());
    let (target, by) = (numbers.even(target), numbers.distance(&distance));
    writer.say(&match side {
        Ordering::Less => bilingual!(
            " Target indeks {target} belum tercapai, masih kurang {by}.",
            " The target index of {target} is not reached; {by} is missing."
        ),
        Ordering::Equal => bilingual!(" Target indeks {target} tercapai.", " The target index of {target} is reached."),
        Ordering::Greater => bilingual!(
            " Target indeks {target} tercapai, dengan kelebihan {by}.",
            " The target index of {target} is reached, with {by} to spare."
        ),
    })
}

/// Says how much the index lacks of the next predicate; nothing where there is none above.
fn next(writer: &ReportWriter<'_>) -> String {
    let Some(next) = next_predicate(writer.report, writer.language) else { return String::new() };
    let NextPredicate { name, from, distance } = next;
    writer.say(&bilingual!(
        " Untuk predikat berikutnya, {name} ({from}), masih diperlukan {distance}.",
        " For the next predicate, {name} ({from}), {distance} more is needed."
    ))
}

/// Names the strongest and the weakest aspect, of those that can't change any more.
fn aspects(writer: &ReportWriter<'_>) -> Text {
    let known: Vec<(&Node<'_>, &Exact)> =
        writer.report.aspects.iter().filter_map(|node| Some((node, node.value.as_ref()?))).collect();
    let values = || known.iter().map(|(_, value)| *value);
    let (Some(best), Some(worst)) = (values().max(), values().min()) else { return Text::default() };
    if best == worst {
        return Text::default();
    }
    let named = |wanted: &Exact| {
        let names = known.iter().filter(|(_, value)| *value == wanted);
        let names: Vec<String> = names.map(|(node, _)| node.name.get(writer.language).to_owned()).collect();
        format!("{} ({})", joined(&names, writer.language), writer.numbers().shown(wanted))
    };
    let (best, worst) = (named(best), named(worst));
    let text = if known.len() == writer.report.aspects.len() {
        bilingual!(
            "Aspek terkuat adalah {best}; yang terlemah {worst}.",
            "The strongest aspect is {best}; the weakest is {worst}."
        )
    } else {
        bilingual!(
            "Di antara aspek yang sudah lengkap dinilai, yang terkuat adalah {best} dan yang terlemah {worst}.",
            "Of the aspects that are scored in full, the strongest is {best} and the weakest {worst}."
        )
    };
    writer.say(&text).into()
}

/// Counts the scored rows below the target level and names the lowest; nothing without a target or any level.
fn below_target(writer: &ReportWriter<'_>) -> Text {
    let report = writer.report;
    let Some(target) = report.target_level else { return Text::default() };
    let target = writer.numbers().level(target);
    let scored = report.indicators.len() - report.open_rows();
    let all = match (scored == report.indicators.len(), report.has_services()) {
        (true, true) => bilingual!("{scored} baris penilaian", "{scored} scored rows"),
        (true, false) => bilingual!("{scored} indikator", "{scored} indicators"),
        (false, true) => bilingual!("{scored} baris yang sudah dinilai", "{scored} rows that are scored so far"),
        (false, false) => {
            bilingual!("{scored} indikator yang sudah dinilai", "{scored} indicators that are scored so far")
        }
    };
    let all = all.get(writer.language);
    let below = report.below_target();
    if scored == 0 {
        return Text::default();
    }
    if below.is_empty() {
        let text =
            bilingual!("Semua {all} mencapai target level {target}.", "All {all} reach the target level {target}.");
        return writer.say(&text).into();
    }
    let (count, lowest) = (below.len(), lowest(writer, NAMED));
    let text = bilingual!(
        "{count} dari {all} masih di bawah target level {target}; yang terendah {lowest}.",
        "{count} of {all} lie below the target level {target}; the lowest: {lowest}."
    );
    writer.say(&text).into()
}

/// Names the lowest rows below the target, each with its level.
pub(super) fn lowest(writer: &ReportWriter<'_>, most: usize) -> String {
    let numbers = writer.numbers();
    let name = |line: &&Line<'_>| {
        let level = line.level.map(|level| numbers.level(level)).unwrap_or_default();
        format!("{} ({level})", line.short_name(writer.language))
    };
    let names: Vec<String> = writer.report.below_target().iter().take(most).map(name).collect();
    joined(&names, writer.language)
}

/// Says what has changed since last cycle.
fn change(writer: &ReportWriter<'_>) -> Text {
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
    format!("{index}{rows}{}", other.unwrap_or_default()).trim_start().into()
}

/// Says how the index has moved since last cycle; nothing unless both cycles have one.
fn index_change(writer: &ReportWriter<'_>, previous: &Previous) -> String {
    let (Outcome::Index(now), Outcome::Index(before)) = (&writer.report.outcome, &previous.outcome) else {
        return String::new();
    };
    let (year, numbers) = (previous.year, writer.numbers());
    let before_shown = numbers.shown(&before.exact);
    let before_shown = if previous.published {
        writer.say(&bilingual!("{before_shown} menurut kementerian", "{before_shown} by the ministry"))
    } else {
        before_shown
    };
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

/// Names the rows that rose and those that fell since last cycle, of those that have a level in both.
fn row_changes(writer: &ReportWriter<'_>, previous: &Previous) -> String {
    let rows = writer.report.indicators.iter();
    let sides: Vec<(String, Ordering)> =
        rows.filter_map(|line| Some((line.row.to_string(), line.level?.cmp(&previous.level(line)?)))).collect();
    if sides.is_empty() {
        return String::new();
    }
    let of = |wanted: Ordering| {
        let rows: Vec<String> = sides.iter().filter(|(_, side)| *side == wanted).map(|(row, _)| row.clone()).collect();
        match rows.is_empty() {
            true => "0".to_owned(),
            false => format!("{} ({})", rows.len(), joined(&rows, writer.language)),
        }
    };
    let same = sides.iter().filter(|(_, side)| *side == Ordering::Equal).count();
    let (all, up, down) = (sides.len(), of(Ordering::Greater), of(Ordering::Less));
    writer.say(&bilingual!(
        " Dari {all} indikator yang dapat dibandingkan, yang naik {up}, yang turun {down}, dan yang tetap {same}.",
        " Of {all} indicators that compare, {up} rose, {down} fell and {same} stayed."
    ))
}

/// Says the ministry's index and how often the agency judged higher; nothing while that index is not known.
fn external(writer: &ReportWriter<'_>) -> Text {
    let Some(external) = &writer.report.external else { return Text::default() };
    let Outcome::Index(theirs) = &external.outcome else { return Text::default() };
    let shown = writer.numbers().shown(&theirs.exact);
    let predicate = predicate_name(writer.report, theirs, writer.language);
    let gave = writer.say(&bilingual!(
        "Evaluasi eksternal memberi indeks {shown} ({predicate}).",
        "The external evaluation gave the index {shown} ({predicate})."
    ));
    if !writer.report.has_external_levels() {
        return gave.into();
    }
    let higher = writer.report.sides().higher;
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
    format!("{gave} {too_high}.").into()
}

/// Returns the index as it is shown, or a mark where there is none.
pub(super) fn shown_index(writer: &ReportWriter<'_>, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Index(rated) => writer.numbers().shown(&rated.exact),
        Outcome::Range { .. } => NONE.to_owned(),
    }
}
