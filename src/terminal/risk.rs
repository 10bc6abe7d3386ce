//! What somebody from outside looks at first, for a terminal: `spbe report --sections risk`.

use crate::bilingual;
use crate::result::report::Report;
use crate::result::risk::{Risk, risks, said};
use crate::terminal::page::{ATTENTION, FAINT, PLAIN, Page, inner};
use crate::text::date::in_words;
use crate::text::language::Language;

/// How far reasons and documents are moved in below their row.
const BELOW: &str = "    ";

/// Renders the rows with their reasons for a terminal of a width; where there is none it says so.
pub(crate) fn render(report: &Report<'_>, language: Language, width: usize) -> String {
    let risks = risks(report);
    let (agency, year) = (&report.agency.name, report.year);
    let title =
        bilingual!("Yang perlu diperiksa lebih dahulu: {agency} {year}", "What to look at first: {agency} {year}");
    let mut page = Page::default();
    page.title(title.get(language));
    for text in said(report, &risks) {
        page.paragraph(FAINT, "", text.get(language), inner(width));
    }
    for risk in &risks {
        page.blank();
        row(&mut page, report, risk, language, width);
    }
    page.finish()
}

/// Writes a row, below it its reasons, and below these its documents.
fn row(page: &mut Page, report: &Report<'_>, risk: &Risk<'_>, language: Language, width: usize) {
    let (row, name) = (risk.line.row, risk.line.short_name(language));
    let level = report.numbers(language).level_or_open(risk.line.level);
    let head = bilingual!("{row}. {name} (level {level})", "{row}. {name} (level {level})");
    page.paragraph(PLAIN, "", head.get(language), inner(width));
    for reason in &risk.reasons {
        page.paragraph(ATTENTION, BELOW, &reason.told(report, language), inner(width));
    }
    for document in &risk.documents {
        let day = document.date.as_ref().map(|day| format!(" ({})", in_words(day.value, language)));
        page.paragraph(FAINT, BELOW, &(document.title.clone() + &day.unwrap_or_default()), inner(width));
    }
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::result::testing::{denpasar, in_progress, report};
    use crate::text::language::Language;

    #[test]
    fn a_row_has_its_reasons_below_it_and_no_line_is_too_wide() {
        let workspace = in_progress();
        let text = anstream::adapter::strip_str(&render(&report(&workspace), Language::English, 60)).to_string();
        assert!(text.contains("(level 3)\n      only one document supports this level\n"), "{text}");
        assert!(text.contains("\n      Perbup 12/2018 (2 January 2018)\n"), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 60), "{text}");
    }

    #[test]
    fn none_is_said() {
        let workspace = denpasar();
        let text = render(&report(&workspace), Language::English, 400);
        assert!(text.contains("No other reason was found"), "{text}");
    }
}
