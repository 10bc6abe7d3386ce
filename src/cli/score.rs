//! `spbe score`: an evaluator's judgement of a row.

use std::collections::BTreeSet;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, rows, wording};
use crate::format::scores::SCHEMA;
use crate::format::table::edit::{EditError, TableEdit};
use crate::model::decimal::Decimal;
use crate::model::files::{EVIDENCE, INSTRUMENT, MANIFEST, TEAM, score_file};
use crate::model::row::RowId;
use crate::model::score::Method;
use crate::model::workspace::Workspace;
use crate::text::bilingual::Bilingual;
use crate::text::word::Vocabulary;

#[derive(Args, Debug)]
pub(super) struct ScoreArgs {
    #[arg(required = true, value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator: `12`, `35-1`, `1..7`, …",
        "the indicator: `12`, `35-1`, `1..7`, …",
    ))]
    indicators: Vec<String>,
    #[arg(long, required_unless_present = "clear", conflicts_with = "clear", value_name = "N", help = say(
        "level kematangan",
        "the maturity level",
    ))]
    level: Option<String>,
    #[arg(long, value_name = say("ANGGOTA", "MEMBER"), help = say(
        "anggota yang menilai; tanpa ini SPBE_MEMBER",
        "the member who evaluates; SPBE_MEMBER stands in for it",
    ))]
    by: Option<String>,
    #[arg(long, value_name = "document+interview", help = say(
        "cara menilai: document, interview, observation, digabung dengan `+`",
        "how it was assessed: document, interview, observation, joined with `+`",
    ))]
    method: Option<String>,
    #[arg(long, num_args = 1.., value_name = "ID", help = say("id data dukung", "ids of the evidence"))]
    evidence: Vec<String>,
    #[arg(long, value_name = say("TEKS|-", "TEXT|-"), help = say(
        "fakta, analisis, justifikasi; `-` membaca masukan standar",
        "facts, analysis, justification; `-` reads standard input",
    ))]
    explanation: Option<String>,
    #[arg(long, help = say("hapus nilai ini", "remove the score"))]
    clear: bool,
}

/// Writes a member's scores of rows into their own file, or clears them; what is doubtful is said and does not stop it.
pub(super) fn run(context: &Context, args: &ScoreArgs) -> Result<ExitStatus, Failure> {
    let explanation = explanation(context, args)?;
    let cites = !args.evidence.is_empty();
    let mut change = Change::begin(context, |file| match file {
        MANIFEST | INSTRUMENT | TEAM => true,
        EVIDENCE => cites,
        _ => false,
    })?;
    let workspace = &change.loaded.workspace;
    let by = args.by.clone().or_else(|| context.member());
    let member = pick::acting_member(&workspace.team, by)?.id.value.to_string();
    let rows = rows::named(workspace, &args.indicators)?;
    let file = score_file(&member);
    let mut table = change.table(&file, &SCHEMA)?;
    let (indicators, message) = (rows::indicators(&rows), &args.level);
    let (id, en) = (&indicators.id, &indicators.en);
    let message = match message {
        None => {
            let gone = clear(&mut table, &rows).map_err(|error| change.refused(&file, error))?;
            bilingual!("{gone} nilai {member} dihapus ({id}).", "Removed {gone} scores of {member} ({en}).")
        }
        Some(level) => {
            let new = NewScore::read(context, workspace, args, level, explanation, &member)?;
            new.doubts(context, workspace, &rows);
            for row in &rows {
                new.put(&mut table, *row).map_err(|error| change.refused(&file, error))?;
            }
            let level = new.level;
            bilingual!("{member} menilai {id}: level {level}.", "{member} scored {en}: level {level}.")
        }
    };
    change.changes.text(file.as_str(), table.into_text());
    change.finish(&message)?;
    Ok(ExitStatus::Done)
}

/// Returns the explanation; `-` reads it from standard input, without the white space at its end.
fn explanation(context: &Context, args: &ScoreArgs) -> Result<Option<String>, Failure> {
    if args.explanation.as_deref() != Some("-") {
        return Ok(args.explanation.clone());
    }
    Ok(Some(context.standard_input()?.trim_end().to_owned()))
}

/// Removes the scores of rows and returns how many there were; none at all is no failure.
fn clear(table: &mut TableEdit<'_>, rows: &BTreeSet<RowId>) -> Result<usize, EditError> {
    table.remove(|keys| keys[0].parse::<RowId>().is_ok_and(|row| rows.contains(&row)))
}

/// What is written for every row that was named.
struct NewScore<'a> {
    member: &'a str,
    level: Decimal,
    methods: String,
    date: String,
    evidence: Vec<String>,
    explanation: String,
}

impl<'a> NewScore<'a> {
    /// Reads what was asked for; an unknown level, document or method is refused, and no method stands for documents.
    fn read(
        context: &Context,
        workspace: &Workspace,
        args: &ScoreArgs,
        level: &str,
        explanation: Option<String>,
        member: &'a str,
    ) -> Result<Self, Failure> {
        let level = pick::level(pick::instrument(workspace)?, level)?;
        for id in &args.evidence {
            pick::evidence(workspace, id)?;
        }
        let methods = match &args.method {
            Some(methods) => read_methods(methods)?,
            None => Method::Document.code().to_owned(),
        };
        let date = context.today()?.to_string();
        let (evidence, explanation) = (args.evidence.clone(), explanation.unwrap_or_default());
        Ok(Self { member, level, methods, date, evidence, explanation })
    }

    /// Says what is doubtful; it is written all the same.
    fn doubts(&self, context: &Context, workspace: &Workspace, rows: &BTreeSet<RowId>) {
        let member = self.member;
        let lowest = workspace.instrument.as_ref().map(|instrument| instrument.scale.lowest);
        if self.evidence.is_empty() && Some(self.level) > lowest {
            let message = bilingual!("nilai ini tanpa data dukung", "this score cites no evidence");
            let help = bilingual!(
                "tambahkan `--evidence ID`; lihat `spbe evidence list`",
                "add `--evidence ID`; see `spbe evidence list`"
            );
            context.ui.warning(&message, Some(&help));
        }
        let assigned = |row: &&RowId| {
            workspace.assignments.iter().any(|task| task.row.value == **row && task.member.value == member)
        };
        let strange: BTreeSet<RowId> = rows.iter().filter(|row| !assigned(row)).copied().collect();
        if !strange.is_empty() {
            let indicators = rows::indicators(&strange);
            let listed = rows::listed(&strange);
            let verb = if strange.len() == 1 { "is" } else { "are" };
            let message = Bilingual::new(
                format!("{} tidak ditugaskan kepada {member}", indicators.id),
                format!("{} {verb} not assigned to {member}", indicators.en),
            );
            let help = bilingual!("`spbe assign {listed} --to {member}`", "`spbe assign {listed} --to {member}`");
            context.ui.warning(&message, Some(&help));
        }
    }

    /// Writes the score of one row, in place of an earlier one.
    fn put(&self, table: &mut TableEdit<'_>, row: RowId) -> Result<(), EditError> {
        let cells = [
            row.to_string(),
            table.number(self.level),
            self.methods.clone(),
            self.date.clone(),
            self.evidence.join(" "),
            self.explanation.clone(),
        ];
        table.put(&cells, |keys| rows::by_key(keys, row))
    }
}

/// Reads methods that are joined with `+`, in either language, and returns their codes; one named twice is refused.
fn read_methods(text: &str) -> Result<String, Failure> {
    let mut methods: Vec<Method> = Vec::new();
    for part in text.split('+') {
        let method = pick::word::<Method>(part, "--method")?;
        if methods.contains(&method) {
            return Err(Failure::new(wording::named_twice(method.code())));
        }
        methods.push(method);
    }
    Ok(methods.into_iter().map(Method::code).collect::<Vec<_>>().join("+"))
}
