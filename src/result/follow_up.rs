//! What is to be done after an evaluation, unit by unit: the open recommendations, and what will show that they are done.

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::model::recommendation::{Recommendation, State};
use crate::model::served::Served;
use crate::result::numbers::Numbers;
use crate::result::owners::owners;
use crate::result::report::{Line, Report};
use crate::result::wanted::{Asked, asked};
use crate::text::bilingual::Bilingual;
use crate::text::fold::same;
use crate::text::language::Language;
use crate::text::visible::on_one_line;

/// What one unit is to do.
#[derive(Clone, Debug)]
pub(crate) struct UnitActions<'a> {
    /// The name of the unit; none for what no unit is to do yet.
    pub(crate) unit: Option<&'a str>,
    /// What is to be done, the earliest day first.
    pub(crate) actions: Vec<Action<'a>>,
}

/// One open recommendation, and what will show that it is done.
#[derive(Clone, Debug)]
pub(crate) struct Action<'a> {
    /// The recommendation.
    pub(crate) advice: &'a Recommendation,
    /// The row that it is about; none where the evaluation does not have it.
    pub(crate) line: Option<&'a Line<'a>>,
    /// What the instrument asks above the level of now, up to the one to reach.
    asked: Asked<'a>,
    /// What served as evidence last year.
    served: Vec<&'a Served>,
}

/// Finds what each unit is to do: the units that own indicators first, in their order, then others as they are named;
/// last what no unit is to do yet.
pub(crate) fn by_unit<'a>(report: &'a Report<'a>) -> Vec<UnitActions<'a>> {
    let workspace = report.workspace;
    let owners = owners(workspace);
    let mut units: Vec<UnitActions<'a>> =
        owners.iter().map(|owner| UnitActions { unit: Some(owner.name), actions: Vec::new() }).collect();
    let mut nobody = UnitActions { unit: None, actions: Vec::new() };
    for advice in workspace.recommendations.iter().filter(|advice| advice.state == State::Open) {
        let named = advice.unit.as_deref().filter(|unit| !unit.trim().is_empty());
        let owner = || owners.iter().find(|owner| owner.rows.contains(&advice.row.value)).map(|owner| owner.name);
        let Some(unit) = named.or_else(owner) else {
            nobody.actions.push(action(report, advice));
            continue;
        };
        let is_it = |known: &UnitActions<'_>| known.unit.is_some_and(|known| same(known, unit));
        match units.iter_mut().find(|known| is_it(known)) {
            Some(known) => known.actions.push(action(report, advice)),
            None => units.push(UnitActions { unit: Some(unit), actions: vec![action(report, advice)] }),
        }
    }
    units.push(nobody);
    units.retain(|unit| !unit.actions.is_empty());
    for unit in &mut units {
        // What has no day comes last.
        let day = |action: &Action<'_>| action.advice.due.as_ref().map(|due| due.value);
        unit.actions.sort_by_key(|action| (day(action).is_none(), day(action), action.advice.row.value));
    }
    units
}

/// Joins a recommendation with what the instrument asks for it.
fn action<'a>(report: &'a Report<'a>, advice: &'a Recommendation) -> Action<'a> {
    let line = report.line(advice.row.value);
    let of_line = |line: &'a Line<'a>| {
        let above = line.level.unwrap_or(report.instrument.scale.nothing_shown);
        Some(asked(line, above, advice.to_level.as_ref()?.value, line.evidence == 0))
    };
    let served = report.workspace.wanted.iter().filter(|served| served.row.value == advice.row.value);
    Action { advice, line, asked: line.and_then(of_line).unwrap_or_default(), served: served.collect() }
}

impl Action<'_> {
    /// Says what is handed in to show that it is done, a line each, without what the recommendation itself says.
    pub(crate) fn evidence(&self, numbers: Numbers, language: Language) -> Vec<String> {
        let mut lines: Vec<Bilingual> = self.accepted(numbers);
        if lines.is_empty() {
            lines.extend(self.criteria(numbers));
        }
        lines.extend(self.served.iter().map(|served| {
            let title = &served.title;
            bilingual!("Tahun lalu dipakai: {title}", "Served last year: {title}")
        }));
        if lines.is_empty() {
            lines.push(Bilingual::fixed(
                "Dokumen yang membuktikan bahwa tindakan ini telah selesai",
                "Documents that prove that this is done",
            ));
        }
        lines.iter().map(|line| line.get(language).to_owned()).collect()
    }

    /// Says at which level its indicator stands, and which it is to reach.
    pub(crate) fn levels(&self, numbers: Numbers) -> String {
        let now = numbers.level_or_open(self.line.and_then(|line| line.level));
        let to = numbers.level_or_open(self.advice.to_level.as_ref().map(|level| level.value));
        // Without spaces, so that no line ends between the two.
        format!("level {now}→{to}")
    }

    /// Names the evidence that the instrument accepts.
    fn accepted(&self, numbers: Numbers) -> Vec<Bilingual> {
        let by_level = self.unsaid(&self.asked.by_level).map(|(level, text)| {
            let level = numbers.plain(level);
            bilingual!("Level {level}: {text}", "Level {level}: {text}")
        });
        let kinds: Vec<&str> = self.asked.kinds.iter().copied().filter(|kind| !self.says(kind)).collect();
        let kinds = (!kinds.is_empty()).then(|| {
            let kinds = kinds.join("; ");
            bilingual!("Salah satu atau beberapa dari: {kinds}", "One or more of: {kinds}")
        });
        by_level.chain(kinds).collect()
    }

    /// Asks for proof of what the instrument asks, where it names no evidence.
    fn criteria(&self, numbers: Numbers) -> Vec<Bilingual> {
        let proof = |(level, text): (Decimal, &str)| {
            let level = numbers.plain(level);
            bilingual!("Bukti kriteria level {level}: “{text}”", "Proof of the criterion of level {level}: “{text}”")
        };
        self.unsaid(&self.asked.criteria).map(proof).collect()
    }

    /// Leaves out the texts that the recommendation itself says.
    fn unsaid<'t>(&'t self, texts: &'t [(Decimal, &'t str)]) -> impl Iterator<Item = (Decimal, &'t str)> {
        texts.iter().copied().filter(|(_, text)| !self.says(text))
    }

    /// Tells whether the recommendation says a text itself, as a drafted one does.
    fn says(&self, text: &str) -> bool {
        on_one_line(&self.advice.action.value).contains(on_one_line(text).trim().trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::by_unit;
    use crate::model::workspace::Workspace;
    use crate::result::testing::{pemalang, recommend, report};
    use crate::text::language::Language;

    fn listed(workspace: &Workspace) -> Vec<String> {
        let report = report(workspace);
        let rows = by_unit(&report).into_iter().map(|unit| {
            let rows: Vec<String> = unit.actions.iter().map(|action| action.advice.row.value.to_string()).collect();
            format!("{}: {}", unit.unit.unwrap_or("-"), rows.join(" "))
        });
        rows.collect()
    }

    #[test]
    fn each_unit_has_its_open_actions_the_earliest_first() {
        let mut workspace = pemalang();
        recommend(
            &mut workspace,
            "3,3,Rencana,dinas  kominfo,2019-06-30,,,open\n4,3,Belanja,Dinas Kominfo,2019-03-31,,,open\n\
             18,3,Rapat,,,,,open\n1,3,Sudah,Bagian Hukum,,,,done\n2,3,Lain,Bagian Lain,,,,open\n5,3,Siapa,,,,,open\n",
        );
        assert_eq!(listed(&workspace), ["Dinas Kominfo: 4 3 18", "Bagian Lain: 2", "-: 5"]);
    }

    #[test]
    fn evidence_is_what_the_instrument_accepts_and_is_not_said_twice() {
        let mut workspace = pemalang();
        recommend(&mut workspace, "33,3,Lengkapi,Bagian Hukum,,,,open\n");
        let evidence = |workspace: &Workspace| {
            let report = report(workspace);
            by_unit(&report)[0].actions[0].evidence(report.numbers(Language::English), Language::English)
        };
        let lines = evidence(&workspace);
        assert!(lines[0].starts_with("One or more of: "), "{lines:?}");
        let kinds = lines[0].trim_start_matches("One or more of: ").to_owned();
        workspace.recommendations.clear();
        recommend(&mut workspace, &format!("33,3,\"Lengkapi. Data dukung: {kinds}.\",Bagian Hukum,,,,open\n"));
        assert!(
            evidence(&workspace)[0].starts_with("Proof of the criterion of level 3: “"),
            "{:?}",
            evidence(&workspace)
        );
        workspace.recommendations[0].to_level = None;
        assert_eq!(evidence(&workspace), ["Documents that prove that this is done"]);
        let report = report(&workspace);
        assert_eq!(by_unit(&report)[0].actions[0].levels(report.numbers(Language::English)), "level 2→–");
    }
}
