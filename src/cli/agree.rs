//! `spbe agree`: the agreed level of a row, with its reason.

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, rows};
use crate::format::final_scores::SCHEMA;
use crate::model::files::{FINAL_SCORES, INSTRUMENT, MANIFEST, TEAM};
use crate::model::team::Member;
use crate::text::word::Vocabulary;

#[derive(Args, Debug)]
pub(super) struct AgreeArgs {
    #[arg(required = true, value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator: `12`, `35-1`, …",
        "the indicator: `12`, `35-1`, …",
    ))]
    indicators: Vec<String>,
    #[arg(long, value_name = "N", help = say("level yang disepakati", "the agreed level"))]
    level: String,
    #[arg(long, value_name = say("ANGGOTA", "MEMBER"), help = say(
        "koordinator atau penanggung jawab; tanpa ini SPBE_MEMBER",
        "the coordinator or responsible officer; SPBE_MEMBER stands in for it",
    ))]
    by: Option<String>,
    #[arg(long, value_name = say("ALASAN", "REASON"), help = say("alasan keputusan", "why it was decided so"))]
    reason: String,
}

/// Writes the level that a coordinator or responsible officer decided for rows; without a reason it is refused.
pub(super) fn run(context: &Context, args: &AgreeArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT, TEAM].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let member = pick::acting_member(&workspace.team, args.by.clone().or_else(|| context.member()))?;
    may_decide(member)?;
    let member = member.id.value.to_string();
    let rows = rows::named(workspace, &args.indicators)?;
    let level = pick::level(pick::instrument(workspace)?, &args.level)?;
    if args.reason.trim().is_empty() {
        return Err(Failure::new(bilingual!("alasannya kosong", "the reason is empty")));
    }
    let date = context.today()?.to_string();
    let mut table = change.table(FINAL_SCORES, &SCHEMA)?;
    for row in &rows {
        let cells = [row.to_string(), table.number(level), date.clone(), member.clone(), args.reason.clone()];
        table.put(&cells, |keys| rows::by_key(keys, *row)).map_err(|error| change.refused(FINAL_SCORES, error))?;
    }
    change.changes.text(FINAL_SCORES, table.into_text());
    let indicators = rows::indicators(&rows);
    let (id, en) = (&indicators.id, &indicators.en);
    change.finish(&bilingual!("Disepakati: {id} di level {level}.", "Agreed on {en}: level {level}."))?;
    Ok(ExitStatus::Done)
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
