//! What the execution asks for: scores, agreement, evidence.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::index::agreement::Standing;
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::result::owners::ownerless;
use crate::result::progress::checks::{Check, CheckState, Inspector, Item, done};
use crate::result::progress::members::MemberProgress;
use crate::result::progress::units::rows;
use crate::result::wanted::need;

impl Inspector<'_, '_> {
    /// Looks for scores that are not in, and for rows that nobody is to score and that have no level.
    pub(super) fn scores(&self) -> Check {
        let missing = self.members.iter().flat_map(MemberProgress::missing).map(|task| task.line.row);
        let lines = self.report.indicators.iter();
        let waiting = lines.filter(|line| matches!(line.standing, Standing::Missing { .. })).map(|line| line.row);
        let rows: BTreeSet<RowId> = missing.chain(waiting).collect();
        let command = bilingual!(
            "spbe score INDIKATOR --level N --by ANGGOTA --evidence ID --explanation TEKS",
            "spbe score INDICATOR --level N --by MEMBER --evidence ID --explanation TEXT"
        );
        let nobody = self.members.iter().all(|member| member.tasks.is_empty());
        match rows.is_empty() && nobody {
            true => Check { state: CheckState::NotNeeded, ..done(Item::Scores, command) },
            false => self.of_rows(Item::Scores, rows.into_iter().collect(), |_| command),
        }
    }

    /// Looks for rows on which evaluators differ; where none ever did, nothing is to be agreed.
    pub(super) fn disagreements(&self) -> Check {
        let lines = || self.report.indicators.iter();
        let rows: Vec<RowId> =
            lines().filter(|line| matches!(line.standing, Standing::Disputed { .. })).map(|line| line.row).collect();
        let differed = |row: RowId| {
            let levels: BTreeSet<Decimal> = self.report.support.scores_of(row).map(|score| score.level.value).collect();
            levels.len() > 1
        };
        let ever = lines().any(|line| differed(line.row));
        let decider = self.report.workspace.team.present().find(|member| member.role.value.decides());
        let (in_id, in_en) = match decider {
            Some(member) => (member.id.value.as_str(), member.id.value.as_str()),
            None => ("ANGGOTA", "MEMBER"),
        };
        let first = rows.first().map(ToString::to_string);
        let (id, en) = (first.as_deref().unwrap_or("INDIKATOR"), first.as_deref().unwrap_or("INDICATOR"));
        let command = bilingual!(
            "spbe agree {id} --level N --by {in_id} --reason ALASAN",
            "spbe agree {en} --level N --by {in_en} --reason TEXT"
        );
        match rows.is_empty() && !ever {
            true => Check { state: CheckState::NotNeeded, ..done(Item::Disagreements, command) },
            false => self.of_rows(Item::Disagreements, rows, |_| command),
        }
    }

    /// Looks for rows whose evidence is missing, also those that no unit answers for.
    pub(super) fn evidence(&self) -> Check {
        let owned = self.units.iter().flat_map(|unit| rows(unit.lacking()));
        let lacking: BTreeSet<RowId> = owned.chain(self.unowned()).collect();
        self.of_rows(Item::Evidence, lacking.into_iter().collect(), |rows| {
            let first = rows.first().map(ToString::to_string).unwrap_or_default();
            bilingual!(
                "spbe evidence add BERKAS --for {first} --level N",
                "spbe evidence add FILE --for {first} --level N"
            )
        })
    }

    /// Returns the rows without an owner whose evidence is missing.
    fn unowned(&self) -> Vec<RowId> {
        let ownerless = ownerless(self.report.workspace);
        let lines = self.report.indicators.iter().filter(|line| ownerless.contains(&line.row));
        lines.filter(|line| need(self.report, line).is_lacking()).map(|line| line.row).collect()
    }
}
