//! What `spbe score` writes: a member's judgement of rows, in the member's own file.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::score::ScoreArgs;
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
pub(super) type Written = (Vec<String>, Vec<String>);

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

/// What a person said of a score; what is absent stays as it was.
#[derive(Clone, Debug, Default)]
pub(super) struct Said<'s> {
    /// The level.
    pub(super) level: Option<&'s str>,
    /// The methods.
    pub(super) method: Option<&'s str>,
    /// The ids of the documents; empty ones empty the field.
    pub(super) evidence: Option<&'s [String]>,
    /// The explanation.
    pub(super) explanation: Option<String>,
}

/// What was named for every row; what was not stays.
pub(super) struct NewScore<'a> {
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
        let explanation = args.explanation.as_deref();
        let said = Said {
            level: args.level.as_deref(),
            method: args.method.as_deref(),
            evidence: (!args.evidence.is_empty()).then_some(args.evidence.as_slice()),
            explanation: explanation.map(|text| words::prose_or_nothing(context, "--explanation", text)).transpose()?,
        };
        Self::of(context, workspace, said, member)
    }

    /// Reads what was said of a score, wherever it was said.
    pub(super) fn of(
        context: &Context,
        workspace: &Workspace,
        said: Said<'_>,
        member: &'a str,
    ) -> Result<Self, Failure> {
        let instrument = pick::instrument(workspace)?;
        let cited = |ids: &[String]| {
            let named = ids.iter().filter(|id| !id.trim().is_empty());
            let found = named.map(|id| pick::evidence(workspace, id.trim()));
            found.map(|entry| entry.map(|entry| entry.id.value.to_string())).collect::<Result<Vec<String>, Failure>>()
        };
        Ok(Self {
            member,
            level: said.level.map(|level| pick::level(instrument, level)).transpose()?,
            methods: said.method.map(read_methods).transpose()?,
            date: context.today()?.to_string(),
            evidence: said.evidence.map(cited).transpose()?,
            explanation: said.explanation,
        })
    }

    /// Returns the cells of the score of one row; a new one without a method stands for documents, and needs a level.
    pub(super) fn cells(
        &self,
        table: &TableEdit<'_>,
        row: RowId,
        before: Option<&[String]>,
    ) -> Result<[String; 6], Failure> {
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
