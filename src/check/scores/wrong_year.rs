//! The rule `wrong-year`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::manifest::{Manifest, Period};
use crate::text::bilingual::Bilingual;
use jiff::civil::{Date, date};

/// A record is of another year than the evaluation.
pub(crate) static RULE: Rule = Rule {
    id: "wrong-year",
    severity: Severity::Error,
    stage: Stage::Submission,
    summary: Bilingual::fixed("catatan dari tahun lain", "a record is of another year"),
    why: Bilingual::fixed(
        "Ruang kerja tahun lalu yang hanya diganti tahunnya berisi penilaian tahun lalu; penerima mengira penilaian itu baru.",
        "Last year's workspace with another year in it holds last year's judgements; a receiver would take them for new ones.",
    ),
    example: Bilingual::same(
        "spbe.toml:  year = 2019\nscores/hukum.csv:  12,3,document,2018-07-02,perbup-12-2018-2929b2,Berlaku di semua unit",
    ),
    mend: Bilingual::fixed(
        "Nilai lagi untuk tahun ini, atau perbaiki tanggal, jadwal atau tahunnya.",
        "Score again for this year, or correct the date, the schedule or the year.",
    ),
};

/// Compares scores, decisions and briefings with the year of the evaluation and its schedule, and that with the year.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(manifest) = &facts.workspace.manifest else { return };
    let Some(cycle) = cycle(manifest.year.value) else { return };
    let span = span(manifest);
    if let Some(span) = span.filter(|span| span.end < cycle.early || span.start > cycle.end) {
        let (start, end, year) = (span.start, span.end, manifest.year.value);
        let message = bilingual!(
            "[schedule] dari {start} sampai {end} bukan jadwal evaluasi {year}",
            "[schedule] from {start} to {end} is none of the evaluation of {year}"
        );
        let help = bilingual!("perbaiki [schedule] atau `year`", "correct [schedule] or `year`");
        findings.push(Finding::at(RULE.id, manifest.year.place.clone(), message).help(help));
    }
    let span = span.filter(|span| span.end >= cycle.early && span.start <= cycle.end);
    let mut judge = |what: Bilingual, day: Date, first: Date, place: &Place| {
        let within = |start: Date, end: Date| (start..=end).contains(&day);
        if within(first, cycle.end) || span.is_some_and(|span| within(span.start, span.end)) {
            return;
        }
        let (id, en, year) = (&what.id, &what.en, manifest.year.value);
        let message = bilingual!(
            "{id} bertanggal {day}, evaluasinya tahun {year}",
            "{en} is dated {day}, the evaluation is of {year}"
        );
        let help = bilingual!(
            "catatan tahun lain tidak berlaku; nilai lagi, atau perbaiki tanggalnya",
            "a record of another year does not count; judge again, or correct the date"
        );
        findings.push(Finding::at(RULE.id, place.clone(), message).help(help));
    };
    for (row, day) in facts.workspace.scores.iter().filter_map(|score| Some((score.row.value, score.date.as_ref()?))) {
        let what = bilingual!("nilai indikator `{row}`", "the score of indicator `{row}`");
        judge(what, day.value, cycle.start, &day.place);
    }
    for (row, day) in facts.workspace.finals.iter().filter_map(|score| Some((score.row.value, score.date.as_ref()?))) {
        let what = bilingual!("keputusan untuk indikator `{row}`", "the decision on indicator `{row}`");
        judge(what, day.value, cycle.start, &day.place);
    }
    let approved = facts.workspace.approvals.iter();
    for (row, day) in approved.filter_map(|word| Some((word.row.value, word.date.as_ref()?))) {
        let what = bilingual!("persetujuan indikator `{row}`", "the approval of indicator `{row}`");
        judge(what, day.value, cycle.start, &day.place);
    }
    for briefing in &facts.workspace.team.briefings {
        judge(bilingual!("sosialisasi", "the briefing"), briefing.date.value, cycle.early, &briefing.date.place);
    }
}

/// The days of a cycle: from January to March of the next year, with what prepares it from October before.
#[derive(Clone, Copy)]
struct Cycle {
    early: Date,
    start: Date,
    end: Date,
}

/// Returns the cycle of a year; none for a year that no calendar has.
fn cycle(year: u32) -> Option<Cycle> {
    let year = i16::try_from(year).ok().filter(|year| (1..9998).contains(year))?;
    Some(Cycle { early: date(year - 1, 10, 1), start: date(year, 1, 1), end: date(year + 1, 3, 31) })
}

/// Returns the days from the first to the last of the schedule, where there is one.
fn span(manifest: &Manifest) -> Option<Period> {
    let schedule = &manifest.schedule;
    let periods = || [schedule.planning, schedule.execution, schedule.reporting].into_iter().flatten();
    let start = periods().map(|period| period.start).min()?;
    Some(Period { start, end: periods().map(|period| period.end).max()? })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{Case, at, sound};
    use crate::model::manifest::{Period, Schedule};
    use jiff::civil::date;

    fn of_july_2018() -> Case {
        let mut case = sound();
        for score in &mut case.workspace.scores {
            score.date = Some(at("scores/x.csv", 1, date(2018, 7, 2)));
        }
        case
    }

    #[test]
    fn last_years_records_are_found() {
        let mut case = of_july_2018();
        assert!(case.says(check).is_empty());
        case.manifest().year.value = 2019;
        case.settle(2, "1", "2");
        case.workspace.finals[0].date = Some(at("scores/final.csv", 2, date(2018, 8, 1)));
        let said = case.says(check);
        let count = case.workspace.scores.len();
        assert_eq!(said[0], "scores/x.csv:1 the score of indicator `1` is dated 2018-07-02, the evaluation is of 2019");
        let told = |part: &str| said.iter().filter(|said| said.contains(part)).count();
        assert_eq!((told("the score"), told("the decision"), told("the briefing")), (count, 1, 1), "{said:?}");
    }

    #[test]
    fn the_schedule_may_reach_beyond_the_year_but_must_be_of_it() {
        let mut case = of_july_2018();
        case.manifest().year.value = 2019;
        let period = |from, to| Some(Period { start: from, end: to });
        let schedule = |execution| Schedule { planning: None, execution, reporting: None };
        case.manifest().schedule = schedule(period(date(2018, 6, 1), date(2019, 2, 1)));
        assert!(case.says(check).iter().all(|said| !said.contains("the score")), "{:?}", case.says(check));
        case.manifest().schedule = schedule(period(date(2018, 6, 1), date(2018, 8, 31)));
        let said = case.says(check);
        assert!(
            said[0].contains("[schedule] from 2018-06-01 to 2018-08-31 is none of the evaluation of 2019"),
            "{said:?}"
        );
        assert!(said.len() > case.workspace.scores.len(), "a schedule of last year excuses nothing");
    }

    #[test]
    fn a_cycle_reaches_into_march() {
        let mut case = of_july_2018();
        for (day, found) in
            [(date(2018, 1, 1), 0), (date(2019, 3, 31), 0), (date(2019, 4, 1), 1), (date(2017, 12, 31), 1)]
        {
            case.workspace.scores[0].date = Some(at("scores/hukum.csv", 2, day));
            assert_eq!(case.says(check).len(), found, "{day}");
        }
    }
}
