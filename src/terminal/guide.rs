//! The year in ten steps for a terminal: the list with what is done, and a screen for each.

use crate::bilingual;
use crate::result::guide::{STEPS, Step, next};
use crate::result::progress::Progress;
use crate::result::progress::checks::{Check, CheckState};
use crate::terminal::page::{ATTENTION, FAINT, GOOD, PLAIN, Page, STRONG, inner};
use crate::terminal::status::stages::open_item;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// Writes all steps with a mark for each, and below them the next one.
pub(crate) fn overview(progress: Option<&Progress<'_>>, language: Language, width: usize) -> String {
    let mut page = Page::default();
    page.title(
        bilingual!("Setahun evaluasi dalam sepuluh langkah", "The year of an evaluation in ten steps").get(language),
    );
    let now = next(progress);
    for (step, at) in STEPS.iter().zip(0..) {
        let done = progress.is_some_and(|progress| step.is_done(progress));
        let (mark, style) = match (done, at == now) {
            (_, true) => ("→", STRONG),
            (true, false) => ("✓", GOOD),
            (false, false) => (" ", PLAIN),
        };
        page.line(style, &format!("{mark} {:>2}. {}", at + 1, step.name.get(language)));
    }
    page.blank();
    write(&mut page, now, progress, language, width);
    page.blank();
    let more = bilingual!("Langkah lain: `spbe guide NOMOR`", "Another step: `spbe guide NUMBER`");
    page.paragraph(FAINT, "", more.get(language), inner(width));
    page.finish()
}

/// Writes one step.
pub(crate) fn screen(at: usize, progress: Option<&Progress<'_>>, language: Language, width: usize) -> String {
    let mut page = Page::default();
    write(&mut page, at, progress, language, width);
    page.finish()
}

/// Writes a step: what it is about, its commands, and what is left of it here.
fn write(page: &mut Page, at: usize, progress: Option<&Progress<'_>>, language: Language, width: usize) {
    let (step, say) = (&STEPS[at], |text: &Bilingual| text.get(language).to_owned());
    page.title(&format!("{}. {}", at + 1, say(&step.name)));
    page.paragraph(PLAIN, "", &say(&step.about), inner(width));
    page.blank();
    for command in step.commands(language) {
        page.paragraph(STRONG, "  ", command, inner(width));
    }
    let left = progress.map(|progress| left(step, progress, language)).unwrap_or_default();
    if !left.is_empty() {
        page.heading(&say(&bilingual!("Di ruang kerja ini", "In this workspace")));
        for (style, text) in left {
            page.paragraph(style, "", &text, inner(width));
        }
    }
}

/// Says how far each item of a step is, and the command for what is open.
fn left(step: &Step, progress: &Progress<'_>, language: Language) -> Vec<(anstyle::Style, String)> {
    let told = |check: &Check| match check.state {
        CheckState::Open => (ATTENTION, format!("• {}", open_item(check, language))),
        CheckState::Done | CheckState::NotNeeded => (GOOD, format!("✓ {}", check.item.label(language))),
    };
    step.checks(progress).into_iter().map(told).collect()
}
