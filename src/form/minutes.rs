//! *Berita Acara Penilaian Mandiri*: the minutes that the team and its coordinator sign, with the whole result.

use crate::bilingual;
use crate::form::sheet::{Sheet, position_and_unit};
use crate::index::agreement::Standing;
use crate::index::evaluation::{Outcome, Rated};
use crate::index::exact::Exact;
use crate::model::score::Method;
use crate::model::team::Role;
use crate::paper::document::block::{Block, SignatureLine};
use crate::paper::document::span::Text;
use crate::paper::document::table::{Cell, Table};
use crate::paper::document::tone::Tone;
use crate::result::facts::predicate_name;
use crate::result::label::joined;
use crate::result::label::{ASPECT, DOMAINS_AND_ASPECTS, INDICATOR, LEVEL, NAME, VALUE, WEIGHT};
use crate::result::report::{Line, Node};
use crate::result::signing::DOTS;
use crate::result::state::in_short;
use crate::text::bilingual::Bilingual;

/// Writes the minutes; while rows are open they are a draft, with a range and no index.
pub(crate) fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let subject = sheet.words.subject();
    let year = sheet.report.year;
    let mut blocks = vec![sheet.heading(
        1,
        &bilingual!(
            "Berita Acara Penilaian Mandiri {subject} Tahun {year}",
            "Minutes of the {year} self-assessment of {subject}"
        ),
    )];
    blocks.insert(0, sheet.letterhead());
    blocks.extend(draft(sheet));
    blocks.extend(opening(sheet));
    blocks.extend(results(sheet));
    blocks.extend(closing(sheet));
    blocks
}

/// Warns that these minutes can't be signed yet.
pub(crate) fn draft(sheet: &Sheet<'_>) -> Option<Block> {
    let (open, all) = (sheet.report.open_rows(), sheet.report.indicators.len());
    if open == 0 {
        return None;
    }
    let text = Text::default()
        .strong(sheet.say(&Bilingual::fixed("DRAF – belum final. ", "DRAFT – not final. ")))
        .plain(sheet.say(&bilingual!(
            "{open} dari {all} indikator belum mempunyai level, maka belum ada indeks. Jangan ditandatangani.",
            "{open} of {all} indicators have no level yet, so there is no index. Do not sign."
        )));
    Some(Block::Notice { tone: Tone::Attention, text })
}

fn opening(sheet: &Sheet<'_>) -> Vec<Block> {
    let (agency, year, basis) = (&sheet.report.agency.name, sheet.report.year, sheet.basis());
    let (subject, team, means) = (sheet.words.whole_subject(), sheet.words.team(), means(sheet));
    vec![
        Block::Facts(vec![sheet.fact(&Bilingual::fixed("Nomor", "Number"), DOTS)]),
        sheet.paragraph(&bilingual!(
            "Pada hari ini {DOTS}, tanggal {DOTS} bulan {DOTS} tahun {DOTS}, bertempat di {DOTS}, {team} yang terdiri \
             atas:",
            "On {DOTS}, at {DOTS}, the {team}, made up of:"
        )),
        Block::Table(team_table(sheet)),
        sheet.paragraph(&bilingual!(
            "berdasarkan {basis}, telah melaksanakan penilaian mandiri {subject} pada {agency} Tahun {year}{means}, dengan \
             hasil sebagai berikut.",
            "has carried out, under {basis}, the {year} self-assessment of {subject} at {agency}{means}, with the \
             following result."
        )),
    ]
}

/// Says by which means levels were assessed; only what the judgements on record name is attested.
fn means(sheet: &Sheet<'_>) -> String {
    let means = [
        (Method::Document, Bilingual::fixed("evaluasi dokumen", "documents")),
        (Method::Interview, Bilingual::fixed("wawancara", "interviews")),
        (Method::Observation, Bilingual::fixed("observasi lapangan", "field observation")),
    ];
    let used = |method: &Method| sheet.report.indicators.iter().any(|line| line.methods.contains(method));
    let names: Vec<String> = means.iter().filter(|(method, _)| used(method)).map(|(_, name)| sheet.say(name)).collect();
    if names.is_empty() {
        return String::new();
    }
    let names = joined(&names, sheet.words.language);
    sheet.say(&bilingual!(" melalui {names}", " by {names}"))
}

fn team_table(sheet: &Sheet<'_>) -> Table {
    let mut table = Table::new("")
        .number("No.")
        .wide(NAME.get(sheet.language), 4)
        .wide(sheet.say(&Bilingual::fixed("Jabatan, unit kerja", "Position, unit")), 4)
        .wide(sheet.say(&Bilingual::fixed("Kedudukan dalam tim", "Role in the team")), 3)
        .wide(sheet.say(&Bilingual::fixed("Tanda tangan", "Signature")), 4);
    let members = &sheet.report.workspace.team.members;
    for (number, member) in (1..).zip(members) {
        table.row(vec![
            format!("{number}").into(),
            member.name.as_str().into(),
            position_and_unit(member).into(),
            sheet.words.role(member.role.value).into(),
            "\n".into(),
        ]);
    }
    if members.is_empty() {
        table.row(vec!["1".into(), DOTS.into(), DOTS.into(), DOTS.into(), "\n".into()]);
    }
    table
}

fn results(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut blocks =
        vec![sheet.heading(2, &Bilingual::fixed("Hasil penilaian", "Result")), sheet.paragraph(&outcome(sheet))];
    blocks.push(Block::Table(nodes(sheet)));
    blocks.push(sheet.heading(2, &Bilingual::fixed("Level setiap indikator", "Level of every indicator")));
    blocks.push(Block::Table(indicators(sheet)));
    blocks
}

/// Says the index and its predicate; while rows are open, between what it will lie.
pub(crate) fn outcome(sheet: &Sheet<'_>) -> Bilingual {
    let rated =
        |rated: &Rated| (sheet.numbers.shown(&rated.exact), predicate_name(sheet.report, rated, sheet.language));
    let subject = sheet.words.subject();
    match &sheet.report.outcome {
        Outcome::Index(index) => {
            let (index, predicate) = rated(index);
            bilingual!(
                "Indeks {subject} sebesar {index} dengan predikat {predicate}.",
                "The {subject} index is {index}, with the predicate {predicate}."
            )
        }
        Outcome::Range { lowest, highest } => {
            let ((low, least), (high, most)) = (rated(lowest), rated(highest));
            bilingual!(
                "Belum ada indeks {subject}. Nilainya masih mungkin antara {low} ({least}) dan {high} ({most}).",
                "There is no {subject} index yet. It can still lie between {low} ({least}) and {high} ({most})."
            )
        }
    }
}

fn nodes(sheet: &Sheet<'_>) -> Table {
    let heading = if sheet.report.domains.is_empty() { &ASPECT } else { &DOMAINS_AND_ASPECTS };
    let mut table = Table::new("")
        .wide(heading.get(sheet.language), 1)
        .number(format!("{} (%)", WEIGHT.get(sheet.language)))
        .number(VALUE.get(sheet.language));
    for node in sheet.report.nodes() {
        let cells = vec![
            node.name.get(sheet.language).into(),
            sheet.numbers.plain(node.weight).into(),
            value(sheet, node).into(),
        ];
        if node.is_domain() { table.group(cells) } else { table.row(cells) }
    }
    let index = match &sheet.report.outcome {
        Outcome::Index(rated) => sheet.numbers.shown(&rated.exact),
        Outcome::Range { lowest, highest } => span(sheet, &lowest.exact, &highest.exact),
    };
    let subject = sheet.words.subject();
    table.group(vec![sheet.say(&bilingual!("Indeks {subject}", "{subject} index")).into(), "100".into(), index.into()]);
    table
}

fn value(sheet: &Sheet<'_>, node: &Node<'_>) -> String {
    node.value.as_ref().map_or_else(|| span(sheet, &node.lowest, &node.highest), |value| sheet.numbers.shown(value))
}

fn span(sheet: &Sheet<'_>, lowest: &Exact, highest: &Exact) -> String {
    format!("{} – {}", sheet.numbers.shown(lowest), sheet.numbers.shown(highest))
}

fn indicators(sheet: &Sheet<'_>) -> Table {
    let mut table =
        Table::new("").number("No.").wide(INDICATOR.get(sheet.language), 5).number(LEVEL.get(sheet.language));
    let names_levels = !sheet.report.instrument.scale.capabilities.is_empty();
    let remarked = names_levels || sheet.report.indicators.iter().any(|line| remark(sheet, line).is_some());
    if remarked {
        table = table.wide(sheet.say(&Bilingual::fixed("Keterangan", "Remarks")), 2);
    }
    for aspect in sheet.report.nodes().into_iter().filter(|node| !node.is_domain()) {
        table.group(vec![aspect.name.get(sheet.language).into()]);
        for line in sheet.report.lines_of(aspect.id) {
            let level = sheet.numbers.level_or_open(line.level);
            let mut cells: Vec<Cell> =
                vec![line.row.to_string().into(), line.name(sheet.language).into(), level.into()];
            if remarked {
                let tone = if line.level.is_some() { Tone::Plain } else { Tone::Attention };
                cells.push(Cell::from(remark(sheet, line).unwrap_or_else(|| "–".to_owned())).tone(tone));
            }
            table.row(cells);
        }
    }
    table
}

/// Says what is to be said about a level: its name, that the team had to settle it, why it is open.
fn remark(sheet: &Sheet<'_>, line: &Line<'_>) -> Option<String> {
    if line.level.is_none() {
        return Some(in_short(&line.standing, sheet.numbers));
    }
    let settled = is_settled_otherwise(sheet, line).then(|| sheet.say(&Bilingual::fixed("ditetapkan", "settled")));
    let parts: Vec<String> = line.level_name.map(str::to_owned).into_iter().chain(settled).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Tells whether the team settled on a level that some member did not give.
fn is_settled_otherwise(sheet: &Sheet<'_>, line: &Line<'_>) -> bool {
    let Standing::Final(level) = line.standing else { return false };
    let mut scores = sheet.report.workspace.scores.iter().filter(|score| score.row.value == line.row);
    scores.any(|score| score.level.value != level)
}

fn closing(sheet: &Sheet<'_>) -> Vec<Block> {
    vec![
        sheet.paragraph(&Bilingual::fixed(
            "Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
            "These minutes are a true record and are made to be used as they should.",
        )),
        sheet.signatures(vec![acknowledged(sheet), sheet.signatory(Role::Responsible)]),
    ]
}

/// The coordinator acknowledges what the team has recorded, and signs at the left of who answers for it.
fn acknowledged(sheet: &Sheet<'_>) -> SignatureLine {
    let coordinator = sheet.signatory(Role::Coordinator);
    let office = &coordinator.office;
    let office = sheet.say(&bilingual!("Mengetahui,\n{office}", "Acknowledged by\n{office}"));
    SignatureLine { office, ..coordinator }
}

#[cfg(test)]
mod tests {
    use crate::form::Kind;
    use crate::form::testing::{dump, pemalang, settled};
    use crate::result::testing::{denpasar, pemdi, score};
    use crate::text::language::Language;

    #[test]
    fn the_minutes_show_index_predicate_domains_aspects_and_every_indicator() {
        let text = dump(&denpasar(), Kind::Minutes, Language::Indonesian);
        assert!(text.contains("Indeks SPBE sebesar 2,64 dengan predikat Baik."), "{text}");
        assert!(text.contains("\nKebijakan Internal SPBE|17|"), "{text}");
        assert!(text.contains("\nKebijakan Internal Tata Kelola SPBE|7|"), "{text}");
        assert!(text.contains("\nIndeks SPBE|100|2,64\n"), "{text}");
        for number in 1..=34 {
            assert!(text.contains(&format!("\n{number}|")), "{number}");
        }
        assert!(text.contains("\n35-3|Layanan Publik Instansi Pemerintah: Pengaduan|3|Transaksi\n"), "{text}");
        assert!(!text.contains("DRAF"), "{text}");
        assert!(text.contains("Pada hari ini ...................., tanggal"), "{text}");
    }

    #[test]
    fn those_who_answer_for_it_sign() {
        let text = dump(&settled(), Kind::Minutes, Language::Indonesian);
        assert!(text.contains("Penanggung jawab Tim Evaluator Internal SPBE|Kepala Dinas Kominfo|NIP"), "{text}");
        assert!(text.contains("\nMengetahui,\nKoordinator SPBE|Sekretaris Daerah|NIP"), "{text}");
        assert!(text.contains("|Kedudukan dalam tim|Tanda tangan\n1|Sekretaris Daerah|Sekretariat Daerah|"), "{text}");
        assert!(text.contains("dan Keputusan Nomor 480/112/2018 tanggal 2 April 2018, telah"), "{text}");
        let unknown = dump(&denpasar(), Kind::Minutes, Language::Indonesian);
        assert!(unknown.contains("Koordinator SPBE||NIP"), "the name is left to the pen: {unknown}");
    }

    #[test]
    fn only_the_methods_on_record_are_attested() {
        let mut workspace = settled();
        let attested = |workspace: &_| dump(workspace, Kind::Minutes, Language::Indonesian);
        let text = attested(&workspace);
        assert!(text.contains("Tahun 2018 melalui evaluasi dokumen dan wawancara, dengan hasil"), "{text}");
        score(&mut workspace, "tik", "4,3,observation,2018-07-03,,Dilihat.\n");
        let text = attested(&workspace);
        assert!(text.contains("melalui evaluasi dokumen, wawancara, dan observasi lapangan, dengan"), "{text}");
        let text = attested(&denpasar());
        assert!(text.contains("Tahun 2018, dengan hasil") && !text.contains("melalui"), "{text}");
    }

    #[test]
    fn a_level_that_the_team_settled_otherwise_than_a_member_says_so() {
        let text = dump(&settled(), Kind::Minutes, Language::Indonesian);
        let ends = |number: u32| {
            let row = text.lines().find(|line| line.starts_with(&format!("{number}|Kebijakan")));
            row.and_then(|row| row.rsplit('|').next()).unwrap_or_default()
        };
        assert_eq!(ends(1), "Rintisan; ditetapkan", "a member gave 3, the team settled on 1");
        assert_eq!(ends(3), "Rintisan", "nobody gave another level");
    }

    #[test]
    fn remarks_are_left_out_where_levels_have_no_names_and_never_blank_where_they_have() {
        let text = dump(&pemdi(), Kind::Minutes, Language::Indonesian);
        assert!(text.contains("\nNo.|Indikator|Level\n") && !text.contains("Keterangan"), "{text}");
        let mut workspace = settled();
        workspace.scores.clear();
        workspace.finals[0].level.value = 0.into();
        let text = dump(&workspace, Kind::Minutes, Language::Indonesian);
        assert!(text.contains("\n1|Kebijakan Internal Tim Pengarah SPBE Instansi Pemerintah|0|–\n"), "{text}");
    }

    #[test]
    fn an_open_evaluation_shows_a_range_and_no_index() {
        let text = dump(&pemalang(), Kind::Minutes, Language::English);
        assert!(text.contains("DRAFT – not final. 3 of 35 indicators have no level yet"), "{text}");
        assert!(text.contains("There is no SPBE index yet. It can still lie between "), "{text}");
        let index = text.lines().find(|line| line.starts_with("SPBE index|")).expect("the index");
        assert!(index.contains(" – "), "{index}");
        assert!(
            text.contains("\n2|Internal policy on integrated business-process innovation|–|levels differ\n"),
            "{text}"
        );
    }
}
