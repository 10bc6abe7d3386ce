//! The report for a terminal.

mod bar;
mod digits;
mod head;
mod indicators;
mod layout;
mod nodes;
mod open;

use crate::result::report::Report;
use crate::terminal::page::Page;
use crate::terminal::report::layout::Layout;
use crate::text::language::Language;

/// Renders the report for a terminal of a width; styles are written into it as ANSI codes.
pub(crate) fn render(report: &Report<'_>, language: Language, width: usize) -> String {
    let layout = Layout::new(report, language, width);
    let mut page = Page::default();
    head::write(&mut page, layout);
    nodes::write(&mut page, layout);
    indicators::write(&mut page, layout);
    open::write(&mut page, layout);
    page.finish()
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::model::workspace::Workspace;
    use crate::result::report::Report;
    use crate::result::testing::{bandar_lampung, benchmarks, denpasar, empty, in_progress, pemdi};
    use crate::text::language::Language;

    /// Renders and takes the styles off.
    fn plain(workspace: &Workspace, language: Language, width: usize) -> String {
        let report = Report::of(workspace, &benchmarks()).expect("a report");
        anstream::adapter::strip_str(&render(&report, language, width)).to_string()
    }

    #[test]
    fn a_whole_evaluation_is_read_at_a_glance() {
        insta::assert_snapshot!("denpasar_80", plain(&denpasar(), Language::Indonesian, 80));
    }

    #[test]
    fn averages_and_the_ministrys_result_stand_beside() {
        insta::assert_snapshot!("bandar_lampung_80", plain(&bandar_lampung(), Language::Indonesian, 80));
        insta::assert_snapshot!("bandar_lampung_120", plain(&bandar_lampung(), Language::English, 120));
    }

    #[test]
    fn an_open_evaluation_shows_its_range_and_what_is_awaited() {
        insta::assert_snapshot!("in_progress_80", plain(&in_progress(), Language::Indonesian, 80));
        insta::assert_snapshot!("in_progress_120", plain(&in_progress(), Language::English, 120));
    }

    #[test]
    fn decimals_and_an_instrument_without_domains_fit_too() {
        insta::assert_snapshot!("pemdi_80", plain(&pemdi(), Language::Indonesian, 80));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for workspace in [denpasar(), bandar_lampung(), in_progress(), pemdi()] {
            for (width, language) in [(80, Language::Indonesian), (80, Language::English), (120, Language::Indonesian)]
            {
                for line in plain(&workspace, language, width).lines() {
                    assert!(line.chars().count() <= width, "{line}");
                }
            }
        }
    }

    #[test]
    fn an_evaluation_that_has_not_begun_is_no_trouble() {
        let workspace = empty("spbe-2020", 2023, "Kota Baru", "city", "", &[]);
        assert!(plain(&workspace, Language::English, 80).contains("47 of 47 indicators are still open"));
        assert!(plain(&workspace, Language::English, 0).contains("Kota Baru"));
    }

    #[test]
    fn a_name_cannot_act_on_the_terminal() {
        let mut workspace = denpasar();
        let manifest = workspace.manifest.as_mut().expect("a manifest");
        manifest.agency.name = "Kota \u{1b}]0;x\u{7}".to_owned();
        manifest.services[0].name = Some("a\nb\u{202e}\u{9b}2J".to_owned());
        let report = Report::of(&workspace, &[]).expect("a report");
        let text = render(&report, Language::English, 200);
        assert!(!text.contains(['\u{7}', '\u{202e}', '\u{9b}']) && !text.contains("\u{1b}]"), "{text}");
    }
}
