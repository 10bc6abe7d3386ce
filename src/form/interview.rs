//! The questions for each unit: from the criteria of the claimed and the next level, and evidence that may be there.

use crate::bilingual;
use crate::form::lacking::{chosen, listed, numbered, standing, wants};
use crate::form::writer::{FormWriter, on_own_pages};
use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::model::evidence::EvidenceKind;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::owners::Owner;
use crate::result::signing::DOTS;
use crate::result::wanted::{Held, Need, Want, needs, whole};
use crate::text::bilingual::Bilingual;

/// What the guide is called, before the name of the unit.
static TITLE: Bilingual = Bilingual::fixed("Pedoman wawancara", "Interview guide");

/// The room for an answer that is written by hand.
const ROOM: &str = "\n\n\n\n";

/// Writes the questions for each unit.
pub(crate) fn blocks(writer: &FormWriter<'_>, units: &[&str]) -> Vec<Block> {
    on_own_pages(chosen(writer, units).iter().map(|owner| guide(writer, owner)).collect())
}

/// Writes the guide for one unit: the questions about each of its rows, with room for answers.
fn guide(writer: &FormWriter<'_>, owner: &Owner<'_>) -> Vec<Block> {
    let (id, en, unit) = (&TITLE.id, &TITLE.en, owner.name);
    let mut table = Table::new("")
        .number("No.")
        .wide(writer.say(&Bilingual::fixed("Pertanyaan", "Question")), 5)
        .wide(writer.say(&Bilingual::fixed("Jawaban dan bukti yang disebut", "Answer, and evidence named")), 4);
    let mut number = 0;
    for need in needs(writer.report, owner) {
        let title = Text::from(numbered(writer, &need)).quiet(format!(" ({})", standing(writer, &need)));
        table.group(vec![title.into()]);
        for question in questions(writer, &need) {
            number += 1;
            table.row(vec![number.to_string().into(), question.into(), ROOM.into()]);
        }
    }
    vec![
        writer.heading(1, &bilingual!("{id}: {unit}", "{en}: {unit}")),
        head(writer, owner),
        writer.paragraph(&advice(writer)),
        Block::Table(table),
        writer.signatures(vec![
            writer.stranger(&Bilingual::fixed("Narasumber", "Interviewed")),
            writer.stranger(&Bilingual::fixed("Pewawancara", "Interviewer")),
        ]),
    ]
}

/// Says who interviews whom; of these only the unit and its evaluators are known beforehand.
fn head(writer: &FormWriter<'_>, owner: &Owner<'_>) -> Block {
    let evaluators = writer.evaluators_of(owner);
    let evaluators = if evaluators.is_empty() { DOTS.to_owned() } else { evaluators.join(", ") };
    Block::Facts(vec![
        writer.fact(&Bilingual::fixed("Unit", "Unit"), owner.name),
        writer.fact(&Bilingual::fixed("Narasumber", "Interviewed"), DOTS),
        writer.fact(&Bilingual::fixed("Jabatan", "Position"), DOTS),
        writer.fact(&Bilingual::fixed("Pewawancara", "Interviewers"), evaluators),
        writer.fact(&Bilingual::fixed("Hari, tanggal", "Day"), DOTS),
        writer.fact(&Bilingual::fixed("Tempat", "Place"), DOTS),
    ])
}

/// Says how notes are taken, and whether criteria are quoted or summed up.
fn advice(writer: &FormWriter<'_>) -> Bilingual {
    let Bilingual { id, en } = match writer.report.instrument.criteria_note {
        Some(_) => Bilingual::fixed(
            "Kriteria diringkas dari instrumen dan bukan kutipan peraturan.",
            "Criteria are summed up from the instrument and are not the words of the regulation.",
        ),
        None => Bilingual::fixed("Kriteria dikutip dari instrumen.", "Criteria are quoted from the instrument."),
    };
    bilingual!(
        "Wawancara memperdalam evaluasi dokumen. Catat fakta yang disampaikan beserta nama, nomor, dan halaman dokumennya; \
         analisis dan justifikasi level disusun kemudian. {id}",
        "The interview deepens the assessment of documents. Write down the facts, with title, number and page of each \
         document; analysis and justification of the level come later. {en}"
    )
}

/// Makes the questions about one row.
fn questions(writer: &FormWriter<'_>, need: &Need<'_>) -> Vec<String> {
    let (reached, nothing) = (reached(need), whole(writer.report.instrument.scale.nothing_shown));
    let mut questions = Vec::new();
    for (level, criterion) in need.line.indicator.criteria.iter() {
        let plain = writer.numbers.plain(*level);
        let text = match reached {
            Some(reached) if *level == reached && reached <= nothing => bilingual!(
                "Level {plain}: “{criterion}” Apakah keadaannya masih demikian?",
                "Level {plain}: “{criterion}” Is this still so?"
            ),
            Some(reached) if *level == reached => bilingual!(
                "Level {plain}: “{criterion}” Apa yang menunjukkan bahwa hal ini sudah dipenuhi, sejak kapan, dan untuk \
                 siapa saja berlaku?",
                "Level {plain}: “{criterion}” What shows that this is met, since when, and for whom does it hold?"
            ),
            _ if asks_ahead(writer, need, *level) => bilingual!(
                "Level {plain}: “{criterion}” Apakah hal ini sudah dilakukan? Bila sudah, dokumen apa yang \
                 membuktikannya; bila belum, apa yang masih kurang dan apa rencananya?",
                "Level {plain}: “{criterion}” Is this done? If so, which document proves it; if not, what is missing and \
                 what is planned?"
            ),
            _ => continue,
        };
        questions.push(writer.say(&text));
    }
    questions.extend(about_documents(writer, need));
    questions.extend(about_more(writer, need));
    questions
}

/// Asks whether what is there still holds; only a document that was decreed can be in force.
fn about_documents(writer: &FormWriter<'_>, need: &Need<'_>) -> Vec<String> {
    let (decreed, others): (Vec<&Held<'_>>, Vec<&Held<'_>>) = need.documents.iter().partition(|it| can_be_in_force(it));
    let mut questions = Vec::new();
    if !decreed.is_empty() {
        let documents = listed(writer, decreed.into_iter());
        questions.push(writer.say(&bilingual!(
            "Apakah dokumen berikut masih berlaku, lengkap, dan dijalankan?\n{documents}",
            "Are these documents still in force, complete and followed?\n{documents}"
        )));
    }
    if !others.is_empty() {
        let evidence = listed(writer, others.into_iter());
        questions.push(writer.say(&bilingual!(
            "Apakah isi bukti berikut masih sesuai dengan keadaan?\n{evidence}",
            "Does what this evidence shows still hold?\n{evidence}"
        )));
    }
    questions
}

/// Tells a document from a draft, and from what only shows how things are.
fn can_be_in_force(document: &Held<'_>) -> bool {
    const DRAFTS: [&str; 4] = ["rancangan", "konsep", "draf", "draft"];
    let title = document.title.to_lowercase();
    let first = title.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default();
    document.kind == EvidenceKind::Document && !DRAFTS.contains(&first)
}

/// Asks for more evidence. What the instrument accepts may be there, only nobody handed it over: so nothing is called
/// lacking.
fn about_more(writer: &FormWriter<'_>, need: &Need<'_>) -> Option<String> {
    let level = writer.numbers.level(need.wanted.level()?);
    let evidence = wants(writer, need).join("\n");
    let (id, en) = if need.documents.is_empty() { ("bukti", "") } else { ("bukti lain", "other ") };
    Some(writer.say(&match need.wanted {
        Want::Claim(_) => bilingual!(
            "Untuk menunjukkan level {level}, adakah {id} berikut?\n{evidence}",
            "To show level {level}, is there this {en}evidence?\n{evidence}"
        ),
        Want::Next(_) | Want::Any(_) | Want::Nothing => bilingual!(
            "Untuk mencapai level {level}, adakah {id} berikut?\n{evidence}",
            "To reach level {level}, is there this {en}evidence?\n{evidence}"
        ),
    }))
}

/// Returns the whole level that is claimed, else the highest that a document is said to support.
fn reached(need: &Need<'_>) -> Option<Decimal> {
    need.claimed.or_else(|| need.documents.iter().filter_map(|document| document.level).max()).map(whole)
}

/// Tells whether a level is asked about that is not claimed: the next one, or all up to the wanted one where nothing is.
fn asks_ahead(writer: &FormWriter<'_>, need: &Need<'_>, level: Decimal) -> bool {
    let lowest = whole(writer.report.instrument.scale.nothing_shown);
    match (reached(need), need.wanted.level()) {
        (Some(reached), _) => reached < level && level <= next(reached),
        (None, Some(wanted)) => lowest < level && level <= wanted,
        (None, None) => false,
    }
}

/// Returns the next whole level, for only whole levels have criteria.
fn next(level: Decimal) -> Decimal {
    Exact::from(level).whole().saturating_add(1).into()
}

#[cfg(test)]
mod tests {
    use crate::form::testing::{dump, dump_for};
    use crate::form::{Kind, Options};
    use crate::result::testing::{pemalang, score, support};
    use crate::text::language::Language;

    fn guide(unit: &str) -> String {
        let options = Options { units: vec![unit], ..Options::default() };
        dump_for(&pemalang(), Kind::Interview, &options, Language::Indonesian)
    }

    #[test]
    fn a_unit_is_asked_about_its_own_rows_only() {
        let text = guide("Bagian Hukum");
        let titles: Vec<&str> =
            text.lines().filter(|line| line.contains(". Kebijakan") || line.contains(". Layanan")).collect();
        assert_eq!(titles.len(), 3, "{text}");
        assert!(titles[0].starts_with("1. Kebijakan Internal Tim Pengarah SPBE Instansi Pemerintah (level 3)"));
        assert!(titles[1].ends_with("(level 3, belum final)"), "{}", titles[1]);
        assert!(titles[2].starts_with("33. "));
        assert!(text.contains("Pewawancara: Kepala Bagian Hukum, Kepala Bidang e-Government"), "{text}");
    }

    #[test]
    fn the_claimed_and_the_next_level_are_asked_about_and_no_other() {
        let text = guide("Bagian Hukum");
        let (first, _) = text.split_once("2. Kebijakan Internal Inovasi").expect("indicator 2");
        assert!(
            first.contains("Level 3: “Tugas Tim Pengarah berlaku untuk semua unit kerja/perangkat daerah.” Apa yang")
        );
        assert!(first.contains("Level 4: “Tugas Tim Pengarah juga mengatur"), "{first}");
        assert!(!first.contains("|Level 2: ") && !first.contains("|Level 5: "), "{first}");
        assert!(first.contains("Perbup 12/2018 (dokumen, level 3)"), "what is there is asked to be confirmed: {first}");
    }

    #[test]
    fn a_row_that_nobody_judged_is_asked_from_the_first_level_to_the_target() {
        let text = guide("Dinas Kominfo");
        let (_, third) = text.split_once("3. Kebijakan Internal Rencana Induk").expect("indicator 3");
        let (third, _) = third.split_once("\n4. ").expect("indicator 4");
        for (level, asked) in [(0, false), (1, true), (2, true), (3, true), (4, false)] {
            assert_eq!(third.contains(&format!("|Level {level}: ")), asked, "{level}: {third}");
        }
        let more = "Untuk mencapai level 3, adakah bukti berikut?\nSalah satu atau beberapa dari: Dokumen kebijakan; ";
        assert!(third.contains(more), "{third}");
        assert!(text.contains("dan bukan kutipan peraturan."), "{text}");
    }

    #[test]
    fn only_a_document_that_was_decreed_is_asked_whether_it_is_in_force() {
        let mut workspace = pemalang();
        support(
            &mut workspace,
            "r,document,Rancangan Perbup,2018-01-02,,evidence/r.pdf,00\nl,screenshot,Layar,2018-01-02,,evidence/l.png,00\n",
            "1,r,2\n1,l,2\n",
        );
        let text = dump(&workspace, Kind::Interview, Language::Indonesian);
        let in_force = "berlaku, lengkap, dan dijalankan?\nPerbup 12/2018 (dokumen, level 3)|";
        assert!(text.contains(in_force), "{text}");
        let others = "sesuai dengan keadaan?\nRancangan Perbup (dokumen, level 2)\nLayar (tangkapan layar, level 2)|";
        assert!(text.contains(others), "{text}");
    }

    #[test]
    fn nobody_is_asked_to_prove_that_there_is_nothing() {
        let mut workspace = pemalang();
        score(&mut workspace, "tik", "4,0,document,2018-07-03,,Belum ada.\n");
        let text = dump(&workspace, Kind::Interview, Language::Indonesian);
        let question = text.lines().find(|line| line.contains("|Level 0: ")).expect("a question");
        assert!(question.contains("bahkan konsepnya.” Apakah keadaannya masih demikian?"), "{question}");
    }

    #[test]
    fn every_unit_begins_on_a_page_of_its_own() {
        let text = dump(&pemalang(), Kind::Interview, Language::English);
        let pages: Vec<&str> = text.split("---\n").collect();
        assert_eq!(pages.len(), 3);
        assert!(pages[2].starts_with("# Interview guide: DPMPTSP"), "{}", pages[2]);
        assert!(pages[2].contains(": Perizinan"), "the service is named: {}", pages[2]);
    }
}
