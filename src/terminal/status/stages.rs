//! The check lists of the stages: what is open with the command that does it, what is done in one line.

use crate::bilingual;
use crate::result::label::capitalised;
use crate::result::progress::checks::{Check, CheckState, Item, StageChecks};
use crate::result::progress::runs::listed;
use crate::terminal::page::Page;
use crate::terminal::status::Layout;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// Writes the check list of every stage.
pub(super) fn write(page: &mut Page, layout: Layout<'_>) {
    for StageChecks { stage, items } in &layout.progress.stages {
        page.heading(&capitalised(stage.label(layout.language)));
        let mut lines = Vec::new();
        for state in [CheckState::Done, CheckState::NotNeeded] {
            let names: Vec<&str> =
                items.iter().filter(|item| item.state == state).map(|item| item.item.label(layout.language)).collect();
            if !names.is_empty() {
                lines.push((state.label(layout.language).to_owned(), names.join(", ")));
            }
        }
        let open = items.iter().filter(|item| item.state == CheckState::Open);
        lines.extend(open.map(|item| (item.state.label(layout.language).to_owned(), open_item(item, layout.language))));
        layout.pairs(page, &lines);
    }
}

/// Writes what keeps an item open, and the command that does it.
pub(in crate::terminal) fn open_item(check: &Check, language: Language) -> String {
    let say = |text: Bilingual| text.get(language).to_owned();
    let names: Vec<String> = check.names.iter().map(|name| on_one_line(name)).collect();
    let names = names.join(", ");
    let what: Vec<String> = [listed(&check.rows), names].into_iter().filter(|part| !part.is_empty()).collect();
    let what = what.join(", ");
    let aspects = if check.item == Item::Findings { say(bilingual!("aspek ", "aspect ")) } else { String::new() };
    let label = check.item.label(language);
    let waits = check.item == Item::Recommendations && what.is_empty();
    let what = if waits { say(bilingual!("menunggu semua level", "awaiting all levels")) } else { what };
    let head = if what.is_empty() { label.to_owned() } else { format!("{label}: {aspects}{what}") };
    let how = match &check.command {
        Some(command) => format!("`{}`", command.get(language)),
        None => say(bilingual!("isi di spbe.toml", "write it in spbe.toml")),
    };
    format!("{head} · {how}")
}
