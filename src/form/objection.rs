//! *Sanggahan*: the agency's answer to the assessors, row by row: their reason, our reply, and the documents for it.

use crate::bilingual;
use crate::form::envelope::{self, Head};
use crate::form::writer::FormWriter;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::objection::{Disputed, disputed};
use crate::result::signing::{DOTS, place_and_open_day};
use crate::result::submission::Document;
use crate::text::bilingual::Bilingual;
use crate::text::visible::on_one_line;

/// Writes the letter; day and number are filled in by hand.
pub(crate) fn blocks(writer: &FormWriter<'_>) -> Vec<Block> {
    let rows = disputed(writer.report);
    let (subject, year, agency) = (writer.words.subject(), writer.report.year, &writer.report.agency.name);
    let count = rows.len();
    let mut blocks = head(writer);
    let indicators = if count == 1 { "indicator" } else { "indicators" };
    blocks.push(writer.paragraph(&bilingual!(
        "Sehubungan dengan hasil evaluasi {subject} Tahun {year}, {agency} menyampaikan tanggapan atas {count} indikator \
         yang dinilai lebih rendah daripada penilaian mandiri, disertai data dukungnya. Mohon kiranya dapat ditinjau kembali.",
        "On the result of the {year} evaluation of {subject}, {agency} replies on {count} {indicators} that were given a lower \
         level than in its self-assessment, with the evidence. We ask you to look at them again."
    )));
    blocks.push(Block::Table(table(writer, &rows)));
    blocks.extend(envelope::close(writer));
    blocks
}

/// Writes what stands above the text.
fn head(writer: &FormWriter<'_>) -> Vec<Block> {
    let (subject, year) = (writer.words.subject(), writer.report.year);
    let about = bilingual!(
        "Tanggapan atas hasil evaluasi {subject} Tahun {year}",
        "Reply to the result of the {year} evaluation of {subject}"
    );
    let to = bilingual!("Yth. Tim Asesor Eksternal {subject}\ndi tempat", "To the external assessors of {subject}");
    let head = Head {
        day: &place_and_open_day(writer.report),
        classified: &Bilingual::fixed("Biasa", "Ordinary"),
        attached: &Bilingual::fixed("1 (satu) berkas", "1 (one) file"),
        about: &about,
        to: &to,
    };
    envelope::addressed(writer, head)
}

/// Lists the rows: both levels, the assessors' reason, the reply, and the documents.
fn table(writer: &FormWriter<'_>, rows: &[Disputed<'_>]) -> Table {
    let mut table = Table::new("")
        .number("No.")
        .wide(writer.say(&Bilingual::fixed("Indikator dan level", "Indicator and level")), 4)
        .wide(writer.say(&Bilingual::fixed("Alasan asesor", "The assessors' reason")), 4)
        .wide(writer.say(&Bilingual::fixed("Tanggapan dan data dukung", "Reply and evidence")), 6);
    for row in rows {
        let note = if row.note.is_empty() { DOTS.to_owned() } else { row.note.to_owned() };
        table.row(vec![
            row.submitted.line.row.to_string().into(),
            levels(writer, row).into(),
            note.into(),
            reply(writer, row).into(),
        ]);
    }
    table
}

/// Names the row, with the level that is claimed and the one that was given.
fn levels(writer: &FormWriter<'_>, row: &Disputed<'_>) -> Text {
    let (claimed, given) = (writer.numbers.level(row.claimed), writer.numbers.level(row.given));
    let name = row.submitted.line.name(writer.language);
    Text::default().strong(on_one_line(&name)).plain(
        writer.say(&bilingual!("\nkami: {claimed}; asesor: {given}", "\nours: {claimed}; the assessors': {given}")),
    )
}

/// Repeats the answer, and names the documents as they were handed in.
fn reply(writer: &FormWriter<'_>, row: &Disputed<'_>) -> Text {
    let named = |document: &Document<'_>| {
        let title = on_one_line(&document.evidence.title);
        document.handed_in().map_or_else(|| title.clone(), |file| format!("{title} ({file})"))
    };
    let documents: Vec<String> = row.submitted.documents.iter().map(named).collect();
    let answer = row.submitted.answer.map_or_else(|| DOTS.to_owned(), |answer| answer.trim().to_owned());
    let evidence = if documents.is_empty() { DOTS.to_owned() } else { documents.join("; ") };
    Text::default().plain(answer).strong(writer.say(&bilingual!("\nData dukung: ", "\nEvidence: "))).plain(evidence)
}

#[cfg(test)]
mod tests {
    use crate::form::Kind;
    use crate::form::testing::dump;
    use crate::result::testing::{assessed, settled, support};
    use crate::text::language::Language;

    #[test]
    fn a_lower_level_is_answered_with_reason_reply_and_file() {
        let mut workspace = settled();
        support(&mut workspace, "sk,document,SK Tim,2018-01-02,,evidence/sk.pdf,02\n", "1,sk,1\n");
        assessed(&mut workspace, "1,document,0,Mana SOP-nya?\n");
        let text = dump(&workspace, Kind::Objection, Language::Indonesian);
        assert!(text.contains("tanggapan atas 1 indikator"), "{text}");
        assert!(text.contains("kami: 1; asesor: 0|Mana SOP-nya?|"), "{text}");
        assert!(text.contains("SK Tim (Indikator1b-SK-Tim.pdf)"), "{text}");
        for head in ["Nomor", "Sifat", "Lampiran", "Hal", "Yth. Tim Asesor Eksternal SPBE", "Tembusan"] {
            assert!(text.contains(head), "{head}: {text}");
        }
    }
}
