//! Which rows somebody from outside looks at first, who believes none of them, and why: values, and their words.

use std::cmp::{Ordering, Reverse};

use jiff::civil::Date;

use crate::bilingual;
use crate::index::agreement::given;
use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::result::external::apart;
use crate::result::report::{Line, Report};
use crate::result::wanted::whole;
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::language::Language;

/// How many years before that of the evaluation a document may come from; no instrument says how old one may be.
const YEARS: u32 = 3;
/// From how many levels on a rise since last year wants a second look.
const JUMP: u32 = 2;

/// A row that is worth a look, and why.
#[derive(Clone, Debug)]
pub(crate) struct Risk<'a> {
    /// The row.
    pub(crate) line: &'a Line<'a>,
    /// Why; there is at least one reason.
    pub(crate) reasons: Vec<Reason>,
    /// The documents that are linked to the row or cited for it.
    pub(crate) documents: Vec<&'a Evidence>,
}

/// Why a row is worth a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// There is no document.
    NoDocument,
    /// One document alone supports the level.
    OneDocument,
    /// All documents support a lower level; this is the highest of them.
    LowerDocuments(Decimal),
    /// Documents support the level, but somebody who asked or looked on the spot found a lower one.
    LowerFinding(EvidenceKind, Decimal),
    /// All documents that support the level are old; this is the day of the newest.
    OldDocuments(Date),
    /// The level lies above that of every evaluator; this is the highest that one of them gave.
    AboveEvaluators(Decimal),
    /// Evaluators gave different levels: the lowest and the highest.
    EvaluatorsDiffered(Decimal, Decimal),
    /// The level has risen by much from that of an earlier year.
    Risen(Decimal, u32),
}

/// Finds the rows that are worth a look, those with most reasons first; of those with as many, in their order.
pub(crate) fn risks<'a>(report: &'a Report<'a>) -> Vec<Risk<'a>> {
    let given = given(report.workspace);
    let risk = |line: &'a Line<'a>| {
        let levels = given.get(&line.row).map_or(&[][..], Vec::as_slice);
        let documents: Vec<Shown<'a>> = shown(report, line);
        let mut reasons = of_documents(report, line, &documents);
        reasons.extend(of_evaluators(line, levels));
        reasons.extend(risen(report, line));
        let documents = documents.into_iter().map(|shown| shown.evidence).collect();
        (!reasons.is_empty()).then_some(Risk { line, reasons, documents })
    };
    let mut risks: Vec<Risk<'a>> = report.indicators.iter().filter_map(risk).collect();
    risks.sort_by_key(|risk| Reverse(risk.reasons.len()));
    risks
}

/// A document of a row, with the level that its links state.
#[derive(Clone, Copy, Debug)]
struct Shown<'a> {
    evidence: &'a Evidence,
    stated: Option<Decimal>,
}

impl Shown<'_> {
    /// Tells whether it supports a level; one about which no link states a level does.
    ///
    /// A level between two is that of the lower one, reached in part, so that evidence for the lower one is enough.
    fn supports(&self, level: Decimal) -> bool {
        self.stated.is_none_or(|stated| whole(stated) >= whole(level))
    }

    /// Tells whether somebody saw it for themselves: in an interview or on the spot.
    fn is_finding(&self) -> bool {
        matches!(self.evidence.kind, EvidenceKind::Interview | EvidenceKind::Observation)
    }
}

/// Collects the documents of a row; what a link states counts, for a score that cites a document makes it show no more.
fn shown<'a>(report: &'a Report<'a>, line: &Line<'_>) -> Vec<Shown<'a>> {
    let shown = |(evidence, _): (&'a Evidence, _)| {
        let stated = report.support.stated(line.row, evidence.id.value.as_str());
        Shown { evidence, stated: stated.map(|stated| stated.value).max() }
    };
    report.support.documents_of(line.row).into_iter().map(shown).collect()
}

/// Finds what is doubtful about the documents of a row; a level that needs none, or that is open, rests on none.
fn of_documents(report: &Report<'_>, line: &Line<'_>, documents: &[Shown<'_>]) -> Vec<Reason> {
    let lowest = report.instrument.scale.nothing_shown;
    let Some(level) = line.level.filter(|level| *level > lowest) else { return Vec::new() };
    // Where nothing is indexed at all, each row would say the same; the section says it once.
    if report.workspace.evidence.is_empty() {
        return Vec::new();
    }
    let supporting: Vec<&Shown<'_>> = documents.iter().filter(|shown| shown.supports(level)).collect();
    let first = match (documents, supporting.as_slice()) {
        ([], _) => Some(Reason::NoDocument),
        (_, []) => documents.iter().filter_map(|shown| shown.stated).max().map(Reason::LowerDocuments),
        (_, [_]) => Some(Reason::OneDocument),
        _ => None,
    };
    let finding = documents.iter().filter(|shown| shown.is_finding() && !shown.supports(level));
    let finding = finding.filter_map(|shown| Some((shown.stated?, shown.evidence.kind))).min_by_key(|found| found.0);
    let finding = finding.filter(|_| !supporting.is_empty());
    let finding = finding.map(|(level, kind)| Reason::LowerFinding(kind, level));
    first.into_iter().chain(finding).chain(old(report, &supporting)).collect()
}

/// Finds whether every document that supports a level is old; one without a day is as good as old where another is.
fn old(report: &Report<'_>, supporting: &[&Shown<'_>]) -> Option<Reason> {
    let newest = supporting.iter().filter_map(|shown| Some(shown.evidence.date.as_ref()?.value)).max()?;
    (i32::from(newest.year()) < i32::try_from(oldest(report)).ok()?).then_some(Reason::OldDocuments(newest))
}

/// Returns the first year that is not too long ago.
fn oldest(report: &Report<'_>) -> u32 {
    report.year.saturating_sub(YEARS)
}

/// Finds whether evaluators differed, and whether what was decided lies above them all.
fn of_evaluators(line: &Line<'_>, given: &[Decimal]) -> Vec<Reason> {
    let (Some(lowest), Some(highest)) = (given.iter().min().copied(), given.iter().max().copied()) else {
        return Vec::new();
    };
    let above = line.level.filter(|level| *level > highest).map(|_| Reason::AboveEvaluators(highest));
    let differed = (lowest != highest).then_some(Reason::EvaluatorsDiffered(lowest, highest));
    above.into_iter().chain(differed).collect()
}

/// Finds whether a level has risen by much since last year, where that is known.
fn risen(report: &Report<'_>, line: &Line<'_>) -> Option<Reason> {
    let previous = report.previous.as_ref()?;
    let from = previous.level(line)?;
    let (side, distance) = apart(line.level, Some(from))?;
    (side == Ordering::Greater && distance >= Exact::from(JUMP)).then_some(Reason::Risen(from, previous.year))
}

impl Reason {
    /// Returns the word by which programs know it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::NoDocument => "no-document",
            Self::OneDocument => "one-document",
            Self::LowerDocuments(_) => "lower-documents",
            Self::LowerFinding(..) => "lower-finding",
            Self::OldDocuments(_) => "old-documents",
            Self::AboveEvaluators(_) => "above-evaluators",
            Self::EvaluatorsDiffered(..) => "evaluators-differed",
            Self::Risen(..) => "risen",
        }
    }

    /// Says it as one would in an office.
    pub(crate) fn told(self, report: &Report<'_>, language: Language) -> String {
        let numbers = report.numbers(language);
        // The instrument knows what those who evaluate are called.
        let Bilingual { id, en } = &report.instrument.evaluator;
        let said = match self {
            Self::NoDocument => Bilingual::fixed("tidak ada dokumen yang mendukungnya", "no document supports it"),
            Self::OneDocument => {
                Bilingual::fixed("hanya satu dokumen yang mendukung level ini", "only one document supports this level")
            }
            Self::LowerDocuments(highest) => {
                let highest = numbers.level(highest);
                bilingual!(
                    "dokumennya hanya mendukung sampai level {highest}",
                    "its documents support level {highest} at most"
                )
            }
            Self::LowerFinding(kind, level) => finding(kind, &numbers.level(level)),
            Self::OldDocuments(newest) => {
                let newest = in_words(newest, language);
                bilingual!("dokumen terbarunya sudah lama: {newest}", "its newest document is old: {newest}")
            }
            Self::AboveEvaluators(highest) => {
                let highest = numbers.level(highest);
                bilingual!(
                    "ditetapkan di atas penilaian semua {id}, yang tertinggi level {highest}",
                    "it was settled above every {en}, the highest of whom gave level {highest}"
                )
            }
            Self::EvaluatorsDiffered(lowest, highest) => {
                let (lowest, highest) = (numbers.level(lowest), numbers.level(highest));
                bilingual!(
                    "para {id} menilai berbeda, dari level {lowest} sampai {highest}",
                    "{en}s differed, from level {lowest} to {highest}"
                )
            }
            Self::Risen(from, year) => {
                let from = numbers.level(from);
                bilingual!("naik jauh dari level {from} pada tahun {year}", "it rose far from level {from} in {year}")
            }
        };
        said.get(language).to_owned()
    }
}

/// Says what was found on the spot.
fn finding(kind: EvidenceKind, level: &str) -> Bilingual {
    match kind {
        EvidenceKind::Interview => {
            bilingual!("wawancara hanya menunjukkan level {level}", "an interview shows level {level} only")
        }
        _ => bilingual!("observasi hanya menunjukkan level {level}", "an observation shows level {level} only"),
    }
}

/// Says how many rows are worth a look, and by what they were chosen and by what not.
pub(crate) fn said(report: &Report<'_>, risks: &[Risk<'_>]) -> Vec<Bilingual> {
    let (count, all) = (risks.len(), report.indicators.len());
    let is_bare = report.workspace.evidence.is_empty();
    let chosen = match (count, is_bare) {
        (0, false) => bilingual!(
            "Dari {all} indikator, tidak ada yang menurut catatan ini perlu diperiksa lebih dahulu.",
            "Of {all} indicators, there is none that by these records wants to be looked at first."
        ),
        (0, true) => Bilingual::fixed(
            "Alasan lain untuk memeriksa suatu indikator lebih dahulu tidak ditemukan.",
            "No other reason was found to look at an indicator first.",
        ),
        _ => bilingual!(
            "Dari {all} indikator, {count} sebaiknya diperiksa lebih dahulu oleh penilai dari luar; yang alasannya \
             terbanyak berada di atas.",
            "Of {all} indicators, {count} had best be looked at first by somebody from outside; those with most reasons \
             stand at the top."
        ),
    };
    let mut said = if is_bare { vec![bare(), chosen] } else { vec![chosen, age(report)] };
    if report.previous.is_none() {
        said.push(Bilingual::fixed(
            "Kenaikan level dari tahun lalu tidak ikut diperiksa karena hasil tahun lalu tidak disertakan.",
            "Rises since last year were not looked at, for last year's result was not put beside this one.",
        ));
    }
    said
}

/// Says that nothing is proven where no evidence is on record.
fn bare() -> Bilingual {
    Bilingual::fixed(
        "Belum ada data dukung yang didaftarkan: tidak satu level pun dapat dibuktikan dari catatan ini, sehingga semua \
         indikator perlu diperiksa.",
        "No evidence is on record: no level can be proven by these records, and every indicator wants to be looked at.",
    )
}

/// Says which documents count as old, and that this is no word of the instrument.
fn age(report: &Report<'_>) -> Bilingual {
    let oldest = oldest(report);
    bilingual!(
        "Instrumen tidak menyebut batas usia dokumen; di sini dokumen dianggap lama bila bertanggal sebelum tahun \
         {oldest}, yaitu lebih dari {YEARS} tahun sebelum tahun evaluasi.",
        "The instrument does not say how old a document may be; here one counts as old that is dated before {oldest}, \
         more than {YEARS} years before the year of the evaluation."
    )
}

#[cfg(test)]
mod tests {
    use super::{Reason, risks, said};
    use crate::model::evidence::EvidenceKind;
    use crate::model::workspace::Workspace;
    use crate::result::report::Report;
    use crate::result::testing::{denpasar, empty, pemdi, report, score, settle, support};
    use crate::text::language::Language;

    /// Levels of four rows, settled; nothing else is known of them.
    fn settled(levels: &[u32]) -> Workspace {
        let mut workspace = empty("spbe-2018", 2018, "Kota Contoh", "city", "", &[]);
        settle(&mut workspace, levels);
        workspace
    }

    /// Lists the rows with the codes of their reasons.
    fn listed(report: &Report<'_>) -> Vec<String> {
        let codes = |reasons: &[Reason]| reasons.iter().map(|reason| reason.code()).collect::<Vec<_>>().join(" ");
        risks(report).iter().map(|risk| format!("{}: {}", risk.line.row, codes(&risk.reasons))).collect()
    }

    fn of(workspace: &Workspace) -> Vec<String> {
        listed(&report(workspace))
    }

    #[test]
    fn the_documents_of_a_level_are_looked_at() {
        let mut workspace = settled(&[2, 2, 2, 2, 0]);
        support(
            &mut workspace,
            "a,document,A,2018-01-02,,evidence/a.pdf,00\nb,document,B,2014-12-31,,evidence/b.pdf,00\n\
             c,interview,C,2018-01-02,,,\n",
            "1,a,2\n1,b,2\n2,b,3\n3,a,1\n",
        );
        assert_eq!(of(&workspace), ["2: one-document old-documents", "3: lower-documents", "4: no-document"]);
        support(&mut workspace, "", "2,a,2\n1,c,1\n");
        assert_eq!(of(&workspace), ["1: lower-finding", "3: lower-documents", "4: no-document"]);
        let report = report(&workspace);
        assert_eq!(risks(&report)[0].reasons, [Reason::LowerFinding(EvidenceKind::Interview, 1.into())]);
        let titles: Vec<&str> = risks(&report)[0].documents.iter().map(|document| document.title.as_str()).collect();
        assert_eq!(titles, ["A", "B", "C"]);
    }

    #[test]
    fn a_document_is_old_from_the_fourth_year_before_the_evaluation_on() {
        for (day, is_old) in [("2014-12-31", true), ("2015-01-01", false), ("", false)] {
            let mut workspace = settled(&[2]);
            support(&mut workspace, &format!("a,document,A,{day},,evidence/a.pdf,00\n"), "1,a,\n");
            assert_eq!(of(&workspace)[0].contains("old-documents"), is_old, "{day}");
        }
    }

    #[test]
    fn a_level_between_two_is_supported_by_evidence_for_the_lower_one() {
        let mut workspace = pemdi();
        support(&mut workspace, "a,document,A,2026-01-02,,a,00\nb,document,B,2026-01-02,,b,00\n", "2,a,3\n2,b,3\n");
        let found = of(&workspace);
        assert!(!found.iter().any(|row| row.starts_with("2:")) && found[0] == "1: no-document", "{found:?}");
    }

    #[test]
    fn what_evaluators_gave_is_looked_at_and_most_reasons_come_first() {
        let mut workspace = settled(&[3, 3, 3]);
        score(&mut workspace, "hukum", "1,3,document,,,\n2,1,document,,,\n3,2,document,,,\n");
        score(&mut workspace, "tik", "1,3,document,,,\n2,2,document,,,\n");
        assert_eq!(of(&workspace), ["2: above-evaluators evaluators-differed", "3: above-evaluators"]);
    }

    #[test]
    fn a_rise_by_two_levels_is_named_only_beside_last_year() {
        let (now, mut then) = (settled(&[3, 3, 1]), settled(&[1, 2, 3]));
        then.manifest.as_mut().expect("a manifest").year.value = 2017;
        assert!(of(&now).is_empty());
        let (now, then) = (report(&now), report(&then));
        assert_eq!(listed(&now.beside(&then)), ["1: risen"]);
    }

    #[test]
    fn the_reasons_are_words_of_an_office() {
        let mut workspace = settled(&[3]);
        score(&mut workspace, "hukum", "1,1,document,,,\n");
        score(&mut workspace, "tik", "1,2,document,,,\n");
        support(&mut workspace, "a,document,A,2010-05-02,,evidence/a.pdf,00\n", "1,a,3\n");
        let report = report(&workspace);
        let told = |language| risks(&report)[0].reasons.iter().map(|it| it.told(&report, language)).collect::<Vec<_>>();
        assert_eq!(
            told(Language::Indonesian),
            [
                "hanya satu dokumen yang mendukung level ini",
                "dokumen terbarunya sudah lama: 2 Mei 2010",
                "ditetapkan di atas penilaian semua evaluator, yang tertinggi level 2",
                "para evaluator menilai berbeda, dari level 1 sampai 2",
            ]
        );
        assert_eq!(told(Language::English)[3], "evaluators differed, from level 1 to 2");
    }

    #[test]
    fn what_was_not_looked_at_is_said() {
        let workspace = denpasar();
        let report = report(&workspace);
        let told: Vec<String> =
            said(&report, &risks(&report)).into_iter().map(|text| text.en).map(Into::into).collect();
        assert!(told[0].contains("No evidence is on record") && told[1].contains("No other reason"), "{told:?}");
        assert!(told[2].contains("was not put beside"), "{told:?}");
    }
}
