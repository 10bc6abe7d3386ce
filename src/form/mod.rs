//! The forms of an evaluation as documents: what a team hands out, sends, fills in and signs. One file per kind.
//!
//! A form quotes what the workspace knows and leaves a dotted line for what only the person with the pen knows: the
//! day, the number of a letter, who was met. So a form is the same whenever it is made, but for the reminder and the memo,
//! which say how far things are on a day.

mod attendance;
mod briefing;
mod consent;
mod criteria;
mod decree;
mod envelope;
mod follow_up;
pub(crate) mod handout;
mod interview;
mod lacking;
mod letter;
mod levels;
mod memo;
pub(crate) mod message;
mod minutes;
mod objection;
mod observation;
pub(crate) mod reminder;
mod request;
#[cfg(test)]
mod testing;
mod words;
mod writer;

use jiff::civil::Date;

use crate::bilingual;
use crate::form::writer::FormWriter;
use crate::paper::document::Document;
use crate::paper::document::block::Block;
use crate::paper::document::look::Look;
use crate::result::report::Report;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::{Vocabulary, Word};

/// The kinds of form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What a member is told when the evaluation begins.
    Briefing,
    /// Who came to the briefing.
    Attendance,
    /// A letter to a unit: the evidence still wanted.
    Request,
    /// A letter to a unit that reminds it of what it owes.
    Reminder,
    /// *Nota dinas* to the coordinator: how far the evaluation is, and what is to be decided.
    Memo,
    /// *Nota tindak lanjut*: what a unit is to do after the evaluation, and until when.
    FollowUp,
    /// *Tanggapan*: the agency's answer to the assessors.
    Objection,
    /// The questions for a unit.
    Interview,
    /// The check list for a visit to a unit.
    Observation,
    /// *Berita Acara Penilaian Mandiri*: the result that is signed.
    Minutes,
    /// *Pernyataan Persetujuan Publikasi*: the consent to publish.
    Consent,
    /// The decree that sets the team up, with its annex.
    Decree,
}

impl Vocabulary for Kind {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Briefing, Word { code: "briefing", id: "sosialisasi", en: "briefing" }),
        (Self::Attendance, Word { code: "attendance", id: "daftar-hadir", en: "attendance" }),
        (Self::Request, Word { code: "request", id: "permintaan", en: "request" }),
        (Self::Reminder, Word { code: "reminder", id: "pengingat", en: "reminder" }),
        (Self::Memo, Word { code: "memo", id: "nota-dinas", en: "memo" }),
        (Self::FollowUp, Word { code: "follow-up", id: "tindak-lanjut", en: "follow-up" }),
        (Self::Objection, Word { code: "objection", id: "tanggapan", en: "objection" }),
        (Self::Interview, Word { code: "interview", id: "wawancara", en: "interview" }),
        (Self::Observation, Word { code: "observation", id: "observasi", en: "observation" }),
        (Self::Minutes, Word { code: "minutes", id: "berita-acara", en: "minutes" }),
        (Self::Consent, Word { code: "consent", id: "persetujuan", en: "consent" }),
        (Self::Decree, Word { code: "decree", id: "keputusan", en: "decree" }),
    ];
}

impl Kind {
    /// Tells whether there is one form per member.
    pub(crate) fn is_for_members(self) -> bool {
        self == Self::Briefing
    }

    /// Tells whether there is one form per unit.
    pub(crate) fn is_for_units(self) -> bool {
        matches!(self, Self::Request | Self::Reminder | Self::FollowUp | Self::Interview | Self::Observation)
    }

    /// Names the form, for the window that shows it and for its footer.
    fn title(self) -> Bilingual {
        match self {
            Self::Briefing => Bilingual::fixed("Lembar sosialisasi", "Briefing sheet"),
            Self::Attendance => Bilingual::fixed("Daftar hadir sosialisasi", "Attendance list of the briefing"),
            Self::Request => Bilingual::fixed("Permintaan data dukung", "Request for evidence"),
            Self::Reminder => Bilingual::fixed("Pengingat", "Reminder"),
            Self::Memo => Bilingual::fixed("Nota dinas", "Memo"),
            Self::FollowUp => Bilingual::fixed("Nota tindak lanjut", "Follow-up note"),
            Self::Objection => Bilingual::fixed("Tanggapan atas hasil evaluasi", "Reply to the evaluation"),
            Self::Interview => Bilingual::fixed("Pedoman wawancara", "Interview guide"),
            Self::Observation => Bilingual::fixed("Daftar periksa observasi lapangan", "Field observation check list"),
            Self::Minutes => Bilingual::fixed("Berita acara penilaian mandiri", "Minutes of the self-assessment"),
            Self::Consent => Bilingual::fixed("Pernyataan persetujuan publikasi", "Consent to publication"),
            Self::Decree => Bilingual::fixed("Keputusan tentang tim", "Decree on the team"),
        }
    }

    /// Writes the form; each heeds the options that it knows of.
    fn blocks(self, writer: &FormWriter<'_>, options: &Options<'_>) -> Vec<Block> {
        match self {
            Self::Briefing => briefing::blocks(writer, &options.members),
            Self::Attendance => attendance::blocks(writer),
            Self::Request => request::blocks(writer, &options.units),
            Self::Reminder => reminder::blocks(writer, &options.units, options.day, options.late),
            Self::Memo => memo::blocks(writer, options.day),
            Self::FollowUp => follow_up::blocks(writer, &options.units),
            Self::Objection => objection::blocks(writer),
            Self::Interview => interview::blocks(writer, &options.units),
            Self::Observation => observation::blocks(writer, &options.units),
            Self::Minutes => minutes::blocks(writer),
            Self::Consent => consent::blocks(writer),
            Self::Decree => decree::blocks(writer),
        }
    }
}

/// Whom a form is for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options<'a> {
    /// The ids of the members; none means all.
    pub(crate) members: Vec<&'a str>,
    /// The names of the units; none means all.
    pub(crate) units: Vec<&'a str>,
    /// The day by which a reminder or memo says how far things are; no other form knows of time.
    pub(crate) day: Date,
    /// Whether a reminder tells what is late alone.
    pub(crate) late: bool,
}

/// Makes a form.
pub(crate) fn document(
    kind: Kind,
    report: &Report<'_>,
    options: &Options<'_>,
    look: Look,
    language: Language,
) -> Document {
    let writer = FormWriter::new(report, language);
    let (about, subject, year) = (kind.title(), writer.words.subject(), report.year);
    let (id, en) = (&about.id, &about.en);
    let title = writer.say(&bilingual!("{id} {subject} {year}", "{en}, {subject} {year}"));
    Document {
        language,
        footer: format!("{title} · {}", report.agency.name),
        title,
        author: report.agency.name.clone(),
        look,
        blocks: kind.blocks(&writer, options),
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Options, document};
    use crate::form::testing::dump;
    use crate::paper::document::look::Look;
    use crate::result::testing::{pemalang, pemdi, report};
    use crate::text::language::Language;
    use crate::text::word::Vocabulary;

    #[test]
    fn a_kind_is_known_by_its_word_in_both_languages() {
        for (kind, word) in Kind::WORDS {
            assert_eq!(Kind::from_word(word.id), Some(*kind));
            assert_eq!(Kind::from_word(word.en), Some(*kind));
        }
    }

    #[test]
    fn every_form_names_agency_and_year_and_skips_no_heading() {
        for workspace in [pemalang(), pemdi()] {
            for (kind, _) in Kind::WORDS {
                for language in [Language::Indonesian, Language::English] {
                    let document = document(*kind, &report(&workspace), &Options::default(), Look::default(), language);
                    let year = workspace.manifest.as_ref().expect("a manifest").year.value.to_string();
                    assert!(document.title.contains(&year), "{kind:?}");
                    assert!(document.footer.contains(&document.author), "{kind:?}");
                    let mut last = 0;
                    for (_, level, text) in document.headings() {
                        assert!(level <= last + 1, "{kind:?}: {text}");
                        last = level;
                    }
                    // A reminder is letters alone, and a letter says what it is about in the lines at its head.
                    let letters = matches!(kind, Kind::Reminder | Kind::Objection) || workspace.team.units.is_empty();
                    assert!(last > 0 || letters, "{kind:?} has a heading");
                }
            }
        }
    }

    #[test]
    fn an_english_form_speaks_english_but_for_what_it_quotes() {
        let workspace = pemalang();
        for kind in [Kind::Attendance, Kind::Minutes, Kind::Consent, Kind::Decree] {
            let (id, en) = (dump(&workspace, kind, Language::Indonesian), dump(&workspace, kind, Language::English));
            assert_eq!(id.lines().count(), en.lines().count(), "{kind:?} is whole in both languages");
            for word in [" yang ", " dan ", " untuk ", "Jabatan"] {
                assert!(!en.contains(word), "{kind:?}{word}{en}");
            }
        }
    }

    #[test]
    fn an_instrument_without_levels_evidence_or_team_gives_whole_forms() {
        let workspace = pemdi();
        for (kind, _) in Kind::WORDS {
            let text = dump(&workspace, *kind, Language::Indonesian);
            assert!(text.contains("Pemerintah Digital"), "{kind:?}: {text}");
            assert!(!text.contains("SPBE"), "{kind:?} speaks of its own instrument");
        }
    }
}
