//! The names of things in forms: what is evaluated, the team, its roles, the place of signing.

use crate::model::instrument::Instrument;
use crate::model::role::Role;
use crate::model::team::Member;
use crate::result::signing;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// The tasks of the coordinator, who signs and sends the result.
static COORDINATOR: [Bilingual; 3] = [
    Bilingual::fixed(
        "mengoordinasikan pelaksanaan evaluasi dan menjamin mutunya;",
        "coordinates the evaluation and assures its quality;",
    ),
    Bilingual::fixed(
        "menandatangani berita acara penilaian mandiri dan pernyataan persetujuan publikasi;",
        "signs the minutes of the self-assessment and the consent to publication;",
    ),
    Bilingual::fixed("menyampaikan hasil evaluasi kepada kementerian.", "sends the result to the ministry."),
];
/// The tasks of the responsible officer, who leads the assessment and approves its answers.
static RESPONSIBLE: [Bilingual; 3] = [
    Bilingual::fixed("memimpin pelaksanaan penilaian mandiri;", "leads the self-assessment;"),
    Bilingual::fixed(
        "memeriksa kelengkapan jawaban dan data dukung, memverifikasi, serta memvalidasinya;",
        "checks answers and evidence for completeness, verifies and validates them;",
    ),
    Bilingual::fixed("menyetujui jawaban setiap indikator.", "approves the answer of every indicator."),
];
/// The tasks of the data-entry officer, who receives the evidence and enters it.
static DATA_ENTRY: [Bilingual; 2] = [
    Bilingual::fixed(
        "memasukkan level, penjelasan, dan data dukung setiap indikator;",
        "enters level, explanation and evidence of every indicator;",
    ),
    Bilingual::fixed(
        "menerima data dukung dari unit dan memastikan berkasnya dapat dibuka.",
        "receives the evidence of the units and makes sure that its files open.",
    ),
];
/// The tasks of a member, who assesses the indicators.
static MEMBER: [Bilingual; 3] = [
    Bilingual::fixed(
        "menyiapkan data dukung bersama unit pemilik indikator;",
        "prepares the evidence together with the units that own the indicators;",
    ),
    Bilingual::fixed(
        "menilai indikator menurut kriteria dan menyusun penjelasannya;",
        "assesses indicators by their criteria and writes the explanation;",
    ),
    Bilingual::fixed("mengikuti wawancara dan observasi lapangan.", "joins the interviews and the field observation."),
];

/// Names things in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    /// The instrument, which says what is evaluated and what its evaluators are called.
    pub(crate) instrument: &'a Instrument,
    /// The language.
    pub(crate) language: Language,
}

impl<'a> Words<'a> {
    /// Names in short what is evaluated.
    pub(crate) fn subject(&self) -> &'a str {
        self.instrument.subject.get(self.language)
    }

    /// Names in full what is evaluated.
    pub(crate) fn whole_subject(&self) -> &'a str {
        match (self.instrument.is_of_spbe(), self.language) {
            (true, Language::Indonesian) => "Sistem Pemerintahan Berbasis Elektronik (SPBE)",
            (true, Language::English) => "electronic government (SPBE)",
            (false, _) => self.subject(),
        }
    }

    /// Names the team: evaluators by one instrument, assessors by another.
    pub(crate) fn team(&self) -> String {
        signing::team_name(self.instrument, self.language)
    }

    /// Names somebody who evaluates.
    pub(crate) fn evaluator(&self) -> String {
        self.instrument.evaluator.get(self.language).to_owned()
    }

    /// Names a role as the instrument does.
    pub(crate) fn role(&self, role: Role) -> String {
        signing::role_name(self.instrument, role, self.language)
    }

    /// Names the office in which a role signs.
    pub(crate) fn office(&self, role: Role) -> String {
        signing::office(self.instrument, role, self.language)
    }

    /// Names the functions that a member comes from.
    pub(crate) fn functions(&self, member: &Member) -> String {
        let name = |id: &str| {
            let known = self.instrument.functions.iter().find(|function| function.id == id);
            known.map_or_else(|| id.to_owned(), |function| function.name.get(self.language).to_owned())
        };
        let names: Vec<String> = member.functions.iter().map(|function| name(&function.value)).collect();
        names.join(", ")
    }

    /// Says what SPBE is; of another subject no wording is known.
    pub(crate) fn definition(&self) -> Option<Bilingual> {
        self.instrument.is_of_spbe().then_some(Bilingual::fixed(
            "SPBE adalah penyelenggaraan pemerintahan yang memanfaatkan teknologi informasi dan komunikasi untuk \
             memberikan layanan kepada penggunanya.",
            "SPBE is government activity that uses information and communication technology to serve its users.",
        ))
    }

    /// Returns what a role does in the team.
    pub(crate) fn tasks(&self, role: Role) -> &'static [Bilingual] {
        match role {
            Role::Coordinator => &COORDINATOR,
            Role::Responsible => &RESPONSIBLE,
            Role::DataEntry => &DATA_ENTRY,
            Role::Member => &MEMBER,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::model::instrument::Instrument;
    use crate::model::role::Role;
    use crate::result::testing::instrument_of;
    use crate::text::bilingual::Bilingual;
    use crate::text::language::Language;

    #[test]
    fn the_team_is_named_by_its_instrument() {
        let (older, newer) = (instrument_of("spbe-2018"), instrument_of("spbe-2020"));
        let language = Language::Indonesian;
        assert_eq!(Words { instrument: &older, language }.team(), "Tim Evaluator Internal SPBE");
        let own = Instrument { subject: Bilingual::same("Ketahanan Pangan"), ..older.clone() };
        let words = Words { instrument: &own, language };
        assert_eq!((words.whole_subject(), words.definition()), ("Ketahanan Pangan", None), "whatever its id");
        let words = Words { instrument: &newer, language };
        assert_eq!(words.team(), "Tim Asesor Internal SPBE");
        assert_eq!(words.office(Role::Responsible), "Penanggung jawab Tim Asesor Internal SPBE");
    }
}
