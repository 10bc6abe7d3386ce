//! A letter to each unit that names the evidence still wanted, and a text to paste into a chat.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::bilingual;
use crate::model::team::Role;
use crate::report::document::block::Block;
use crate::report::document::span::Text;
use crate::report::document::table::Table;
use crate::report::form::lacking::{chosen, criteria, held, no_units, reason, standing, wants};
use crate::report::form::owners::Owner;
use crate::report::form::sheet::{Sheet, on_own_pages};
use crate::report::form::wanted::{Need, Want, deadline, needs};
use crate::report::label::{INDICATOR, capitalised};
use crate::report::signing::DOTS;
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;

static TITLE: Bilingual = Bilingual::fixed("Permintaan data dukung", "Request for evidence");

/// Writes a letter for each unit that something is wanted of; where there are several units, a list of all comes first.
pub(crate) fn blocks(sheet: &Sheet<'_>, units: &[&str]) -> Vec<Block> {
    let owners = chosen(sheet, units);
    let letters: Vec<Letter<'_>> = owners.iter().map(|owner| Letter::to(sheet, owner)).collect();
    match letters.as_slice() {
        [] => no_units(sheet, &TITLE),
        [letter] => letter.blocks(),
        _ => {
            let wanting = letters.iter().filter(|letter| !letter.wanting.is_empty());
            on_own_pages(std::iter::once(overview(sheet, &letters)).chain(wanting.map(Letter::blocks)).collect())
        }
    }
}

/// Lists all units for the sender, also those that get no letter.
fn overview(sheet: &Sheet<'_>, letters: &[Letter<'_>]) -> Vec<Block> {
    let mut table = Table::new("")
        .wide(sheet.say(&Bilingual::fixed("Unit", "Unit")), 3)
        .wide(
            sheet.say(&Bilingual::fixed(
                "Indikator yang masih memerlukan data dukung",
                "Indicators still wanting evidence",
            )),
            4,
        )
        .narrow(sheet.say(&Bilingual::fixed("Batas waktu", "Due")));
    for letter in letters {
        let (rows, due) = if letter.wanting.is_empty() {
            (sheet.say(&Bilingual::fixed("lengkap, tanpa surat", "complete, no letter")), "–".to_owned())
        } else {
            (letter.rows(), letter.due())
        };
        table.row(vec![letter.unit.into(), rows.into(), due.into()]);
    }
    let text = Bilingual::fixed(
        "Daftar ini untuk pengirim; surat untuk tiap unit mengikuti pada halaman tersendiri.",
        "This list is for the sender; the letter to each unit follows on a page of its own.",
    );
    vec![sheet.heading(1, &TITLE), sheet.paragraph(&text), Block::Table(table)]
}

/// A letter to one unit.
struct Letter<'a> {
    sheet: &'a Sheet<'a>,
    unit: &'a str,
    wanting: Vec<Need<'a>>,
    complete: BTreeSet<String>,
    due: Option<Date>,
}

impl<'a> Letter<'a> {
    fn to(sheet: &'a Sheet<'a>, owner: &Owner<'a>) -> Self {
        let (wanting, complete): (Vec<Need<'_>>, Vec<Need<'_>>) =
            needs(sheet.report, owner).into_iter().partition(|need| need.wanted != Want::Nothing);
        let due = deadline(sheet.report, &wanting.iter().collect::<Vec<_>>());
        let complete = complete.iter().map(|need| need.line.row.to_string()).collect();
        Self { sheet, unit: owner.name, wanting, complete, due }
    }

    fn due(&self) -> String {
        self.due.map_or_else(|| DOTS.to_owned(), |due| in_words(due, self.sheet.language))
    }

    fn rows(&self) -> String {
        let rows: Vec<String> = self.wanting.iter().map(|need| need.line.row.to_string()).collect();
        rows.join(", ")
    }

    fn blocks(&self) -> Vec<Block> {
        let (sheet, unit) = (self.sheet, self.unit);
        let (id, en) = (&TITLE.id, &TITLE.en);
        let mut blocks = vec![sheet.heading(1, &bilingual!("{id}: {unit}", "{en}: {unit}"))];
        blocks.extend(self.head());
        if self.wanting.is_empty() {
            blocks.push(sheet.paragraph(&bilingual!(
                "Data dukung untuk semua indikator {unit} telah kami terima. Tidak ada data dukung yang masih kami \
                 perlukan saat ini.",
                "We have received evidence for all indicators of {unit}. None is wanted at present."
            )));
            blocks.extend(self.close());
            return blocks;
        }
        blocks.extend(self.body());
        blocks.extend(self.close());
        blocks.push(Block::PageBreak);
        blocks.extend(self.message());
        blocks
    }

    fn head(&self) -> Vec<Block> {
        let (sheet, unit) = (self.sheet, self.unit);
        let (subject, year) = (sheet.words.subject(), sheet.report.year);
        let about = bilingual!(
            "Permintaan data dukung evaluasi {subject} Tahun {year}",
            "Evidence for the {year} evaluation of {subject}"
        );
        let letterhead =
            Text::default().strong(format!("{}\n", sheet.report.agency.name)).strong(capitalised(&sheet.words.team()));
        vec![
            Block::Paragraph(letterhead),
            Block::Facts(vec![
                sheet.fact(&Bilingual::fixed("Nomor", "Number"), DOTS),
                sheet.fact(&Bilingual::fixed("Sifat", "Priority"), sheet.say(&Bilingual::fixed("Segera", "Prompt"))),
                sheet.fact(&Bilingual::fixed("Lampiran", "Enclosures"), "–"),
                sheet.fact(&Bilingual::fixed("Hal", "Subject"), sheet.say(&about)),
            ]),
            sheet.paragraph(&bilingual!("Yth. Pimpinan {unit}\ndi tempat", "To the head of {unit}")),
            sheet.paragraph(&Bilingual::fixed("Dengan hormat,", "Dear Sir or Madam,")),
        ]
    }

    fn body(&self) -> Vec<Block> {
        let sheet = self.sheet;
        let (agency, year, basis) = (&sheet.report.agency.name, sheet.report.year, sheet.basis());
        let (subject, team) = (sheet.words.whole_subject(), sheet.words.team());
        let mut blocks = vec![sheet.paragraph(&bilingual!(
            "Berdasarkan {basis}, {team} sedang melaksanakan penilaian mandiri {subject} pada {agency} Tahun {year}. Untuk \
             indikator yang menjadi tanggung jawab unit Saudara, data dukung berikut masih kami perlukan.",
            "Under {basis}, the {team} is carrying out the {year} self-assessment of {subject} at {agency}. For the \
             indicators that your unit answers for, the following evidence is still wanted."
        ))];
        blocks.push(self.table());
        blocks.extend(self.already());
        let (due, receiver) = (self.due(), self.receiver());
        blocks.push(sheet.paragraph(&bilingual!(
            "Sehubungan dengan hal tersebut, kami mohon Saudara menyampaikan data dukung dimaksud kepada {receiver} \
             paling lambat tanggal {due}, dengan ketentuan:",
            "We ask you to hand this evidence to {receiver} by {due}. Please note:"
        )));
        blocks.push(Block::Numbered(conditions().iter().map(|text| sheet.say(text).into()).collect()));
        blocks
    }

    fn table(&self) -> Block {
        let sheet = self.sheet;
        let mut table = Table::new("")
            .number(sheet.say(&Bilingual::fixed("No.", "No.")))
            .wide(INDICATOR.get(sheet.language), 4)
            .wide(sheet.say(&Bilingual::fixed("Data dukung yang masih diperlukan", "Evidence still wanted")), 5)
            .wide(sheet.say(&Bilingual::fixed("Sudah terindeks", "Indexed already")), 4);
        for need in &self.wanting {
            let name = need.line.name(sheet.language);
            let state = format!("\n{}; {}", standing(sheet, need), reason(sheet, need));
            table.row(vec![
                need.line.row.to_string().into(),
                Text::from(name).quiet(state).into(),
                wants(sheet, need).join("\n").into(),
                held(sheet, need).into(),
            ]);
            if let Some(text) = criteria(sheet, need) {
                table.detail(text);
            }
        }
        Block::Table(table)
    }

    /// Says for which rows nothing more is wanted, so that nobody sends it twice.
    fn already(&self) -> Option<Block> {
        if self.complete.is_empty() {
            return None;
        }
        let rows: Vec<&str> = self.complete.iter().map(String::as_str).collect();
        let rows = rows.join(", ");
        Some(self.sheet.paragraph(&bilingual!(
            "Untuk indikator {rows}, data dukung sudah kami terima dan tidak perlu dikirim ulang.",
            "For indicator {rows}, the evidence is here and need not be sent again."
        )))
    }

    /// Names who receives the evidence: the data-entry officer, else the team.
    fn receiver(&self) -> String {
        let officer = self.sheet.with_role(Role::DataEntry).next();
        officer.map_or_else(|| self.sheet.words.team(), |member| member.name.clone())
    }

    fn close(&self) -> Vec<Block> {
        let sheet = self.sheet;
        vec![
            sheet.paragraph(&Bilingual::fixed(
                "Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.",
                "We thank you for your attention and help.",
            )),
            sheet.signatures(vec![sheet.signatory(Role::Coordinator)]),
            sheet.paragraph(&{
                let responsible = sheet.words.office(Role::Responsible);
                bilingual!("Tembusan:\n1. {responsible};\n2. Arsip.", "Copies:\n1. {responsible};\n2. Files.")
            }),
        ]
    }

    /// Writes the text for a chat: short, for the letter says the rest.
    fn message(&self) -> Vec<Block> {
        let (sheet, unit) = (self.sheet, self.unit);
        let (agency, year, due) = (&sheet.report.agency.name, sheet.report.year, self.due());
        let (team, subject, receiver) = (sheet.words.team(), sheet.words.subject(), self.receiver());
        let rows: Vec<String> = self
            .wanting
            .iter()
            .map(|need| format!("{}. {}: {}", need.line.row, need.line.short_name(sheet.language), reason(sheet, need)))
            .collect();
        let rows = rows.join("\n");
        vec![
            sheet.heading(2, &bilingual!("Pesan singkat untuk {unit}", "Short message to {unit}")),
            sheet.paragraph(&bilingual!(
                "Yth. Bapak/Ibu di {unit}, {team} {agency} masih memerlukan data dukung evaluasi {subject} Tahun {year} \
                 untuk:\n{rows}\nMohon dikirim kepada {receiver} paling lambat {due}. Rinciannya ada dalam surat kami. \
                 Terima kasih.",
                "Dear colleagues at {unit}, the {team} of {agency} still wants evidence for the {year} evaluation of \
                 {subject}:\n{rows}\nPlease send it to {receiver} by {due}. Our letter has the details. Thank you."
            )),
        ]
    }
}

/// What makes a document good evidence, from what is refused most often.
fn conditions() -> [Bilingual; 4] {
    [
        Bilingual::fixed(
            "dokumen sudah ditetapkan, bernomor, dan bertanggal; sebutkan pasal atau halaman yang dimaksud;",
            "a document is signed, numbered and dated; name the article or page that matters;",
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

#[cfg(test)]
mod tests {
    use crate::format::reading::Reading;
    use crate::format::team;
    use crate::report::form::testing::{dump, dump_for, pemalang};
    use crate::report::form::{Kind, Options};
    use crate::report::testing::{assign, empty, support};
    use crate::text::language::Language;

    fn letter(unit: &str, language: Language) -> String {
        let mut workspace = pemalang();
        assign(&mut workspace, "4,tik,2018-07-10\n");
        dump_for(&workspace, Kind::Request, &Options { members: Vec::new(), units: vec![unit] }, language)
    }

    fn rows(text: &str) -> Vec<&str> {
        let numbered = |line: &&str| line.split('|').next().is_some_and(|cell| cell.parse::<u32>().is_ok());
        text.lines().filter(numbered).filter_map(|line| line.split('|').next()).collect()
    }

    #[test]
    fn a_letter_names_exactly_the_rows_of_its_unit_that_want_evidence() {
        assert_eq!(rows(&letter("Dinas Kominfo", Language::Indonesian)), ["3", "4", "18"]);
        let law = letter("Bagian Hukum", Language::Indonesian);
        assert_eq!(rows(&law), ["33"]);
        assert!(law.contains("Untuk indikator 1, 2, data dukung sudah kami terima"), "{law}");
    }

    #[test]
    fn a_letter_says_what_is_accepted_by_when_and_to_whom() {
        let text = letter("Dinas Kominfo", Language::Indonesian);
        assert!(text.contains("Yth. Pimpinan Dinas Kominfo\ndi tempat\nDengan hormat,"), "{text}");
        assert!(text.contains("kepada Pengelola Data paling lambat tanggal 10 Juli 2018"), "{text}");
        assert!(
            text.contains(
                "belum dinilai; belum ada bukti; sampai level 3|Salah satu atau beberapa dari: Dokumen kebijakan; "
            ),
            "{text}"
        );
        assert!(text.contains("Kriteria level 3: “Kebijakan memuat seluruh muatan rencana induk.”"), "{text}");
        assert!(text.contains("Pemalang, .................... 2018\nKoordinator SPBE|Sekretaris Daerah|NIP"), "{text}");
    }

    #[test]
    fn evidence_that_is_accepted_for_a_level_is_named_with_it() {
        let mut workspace = empty("spbe-2020", 2024, "Pemerintah Kota Contoh", "city", "target_level = 2", &[]);
        let units = "[[unit]]\nname = \"Bagian Hukum\"\nindicators = [\"1\"]\n";
        workspace.team = team::read(units, &Reading::new("team.toml"));
        let text = dump(&workspace, Kind::Request, Language::Indonesian);
        assert!(text.contains("Level 2: Pasal/bagian kebijakan yang memuat sebagian"), "{text}");
        assert!(!text.contains("Level 3: "), "nothing is asked beyond the target: {text}");
        assert!(text.contains("Tim Asesor Internal SPBE"), "{text}");
    }

    #[test]
    fn a_short_message_names_the_same_rows_and_the_same_day() {
        let text = letter("Dinas Kominfo", Language::English);
        let (_, message) = text.split_once("---\n## Short message to Dinas Kominfo\n").expect("a message");
        assert!(message.contains("\n3. Internal policy on the SPBE master plan: no evidence yet; up to level 3\n"));
        assert!(message.contains("\n18. "), "{message}");
        assert!(message.contains("to Pengelola Data by 10 July 2018"), "{message}");
        assert!(!message.contains("\n33. "), "{message}");
    }

    #[test]
    fn a_unit_that_lacks_nothing_stands_in_the_list_and_gets_no_letter() {
        let mut workspace = pemalang();
        workspace.manifest.as_mut().expect("a manifest").target_level = None;
        support(&mut workspace, "jdih,document,JDIH,2018-01-02,,evidence/jdih.pdf,00\n", "33,jdih,2\n");
        let text = dump(&workspace, Kind::Request, Language::Indonesian);
        assert!(text.contains("\nBagian Hukum|lengkap, tanpa surat|–\n"), "{text}");
        assert!(!text.contains("# Permintaan data dukung: Bagian Hukum"), "{text}");
        assert!(text.contains("\nDinas Kominfo|3, 4, 18|31 Agustus 2018\n"), "{text}");
        assert!(text.contains("# Permintaan data dukung: Dinas Kominfo"));
    }
}
