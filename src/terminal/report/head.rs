//! The head of the page: who and when, the index and its predicate, and the figures beside it.

use anstyle::Style;

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::result::facts::{Fact, facts, predicate_name};
use crate::result::label::REPORT;
use crate::result::numbers::Numbers;
use crate::terminal::grid::{Column, Grid};
use crate::terminal::page::{ATTENTION, FAINT, GOOD, PLAIN, Page, STRONG, inner};
use crate::terminal::report::bar::{bar, share};
use crate::terminal::report::digits::large;
use crate::terminal::report::layout::Layout;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;
use crate::text::wrap::columns;

/// The widest bar of the index.
const WIDEST_BAR: usize = 76;

/// Writes the head.
pub(super) fn write(page: &mut Page, layout: Layout<'_>) {
    title(page, layout);
    page.blank();
    match &layout.report.outcome {
        Outcome::Index(rated) => index(page, layout, rated),
        Outcome::Range { lowest, highest } => range(page, layout, lowest, highest),
    }
    let facts = facts(layout.report, layout.language);
    if !facts.is_empty() {
        page.blank();
        figures(page, layout, &facts);
    }
}

/// Writes the year, the agency with its kind and code, and the instrument.
fn title(page: &mut Page, layout: Layout<'_>) {
    let Layout { report, language, .. } = layout;
    let year = report.year;
    page.title(&format!("{} {year}", REPORT.get(language)));
    page.line(STRONG, &on_one_line(&report.agency.name));
    let mut about = vec![report.agency.kind.label(language).to_owned()];
    about.extend(report.agency.code.iter().map(|code| on_one_line(code)));
    about.push(on_one_line(report.instrument.title.get(language)));
    page.line(FAINT, &about.join(" · "));
}

/// Writes the index in large digits, beside it the predicate, and the exact index where that is not what is shown.
fn index(page: &mut Page, layout: Layout<'_>, rated: &Rated) {
    let Layout { report, language, .. } = layout;
    let numbers = report.numbers(language);
    let shown = numbers.shown(&rated.exact);
    let top = numbers.plain(report.instrument.scale.highest);
    let exact = numbers.exactly(&rated.exact);
    let exactly = match exact == shown {
        true => String::new(),
        false => bilingual!("tepatnya {exact}", "exactly {exact}").get(language).to_owned(),
    };
    let beside = [
        (STRONG, predicate_name(report, rated, language)),
        (PLAIN, bilingual!("indeks {shown} dari {top}", "index {shown} of {top}").get(language).to_owned()),
        (FAINT, exactly),
    ];
    for (digits, (style, text)) in large(&shown).iter().zip(&beside) {
        page.pieces(&[(STRONG, digits), (PLAIN, "   "), (*style, text)]);
    }
    page.blank();
    scale(page, layout, &rated.exact, &rated.exact);
}

/// Writes how many rows are open, and the lowest and highest index that they still leave possible.
fn range(page: &mut Page, layout: Layout<'_>, lowest: &Rated, highest: &Rated) {
    let Layout { report, language, .. } = layout;
    let numbers = report.numbers(language);
    let (open, all) = (report.open_rows(), report.indicators.len());
    let none = bilingual!(
        "Belum ada indeks: {open} dari {all} indikator masih terbuka",
        "There is no index yet: {open} of {all} indicators are still open"
    );
    page.line(ATTENTION, none.get(language));
    page.blank();
    let ends = [
        (bilingual!("Indeks paling rendah", "Lowest index"), lowest),
        (bilingual!("Indeks paling tinggi", "Highest index"), highest),
    ];
    let mut grid = Grid::new(vec![Column::left(""), Column::right(""), Column::giving_way("")], inner(layout.width));
    for (label, rated) in ends {
        grid.row(vec![
            label.get(language).to_owned(),
            numbers.shown(&rated.exact),
            predicate_name(report, rated, language),
        ]);
    }
    for line in grid.rows() {
        page.line(STRONG, &line);
    }
    page.blank();
    scale(page, layout, &lowest.exact, &highest.exact);
}

/// Draws the index on its scale, with the bounds of the predicates and the target below.
fn scale(page: &mut Page, layout: Layout<'_>, lowest: &Exact, highest: &Exact) {
    let Layout { report, language, .. } = layout;
    let numbers = report.numbers(language);
    let width = inner(layout.width).min(WIDEST_BAR);
    let parts = u32::try_from(width).unwrap_or(u32::MAX);
    let top = report.instrument.scale.highest;
    page.line(PLAIN, &bar(lowest, highest, top, parts));
    page.line(FAINT, &ticks(layout, numbers, width, parts));
    if let Some(target) = report.target_index.filter(|target| *target <= top) {
        let shown = numbers.even(target);
        let label = bilingual!("target {shown}", "target {shown}");
        page.line(FAINT, &pointer(label.get(language), position(target, top, parts), width));
    }
}

/// Writes the bounds of the predicates where they stand on the scale.
fn ticks(layout: Layout<'_>, numbers: Numbers, width: usize, parts: u32) -> String {
    let instrument = layout.report.instrument;
    let top = instrument.scale.highest;
    let mut bounds: Vec<Decimal> = instrument.predicates.iter().map(|predicate| predicate.from).collect();
    bounds.extend([Decimal::from(0), top]);
    bounds.sort_unstable();
    bounds.dedup();
    let mut line = String::new();
    for bound in bounds.into_iter().filter(|bound| *bound <= top) {
        let text = numbers.plain(bound);
        let at = position(bound, top, parts).min(width.saturating_sub(columns(&text)));
        let length = columns(&line);
        if length == 0 || at > length {
            line.push_str(&" ".repeat(at - length));
            line.push_str(&text);
        }
    }
    line
}

/// Points at a place from below, with the label on the side where it fits.
fn pointer(label: &str, at: usize, width: usize) -> String {
    let length = columns(label);
    if at + 2 + length <= width {
        return format!("{}▲ {label}", " ".repeat(at));
    }
    format!("{}{label} ▲", " ".repeat(at.saturating_sub(length + 1)))
}

/// Returns the column of a value on the scale; the highest stands on the last one, not behind it.
fn position(value: Decimal, top: Decimal, parts: u32) -> usize {
    share(&value.into(), top, parts).min(parts.saturating_sub(1)) as usize
}

/// Writes the figures, each marked as reached or not where that is a question.
fn figures(page: &mut Page, layout: Layout<'_>, facts: &[Fact]) {
    let mut grid = Grid::new(vec![Column::left(""), Column::right(""), Column::giving_way("")], inner(layout.width));
    for fact in facts {
        let remark = match fact.reached {
            Some(true) => format!("✓ {}", fact.remark),
            Some(false) => format!("▼ {}", fact.remark),
            None => fact.remark.clone(),
        };
        grid.row(vec![fact.label.clone(), fact.value.clone(), remark]);
    }
    for (line, fact) in grid.rows().zip(facts) {
        page.line(style_of(fact), &line);
    }
}

/// Returns the style of a figure that is reached, that is not, or of which neither can be said.
fn style_of(fact: &Fact) -> Style {
    match fact.reached {
        Some(true) => GOOD,
        Some(false) => ATTENTION,
        None => PLAIN,
    }
}
