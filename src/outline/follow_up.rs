//! What each unit is to do, on a page of its own that its head signs: only where it is asked for.

use crate::bilingual;
use crate::outline::ReportWriter;
use crate::outline::words::NONE;
use crate::paper::document::block::{Block, SignatureLine};
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::follow_up::{Action, UnitActions, by_unit};
use crate::result::label::INDICATOR;
use crate::result::signing::{DOTS, place_and_open_day};
use crate::text::date;

/// Writes a page for each unit; without an open recommendation there is no such section.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for unit in &by_unit(writer.report) {
        if blocks.is_empty() {
            blocks.push(writer.annex(&bilingual!("Tindak Lanjut Tiap Unit", "Follow-up by unit")));
        } else {
            blocks.push(Block::PageBreak);
        }
        blocks.extend(page(writer, unit));
    }
    blocks
}

/// Writes what one unit is to do; what no unit is to do yet is signed by nobody.
fn page(writer: &ReportWriter<'_>, one: &UnitActions<'_>) -> Vec<Block> {
    let table = Block::Table(table(writer, &one.actions));
    let Some(unit) = one.unit else {
        return vec![writer.part(&bilingual!("Tindakan yang belum mempunyai unit", "Actions without a unit")), table];
    };
    let signatory = SignatureLine {
        office: writer.say(&bilingual!("Menyanggupi,\nKepala/Pimpinan {unit}", "Undertaken by\nthe head of {unit}")),
        name: String::new(),
        number: format!("NIP {DOTS}"),
    };
    let place = place_and_open_day(writer.report);
    vec![
        writer.part(&bilingual!("Tindakan {unit}", "Actions of {unit}")),
        table,
        Block::Signatures { place, signatories: vec![signatory], copies: String::new() },
    ]
}

/// Lists the actions, each with the evidence that shows it and the day until which it is due.
fn table(writer: &ReportWriter<'_>, actions: &[Action<'_>]) -> Table {
    let numbers = writer.numbers();
    let mut table = Table::new("")
        .narrow("No.")
        .wide(INDICATOR.get(writer.language), 4)
        .wide(writer.say(&bilingual!("Yang perlu dilakukan", "What to do")), 5)
        .wide(writer.say(&bilingual!("Data dukung yang diserahkan", "Evidence to hand in")), 5)
        .narrow(writer.say(&bilingual!("Tenggat", "Due")));
    for action in actions {
        let due = action.advice.due.as_ref().map(|due| date::in_words(due.value, writer.language));
        table.row(vec![
            action.advice.row.value.to_string().into(),
            indicator(writer, action).into(),
            action.advice.action.value.as_str().into(),
            action.evidence(numbers, writer.language).join("\n").into(),
            due.unwrap_or_else(|| NONE.to_owned()).into(),
        ]);
    }
    table
}

/// Names the indicator, below it the level that it has and the one that it is to reach.
fn indicator(writer: &ReportWriter<'_>, action: &Action<'_>) -> Text {
    let name = action.line.map(|line| format!("{}\n", line.short_name(writer.language))).unwrap_or_default();
    Text::from(name).quiet(action.levels(writer.numbers()))
}

#[cfg(test)]
mod tests {
    use crate::model::workspace::Workspace;
    use crate::outline::document;
    use crate::outline::section::Section;
    use crate::paper::document::block::Block;
    use crate::paper::document::look::Look;
    use crate::paper::document::words;
    use crate::result::testing::{pemalang, recommend, report};
    use crate::text::language::Language;

    fn section(workspace: &Workspace) -> (usize, String) {
        let document = document(&report(workspace), &[Section::FollowUp], Look::default(), Language::Indonesian);
        let breaks = document.blocks.iter().filter(|block| matches!(block, Block::PageBreak)).count();
        (breaks, words(&document))
    }

    #[test]
    fn each_unit_has_a_page_that_it_signs() {
        let mut workspace = pemalang();
        recommend(
            &mut workspace,
            "3,3,Tetapkan rencana induk,Dinas Kominfo,2019-06-30,,,open\n33,3,Lengkapi JDIH,,,,,open\n\
             5,3,Siapa,,,,,open\n",
        );
        let (breaks, text) = section(&workspace);
        assert_eq!(breaks, 2, "three pages: {text}");
        assert!(text.contains("Tindakan Bagian Hukum") && text.contains("Kepala/Pimpinan Dinas Kominfo"), "{text}");
        assert!(text.contains("30 Juni 2019") && text.contains("Tindakan yang belum mempunyai unit"), "{text}");
    }

    #[test]
    fn without_an_open_recommendation_there_is_no_such_section() {
        assert_eq!(section(&pemalang()), (0, String::new()));
        assert!(Section::usual().all(|section| section != Section::FollowUp), "nor where nobody asked for it");
    }
}
