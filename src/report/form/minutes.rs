//! *Berita Acara Penilaian Mandiri*: the minutes that the coordinator signs, with the whole result.

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::index::exact::Exact;
use crate::model::team::Role;
use crate::report::document::block::{Block, Tone};
use crate::report::document::span::Text;
use crate::report::document::table::{Cell, Table};
use crate::report::facts::predicate_name;
use crate::report::form::sheet::Sheet;
use crate::report::label::{ASPECT, DOMAINS_AND_ASPECTS, INDICATOR, LEVEL, NAME, VALUE, WEIGHT};
use crate::report::result::{Line, Node};
use crate::report::signing::DOTS;
use crate::report::state::in_short;
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
    let (subject, team) = (sheet.words.whole_subject(), sheet.words.team());
    vec![
        Block::Facts(vec![sheet.fact(&Bilingual::fixed("Nomor", "Number"), DOTS)]),
        sheet.paragraph(&bilingual!(
            "Pada hari ini {DOTS}, tanggal {DOTS} bulan {DOTS} tahun {DOTS}, bertempat di {DOTS}, {team} yang terdiri \
             atas:",
            "On {DOTS}, at {DOTS}, the {team}, made up of:"
        )),
        Block::Table(team_table(sheet)),
        sheet.paragraph(&bilingual!(
            "berdasarkan {basis}, telah melaksanakan penilaian mandiri {subject} pada {agency} Tahun {year} melalui evaluasi \
             dokumen, wawancara, dan observasi lapangan, dengan hasil sebagai berikut.",
            "has carried out, under {basis}, the {year} self-assessment of {subject} at {agency} by documents, interviews \
             and field observation, with the following result."
        )),
    ]
}

fn team_table(sheet: &Sheet<'_>) -> Table {
    let mut table = Table::new("")
        .number("No.")
        .wide(NAME.get(sheet.language), 4)
        .wide(sheet.say(&Bilingual::fixed("Jabatan, unit kerja", "Position, unit")), 4)
        .wide(sheet.say(&Bilingual::fixed("Kedudukan dalam tim", "Role in the team")), 2);
    let members = &sheet.report.workspace.team.members;
    for (number, member) in (1..).zip(members) {
        let office = member.position.iter().chain([&member.unit.value]).map(String::as_str);
        table.row(vec![
            format!("{number}").into(),
            member.name.as_str().into(),
            office.collect::<Vec<_>>().join(", ").into(),
            sheet.words.role(member.role.value).into(),
        ]);
    }
    if members.is_empty() {
        table.row(vec!["1".into(), DOTS.into(), DOTS.into(), DOTS.into()]);
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
    let mut table = Table::new("")
        .number("No.")
        .wide(INDICATOR.get(sheet.language), 5)
        .number(LEVEL.get(sheet.language))
        .wide(sheet.say(&Bilingual::fixed("Keterangan", "Remarks")), 2);
    for aspect in sheet.report.nodes().into_iter().filter(|node| !node.is_domain()) {
        table.group(vec![aspect.name.get(sheet.language).into()]);
        for line in sheet.report.lines_of(aspect.id) {
            table.row(indicator(sheet, line));
        }
    }
    table
}

fn indicator(sheet: &Sheet<'_>, line: &Line<'_>) -> Vec<Cell> {
    let (row, name) = (line.row.to_string().into(), line.name(sheet.language).into());
    match line.level {
        Some(level) => vec![row, name, sheet.numbers.level(level).into(), line.level_name.unwrap_or_default().into()],
        None => {
            let state = Cell::from(in_short(&line.standing, sheet.numbers)).tone(Tone::Attention);
            vec![row, name, "–".into(), state]
        }
    }
}

fn closing(sheet: &Sheet<'_>) -> Vec<Block> {
    vec![
        sheet.paragraph(&Bilingual::fixed(
            "Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
            "These minutes are a true record and are made to be used as they should.",
        )),
        sheet.signatures(vec![sheet.signatory(Role::Responsible), sheet.signatory(Role::Coordinator)]),
    ]
}

#[cfg(test)]
mod tests {
    use crate::report::form::Kind;
    use crate::report::form::testing::{dump, pemalang, settled};
    use crate::report::testing::denpasar;
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
        assert!(text.contains("Koordinator SPBE|Sekretaris Daerah|NIP"), "{text}");
        assert!(text.contains("dan Keputusan Nomor 480/112/2018 tanggal 2 April 2018, telah"), "{text}");
        let unknown = dump(&denpasar(), Kind::Minutes, Language::Indonesian);
        assert!(unknown.contains("Koordinator SPBE|....................|NIP"), "{unknown}");
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
