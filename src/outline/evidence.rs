//! The documents that the levels rest on, with the digests by which anyone can check them.

use crate::bilingual;
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::row::RowId;
use crate::outline::ReportWriter;
use crate::outline::words::NONE;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::label::INDICATORS;
use crate::text::date;
use crate::text::word::Vocabulary;

/// Writes the evidence index; without a document there is no such section.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let evidence = &writer.report.workspace.evidence;
    if evidence.is_empty() {
        return Vec::new();
    }
    let count = evidence.len();
    let text = bilingual!(
        "Daftar ini memuat {count} data dukung. Kode di bawah judul (SHA-256) adalah sidik digital berkas: dengannya siapa \
         pun dapat membuktikan bahwa berkas itu tidak berubah.",
        "This list has {count} pieces of evidence. The code below a title (SHA-256) is the fingerprint of its file, by \
         which anyone can prove that the file has not changed."
    );
    let title = bilingual!("Daftar Data Dukung", "List of evidence");
    vec![writer.annex(&title), writer.paragraph(&text), Block::Table(table(writer, evidence))]
}

/// Lists the documents, numbered, each with the rows that it supports.
fn table(writer: &ReportWriter<'_>, evidence: &[Evidence]) -> Table {
    let mut table = Table::new(writer.say(&bilingual!("Data dukung", "Evidence")))
        .number("No.")
        .wide(writer.say(&bilingual!("Judul dan SHA-256", "Title and SHA-256")), 7)
        .wide(writer.say(&bilingual!("Jenis", "Kind")), 3)
        .wide(writer.say(&bilingual!("Tanggal dan unit", "Date and unit")), 4)
        .wide(INDICATORS.get(writer.language), 2);
    for (number, one) in evidence.iter().enumerate() {
        let date = one.date.as_ref().map(|date| date::in_words(date.value, writer.language));
        let origin: Vec<String> = [date, one.unit.clone()].into_iter().flatten().collect();
        table.row(vec![
            (number + 1).to_string().into(),
            title(one).into(),
            one.kind.label(writer.language).into(),
            if origin.is_empty() { NONE.to_owned() } else { origin.join("\n") }.into(),
            rows(writer, one).into(),
        ]);
    }
    table.folded()
}

/// Writes the title, below it the address of a link and the digest of the file where one is on record.
fn title(one: &Evidence) -> Text {
    let mut text = Text::default().plain(&one.title);
    if let (EvidenceKind::Link, Some(address)) = (one.kind, &one.file) {
        text = text.plain("\n").address(&address.value);
    }
    match &one.sha256 {
        Some(digest) => text.plain("\n").code(&digest.value),
        None => text,
    }
}

/// Lists the rows that a document supports, by links and by citations.
fn rows(writer: &ReportWriter<'_>, one: &Evidence) -> String {
    let mut rows: Vec<RowId> =
        writer.report.support.rows_of(one.id.value.as_str()).into_iter().map(|(row, _)| row).collect();
    rows.dedup();
    if rows.is_empty() {
        return NONE.to_owned();
    }
    rows.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
