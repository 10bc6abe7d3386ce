//! `spbe agree`: the agreed level of a row, with its reason, and the agency's answer.

use std::collections::BTreeSet;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
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

#[derive(Args, Debug)]
pub(super) struct AgreeArgs {
    #[arg(required = true, value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator: `12`, `35-1`, …",
        "the indicator: `12`, `35-1`, …",
    ))]
    indicators: Vec<String>,
    #[arg(long, required_unless_present_any = ["clear", "explanation", "reason"], value_name = "N", help = say(
        "level yang disepakati; yang tidak disebut tetap seperti semula",
        "the agreed level; what is not named stays as it was",
    ))]
    level: Option<String>,
    #[arg(long, value_name = say("ANGGOTA", "MEMBER"), help = say(
        "koordinator atau penanggung jawab; tanpa ini SPBE_MEMBER",
        "the coordinator or responsible officer; SPBE_MEMBER stands in for it",
    ))]
    by: Option<String>,
    #[arg(long, value_name = say("ALASAN|-", "REASON|-"), help = say(
        "alasan keputusan; `-` membaca masukan standar",
        "why it was decided so; `-` reads standard input",
    ))]
    reason: Option<String>,
    #[arg(long, value_name = say("TEKS|-", "TEXT|-"), help = say(
        "jawaban instansi, yaitu teks untuk aplikasi kementerian; `-` membaca masukan standar, `''` mengosongkan",
        "the agency's answer, the text for the ministry's application; `-` reads standard input, `''` empties",
    ))]
    explanation: Option<String>,
    #[arg(
        long, conflicts_with_all = ["level", "reason", "explanation"],
        help = say("hapus keputusan ini; jawaban tetap", "remove the decision; the answer stays")
    )]
    clear: bool,
}

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
            let after = new.cells(&table, *row, before.as_deref())?;
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
struct Decision {
    level: Option<Decimal>,
    date: String,
    /// Who decided; absent where only the answer is written.
    by: Option<String>,
    reason: Option<String>,
    explanation: Option<String>,
}

impl Decision {
    /// Reads what was asked for; only who may decide gives a level or a reason.
    fn read(context: &Context, workspace: &Workspace, args: &AgreeArgs) -> Result<Self, Failure> {
        let decides = args.level.is_some() || args.reason.is_some();
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
            date: context.today()?.to_string(),
            by,
            reason: reason.map(|text| words::prose(context, "--reason", text)).transpose()?,
            explanation: explanation.map(|text| words::prose_or_nothing(context, "--explanation", text)).transpose()?,
        })
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

/// Refuses a member whose role settles no levels: only a coordinator or a responsible officer may.
fn may_decide(member: &Member) -> Result<(), Failure> {
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
