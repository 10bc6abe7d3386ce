//! What `spbe agree` writes: the agreed level of a row, with its reason, and the agency's answer.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::cli::agree::AgreeArgs;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::{pick, rows, wording, words};
use crate::format::final_scores::SCHEMA;
use crate::format::table::edit::TableEdit;
use crate::model::decimal::Decimal;
use crate::model::files::{FINAL_SCORES, INSTRUMENT, MANIFEST, TEAM};
use crate::model::row::RowId;
use crate::model::team::Member;
use crate::model::workspace::Workspace;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::number::with_mark;
use crate::text::word::Vocabulary;

/// Writes the level that a coordinator or responsible officer decided for rows, or the agency's answer for them.
pub(super) fn run(context: &Context, args: &AgreeArgs) -> Result<ExitStatus, Failure> {
    if [&args.reason, &args.explanation].iter().all(|text| text.as_deref() == Some("-")) {
        let message = bilingual!("masukan standar hanya untuk satu isian", "standard input is for one field alone");
        return Err(Failure::new(message));
    }
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT, TEAM].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let rows = rows::named(workspace, &args.indicators)?;
    let mut table = change.table(FINAL_SCORES, &SCHEMA)?;
    let message = if args.clear {
        clear(&change, &mut table, &rows)?
    } else {
        let new = Decision::read(context, workspace, args)?;
        new.doubts(context, workspace, &rows);
        let mut written = Vec::new();
        for row in &rows {
            let before = record(&change, &table, *row)?;
            let after = new.of_row(workspace, *row)?.cells(&table, *row, before.as_deref())?;
            put(&change, &mut table, *row, &after)?;
            written.extend(before.map(|before| (*row, before, after)));
        }
        new.done(&rows, &written)
    };
    change.changes.text(FINAL_SCORES, table.into_text());
    change.finish(&message)?;
    Ok(ExitStatus::Done)
}

/// Where the columns of a decision stand: the level.
const LEVEL: usize = 1;
/// The day.
const DATE: usize = 2;
/// Who decided.
const DECIDED_BY: usize = 3;
/// The reason.
const REASON: usize = 4;
/// The agency's answer.
const EXPLANATION: usize = 5;

/// Returns the record of a row.
fn record(change: &Change<'_>, table: &TableEdit<'_>, row: RowId) -> Result<Option<Vec<String>>, Failure> {
    table.record(&[&row.to_string()]).map_err(|error| change.refused(FINAL_SCORES, error))
}

/// Puts the record of a row.
fn put(change: &Change<'_>, table: &mut TableEdit<'_>, row: RowId, cells: &[String]) -> Result<(), Failure> {
    table.put(cells, |keys| rows::by_key(keys, row)).map_err(|error| change.refused(FINAL_SCORES, error))
}

/// Removes the decisions of rows; where there is an answer, it stays.
fn clear(change: &Change<'_>, table: &mut TableEdit<'_>, rows: &BTreeSet<RowId>) -> Result<Bilingual, Failure> {
    let (mut gone, mut answered) = (BTreeSet::new(), BTreeSet::new());
    for row in rows {
        let Some(before) = record(change, table, *row)? else { continue };
        if before[EXPLANATION].is_empty() {
            gone.insert(*row);
            continue;
        }
        if !before[LEVEL].is_empty() {
            answered.insert(*row);
        }
        let empty = String::new;
        put(change, table, *row, &[row.to_string(), empty(), empty(), empty(), empty(), before[EXPLANATION].clone()])?;
    }
    let chosen = |keys: &[&str]| keys[0].parse::<RowId>().is_ok_and(|row| gone.contains(&row));
    table.remove(chosen).map_err(|error| change.refused(FINAL_SCORES, error))?;
    let cleared: BTreeSet<RowId> = gone.union(&answered).copied().collect();
    let Bilingual { id, en } = rows::indicators(rows);
    if cleared.is_empty() {
        return Ok(bilingual!("Tidak ada keputusan untuk {id}.", "There is no decision for {en}."));
    }
    let Bilingual { id, en } = rows::indicators(&cleared);
    let message = bilingual!("Keputusan untuk {id} dihapus.", "Removed the decision for {en}.");
    if answered.is_empty() {
        return Ok(message);
    }
    let Bilingual { id, en } = rows::indicators(&answered);
    Ok(message.and(bilingual!(" Jawaban untuk {id} tetap.", " The answer for {en} stays.")))
}

/// What was named for every row; what was not stays.
#[derive(Clone)]
struct Decision {
    level: Option<Decimal>,
    /// The member whose level counts.
    same_as: Option<String>,
    date: String,
    /// Who decided; absent where only the answer is written.
    by: Option<String>,
    reason: Option<String>,
    explanation: Option<String>,
}

impl Decision {
    /// Reads what was asked for; only who may decide gives a level or a reason.
    fn read(context: &Context, workspace: &Workspace, args: &AgreeArgs) -> Result<Self, Failure> {
        let decides = args.level.is_some() || args.same_as.is_some() || args.reason.is_some();
        let by = if decides {
            let member = pick::acting_member(&workspace.team, args.by.clone().or_else(|| context.member()))?;
            may_decide(member)?;
            Some(member.id.value.to_string())
        } else {
            None
        };
        let instrument = pick::instrument(workspace)?;
        let (reason, explanation) = (args.reason.as_deref(), args.explanation.as_deref());
        Ok(Self {
            level: args.level.as_deref().map(|level| pick::level(instrument, level)).transpose()?,
            same_as: args.same_as.as_deref().map(|id| known(workspace, id)).transpose()?,
            date: context.today()?.to_string(),
            by,
            reason: reason.map(|text| words::prose(context, "--reason", text)).transpose()?,
            explanation: explanation.map(|text| words::prose_or_nothing(context, "--explanation", text)).transpose()?,
        })
    }

    /// Puts in what a member said of a row, where the level is theirs (`--same-as`) or the answer (`@hukum`).
    fn of_row(&self, workspace: &Workspace, row: RowId) -> Result<Self, Failure> {
        let mut own = self.clone();
        let of = |id: &str| {
            let mut scores = workspace.scores.iter().filter(|score| score.row.value == row);
            scores.find(|score| score.by.as_str() == id).ok_or_else(|| {
                Failure::new(bilingual!("{id} belum menilai indikator {row}", "{id} has not scored indicator {row}"))
                    .help(bilingual!("lihat `spbe show {row}`", "see `spbe show {row}`"))
            })
        };
        if let Some(id) = &self.same_as {
            own.level = Some(of(id)?.level.value);
        }
        if let Some(id) = self.explanation.as_deref().and_then(|text| text.strip_prefix('@')) {
            let text = of(&known(workspace, id)?)?.explanation.value.trim().to_owned();
            if text.is_empty() {
                let message = bilingual!(
                    "{id} tidak menulis penjelasan untuk indikator {row}",
                    "{id} wrote no explanation of indicator {row}"
                );
                return Err(Failure::new(message));
            }
            own.explanation = Some(text);
        }
        Ok(own)
    }

    /// Returns the cells of one row; a decision without a level or a reason is refused.
    fn cells(&self, table: &TableEdit<'_>, row: RowId, before: Option<&[String]>) -> Result<[String; 6], Failure> {
        let kept = |column: usize| before.map(|cells| cells[column].clone()).unwrap_or_default();
        let level = self.level.map_or_else(|| kept(LEVEL), |level| table.number(level));
        let reason = self.reason.clone().unwrap_or_else(|| kept(REASON));
        if self.by.is_some() && level.is_empty() {
            let message = bilingual!("indikator {row} belum disepakati", "indicator {row} is not agreed on yet");
            return Err(Failure::new(message).help(bilingual!("tambahkan `--level N`", "add `--level N`")));
        }
        if self.by.is_some() && reason.is_empty() {
            let message = bilingual!("keputusan tanpa alasan", "a decision without a reason");
            let help = bilingual!("tambahkan `--reason ALASAN`", "add `--reason REASON`");
            return Err(Failure::new(message).help(help));
        }
        let decided = |new: &Option<String>, column| new.clone().unwrap_or_else(|| kept(column));
        let date = self.by.as_ref().map(|_| self.date.clone());
        let explanation = decided(&self.explanation, EXPLANATION);
        if level.is_empty() && explanation.is_empty() {
            let message = bilingual!("indikator {row} tidak punya jawaban", "indicator {row} has no answer");
            return Err(Failure::new(message).help(bilingual!(
                "untuk menghapus barisnya, pakai `spbe agree {row} --clear`",
                "to remove its record, use `spbe agree {row} --clear`"
            )));
        }
        Ok([row.to_string(), level, decided(&date, DATE), decided(&self.by, DECIDED_BY), reason, explanation])
    }

    /// Says of a level above every evaluator's that it is one; it is written all the same.
    fn doubts(&self, context: &Context, workspace: &Workspace, rows: &BTreeSet<RowId>) {
        let Some(level) = self.level else { return };
        for row in rows {
            let given = workspace.scores.iter().filter(|score| score.row.value == *row).map(|score| score.level.value);
            let Some(highest) = given.max().filter(|highest| *highest < level) else { continue };
            let message = bilingual!(
                "level {level:#} untuk indikator {row} di atas nilai semua evaluator, paling tinggi {highest:#}",
                "level {level} for indicator {row} is above every evaluator's, {highest} at most"
            );
            let help = bilingual!(
                "sebut dalam alasan id data dukung yang ditautkan ke indikator ini; tanpa itu `validate` menolaknya",
                "name in the reason the id of a document that is linked to it; without one `validate` refuses it"
            );
            context.ui.warning(&message, Some(&help));
        }
    }

    /// Says what was written, which decisions it replaced, and what stays.
    fn done(&self, rows: &BTreeSet<RowId>, written: &[(RowId, Vec<String>, [String; 6])]) -> Bilingual {
        let Bilingual { id, en } = rows::indicators(rows);
        let mut message = match (self.level, &self.explanation, &self.by) {
            _ if self.same_as.is_some() => {
                let member = self.same_as.as_deref().unwrap_or_default();
                bilingual!("Disepakati: {id} menurut nilai {member}.", "Agreed on {en}: as {member} scored.")
            }
            (Some(level), ..) => bilingual!("Disepakati: {id} di level {level:#}.", "Agreed on {en}: level {level}."),
            (None, _, Some(_)) => bilingual!("Alasan untuk {id} diubah.", "Changed the reason for {en}."),
            (None, ..) => bilingual!("Jawaban untuk {id} ditulis.", "Wrote the answer for {en}."),
        };
        let differs = |before: &[String], after: &[String; 6]| {
            [LEVEL, DATE, DECIDED_BY].iter().any(|at| before[*at] != after[*at])
        };
        let decided = written.iter().filter(|(_, before, after)| !before[LEVEL].is_empty() && differs(before, after));
        let was = |(row, before, _): &(RowId, Vec<String>, [String; 6])| {
            let who = [&before[DECIDED_BY], &before[DATE]].into_iter().filter(|text| !text.is_empty());
            format!("{row}: {} ({})", before[LEVEL], who.cloned().collect::<Vec<_>>().join(", "))
        };
        let was: Vec<String> = decided.map(was).collect();
        if !was.is_empty() {
            let en = was.join("; ");
            let id = with_mark(&en, Language::Indonesian);
            message = message.and(bilingual!(" Sebelumnya {id}.", " Before: {en}."));
        }
        let of = |column: usize, replaced: bool| {
            written
                .iter()
                .any(|(_, before, after)| !before[column].is_empty() && (before[column] != after[column]) == replaced)
        };
        let fields = [(REASON, bilingual!("alasan", "reason")), (EXPLANATION, bilingual!("jawaban", "answer"))];
        let chosen = |replaced| -> Vec<Bilingual> {
            fields.iter().filter(|(column, _)| of(*column, replaced)).map(|(_, name)| name.clone()).collect()
        };
        message.and(wording::replaced_and_kept(&chosen(true), &chosen(false)))
    }
}

/// Returns the id of a member who was named.
fn known(workspace: &Workspace, id: &str) -> Result<String, Failure> {
    pick::member(&workspace.team, id).map(|member| member.id.value.to_string())
}

/// Refuses a member whose role settles no levels: only a coordinator or a responsible officer may.
pub(in crate::cli) fn may_decide(member: &Member) -> Result<(), Failure> {
    if member.role.value.decides() {
        return Ok(());
    }
    let (id, role) = (&member.id.value, member.role.value.word());
    let (role_id, role_en) = (role.id, role.en);
    Err(Failure::new(bilingual!(
        "`{id}` berperan {role_id} dan tidak menetapkan level akhir",
        "`{id}` has the role {role_en} and does not settle levels"
    ))
    .help(bilingual!(
        "sebut koordinator atau penanggung jawab dengan `--by`",
        "name the coordinator or the responsible officer with `--by`"
    )))
}
