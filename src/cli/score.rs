//! `spbe score`: an evaluator's judgement of a row.

use std::collections::BTreeSet;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, rows, wording, words};
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
    #[arg(
        long, required_unless_present_any = ["clear", "method", "evidence", "explanation"], value_name = "N",
        help = say(
            "level kematangan; yang tidak disebut tetap seperti semula",
            "the maturity level; what is not named stays as it was",
        )
    )]
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
    #[arg(long, num_args = 1.., value_name = "ID", help = say(
        "id data dukung; `''` mengosongkan",
        "ids of the evidence; `''` empties",
    ))]
    evidence: Vec<String>,
    #[arg(long, value_name = say("TEKS|-", "TEXT|-"), help = say(
        "fakta, analisis, justifikasi; `-` membaca masukan standar, `''` mengosongkan",
        "facts, analysis, justification; `-` reads standard input, `''` empties",
    ))]
    explanation: Option<String>,
    #[arg(
        long, conflicts_with_all = ["level", "method", "evidence", "explanation"],
        help = say("hapus nilai ini", "remove the score")
    )]
    clear: bool,
}

/// Writes a member's scores of rows into their own file, or clears them; what is doubtful is said and does not stop it.
pub(super) fn run(context: &Context, args: &ScoreArgs) -> Result<ExitStatus, Failure> {
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
    let message = if args.clear {
        let gone = clear(&mut table, &rows).map_err(|error| change.refused(&file, error))?;
        let Bilingual { id, en } = rows::indicators(&rows);
        match gone {
            0 => bilingual!(
                "{member} belum menilai {id}; tidak ada yang dihapus.",
                "{member} has not scored {en}; nothing is removed."
            ),
            _ => bilingual!("{gone} nilai {member} dihapus ({id}).", "Removed {gone} scores of {member} ({en})."),
        }
    } else {
        let new = NewScore::read(context, workspace, args, &member)?;
        let mut written = Vec::new();
        for row in &rows {
            let before = table.record(&[&row.to_string()]).map_err(|error| change.refused(&file, error))?;
            let after = new.cells(&table, *row, before.as_deref())?;
            table.put(&after, |keys| rows::by_key(keys, *row)).map_err(|error| change.refused(&file, error))?;
            written.push((before.unwrap_or_default(), after.to_vec()));
        }
        new.doubts(context, workspace, &rows, &written);
        new.done(&rows, &written)
    };
    change.changes.text(file.as_str(), table.into_text());
    change.finish(&message)?;
    Ok(ExitStatus::Done)
}

/// Removes the scores of rows and returns how many there were; none at all is no failure.
fn clear(table: &mut TableEdit<'_>, rows: &BTreeSet<RowId>) -> Result<usize, EditError> {
    table.remove(|keys| keys[0].parse::<RowId>().is_ok_and(|row| rows.contains(&row)))
}

/// The cells of a record before and after; none before where it is new.
type Written = (Vec<String>, Vec<String>);

/// Where the columns of a score stand: the level.
const LEVEL: usize = 1;
/// How it was assessed.
const METHOD: usize = 2;
/// The day.
const DATE: usize = 3;
/// The documents.
const CITED: usize = 4;
/// The explanation.
const EXPLANATION: usize = 5;

/// What was named for every row; what was not stays.
struct NewScore<'a> {
    member: &'a str,
    level: Option<Decimal>,
    methods: Option<String>,
    date: String,
    evidence: Option<Vec<String>>,
    explanation: Option<String>,
}

impl<'a> NewScore<'a> {
    /// Reads what was asked for; an unknown level, document or method is refused.
    fn read(context: &Context, workspace: &Workspace, args: &ScoreArgs, member: &'a str) -> Result<Self, Failure> {
        let instrument = pick::instrument(workspace)?;
        let level = args.level.as_deref().map(|level| pick::level(instrument, level)).transpose()?;
        let cited: Vec<&String> = args.evidence.iter().filter(|id| !id.trim().is_empty()).collect();
        let cited = cited.into_iter().map(|id| Ok(pick::evidence(workspace, id)?.id.value.to_string()));
        let cited = cited.collect::<Result<Vec<String>, Failure>>()?;
        let explanation = args.explanation.as_deref();
        Ok(Self {
            member,
            level,
            methods: args.method.as_deref().map(read_methods).transpose()?,
            date: context.today()?.to_string(),
            evidence: (!args.evidence.is_empty()).then_some(cited),
            explanation: explanation.map(|text| words::prose_or_nothing(context, "--explanation", text)).transpose()?,
        })
    }

    /// Returns the cells of the score of one row; a new one without a method stands for documents, and needs a level.
    fn cells(&self, table: &TableEdit<'_>, row: RowId, before: Option<&[String]>) -> Result<[String; 6], Failure> {
        let kept = |column: usize| before.map(|cells| cells[column].clone()).unwrap_or_default();
        let level = match self.level {
            Some(level) => table.number(level),
            None if before.is_some() => kept(LEVEL),
            None => {
                let member = self.member;
                let message =
                    bilingual!("{member} belum menilai indikator {row}", "{member} has not scored indicator {row} yet");
                return Err(Failure::new(message).help(bilingual!("tambahkan `--level N`", "add `--level N`")));
            }
        };
        let usual = || Some(kept(METHOD)).filter(|method| !method.is_empty());
        let methods = self.methods.clone().or_else(usual).unwrap_or_else(|| Method::Document.code().to_owned());
        // The day is that of the judgement: a text that is added later does not make it another one.
        let judged = Some(kept(DATE)).filter(|date| self.level.is_none() && !date.is_empty());
        Ok([
            row.to_string(),
            level,
            methods,
            judged.unwrap_or_else(|| self.date.clone()),
            self.evidence.as_ref().map_or_else(|| kept(CITED), |ids| ids.join(" ")),
            self.explanation.clone().unwrap_or_else(|| kept(EXPLANATION)),
        ])
    }

    /// Says what is doubtful; it is written all the same.
    fn doubts(&self, context: &Context, workspace: &Workspace, rows: &BTreeSet<RowId>, written: &[Written]) {
        let member = self.member;
        let lowest = workspace.instrument.as_ref().map(|instrument| instrument.scale.lowest);
        let above = |level: &str| Decimal::parse(level).is_some_and(|(level, _)| Some(level) > lowest);
        if written.iter().any(|(_, after)| after[CITED].is_empty() && above(&after[LEVEL])) {
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

    /// Says what was written, what was replaced by it, and what stays.
    fn done(&self, rows: &BTreeSet<RowId>, written: &[Written]) -> Bilingual {
        let (indicators, member) = (rows::indicators(rows), self.member);
        let (id, en) = (&indicators.id, &indicators.en);
        let message = match self.level {
            Some(level) => {
                bilingual!("{member} menilai {id}: level {level:#}.", "{member} scored {en}: level {level}.")
            }
            None => bilingual!("Nilai {member} untuk {id} diubah.", "Changed {member}'s score of {en}."),
        };
        let fields = [
            (LEVEL, self.level.is_some(), bilingual!("level", "level")),
            (METHOD, self.methods.is_some(), bilingual!("metode", "method")),
            (CITED, self.evidence.is_some(), bilingual!("data dukung", "evidence")),
            (EXPLANATION, self.explanation.is_some(), bilingual!("penjelasan", "explanation")),
        ];
        let any = |column: usize, wanted: &dyn Fn(&str, &str) -> bool| {
            let there =
                |(was, is): &Written| was.get(column).is_some_and(|was| !was.is_empty() && wanted(was, &is[column]));
            written.iter().any(there)
        };
        let (mut replaced, mut kept) = (Vec::new(), Vec::new());
        for (column, named, name) in fields {
            if named && any(column, &|was, is| was != is) {
                replaced.push(name);
            } else if !named && any(column, &|_, _| true) {
                kept.push(name);
            }
        }
        message.and(wording::replaced_and_kept(&replaced, &kept))
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
