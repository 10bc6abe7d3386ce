//! The columns of a work sheet, and the names of its sheets: what is written out is found again by them.

use crate::text::bilingual::Bilingual;

/// What the sheet is called that says how to fill the others in.
pub(in crate::workbook) static GUIDE_SHEET: Bilingual = Bilingual::fixed("Petunjuk", "Guide");
/// What the sheet is called that is filled in.
pub(in crate::workbook) static ENTRY_SHEET: Bilingual = Bilingual::fixed("Isian", "Entries");
/// What the sheet is called that numbers the documents.
pub(in crate::workbook) static DOCUMENT_SHEET: Bilingual = Bilingual::fixed("Data dukung", "Evidence");
/// What the sheet is called on which levels are agreed and answers written.
pub(in crate::workbook) static ANSWER_SHEET: Bilingual = Bilingual::fixed("Jawaban", "Answers");
/// What the sheet is called on which an officer approves answers.
pub(in crate::workbook) static APPROVAL_SHEET: Bilingual = Bilingual::fixed("Persetujuan", "Approval");
/// What the hidden sheet is called that keeps what was handed out.
pub(in crate::workbook) const MEMORY_SHEET: &str = "spbe";

/// A column of the sheet that is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::workbook) enum EntryColumn {
    /// The number of the row: `12`, `35-1`.
    Indicator,
    /// Its name.
    Name,
    /// What each level asks.
    Criteria,
    /// The level.
    Level,
    /// The name of the level.
    LevelName,
    /// The level of last cycle.
    Previous,
    /// How it was assessed.
    Method,
    /// The documents that it rests on.
    Evidence,
    /// Facts, analysis, justification.
    Explanation,
    /// The unit that owns the indicator.
    Unit,
    /// Until when it is due.
    Due,
    /// What an officer wants mended, of a row that was returned.
    Officer,
    /// What is to be mended, on a sheet that goes back.
    Mend,
}

impl EntryColumn {
    /// Every column with its heading and its width in characters: together they fit a screen of 1366 pixels.
    pub(in crate::workbook) const ALL: [(Self, Bilingual, f64); 13] = [
        (Self::Indicator, Bilingual::fixed("Indikator", "Indicator"), 10.0),
        (Self::Name, Bilingual::fixed("Nama", "Name"), 20.0),
        (Self::Criteria, Bilingual::fixed("Kriteria", "Criteria"), 40.0),
        (Self::Level, Bilingual::fixed("Level", "Level"), 7.0),
        (Self::LevelName, Bilingual::fixed("Nama level", "Level name"), 14.0),
        (Self::Previous, Bilingual::fixed("Tahun lalu", "Last year"), 7.0),
        (Self::Method, Bilingual::fixed("Metode", "Method"), 12.0),
        (Self::Evidence, Bilingual::fixed("Data dukung", "Evidence"), 14.0),
        (Self::Explanation, Bilingual::fixed("Penjelasan", "Explanation"), 36.0),
        (Self::Unit, Bilingual::fixed("Unit", "Unit"), 12.0),
        (Self::Due, Bilingual::fixed("Batas waktu", "Due"), 11.0),
        (Self::Officer, Bilingual::fixed("Dikembalikan", "Returned"), 30.0),
        (Self::Mend, Bilingual::fixed("Perlu diperbaiki", "To be mended"), 40.0),
    ];
}

/// A column of the sheet on which an officer approves answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::workbook) enum ApprovalColumn {
    /// The number of the row.
    Indicator,
    /// Its name.
    Name,
    /// The level that counts.
    Level,
    /// The agency's answer.
    Answer,
    /// The documents.
    Documents,
    /// How it stands so far.
    State,
    /// The verdict.
    Verdict,
    /// The note.
    Note,
}

impl ApprovalColumn {
    /// Every column with its heading and its width in characters.
    pub(in crate::workbook) const ALL: [(Self, Bilingual, f64); 8] = [
        (Self::Indicator, Bilingual::fixed("Indikator", "Indicator"), 10.0),
        (Self::Name, Bilingual::fixed("Nama", "Name"), 24.0),
        (Self::Level, Bilingual::fixed("Level", "Level"), 7.0),
        (Self::Answer, Bilingual::fixed("Jawaban", "Answer"), 52.0),
        (Self::Documents, Bilingual::fixed("Data dukung", "Evidence"), 30.0),
        (Self::State, Bilingual::fixed("Keadaan", "State"), 18.0),
        (Self::Verdict, Bilingual::fixed("Putusan", "Verdict"), 14.0),
        (Self::Note, Bilingual::fixed("Catatan", "Note"), 30.0),
    ];

    /// Returns the place of the column on the sheet.
    pub(in crate::workbook) fn place(self) -> u16 {
        let at = Self::ALL.iter().position(|(column, ..)| *column == self);
        at.and_then(|at| u16::try_from(at).ok()).unwrap_or_default()
    }
}
