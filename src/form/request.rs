//! The letters to units that ask for evidence, and for the sender a list of all with texts to paste into a chat.

use crate::bilingual;
use crate::form::lacking::chosen;
use crate::form::letter::Letter;
use crate::form::writer::{FormWriter, on_own_pages};
use crate::paper::document::block::Block;
use crate::paper::document::table::Table;
use crate::text::bilingual::Bilingual;

/// What the list for the sender is called.
static TITLE: Bilingual = Bilingual::fixed("Permintaan data dukung", "Request for evidence");
/// What stands above the texts for a chat in that list.
static MESSAGES: Bilingual = Bilingual::fixed("Pesan singkat", "Short messages");

/// Writes a letter for each unit that something is wanted of; where there are several units, a list of all comes first.
pub(crate) fn blocks(writer: &FormWriter<'_>, units: &[&str]) -> Vec<Block> {
    let owners = chosen(writer, units);
    let letters: Vec<Letter<'_>> = owners.iter().map(|owner| Letter::to(writer, owner)).collect();
    if let [letter] = letters.as_slice() {
        return on_own_pages(vec![letter.blocks(), own_page(writer, letter)]);
    }
    let wanting = letters.iter().filter(|letter| letter.is_wanting());
    on_own_pages(std::iter::once(overview(writer, &letters)).chain(wanting.map(Letter::blocks)).collect())
}

/// Puts the text for a chat behind the only letter, so that the letter is sent without it.
fn own_page(writer: &FormWriter<'_>, letter: &Letter<'_>) -> Vec<Block> {
    if !letter.is_wanting() {
        return Vec::new();
    }
    let unit = letter.unit;
    vec![
        writer.heading(1, &bilingual!("Pesan singkat untuk {unit}", "Short message to {unit}")),
        Block::Message(letter.message().into()),
    ]
}

/// Lists all units for the sender, also those that get no letter.
fn overview(writer: &FormWriter<'_>, letters: &[Letter<'_>]) -> Vec<Block> {
    let mut table = Table::new("")
        .wide(writer.say(&Bilingual::fixed("Unit", "Unit")), 3)
        .wide(
            writer.say(&Bilingual::fixed(
                "Indikator yang masih memerlukan data dukung",
                "Indicators still wanting evidence",
            )),
            4,
        )
        .narrow(writer.say(&Bilingual::fixed("Tenggat", "Due")));
    for letter in letters {
        let (rows, due) = if letter.is_wanting() {
            (letter.rows(), letter.first_due())
        } else {
            (writer.say(&Bilingual::fixed("lengkap, tanpa surat", "complete, no letter")), "–".to_owned())
        };
        table.row(vec![letter.unit.into(), rows.into(), due.into()]);
    }
    let text = Bilingual::fixed(
        "Daftar dan pesan singkat ini untuk pengirim; surat untuk tiap unit mengikuti pada halaman tersendiri.",
        "This list and the short messages are for the sender; the letter to each unit follows on a page of its own.",
    );
    let mut blocks = vec![writer.heading(1, &TITLE), writer.paragraph(&text), Block::Table(table)];
    let wanting: Vec<&Letter<'_>> = letters.iter().filter(|letter| letter.is_wanting()).collect();
    if !wanting.is_empty() {
        blocks.push(writer.heading(2, &MESSAGES));
    }
    for letter in wanting {
        blocks.push(Block::Heading { level: 3, text: letter.unit.to_owned() });
        blocks.push(Block::Message(letter.message().into()));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use crate::form::testing::{dump, dump_for};
    use crate::form::{Kind, Options};
    use crate::format::reading::Reading;
    use crate::format::team;
    use crate::result::testing::{assign, empty, pemalang, support};
    use crate::text::language::Language;

    fn letter(unit: &str, language: Language) -> String {
        let mut workspace = pemalang();
        assign(&mut workspace, "4,tik,2018-07-10\n");
        dump_for(&workspace, Kind::Request, &Options { units: vec![unit], ..Options::default() }, language)
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
        assert!(law.contains("Untuk indikator 1 dan 2, data dukung sudah kami terima"), "{law}");
    }

    #[test]
    fn a_letter_says_what_is_accepted_by_when_and_to_whom() {
        let text = letter("Dinas Kominfo", Language::Indonesian);
        assert!(text.contains("Yth. Kepala/Pimpinan Dinas Kominfo\ndi tempat\nDengan hormat,"), "{text}");
        let law = letter("Bagian Hukum", Language::Indonesian);
        assert!(law.contains("kepada Pengelola Data paling lambat tanggal 31 Agustus 2018"), "{law}");
        let wanted =
            "belum dinilai; diperlukan bukti sampai level 3|Salah satu atau beberapa dari: Dokumen kebijakan; ";
        assert!(text.contains(wanted), "{text}");
        assert!(law.contains("\nsaat ini level 2; diperlukan bukti untuk level 2 yang sudah dinilai|"), "{law}");
        assert!(text.contains("Kriteria level 3: “Kebijakan memuat seluruh muatan rencana induk.”"), "{text}");
        assert!(text.contains("\nKoordinator SPBE|Sekretaris Daerah|NIP"), "{text}");
    }

    #[test]
    fn a_letter_begins_with_who_sends_it_and_when() {
        let text = letter("Dinas Kominfo", Language::Indonesian);
        let (_, text) = text.split_once('\n').expect("a title");
        assert!(text.starts_with("Pemerintah Kabupaten Pemalang\nTim Evaluator Internal SPBE\nTanggal: "), "{text}");
        let (sent, _) = text.split_once("---\n").expect("the page for the sender");
        assert!(!sent.contains("Pesan singkat"), "the unit gets the letter alone: {sent}");
    }

    #[test]
    fn rows_that_are_due_on_different_days_say_so_each() {
        let text = letter("Dinas Kominfo", Language::Indonesian);
        let due = |row: &str| {
            let line = text.split_once(&format!("\n{row}|")).map(|(_, rest)| rest).unwrap_or_default();
            let end = line.find("Kriteria").unwrap_or(line.len());
            line[..end].trim_end().rsplit('|').next().unwrap_or_default().to_owned()
        };
        assert_eq!([due("3"), due("4")], ["31 Agustus 2018", "10 Juli 2018"], "{text}");
        assert!(text.contains("kepada Pengelola Data paling lambat pada tanggal dalam tabel"), "{text}");
        assert!(text.contains("Mohon dikirim kepada Pengelola Data paling lambat 10 Juli 2018."), "the first: {text}");
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
        let text = letter("Bagian Hukum", Language::English);
        let (_, message) = text.split_once("---\n# Short message to Bagian Hukum\n").expect("a message");
        assert!(message.contains("\n33. Legal documentation"), "{message}");
        assert!(message.contains("we still need evidence for 1 indicator.\n") && message.chars().count() < 700);
        assert!(message.contains("to Pengelola Data by 31 August 2018"), "{message}");
        assert!(!message.contains("\n3. "), "{message}");
    }

    #[test]
    fn the_short_messages_of_several_units_stand_on_the_page_of_the_sender() {
        let text = dump(&pemalang(), Kind::Request, Language::Indonesian);
        let (sender, letters) = text.split_once("---\n").expect("letters");
        for unit in ["Bagian Hukum", "Dinas Kominfo", "DPMPTSP"] {
            assert!(sender.contains(&format!("\n### {unit}\nYth. Bapak/Ibu di {unit}, ")), "{sender}");
        }
        assert!(!letters.contains("Bapak/Ibu"), "{letters}");
    }

    #[test]
    fn a_unit_that_lacks_nothing_stands_in_the_list_and_gets_no_letter() {
        let mut workspace = pemalang();
        workspace.manifest.as_mut().expect("a manifest").target_level = None;
        support(&mut workspace, "jdih,document,JDIH,2018-01-02,,evidence/jdih.pdf,00\n", "33,jdih,2\n");
        let text = dump(&workspace, Kind::Request, Language::Indonesian);
        assert!(text.contains("\nBagian Hukum|lengkap, tanpa surat|–\n"), "{text}");
        assert!(!text.contains("Pimpinan Bagian Hukum"), "{text}");
        assert!(text.contains("\nDinas Kominfo|3, 4, dan 18|31 Agustus 2018\n"), "{text}");
        assert!(text.contains("Pimpinan Dinas Kominfo"));
    }
}
