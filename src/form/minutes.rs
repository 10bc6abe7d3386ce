//! *Berita Acara Penilaian Mandiri*: the minutes that the team and its coordinator sign, with the whole result.

use crate::bilingual;
use crate::form::writer::{FormWriter, position_and_unit};
use crate::index::agreement::Standing;
use crate::index::approval::Approvals;
use crate::index::evaluation::{Outcome, Rated};
use crate::index::exact::Exact;
use crate::model::role::Role;
use crate::model::score::Method;
use crate::model::team::Member;
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
use crate::text::date::in_words;
use crate::text::digest::in_fours;

/// Writes the minutes; while rows are open they are a draft, with a range and no index.
pub(crate) fn blocks(writer: &FormWriter<'_>) -> Vec<Block> {
    let subject = writer.words.subject();
    let year = writer.report.year;
    let mut blocks = vec![writer.heading(
        1,
        &bilingual!(
            "Berita Acara Penilaian Mandiri {subject} Tahun {year}",
            "Minutes of the {year} self-assessment of {subject}"
        ),
    )];
    blocks.insert(0, writer.letterhead());
    blocks.extend(draft(writer));
    blocks.extend(opening(writer));
    blocks.extend(results(writer));
    blocks.extend(closing(writer));
    blocks
}

/// Warns that these minutes can't be signed yet.
pub(crate) fn draft(writer: &FormWriter<'_>) -> Option<Block> {
    let (open, all) = (writer.report.open_rows(), writer.report.indicators.len());
    if open == 0 {
        return None;
    }
    let text = Text::default()
        .strong(writer.say(&Bilingual::fixed("DRAF – belum final. ", "DRAFT – not final. ")))
        .plain(writer.say(&bilingual!(
            "{open} dari {all} indikator belum mempunyai level, maka belum ada indeks. Jangan ditandatangani.",
            "{open} of {all} indicators have no level yet, so there is no index. Do not sign."
        )));
    Some(Block::Notice { tone: Tone::Attention, text })
}

/// Says who assessed, on which basis and by which means; day, place and number are filled in by hand.
fn opening(writer: &FormWriter<'_>) -> Vec<Block> {
    let (agency, year, basis) = (&writer.report.agency.name, writer.report.year, writer.basis());
    let (subject, team, means) = (writer.words.whole_subject(), writer.words.team(), means(writer));
    let mut blocks = vec![
        Block::Facts(vec![writer.fact(&Bilingual::fixed("Nomor", "Number"), DOTS)]),
        writer.paragraph(&bilingual!(
            "Pada hari ini {DOTS}, tanggal {DOTS} bulan {DOTS} tahun {DOTS}, bertempat di {DOTS}, {team} yang terdiri \
             atas:",
            "On {DOTS}, at {DOTS}, the {team}, made up of:"
        )),
        Block::Table(team_table(writer)),
    ];
    blocks.extend(replacements(writer));
    blocks.push(writer.paragraph(&bilingual!(
        "berdasarkan {basis}, telah melaksanakan penilaian mandiri {subject} pada {agency} Tahun {year}{means}, dengan \
             hasil sebagai berikut.",
        "has carried out, under {basis}, the {year} self-assessment of {subject} at {agency}{means}, with the \
             following result."
    )));
    blocks
}

/// Names who left the team during the evaluation, and who came in their place; nothing where nobody did.
fn replacements(writer: &FormWriter<'_>) -> Option<Block> {
    let team = &writer.report.workspace.team;
    let told = |member: &Member| {
        let day = in_words(member.until.as_ref()?.value, writer.language);
        let next = member.replaced_by.as_ref().and_then(|next| team.member(&next.value));
        let (name, next) = (&member.name, next.map(|next| next.name.as_str()));
        Some(writer.say(&match next {
            Some(next) => {
                bilingual!("{name} digantikan {next} sejak {day}", "{name} was replaced by {next} from {day}")
            }
            None => bilingual!("{name} tidak lagi menjadi anggota sejak {day}", "{name} left the team on {day}"),
        }))
    };
    let told: Vec<String> = team.members.iter().filter_map(told).collect();
    let told = told.join("; ");
    (!told.is_empty()).then(|| {
        writer.paragraph(&bilingual!(
            "Selama penilaian susunan tim berubah: {told}. Penilaian yang sudah diberikan tetap berlaku.",
            "The team changed during the assessment: {told}. Scores that had been given stay valid."
        ))
    })
}

/// Says by which means levels were assessed; only what the judgements on record name is attested.
fn means(writer: &FormWriter<'_>) -> String {
    let means = [
        (Method::Document, Bilingual::fixed("evaluasi dokumen", "documents")),
        (Method::Interview, Bilingual::fixed("wawancara", "interviews")),
        (Method::Observation, Bilingual::fixed("observasi lapangan", "field observation")),
    ];
    let used = |method: &Method| writer.report.indicators.iter().any(|line| line.methods.contains(method));
    let names: Vec<String> =
        means.iter().filter(|(method, _)| used(method)).map(|(_, name)| writer.say(name)).collect();
    if names.is_empty() {
        return String::new();
    }
    let names = joined(&names, writer.words.language);
    writer.say(&bilingual!(" melalui {names}", " by {names}"))
}

/// Lists the team with room to sign; one dotted line where no member is on record.
fn team_table(writer: &FormWriter<'_>) -> Table {
    let mut table = Table::new("")
        .number("No.")
        .wide(NAME.get(writer.language), 4)
        .wide(writer.say(&Bilingual::fixed("Jabatan, unit kerja", "Position, unit")), 4)
        .wide(writer.say(&Bilingual::fixed("Kedudukan dalam tim", "Role in the team")), 3)
        .wide(writer.say(&Bilingual::fixed("Tanda tangan", "Signature")), 4);
    let team = &writer.report.workspace.team;
    for (number, member) in (1..).zip(team.present()) {
        table.row(vec![
            format!("{number}").into(),
            member.name.as_str().into(),
            position_and_unit(member).into(),
            writer.words.role(member.role.value).into(),
            "\n".into(),
        ]);
    }
    if team.members.is_empty() {
        table.row(vec!["1".into(), DOTS.into(), DOTS.into(), DOTS.into(), "\n".into()]);
    }
    table
}

/// Writes the index, the values of domains and aspects, and the level of every row.
fn results(writer: &FormWriter<'_>) -> Vec<Block> {
    let mut blocks =
        vec![writer.heading(2, &Bilingual::fixed("Hasil penilaian", "Result")), writer.paragraph(&outcome(writer))];
    blocks.push(Block::Table(nodes(writer)));
    blocks.push(writer.heading(2, &Bilingual::fixed("Level setiap indikator", "Level of every indicator")));
    blocks.push(Block::Table(indicators(writer)));
    blocks
}

/// Says the index and its predicate; while rows are open, between what it will lie.
pub(crate) fn outcome(writer: &FormWriter<'_>) -> Bilingual {
    let rated =
        |rated: &Rated| (writer.numbers.shown(&rated.exact), predicate_name(writer.report, rated, writer.language));
    let subject = writer.words.subject();
    match &writer.report.outcome {
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

/// Lists the values by domain and aspect with their weights, and the index last.
fn nodes(writer: &FormWriter<'_>) -> Table {
    let heading = if writer.report.domains.is_empty() { &ASPECT } else { &DOMAINS_AND_ASPECTS };
    let mut table = Table::new("")
        .wide(heading.get(writer.language), 1)
        .number(format!("{} (%)", WEIGHT.get(writer.language)))
        .number(VALUE.get(writer.language));
    for node in writer.report.nodes() {
        let cells = vec![
            node.name.get(writer.language).into(),
            writer.numbers.exactly(&node.weight).into(),
            value(writer, node).into(),
        ];
        if node.is_domain() { table.group(cells) } else { table.row(cells) }
    }
    let index = match &writer.report.outcome {
        Outcome::Index(rated) => writer.numbers.shown(&rated.exact),
        Outcome::Range { lowest, highest } => span(writer, &lowest.exact, &highest.exact),
    };
    let subject = writer.words.subject();
    table.group(vec![
        writer.say(&bilingual!("Indeks {subject}", "{subject} index")).into(),
        "100".into(),
        index.into(),
    ]);
    table
}

/// Writes the value of a domain or an aspect, or the range that it can still take.
fn value(writer: &FormWriter<'_>, node: &Node<'_>) -> String {
    node.value.as_ref().map_or_else(|| span(writer, &node.lowest, &node.highest), |value| writer.numbers.shown(value))
}

/// Writes the least and the most that a value can still become.
fn span(writer: &FormWriter<'_>, lowest: &Exact, highest: &Exact) -> String {
    format!("{} – {}", writer.numbers.shown(lowest), writer.numbers.shown(highest))
}

/// Lists the level of every row; remarks have a column only where levels have names or one is to be remarked on.
fn indicators(writer: &FormWriter<'_>) -> Table {
    let mut table =
        Table::new("").number("No.").wide(INDICATOR.get(writer.language), 5).number(LEVEL.get(writer.language));
    let names_levels = !writer.report.instrument.scale.capabilities.is_empty();
    let remarked = names_levels || writer.report.indicators.iter().any(|line| remark(writer, line).is_some());
    if remarked {
        table = table.wide(writer.say(&Bilingual::fixed("Keterangan", "Remarks")), 2);
    }
    for aspect in writer.report.nodes().into_iter().filter(|node| !node.is_domain()) {
        table.group(vec![aspect.name.get(writer.language).into()]);
        for line in writer.report.lines_of(aspect.id) {
            let level = writer.numbers.level_or_open(line.level);
            let mut cells: Vec<Cell> =
                vec![line.row.to_string().into(), line.name(writer.language).into(), level.into()];
            if remarked {
                let tone = if line.level.is_some() { Tone::Plain } else { Tone::Attention };
                cells.push(Cell::from(remark(writer, line).unwrap_or_else(|| "–".to_owned())).tone(tone));
            }
            table.row(cells);
        }
    }
    table
}

/// Says what is to be said about a level: its name, that the team had to settle it, why it is open.
fn remark(writer: &FormWriter<'_>, line: &Line<'_>) -> Option<String> {
    if line.level.is_none() {
        return Some(in_short(&line.standing, writer.numbers));
    }
    let settled = is_settled_otherwise(writer, line).then(|| writer.say(&Bilingual::fixed("ditetapkan", "settled")));
    let parts: Vec<String> = line.level_name.map(str::to_owned).into_iter().chain(settled).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Tells whether the team settled on a level that some member did not give.
fn is_settled_otherwise(writer: &FormWriter<'_>, line: &Line<'_>) -> bool {
    let Standing::Final(level) = line.standing else { return false };
    let mut scores = writer.report.workspace.scores.iter().filter(|score| score.row.value == line.row);
    scores.any(|score| score.level.value != level)
}

/// Attests that the minutes are true, and leaves room to sign for the coordinator and the responsible officer.
fn closing(writer: &FormWriter<'_>) -> Vec<Block> {
    vec![
        writer.paragraph(&Bilingual::fixed(
            "Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
            "These minutes are a true record and are made to be used as they should.",
        )),
        code(writer),
        writer.signatures(vec![acknowledged(writer), writer.signatory(Role::Responsible)]),
    ]
}

/// Prints the code over all answers, so that the signed paper can be held against the files.
fn code(writer: &FormWriter<'_>) -> Block {
    let code = in_fours(&Approvals::of(writer.report.workspace).code());
    let text = Text::default()
        .strong(writer.say(&Bilingual::fixed("Kode keabsahan: ", "Code of validity: ")))
        .plain(code)
        .plain(writer.say(&Bilingual::fixed(
            ". Kode ini dihitung dari level, jawaban dan data dukung semua indikator; bila salah satunya berubah, kodenya berubah.",
            ". The code follows from level, answer and evidence of every indicator; where one of them changes, so does the code.",
        )));
    Block::Paragraph(text)
}

/// The coordinator acknowledges what the team has recorded, and signs at the left of who answers for it.
fn acknowledged(writer: &FormWriter<'_>) -> SignatureLine {
    let coordinator = writer.signatory(Role::Coordinator);
    let office = &coordinator.office;
    let office = writer.say(&bilingual!("Mengetahui,\n{office}", "Acknowledged by\n{office}"));
    SignatureLine { office, ..coordinator }
}

#[cfg(test)]
mod tests {
    use crate::form::Kind;
    use crate::form::testing::dump;
    use crate::result::testing::{denpasar, pemalang, pemdi, score, settled};
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
