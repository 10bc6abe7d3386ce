//! What somebody from outside looks at first, who believes none of the levels: only where it is asked for.

use crate::bilingual;
use crate::model::evidence::Evidence;
use crate::outline::ReportWriter;
use crate::outline::words::NONE;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::label::{EVIDENCE, INDICATOR, LEVEL, capitalised};
use crate::result::risk::{Risk, risks, said};
use crate::text::date;

/// Writes the rows with their reasons; where there is none it says so.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let risks = risks(writer.report);
    let mut blocks = vec![writer.chapter(&bilingual!("Yang Perlu Diperiksa Lebih Dahulu", "What to look at first"))];
    blocks.extend(said(writer.report, &risks).iter().map(|text| writer.paragraph(text)));
    if !risks.is_empty() {
        blocks.push(Block::Table(table(writer, &risks)));
    }
    blocks
}

/// Lists the rows, each with its reasons and the documents that they are about.
fn table(writer: &ReportWriter<'_>, risks: &[Risk<'_>]) -> Table {
    let mut table = Table::new("")
        .narrow("No.")
        .wide(INDICATOR.get(writer.language), 4)
        .mark(LEVEL.get(writer.language))
        .wide(writer.say(&bilingual!("Alasan", "Reasons")), 4)
        .wide(EVIDENCE.get(writer.language), 6);
    for risk in risks {
        table.row(vec![
            risk.line.row.to_string().into(),
            risk.line.short_name(writer.language).into(),
            writer.numbers().level_or_open(risk.line.level).into(),
            reasons(writer, risk).into(),
            documents(writer, &risk.documents).into(),
        ]);
    }
    table.folded()
}

/// Writes the reasons, a line each.
fn reasons(writer: &ReportWriter<'_>, risk: &Risk<'_>) -> String {
    let told = risk.reasons.iter().map(|reason| capitalised(&reason.told(writer.report, writer.language)) + ".");
    told.collect::<Vec<_>>().join("\n")
}

/// Names documents with their days, a line each.
fn documents(writer: &ReportWriter<'_>, documents: &[&Evidence]) -> Text {
    if documents.is_empty() {
        return NONE.into();
    }
    documents.iter().enumerate().fold(Text::default(), |text, (at, document)| {
        let text = text.plain(if at == 0 { "" } else { "\n" }).plain(&document.title);
        match &document.date {
            Some(day) => text.quiet(format!(" ({})", date::in_words(day.value, writer.language))),
            None => text,
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::model::workspace::Workspace;
    use crate::outline::document;
    use crate::outline::section::Section;
    use crate::paper::document::look::Look;
    use crate::paper::document::words;
    use crate::result::testing::{denpasar, in_progress, report, settle};
    use crate::text::language::Language;

    fn section(workspace: &Workspace, language: Language) -> String {
        words(&document(&report(workspace), &[Section::Risk], Look::default(), language))
    }

    #[test]
    fn a_row_has_its_reasons_and_its_documents() {
        let text = section(&in_progress(), Language::Indonesian);
        for said in [
            "Hanya satu dokumen yang mendukung level ini.",
            "Perbup 12/2018 (2 Januari 2018)",
            "Para evaluator menilai",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(section(&in_progress(), Language::English).contains("Only one document supports this level."));
    }

    #[test]
    fn a_section_without_rows_says_so() {
        let text = section(&denpasar(), Language::Indonesian);
        assert!(text.contains("Belum ada data dukung yang didaftarkan: tidak satu level pun"), "{text}");
        let mut workspace = in_progress();
        workspace.scores.clear();
        settle(&mut workspace, &[0]);
        let text = section(&workspace, Language::Indonesian);
        assert!(text.contains("tidak ada yang menurut catatan ini perlu diperiksa lebih dahulu"), "{text}");
    }

    #[test]
    fn it_stands_in_no_report_that_did_not_ask_for_it() {
        assert!(Section::usual().all(|section| section != Section::Risk));
        assert!(Section::ALL.contains(&Section::Risk));
    }
}
