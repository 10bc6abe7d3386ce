//! The rule `score-missing`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::quoted;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::index::agreement::Standing;
use crate::model::files::{ASSIGNMENTS, EVERY_SCORE, FINAL_SCORES, score_file};
use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::text::bilingual::Bilingual;

/// A row of the evaluation has no level yet.
pub(crate) static RULE: Rule = Rule {
    id: "score-missing",
    severity: Severity::Error,
    stage: Stage::Reporting,
    summary: Bilingual::fixed("indikator belum memiliki level", "an indicator has no level yet"),
    why: Bilingual::fixed(
        "Tanpa level setiap indikator tidak ada indeks, hanya rentang yang masih mungkin.",
        "Without the level of every indicator there is no index, only the range that it can still take.",
    ),
    example: Bilingual::fixed(
        concat!("assignments.csv:  12,hukum,2018-08-31\n", "scores/hukum.csv: tidak ada baris 12",),
        concat!("assignments.csv:  12,hukum,2018-08-31\n", "scores/hukum.csv: no row 12",),
    ),
    mend: Bilingual::fixed(
        "Nilai indikatornya dengan `spbe score`; bila semua penilai sepakat, level itulah yang berlaku.",
        "Score the indicator with `spbe score`; when all its evaluators agree, that is its level.",
    ),
};

/// Finds rows without a level, or without that of everyone who is to score them.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (row, standing) in &facts.standings {
        let Standing::Missing { waiting } = standing else { continue };
        // What is missing may stand in a file that could not be read.
        let unread = |member: &&String| facts.cut.contains(&score_file(member));
        let awaited: Vec<String> = waiting.iter().filter(|member| !unread(member)).cloned().collect();
        let some_unread = facts.cut.iter().any(|file| file.starts_with(EVERY_SCORE));
        let may_be_there = if waiting.is_empty() { some_unread } else { awaited.is_empty() };
        if !may_be_there {
            findings.push(missing(*row, &awaited, facts.workspace));
        }
    }
}

/// Says whose score a row waits for, or that nobody has scored it.
fn missing(row: RowId, waiting: &[String], workspace: &Workspace) -> Finding {
    let indicator = workspace.instrument.as_ref().and_then(|instrument| instrument.indicator(row.indicator));
    let name = indicator.map_or(Bilingual::fixed("", ""), |indicator| indicator.name.clone());
    let awaited = if waiting.is_empty() {
        Bilingual::fixed("tidak ada yang menilainya", "nobody has scored it")
    } else {
        let listed = quoted(waiting);
        bilingual!("menunggu {listed}", "waiting for {listed}")
    };
    let message = Bilingual::new(
        format!("indikator `{row}` ({}) belum memiliki level: {}", name.id, awaited.id),
        format!("indicator `{row}` ({}) has no level yet: {}", name.en, awaited.en),
    );
    let by = waiting.first().map_or("MEMBER", String::as_str);
    let help = bilingual!(
        "nilai dengan `spbe score {row} --level N --by {by}`",
        "score it with `spbe score {row} --level N --by {by}`"
    );
    Finding::at(RULE.id, place(row, waiting, workspace), message).help(help)
}

/// Where a score that does not stand anywhere is expected: with whom it is awaited from, else where the row is named.
fn place(row: RowId, waiting: &[String], workspace: &Workspace) -> Place {
    let of_row = || workspace.assignments.iter().filter(|assignment| assignment.row.value == row);
    let awaited = of_row().find(|assignment| waiting.contains(&assignment.member.value));
    if let Some(assignment) = awaited.or_else(|| of_row().next()) {
        return assignment.row.place.clone();
    }
    let mut services = workspace.manifest.iter().flat_map(|manifest| &manifest.services);
    if let Some(service) = services.find(|service| service.row.value == row) {
        return service.row.place.clone();
    }
    Place::file(if workspace.finals.is_empty() { ASSIGNMENTS } else { FINAL_SCORES })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;
    use crate::diagnostic::file_rules::BAD_SYNTAX;
    use crate::diagnostic::finding::Finding;
    use crate::diagnostic::place::Place;
    use crate::text::bilingual::Bilingual;

    #[test]
    fn what_may_stand_in_a_file_that_was_not_read_is_not_missed() {
        let mut case = sound();
        case.workspace.scores.clear();
        let says = |cut: &[&str]| {
            let read: Vec<Finding> =
                cut.iter().map(|file| Finding::at(BAD_SYNTAX, Place::file(*file), Bilingual::same("half"))).collect();
            let mut findings = Vec::new();
            check(&case.facts().after(&read), &mut findings);
            findings.into_iter().map(|finding| finding.message.en.into_owned()).collect::<Vec<_>>().join("\n")
        };
        assert!(says(&[]).contains("waiting for `hukum`"));
        let one = says(&["scores/hukum.csv"]);
        assert!(!one.contains("hukum") && one.contains("waiting for `ict`"), "{one}");
    }

    #[test]
    fn a_row_waits_for_everyone_who_is_to_score_it() {
        let mut case = sound();
        case.workspace.scores.remove(2);
        assert_eq!(
            case.says(check),
            ["assignments.csv:4 indicator `2` (indicator 2) has no level yet: waiting for `ict`"]
        );
        assert_eq!(case.advises(check), ["score it with `spbe score 2 --level N --by ict`"]);
    }

    #[test]
    fn a_row_that_nobody_is_to_score_is_found_where_it_is_named() {
        let mut case = sound();
        case.workspace.assignments.clear();
        case.workspace.scores.clear();
        let said = case.says(check);
        assert_eq!(said[0], "assignments.csv:- indicator `1` (indicator 1) has no level yet: nobody has scored it");
        assert_eq!(said[2], "spbe.toml:7 indicator `3-1` (indicator 3) has no level yet: nobody has scored it");
        case.settle(2, "2", "3");
        assert!(case.says(check)[0].starts_with("scores/final.csv:- indicator `1`"));
    }

    #[test]
    fn an_agreed_level_needs_no_scores() {
        let mut case = sound();
        case.workspace.scores.remove(0);
        case.settle(2, "1", "2");
        assert!(case.says(check).is_empty());
    }
}
