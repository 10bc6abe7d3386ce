//! A letter to one unit that names the evidence still wanted of it, and a text to paste into a chat.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::bilingual;
use crate::form::envelope;
use crate::form::lacking::{criteria, listed, state, wants};
use crate::form::message::Messenger;
use crate::form::writer::FormWriter;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::label::INDICATOR;
use crate::result::label::joined;
use crate::result::owners::Owner;
use crate::result::report::Line;
use crate::result::signing::{DOTS, place_and_day};
use crate::result::wanted::{Need, Want, needs};
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;

/// A letter to one unit.
pub(crate) struct Letter<'a> {
    writer: &'a FormWriter<'a>,
    /// The unit.
    pub(crate) unit: &'a str,
    wanting: Vec<Need<'a>>,
    complete: Vec<String>,
}

impl<'a> Letter<'a> {
    /// Finds what is wanted of a unit.
    pub(crate) fn to(writer: &'a FormWriter<'a>, owner: &Owner<'a>) -> Self {
        let (wanting, complete): (Vec<Need<'_>>, Vec<Need<'_>>) =
            needs(writer.report, owner).into_iter().partition(|need| need.wanted != Want::Nothing);
        let complete = complete.iter().map(|need| need.line.row.to_string()).collect();
        Self { writer, unit: owner.name, wanting, complete }
    }

    /// Tells whether anything is wanted.
    pub(crate) fn is_wanting(&self) -> bool {
        !self.wanting.is_empty()
    }

    /// Names the rows that want evidence.
    pub(crate) fn rows(&self) -> String {
        let rows: Vec<String> = self.wanting.iter().map(|need| need.line.row.to_string()).collect();
        joined(&rows, self.writer.words.language)
    }

    /// Says when the first evidence is due.
    pub(crate) fn first_due(&self) -> String {
        let days: BTreeSet<Option<Date>> = self.wanting.iter().map(|need| need.due).collect();
        let first = self.day(days.iter().copied().flatten().min());
        if days.len() > 1 { self.writer.say(&bilingual!("mulai {first}", "from {first}")) } else { first }
    }

    /// Returns the day on which all is due; nothing where rows have different days.
    fn only_due(&self) -> Option<String> {
        let days: BTreeSet<Option<Date>> = self.wanting.iter().map(|need| need.due).collect();
        (days.len() == 1).then(|| self.first_due())
    }

    /// Writes a day, or a dotted line where none is set.
    fn day(&self, day: Option<Date>) -> String {
        day.map_or_else(|| DOTS.to_owned(), |day| in_words(day, self.writer.language))
    }

    /// Writes the letter.
    pub(crate) fn blocks(&self) -> Vec<Block> {
        let (writer, unit) = (self.writer, self.unit);
        let (subject, year) = (writer.words.subject(), writer.report.year);
        let about = bilingual!(
            "Permintaan data dukung evaluasi {subject} Tahun {year}",
            "Evidence for the {year} evaluation of {subject}"
        );
        let mut blocks = envelope::head(writer, unit, &place_and_day(writer.report), &about);
        if self.wanting.is_empty() {
            blocks.push(writer.paragraph(&bilingual!(
                "Data dukung untuk semua indikator {unit} telah kami terima. Tidak ada data dukung yang masih kami \
                 perlukan saat ini.",
                "We have received evidence for all indicators of {unit}. None is wanted at present."
            )));
            blocks.extend(envelope::close(writer));
            return blocks;
        }
        blocks.extend(self.body());
        blocks.extend(envelope::close(writer));
        blocks
    }

    /// Says what is wanted, of what kind it must be, who receives it and by when.
    fn body(&self) -> Vec<Block> {
        let writer = self.writer;
        let (agency, year, basis) = (&writer.report.agency.name, writer.report.year, writer.basis());
        let (subject, team) = (writer.words.whole_subject(), writer.words.team());
        let mut blocks = vec![writer.paragraph(&bilingual!(
            "Berdasarkan {basis}, {team} sedang melaksanakan penilaian mandiri {subject} pada {agency} Tahun {year}. Untuk \
             indikator unit Saudara, data dukung berikut masih kami perlukan.",
            "Under {basis}, the {team} is carrying out the {year} self-assessment of {subject} at {agency}. For the \
             indicators that your unit answers for, the following evidence is still wanted."
        ))];
        blocks.push(self.table());
        let already = self.already();
        let receiver = writer.receiver();
        let Bilingual { id, en } = match self.only_due() {
            Some(due) => bilingual!("tanggal {due}", "by {due}"),
            None => Bilingual::fixed("pada tanggal dalam tabel", "by the dates in the table"),
        };
        let please = bilingual!(
            "Kami mohon Saudara menyampaikan data dukung dimaksud kepada {receiver} paling lambat {id}, dengan ketentuan:",
            "We ask you to hand this evidence to {receiver} {en}. Please note:"
        );
        blocks.push(writer.paragraph(&already.and(please)));
        blocks.push(Block::Numbered(conditions().iter().map(|text| writer.say(text).into()).collect()));
        blocks
    }

    /// Lists the rows that want evidence, each with what is here already and the day that the rest is due.
    fn table(&self) -> Block {
        let writer = self.writer;
        let mut table = Table::new("")
            .number(writer.say(&Bilingual::fixed("No.", "No.")))
            .wide(INDICATOR.get(writer.language), 7)
            .wide(writer.say(&Bilingual::fixed("Data dukung yang diminta", "Evidence to hand in")), 10)
            .wide(writer.say(&Bilingual::fixed("Sudah diterima", "Received already")), 8)
            .narrow(writer.say(&Bilingual::fixed("Tenggat", "Due")));
        for need in &self.wanting {
            let name = need.line.name(writer.language);
            table.row(vec![
                need.line.row.to_string().into(),
                Text::from(name).quiet(format!("\n{}", state(writer, need))).into(),
                wants(writer, need).join("\n").into(),
                self.received(need).into(),
                self.day(need.due).into(),
            ]);
            if let Some(text) = criteria(writer, need) {
                table.detail(text);
            }
        }
        Block::Table(table)
    }

    /// Names the documents of a row that are here already.
    fn received(&self, need: &Need<'_>) -> String {
        if need.documents.is_empty() {
            return self.writer.say(&Bilingual::fixed("belum ada", "none yet"));
        }
        listed(self.writer, need.documents.iter())
    }

    /// Says for which rows nothing more is wanted, so that nobody sends it twice.
    fn already(&self) -> Bilingual {
        if self.complete.is_empty() {
            return Bilingual::fixed("", "");
        }
        let rows = joined(&self.complete, self.writer.words.language);
        bilingual!(
            "Untuk indikator {rows}, data dukung sudah kami terima dan tidak perlu dikirim ulang. ",
            "For indicator {rows}, the evidence is here and need not be sent again. "
        )
    }

    /// Writes the text for a chat: short, for the letter says the rest.
    pub(crate) fn message(&self) -> String {
        let lines: Vec<&Line<'_>> = self.wanting.iter().map(|need| need.line).collect();
        let due = self.wanting.iter().filter_map(|need| need.due).min();
        let messenger = Messenger { report: self.writer.report, language: self.writer.language };
        messenger.with_letter(self.unit, &lines, due).text
    }
}

/// What makes a document good evidence, from what is refused most often.
fn conditions() -> [Bilingual; 4] {
    [
        Bilingual::fixed(
            "dokumen bernomor dan bertanggal, rancangan ditandai “rancangan”; sebutkan pasal atau halamannya;",
            "a document shows number and date, a draft is marked “draft”; name the article or page that matters;",
        ),
        Bilingual::fixed(
            "berkas berbentuk PDF yang teksnya dapat dicari, dengan nama yang menyebut isinya;",
            "a file is a PDF whose text can be searched, with a name that says what it holds;",
        ),
        Bilingual::fixed(
            "tangkapan layar memperlihatkan alamat, tanggal, dan data yang nyata;",
            "a picture of a screen shows address, date and real data;",
        ),
        Bilingual::fixed(
            "bila data dukung memang belum ada, mohon dinyatakan demikian agar dinilai apa adanya.",
            "where there is no such evidence, please say so, and the indicator is assessed as it stands.",
        ),
    ]
}
