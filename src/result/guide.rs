//! The year of an evaluation in ten steps: what each is about, the commands that do it, and how far it is here.

use crate::result::progress::Progress;
use crate::result::progress::checks::{Check, CheckState, Item};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// A command line in both languages, for values are named in it.
type Command = (&'static str, &'static str);

/// A step of the year.
#[derive(Debug)]
pub(crate) struct Step {
    /// What it is called.
    pub(crate) name: Bilingual,
    /// What happens in it, and who does it.
    pub(crate) about: Bilingual,
    /// The commands that do it, with values to be replaced.
    commands: &'static [Command],
    /// What tells how far it is.
    measure: Measure,
}

/// What tells how far a step is.
#[derive(Debug)]
enum Measure {
    /// Nothing is left of it once there is a workspace.
    Workspace,
    /// Items of the check lists.
    Items(&'static [Item]),
    /// Nothing in a workspace tells that it is over.
    Nothing,
}

/// Makes a step.
const fn step(
    name: (&'static str, &'static str),
    about: (&'static str, &'static str),
    commands: &'static [Command],
    measure: Measure,
) -> Step {
    Step { name: Bilingual::fixed(name.0, name.1), about: Bilingual::fixed(about.0, about.1), commands, measure }
}

/// The steps, in order.
pub(crate) static STEPS: [Step; 10] = [
    step(
        ("Ruang kerja", "Workspace"),
        (
            "Koordinator membuat satu folder untuk evaluasi tahun ini. Di dalamnya ada instrumen yang dibekukan, supaya hasilnya tidak berubah oleh versi alat yang lebih baru.",
            "The coordinator makes one folder for this year's evaluation. The instrument is frozen in it, so that no later version of the tool changes the result.",
        ),
        &[
            (
                "spbe init FOLDER --agency NAMA --kind regency --year TAHUN",
                "spbe init DIR --agency NAME --kind regency --year YEAR",
            ),
            ("spbe init FOLDER --from RUANG-KERJA-TAHUN-LALU", "spbe init DIR --from LAST-YEARS-WORKSPACE"),
        ],
        Measure::Workspace,
    ),
    step(
        ("Tim", "Team"),
        (
            "Keputusan kepala instansi membentuk tim: koordinator, penanggung jawab, petugas entri data, anggota menurut fungsi yang diminta instrumen.",
            "A decree of the head of the agency sets the team up: coordinator, responsible officer, data-entry officer, and members by the functions that the instrument asks for.",
        ),
        &[
            (
                "spbe team add ID --name NAMA --unit UNIT --role member --function law",
                "spbe team add ID --name NAME --unit UNIT --role member --function law",
            ),
            ("spbe form decree -o keputusan.docx", "spbe form decree -o keputusan.docx"),
        ],
        Measure::Items(&[Item::Coordinator, Item::Team, Item::Decree]),
    ),
    step(
        ("Unit dan penugasan", "Units and tasks"),
        (
            "Setiap indikator dimiliki satu unit, yang menyerahkan data dukung, dan dinilai sedikitnya satu anggota dari unit lain.",
            "Every indicator is owned by a unit, which hands in the evidence, and is scored by at least one member of another unit.",
        ),
        &[
            ("spbe unit add NAMA --indicator 1..7", "spbe unit add NAME --indicator 1..7"),
            ("spbe assign --auto", "spbe assign --auto"),
        ],
        Measure::Items(&[Item::Units, Item::Assignments]),
    ),
    step(
        ("Sosialisasi", "Briefing"),
        (
            "Sebelum menilai, tim bertemu: apa arti setiap level, siapa menilai apa, sampai kapan.",
            "Before scoring the team meets: what each level means, who scores what, until when.",
        ),
        &[
            ("spbe form briefing -o sosialisasi.pdf", "spbe form briefing -o sosialisasi.pdf"),
            ("spbe brief all --date TANGGAL --place TEMPAT", "spbe brief all --date DATE --place PLACE"),
        ],
        Measure::Items(&[Item::Briefing]),
    ),
    step(
        ("Data dukung", "Evidence"),
        (
            "Unit menyerahkan dokumen; setiap dokumen dicatat dengan sidiknya dan ditautkan ke indikator dan level yang didukungnya.",
            "Units hand in documents; each is noted with its digest and linked to the indicator and the level that it supports.",
        ),
        &[
            ("spbe form request -o permintaan.docx", "spbe form request -o permintaan.docx"),
            ("spbe evidence add BERKAS --for 12 --level 3", "spbe evidence add FILE --for 12 --level 3"),
        ],
        Measure::Items(&[Item::Evidence]),
    ),
    step(
        ("Penilaian", "Scoring"),
        (
            "Setiap anggota menilai indikatornya: di terminal, atau di lembar Excel yang dikirim kepadanya dan dimasukkan kembali.",
            "Each member scores their indicators: on the terminal, or in a work sheet that is sent to them and taken in again.",
        ),
        &[
            ("spbe export --all", "spbe export --all"),
            ("spbe import lembar", "spbe import lembar"),
            ("spbe score --next --by ID", "spbe score --next --by ID"),
        ],
        Measure::Items(&[Item::Scores]),
    ),
    step(
        ("Kesepakatan dan jawaban", "Agreement and answers"),
        (
            "Di mana penilai berbeda, koordinator menetapkan levelnya dengan alasan; setiap indikator mendapat satu jawaban untuk aplikasi kementerian.",
            "Where evaluators differ, the coordinator settles the level with a reason; every indicator gets one answer for the ministry's application.",
        ),
        &[("spbe agree", "spbe agree"), ("spbe export --answers -o rapat.xlsx", "spbe export --answers -o rapat.xlsx")],
        Measure::Items(&[Item::Disagreements, Item::Answers]),
    ),
    step(
        ("Persetujuan", "Approval"),
        (
            "Penanggung jawab atau koordinator menyetujui setiap jawaban atau mengembalikannya dengan catatan. Yang berubah sesudahnya ditemukan.",
            "The responsible officer or the coordinator approves every answer, or returns it with a note. What changes afterwards is found.",
        ),
        &[
            ("spbe export --approvals -o setuju.xlsx", "spbe export --approvals -o setuju.xlsx"),
            ("spbe approve all --by ID", "spbe approve all --by ID"),
        ],
        Measure::Items(&[Item::Approval]),
    ),
    step(
        ("Laporan", "Report"),
        (
            "Indeks dihitung, kekuatan, kelemahan dan rekomendasi ditulis, laporan dan berita acara ditandatangani.",
            "The index is computed, strengths, weaknesses and recommendations are written, report and minutes are signed.",
        ),
        &[
            ("spbe recommend", "spbe recommend"),
            ("spbe validate", "spbe validate"),
            ("spbe report -o laporan.pdf", "spbe report -o laporan.pdf"),
            ("spbe form minutes -o berita-acara.pdf", "spbe form minutes -o berita-acara.pdf"),
        ],
        Measure::Items(&[Item::Recommendations, Item::Findings, Item::Targets]),
    ),
    step(
        ("Kirim, hasil, tahun depan", "Hand in, result, next year"),
        (
            "Evaluasi dikemas untuk kementerian. Hasil asesor dimasukkan dan ditanggapi; tahun depan mulai dari ruang kerja ini.",
            "The evaluation is packed for the ministry. The assessors' result is taken in and answered; next year begins from this workspace.",
        ),
        &[
            ("spbe bundle -o kirim.zip", "spbe bundle -o kirim.zip"),
            ("spbe external import TABEL", "spbe external import TABLE"),
            ("spbe form objection -o tanggapan.docx", "spbe form objection -o tanggapan.docx"),
            ("spbe init FOLDER --from FOLDER-INI", "spbe init DIR --from THIS-FOLDER"),
        ],
        Measure::Nothing,
    ),
];

impl Step {
    /// Returns the commands that do it, in a language.
    pub(crate) fn commands(&self, language: Language) -> impl Iterator<Item = &'static str> {
        self.commands.iter().map(move |(id, en)| if language == Language::Indonesian { *id } else { *en })
    }

    /// Returns the items of a workspace that tell how far the step is.
    pub(crate) fn checks<'p>(&self, progress: &'p Progress<'_>) -> Vec<&'p Check> {
        let Measure::Items(items) = self.measure else { return Vec::new() };
        let all = progress.stages.iter().flat_map(|stage| &stage.items);
        all.filter(|check| items.contains(&check.item)).collect()
    }

    /// Tells whether nothing of it is left to do in a workspace.
    pub(crate) fn is_done(&self, progress: &Progress<'_>) -> bool {
        match self.measure {
            Measure::Workspace => true,
            Measure::Items(_) => self.checks(progress).iter().all(|check| check.state != CheckState::Open),
            Measure::Nothing => false,
        }
    }
}

/// Returns the place of the first step with something left to do; without a workspace it is the first of all.
pub(crate) fn next(progress: Option<&Progress<'_>>) -> usize {
    let open = |progress| STEPS.iter().position(|step: &Step| !step.is_done(progress));
    progress.and_then(open).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::next;
    use crate::result::progress::Progress;
    use crate::result::testing::{empty, pemalang, report};

    #[test]
    fn the_next_step_is_the_first_with_something_left_to_do() {
        assert_eq!(next(None), 0);
        for (workspace, step) in
            [(empty("spbe-2018", 2018, "Kabupaten Contoh", "regency", "", &["Perizinan"]), 1), (pemalang(), 1)]
        {
            let report = report(&workspace);
            assert_eq!(next(Some(&Progress::of(&report, date(2018, 7, 16)))), step);
        }
    }
}
