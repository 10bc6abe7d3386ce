//! What goes with a work sheet as plain text: the mail to its member, and a note in the folder of each indicator.

use std::collections::BTreeMap;

use crate::bilingual;
use crate::form::lacking::{criteria, reason, wants};
use crate::form::writer::FormWriter;
use crate::model::row::RowId;
use crate::model::team::Member;
use crate::model::workspace::Workspace;
use crate::result::owners::owners;
use crate::result::report::{Line, Report};
use crate::result::wanted::{Want, need};
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::language::Language;

/// Names who receives what members hand in: the data-entry officer, else the team.
pub(crate) fn contact(report: &Report<'_>, language: Language) -> String {
    FormWriter::new(report, language).receiver()
}

/// Names the unit that owns each row; of several, the first.
pub(crate) fn owners_of_rows(workspace: &Workspace) -> BTreeMap<RowId, String> {
    let mut named = BTreeMap::new();
    for owner in owners(workspace) {
        for row in owner.rows {
            named.entry(row).or_insert_with(|| owner.name.to_owned());
        }
    }
    named
}

/// Writes the note that lies in the folder of an indicator: which documents belong there.
pub(crate) fn note(report: &Report<'_>, line: &Line<'_>, language: Language) -> String {
    let writer = FormWriter::new(report, language);
    let need = need(report, line);
    let (row, name) = (line.row, line.name(language));
    let mut text = writer.say(&bilingual!(
        "Indikator {row}: {name}\n\nSimpan di folder ini dokumen pendukung untuk indikator {row} saja.\n",
        "Indicator {row}: {name}\n\nPut the documents for indicator {row} alone into this folder.\n"
    ));
    let mut section = |title: Bilingual, lines: Vec<String>| {
        if !lines.is_empty() {
            text += &format!("\n{}\n", writer.say(&title));
            lines.iter().for_each(|line| text += &format!("- {line}\n"));
        }
    };
    if need.wanted != Want::Nothing {
        let reason = reason(&writer, &need);
        section(bilingual!("Yang diperlukan ({reason}):", "What is wanted ({reason}):"), wants(&writer, &need));
        let criteria = criteria(&writer, &need).map(|text| text.lines().map(str::to_owned).collect());
        section(Bilingual::fixed("Ukurannya:", "What it is measured by:"), criteria.unwrap_or_default());
    }
    let here = need.documents.iter().map(|document| document.title.to_owned()).collect();
    section(
        Bilingual::fixed("Sudah kami terima, tidak perlu dikirim lagi:", "Received already, no need to send it again:"),
        here,
    );
    text
}

/// Writes the mail to send a work sheet with: what, until when, and to whom it goes back.
pub(crate) fn mail(report: &Report<'_>, member: &Member, rows: &[RowId], language: Language) -> String {
    let writer = FormWriter::new(report, language);
    let (name, count, year) = (&member.name, rows.len(), report.year);
    let (agency, subject) = (&report.agency.name, writer.words.subject());
    let (contact, team) = (contact(report, language), writer.words.team());
    let own = report.workspace.assignments.iter().filter(|task| task.member.value == member.id.value.as_str());
    let due = own.filter_map(|task| task.due).min().map_or_else(|| "…".to_owned(), |due| in_words(due, language));
    writer.say(&bilingual!(
        "Perihal: Lembar kerja penilaian {subject} Tahun {year}\n\n\
         Yth. {name},\n\n\
         Terlampir lembar kerja penilaian {subject} {agency} Tahun {year} untuk {count} indikator Bapak/Ibu, beserta folder \
         untuk tiap indikator. Mohon diisi paling lambat {due}: level, data dukung, dan penjelasan pada lembar Isian, \
         serta dokumen pendukung di folder indikatornya.\n\n\
         Mohon berkas dan foldernya dikembalikan kepada {contact}. Petunjuk singkat ada pada lembar pertama.\n\n\
         Terima kasih atas kerja sama Bapak/Ibu.\n\n\
         {team}\n",
        "Subject: Work sheet for the {year} assessment of {subject}\n\n\
         Dear {name},\n\n\
         Attached is the work sheet for the {year} assessment of {subject} at {agency}, with your {count} indicators and a \
         folder for each. Please fill it in by {due}: level, evidence and explanation on the sheet Entries, and the \
         documents in the folder of their indicator.\n\n\
         Please give the file and its folders back to {contact}. The first sheet says in short how it is done.\n\n\
         Thank you for your help.\n\n\
         {team}\n"
    ))
}

/// Writes the mail to send a sheet back with: what is to be mended, and to whom it goes then.
pub(crate) fn reply(report: &Report<'_>, member: &Member, wrong: &[String], language: Language) -> String {
    let writer = FormWriter::new(report, language);
    let (name, year, subject) = (&member.name, report.year, writer.words.subject());
    let (contact, team) = (contact(report, language), writer.words.team());
    let list: String = wrong.iter().map(|line| format!("- {line}\n")).collect();
    writer.say(&bilingual!(
        "Perihal: Lembar kerja {subject} Tahun {year} perlu diperbaiki\n\n\
         Yth. {name},\n\n\
         Terima kasih atas lembar kerja Bapak/Ibu. Beberapa sel belum dapat kami masukkan; pada lembar terlampir sel itu \
         berwarna merah:\n\n{list}\n\
         Mohon diperbaiki pada lembar terlampir dan dikembalikan kepada {contact}.\n\n\
         {team}\n",
        "Subject: Work sheet for the {year} assessment of {subject} to be mended\n\n\
         Dear {name},\n\n\
         Thank you for your work sheet. A few cells could not be taken in yet; they are red on the sheet attached:\n\n{list}\n\
         Please mend them on that sheet and give it back to {contact}.\n\n\
         {team}\n"
    ))
}
