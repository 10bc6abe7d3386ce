//! `spbe assign --auto`: rows that lack evaluators are shared out, and each line says why.

use crate::bilingual;
use crate::cli::assign::AssignArgs;
use crate::cli::assign::by_hand::by_row_then_member;
use crate::cli::change::Change;
use crate::cli::context::{Context, date_or_nothing};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::rows;
use crate::format::assignments::SCHEMA;
use crate::model::files::{ASSIGNMENTS, INSTRUMENT, MANIFEST, TEAM};
use crate::model::row::RowId;
use crate::result::allotment::{Allotment, Given, Terms, allotment, candidates};
use crate::result::progress::runs::listed;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// Assigns what a proposal says, and shows it line by line; rows for which nobody has room left are told at the end.
pub(super) fn run(context: &Context, args: &AssignArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT, TEAM, ASSIGNMENTS].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let rows = match args.indicators.as_slice() {
        [] => workspace.rows(),
        named => rows::named(workspace, named)?,
    };
    let due = args.due.as_deref().map(date_or_nothing).transpose()?.unwrap_or_default();
    let terms = Terms { each: args.each.map_or(1, usize::from), max_load: args.max_load.map(usize::from) };
    let there = candidates(workspace).len();
    if terms.each == 0 {
        let message = bilingual!("nol penilai tiap indikator", "no evaluator for any indicator");
        return Err(Failure::new(message).help(bilingual!("sebut `--each 1` atau lebih", "name `--each 1` or more")));
    }
    if terms.each > there {
        let each = terms.each;
        let message = bilingual!(
            "{each} penilai tiap indikator, padahal anggota yang menilai hanya {there}",
            "{each} evaluators for each indicator, but only {there} members assess"
        );
        return Err(Failure::new(message)
            .help(bilingual!("tambahkan anggota dengan `spbe team add`", "add members with `spbe team add`")));
    }
    let proposed = allotment(workspace, &rows, terms);
    let mut table = change.table(ASSIGNMENTS, &SCHEMA)?;
    for Given { row, member, .. } in &proposed.given {
        let cells = [row.to_string(), (*member).to_owned(), due.clone()];
        let order = |keys: &[&str]| by_row_then_member(keys, *row, member);
        table.put(&cells, order).map_err(|error| change.refused(ASSIGNMENTS, error))?;
    }
    let (told, short) = (told(&proposed, context.language()), proposed.short.clone());
    let (count, loads) = (proposed.given.len(), loads(&proposed));
    if count == 0 {
        context.ui.done(&bilingual!("Tidak ada yang perlu ditugaskan.", "There is nothing to assign."));
    } else {
        change.changes.text(ASSIGNMENTS, table.into_text());
        change.finish(&bilingual!("{count} penugasan; beban: {loads}.", "{count} assignments; loads: {loads}."))?;
    }
    context.ui.data(&told)?;
    if !short.is_empty() {
        let short: Vec<RowId> = short.into_iter().collect();
        let rows = listed(&short);
        let message = bilingual!("penilai kurang untuk indikator {rows}", "there are too few evaluators for {rows}");
        let help = bilingual!(
            "naikkan `--max-load`, atau tambahkan anggota dengan `spbe team add`",
            "raise `--max-load`, or add members with `spbe team add`"
        );
        context.ui.warning(&message, Some(&help));
    }
    Ok(ExitStatus::Done)
}

/// Says who gets what, and why.
fn told(proposed: &Allotment<'_>, language: Language) -> String {
    let line = |given: &Given<'_>| {
        let Given { row, member, function, own_unit, avoids_owner } = given;
        let why = match function {
            Some(function) => bilingual!("fungsi {function}", "function {function}"),
            None => bilingual!("beban paling ringan", "least load"),
        };
        let own = match (own_unit, avoids_owner) {
            (true, _) => bilingual!("; unitnya sendiri, tidak ada yang lain", "; the own unit, there is nobody else"),
            (false, true) => bilingual!("; unit pemilik dihindari", "; the owning unit is avoided"),
            (false, false) => Bilingual::fixed("", ""),
        };
        format!("{:>5}  {member}: {}\n", row.to_string(), why.and(own).get(language))
    };
    proposed.given.iter().map(line).collect()
}

/// Lists how many rows each member has then.
fn loads(proposed: &Allotment<'_>) -> String {
    proposed.loads.iter().map(|(member, load)| format!("{member} {load}")).collect::<Vec<_>>().join(", ")
}
