//! The hand-out of the familiarisation briefing: one per member, with purpose, schedule, indicators, criteria and evidence.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::bilingual;
use crate::form::criteria;
use crate::form::levels;
use crate::form::writer::{FormWriter, on_own_pages};
use crate::model::instrument::Indicator;
use crate::model::manifest::Period;
use crate::model::role::Role;
use crate::model::row::RowId;
use crate::model::team::Member;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::{Cell, Table};
use crate::result::label::{INDICATOR, NAME};
use crate::result::owners::{Owner, owners};
use crate::result::report::{Line, Node};
use crate::result::signing::DOTS;
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;

/// Writes a hand-out for each member, and the criteria of all other indicators once at the end.
pub(crate) fn blocks(writer: &FormWriter<'_>, members: &[&str]) -> Vec<Block> {
    let team = &writer.report.workspace.team;
    let chosen = |member: &&Member| match members {
        [] => !member.has_left(),
        named => named.contains(&member.id.value.as_str()),
    };
    let handouts: Vec<Handout<'_>> =
        team.members.iter().filter(chosen).map(|member| Handout::of(writer, member)).collect();
    let mut parts: Vec<Vec<Block>> = handouts.iter().map(Handout::blocks).collect();
    parts.push(appendix(writer, &handouts));
    on_own_pages(parts)
}

/// Writes the criteria of the indicators that are not yet in the one hand-out; of all where there are several.
fn appendix(writer: &FormWriter<'_>, handouts: &[Handout<'_>]) -> Vec<Block> {
    let told = |indicator: &&Indicator| match handouts {
        [handout] => !handout.own.keys().any(|row| row.indicator == indicator.id),
        _ => true,
    };
    let others: Vec<&Indicator> = writer.report.instrument.indicators.iter().filter(told).collect();
    if others.is_empty() {
        return Vec::new();
    }
    let title = match handouts {
        [_] => Bilingual::fixed(
            "Lampiran: kriteria dan data dukung indikator lainnya",
            "Annex: criteria and evidence of the other indicators",
        ),
        _ => Bilingual::fixed(
            "Lampiran: kriteria dan data dukung semua indikator",
            "Annex: criteria and evidence of all indicators",
        ),
    };
    let mut blocks = vec![writer.heading(1, &title)];
    blocks.extend(criteria::note(writer));
    blocks.push(criteria::table(writer, &others));
    blocks
}

/// What one member is given.
struct Handout<'a> {
    writer: &'a FormWriter<'a>,
    member: &'a Member,
    /// The member's rows, and until when each is due.
    own: BTreeMap<RowId, Option<Date>>,
    owners: Vec<Owner<'a>>,
}

impl<'a> Handout<'a> {
    /// Collects what concerns a member, without assignments to rows that the evaluation does not have.
    fn of(writer: &'a FormWriter<'a>, member: &'a Member) -> Self {
        let workspace = writer.report.workspace;
        let known = workspace.rows();
        let own = workspace.assignments.iter().filter(|it| it.member.value == member.id.value.as_str());
        let own = own.map(|assignment| (assignment.row.value, assignment.due)).filter(|(row, _)| known.contains(row));
        Self { writer, member, own: own.collect(), owners: owners(workspace) }
    }

    /// Writes the hand-out, from the purpose to the criteria of the member's own indicators.
    fn blocks(&self) -> Vec<Block> {
        let name = &self.member.name;
        let title = bilingual!("Lembar sosialisasi: {name}", "Briefing sheet: {name}");
        let mut blocks = vec![self.writer.heading(1, &title), self.head()];
        blocks.extend(self.purpose());
        blocks.extend(self.stages());
        blocks.extend(self.duties());
        blocks.extend(levels::blocks(self.writer));
        blocks.extend(self.indicators());
        blocks.extend(self.criteria());
        blocks
    }

    /// Says whom the hand-out is for; functions are named only where the member has any.
    fn head(&self) -> Block {
        let (writer, member) = (self.writer, self.member);
        let position = member.position.clone().unwrap_or_else(|| "–".to_owned());
        let mut facts = vec![
            writer.fact(&NAME, member.name.clone()),
            writer.fact(&Bilingual::fixed("Jabatan", "Position"), position),
            writer.fact(&Bilingual::fixed("Unit kerja", "Unit"), member.unit.value.clone()),
            writer.fact(&Bilingual::fixed("Kedudukan dalam tim", "Role in the team"), self.role()),
        ];
        let functions = writer.words.functions(member);
        if !functions.is_empty() {
            facts.push(writer.fact(&Bilingual::fixed("Fungsi", "Function"), functions));
        }
        Block::Facts(facts)
    }

    /// Names the member's role as the instrument does.
    fn role(&self) -> String {
        self.writer.words.role(self.member.role.value)
    }

    /// Says what the evaluation is for, and under which regulation it is done.
    fn purpose(&self) -> Vec<Block> {
        let writer = self.writer;
        let (agency, year, regulation) =
            (&writer.report.agency.name, writer.report.year, &writer.report.instrument.regulation);
        let (subject, team) = (writer.words.whole_subject(), writer.words.team());
        let opening = bilingual!(
            "{agency} melaksanakan evaluasi {subject} Tahun {year} secara mandiri menurut {regulation}. Lembar ini \
             disampaikan kepada setiap anggota {team} sebagai pegangan selama evaluasi.",
            "{agency} evaluates its own {subject} in {year} under {regulation}. Every member of the {team} is given \
             this sheet to work by."
        );
        let mut blocks =
            vec![writer.heading(2, &Bilingual::fixed("Tujuan evaluasi", "Purpose")), writer.paragraph(&opening)];
        blocks.extend(writer.words.definition().map(|definition| writer.paragraph(&definition)));
        blocks.push(writer.paragraph(&Bilingual::fixed("Evaluasi bertujuan untuk:", "The evaluation is to:")));
        let purposes = [
            Bilingual::fixed(
                "menjamin mutu pelaksanaan evaluasi;",
                "assure the quality of how the evaluation is done;",
            ),
            Bilingual::fixed(
                "mengetahui kemajuan yang dicapai instansi;",
                "know the progress that the agency has made;",
            ),
            Bilingual::fixed(
                "memberikan saran perbaikan untuk meningkatkan kualitas.",
                "give advice that raises the quality.",
            ),
        ];
        blocks.push(Block::Numbered(purposes.iter().map(|text| writer.say(text).into()).collect()));
        blocks
    }

    /// Lists the three stages with their days.
    fn stages(&self) -> Vec<Block> {
        let writer = self.writer;
        let schedule = writer.report.workspace.manifest.as_ref().map(|manifest| manifest.schedule).unwrap_or_default();
        let mut table = Table::new("")
            .narrow(writer.say(&Bilingual::fixed("Tahap", "Stage")))
            .wide(writer.say(&Bilingual::fixed("Kegiatan", "What is done")), 5)
            .wide(writer.say(&Bilingual::fixed("Waktu", "When")), 3);
        let stages = [
            (
                Bilingual::fixed("Perencanaan", "Planning"),
                Bilingual::fixed(
                    "Menyiapkan instrumen dan tim, serta menyosialisasikan evaluasi",
                    "The instrument and the team are prepared and the evaluation is explained",
                ),
                schedule.planning,
            ),
            (
                Bilingual::fixed("Pelaksanaan", "Execution"),
                Bilingual::fixed(
                    "Mengumpulkan data dan menilai: evaluasi dokumen, diperdalam dengan wawancara dan observasi lapangan",
                    "Data is collected and assessed: by documents, deepened by interviews and field observation",
                ),
                schedule.execution,
            ),
            (
                Bilingual::fixed("Pelaporan", "Reporting"),
                Bilingual::fixed(
                    "Menyusun hasil evaluasi dan rekomendasi perbaikan",
                    "Results and recommendations are compiled",
                ),
                schedule.reporting,
            ),
        ];
        for (stage, what, period) in stages {
            table.row(vec![writer.say(&stage).into(), writer.say(&what).into(), self.period(period).into()]);
        }
        vec![writer.heading(2, &Bilingual::fixed("Tahapan dan jadwal", "Stages and dates")), Block::Table(table)]
    }

    /// Writes the first and the last day of a stage, or a dotted line where they are not set.
    fn period(&self, period: Option<Period>) -> String {
        let Some(Period { start, end }) = period else { return DOTS.to_owned() };
        let (start, end) = (in_words(start, self.writer.language), in_words(end, self.writer.language));
        self.writer.say(&bilingual!("{start} s.d. {end}", "{start} to {end}"))
    }

    /// Lists what the member's role does; whoever scores is told too how a level is explained.
    fn duties(&self) -> Vec<Block> {
        let writer = self.writer;
        let tasks = writer.words.tasks(self.member.role.value);
        let mut blocks = vec![
            writer.heading(2, &Bilingual::fixed("Tugas Saudara dalam tim", "Your task in the team")),
            Block::List(tasks.iter().map(|task| writer.say(task).into()).collect()),
        ];
        if self.member.role.value == Role::Member || !self.own.is_empty() {
            blocks.push(writer.paragraph(&Bilingual::fixed(
                "Setiap level disertai penjelasan dengan urutan fakta – analisis – justifikasi: fakta menyebut dokumen \
                 (nama, nomor, tahun, pasal, halaman); analisis membandingkannya dengan kriteria; justifikasi \
                 menyatakan mengapa level itu tercapai dan level berikutnya belum.",
                "Every level is explained in the order facts – analysis – justification: the facts name the document \
                 (title, number, year, article, page); the analysis compares it with the criterion; the justification \
                 says why this level is reached and the next is not.",
            )));
        }
        blocks
    }

    /// Lists all indicators; the columns for the member's own are left out where there are none.
    fn indicators(&self) -> Vec<Block> {
        let writer = self.writer;
        let marked = !self.own.is_empty();
        let mut table = Table::new("");
        if marked {
            table = table.mark(writer.say(&Bilingual::fixed("Tugas", "Yours")));
        }
        table = table
            .number(writer.say(&Bilingual::fixed("No.", "No.")))
            .wide(INDICATOR.get(writer.language), 5)
            .wide(writer.say(&Bilingual::fixed("Unit pemilik", "Owned by")), 3);
        if marked {
            table = table.narrow(writer.say(&Bilingual::fixed("Tenggat", "Due")));
        }
        for aspect in writer.report.nodes().into_iter().filter(|node| !node.is_domain()) {
            self.aspect(&mut table, aspect);
        }
        vec![
            writer.heading(2, &Bilingual::fixed("Semua indikator", "All indicators")),
            writer.paragraph(&self.share()),
            Block::Table(table),
        ]
    }

    /// Says which of the indicators are the member's own.
    fn share(&self) -> Bilingual {
        let (own, Bilingual { id, en }) = (self.own.len(), self.counted());
        if own > 0 {
            return bilingual!(
                "Dari {id} berikut, {own} ditugaskan kepada Saudara dan diberi tanda ✓. Setiap anggota tim memahami \
                 semua indikator.",
                "Of the {en} below, {own} are assigned to you and marked ✓. Every member of the team knows all of them."
            );
        }
        // Who is in the team to evaluate is only not given anything yet.
        let none = match self.member.role.value {
            Role::Member => Bilingual::fixed(
                "Belum ada indikator yang ditugaskan kepada Saudara.",
                "No indicator is assigned to you yet.",
            ),
            _ => Bilingual::fixed(
                "Saudara tidak menilai indikator; tugas Saudara tercantum di atas.",
                "You score no indicators; your duties stand above.",
            ),
        };
        let (none_id, none_en) = (none.id, none.en);
        bilingual!(
            "{none_id} Setiap anggota tim memahami semua {id} berikut.",
            "{none_en} Every member of the team knows all {en} below."
        )
    }

    /// Counts the indicators, and the rows that are scored where services make more of them.
    fn counted(&self) -> Bilingual {
        let lines = &self.writer.report.indicators;
        let rows = lines.len();
        let indicators = lines.iter().map(|line| line.indicator.id).collect::<BTreeSet<_>>().len();
        if rows == indicators {
            bilingual!("{rows} indikator", "{rows} indicators")
        } else {
            bilingual!(
                "{indicators} indikator ({rows} bila tiap layanan dihitung)",
                "{indicators} indicators ({rows} where each service is counted)"
            )
        }
    }

    /// Adds an aspect and its rows to the table.
    fn aspect(&self, table: &mut Table, aspect: &Node<'_>) {
        table.group(vec![aspect.name.get(self.writer.language).into()]);
        for line in self.writer.report.lines_of(aspect.id) {
            table.row(self.indicator(line));
        }
    }

    /// Writes a row with the units that own it; the member's own is ticked, bold, and has its due day.
    fn indicator(&self, line: &Line<'_>) -> Vec<Cell> {
        let name = line.name(self.writer.language);
        let owned: Vec<&str> =
            self.owners.iter().filter(|owner| owner.rows.contains(&line.row)).map(|owner| owner.name).collect();
        let owned = if owned.is_empty() { "–".to_owned() } else { owned.join(", ") };
        let number = line.row.to_string().into();
        match self.own.get(&line.row) {
            Some(due) => {
                let due = due.map_or_else(|| "–".to_owned(), |due| in_words(due, self.writer.language));
                vec!["✓".into(), number, Text::default().strong(name).into(), owned.into(), due.into()]
            }
            None if self.own.is_empty() => vec![number, name.into(), owned.into()],
            None => vec!["".into(), number, name.into(), owned.into(), "".into()],
        }
    }

    /// Writes the criteria of the member's own indicators; nothing where none is assigned.
    fn criteria(&self) -> Vec<Block> {
        let writer = self.writer;
        let own = |indicator: &&Indicator| self.own.keys().any(|row| row.indicator == indicator.id);
        let indicators: Vec<&Indicator> = writer.report.instrument.indicators.iter().filter(own).collect();
        if indicators.is_empty() {
            return Vec::new();
        }
        let title =
            Bilingual::fixed("Kriteria dan data dukung indikator Saudara", "Criteria and evidence of your indicators");
        let mut blocks = vec![writer.heading(2, &title)];
        blocks.extend(criteria::note(writer));
        blocks.push(criteria::table(writer, &indicators));
        blocks
    }
}

#[cfg(test)]
mod tests {
    use crate::form::testing::{dump, dump_for};
    use crate::form::{Kind, Options};
    use crate::model::workspace::Workspace;
    use crate::result::testing::{assign, denpasar, pemalang};
    use crate::text::language::Language;

    fn for_member(id: &str, language: Language) -> String {
        let mut workspace = pemalang();
        assign(&mut workspace, "33,hukum,2018-07-13\n");
        dump_for(&workspace, Kind::Briefing, &Options { members: vec![id], ..Options::default() }, language)
    }

    #[test]
    fn a_member_finds_their_own_indicators_marked_among_all() {
        let text = for_member("hukum", Language::Indonesian);
        let marked: Vec<&str> = text.lines().filter(|line| line.starts_with("✓|")).collect();
        assert_eq!(marked.len(), 4, "{text}");
        assert_eq!(marked[3], "✓|33|Layanan Dokumentasi dan Informasi Hukum|Bagian Hukum|13 Juli 2018");
        assert_eq!(text.lines().filter(|line| line.starts_with('|')).count(), 31, "all others without a mark");
        assert!(text.contains("Dari 35 indikator berikut, 4 ditugaskan"), "{text}");
        assert!(text.contains("Pelaksanaan|Mengumpulkan data"), "{text}");
        assert!(text.contains("1 Juni 2018 s.d. 31 Agustus 2018"), "{text}");
    }

    #[test]
    fn services_make_more_rows_than_indicators() {
        let text = dump(&denpasar_with_a_team(), Kind::Briefing, Language::Indonesian);
        assert!(text.contains("semua 35 indikator (37 bila tiap layanan dihitung) berikut"), "{text}");
        assert!(text.contains("Belum ada indikator yang ditugaskan kepada Saudara."), "{text}");
    }

    fn denpasar_with_a_team() -> Workspace {
        Workspace { team: pemalang().team, ..denpasar() }
    }

    #[test]
    fn every_indicator_has_its_criteria_once() {
        let text = for_member("hukum", Language::Indonesian);
        let (own, others) = text.split_once("# Lampiran").expect("an annex");
        let named = |text: &str, number: u32| text.lines().any(|line| line.starts_with(&format!("{number}. ")));
        for number in 1..=35 {
            let mine = [1, 2, 3, 33].contains(&number);
            assert_eq!((named(own, number), named(others, number)), (mine, !mine), "{number}");
        }
        assert!(own.contains("3|Tugas Tim Pengarah berlaku untuk semua unit kerja/perangkat daerah."));
        assert!(own.contains("Data dukung yang diterima pada semua level: Dokumen kebijakan; "));
    }

    #[test]
    fn every_member_has_pages_of_their_own_with_their_task() {
        let text = dump(&pemalang(), Kind::Briefing, Language::English);
        let pages: Vec<&str> = text.split("\n---\n").collect();
        assert_eq!(pages.len(), 6, "five members and the annex");
        assert!(pages[0].contains("# Briefing sheet: Sekretaris Daerah"));
        assert!(pages[0].contains("You score no indicators; your duties stand above. Every member"), "{}", pages[0]);
        assert!(pages[0].contains("\nNo.|Indicator|Owned by\n"), "nothing is hers to tick: {}", pages[0]);
        assert!(pages[0].contains("sends the result to the ministry"));
        assert!(pages[0].contains("is given this sheet to work by."), "{}", pages[0]);
        assert!(pages[3].contains("✓|1|Internal policy on the SPBE steering team"), "{}", pages[3]);
        assert!(pages[3].contains("|Bagian Hukum|–"), "no day is made up");
    }
}
