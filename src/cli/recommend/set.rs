//! `spbe recommend set`: changes the recommendation of a row, or adds one.

use std::collections::BTreeSet;
use std::ops::Range;

use clap::Args;
use jiff::civil::Date;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::{Context, optional_date};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::pick;
use crate::cli::recommend::basis;
use crate::format::recommendations::{SCHEMA, cells};
use crate::index::recommend::Basis;
use crate::model::decimal::Decimal;
use crate::model::files::RECOMMENDATIONS;
use crate::model::recommendation::{Draft, Priority, Recommendation, Source, State};
use crate::model::row::RowId;
use crate::terminal::grid::shortened;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::number::with_mark;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// How much of an action is shown where one of several must be named.
const SHOWN: usize = 60;

#[derive(Args, Debug)]
pub(super) struct SetArgs {
    #[arg(required = true, value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator: `12`, `35-1`, `1..7`, …",
        "the indicator: `12`, `35-1`, `1..7`, …",
    ))]
    indicators: Vec<String>,
    #[arg(long, value_name = "N", help = say(
        "level yang dituju; membedakan beberapa rekomendasi satu indikator",
        "the level that it leads to; tells several of one indicator apart",
    ))]
    to_level: Option<String>,
    #[arg(long, value_name = say("TEKS", "TEXT"), help = say("apa yang dilakukan", "what to do"))]
    action: Option<String>,
    #[arg(long, value_name = "UNIT", help = say("unit yang melakukannya", "the unit that does it"))]
    unit: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD", help = say("tenggat", "the day until which it is due"))]
    due: Option<String>,
    #[arg(long, value_name = say("PRIORITAS", "PRIORITY"), help = say(
        "prioritas: tinggi, sedang, rendah",
        "the priority: high, medium, low",
    ))]
    priority: Option<String>,
    #[arg(long, value_name = say("SUMBER", "SOURCE"), help = say(
        "pemberinya: internal, external",
        "who gave it: internal, external",
    ))]
    source: Option<String>,
    #[arg(long, value_name = say("KEADAAN", "STATE"), help = say(
        "keadaannya: open, done, dropped",
        "what has become of it: open, done, dropped",
    ))]
    state: Option<String>,
}

pub(super) fn run(context: &Context, args: &SetArgs) -> anyhow::Result<ExitStatus> {
    let mut change = Change::begin(context)?;
    let workspace = &change.loaded.workspace;
    let rows = pick::rows(workspace, &args.indicators)?;
    let basis = basis(context, workspace)?;
    let wanted = Wanted::read(basis, args)?;
    let mut table = change.table(RECOMMENDATIONS, &SCHEMA)?;
    let mut places: Vec<Range<usize>> = Vec::new();
    let (mut changed, mut without) = (BTreeSet::new(), BTreeSet::new());
    for row in &rows {
        match wanted.chosen(&workspace.recommendations, *row)? {
            Some(advice) => {
                places.extend(advice.place.span.clone());
                changed.insert(*row);
            }
            None => _ = without.insert(*row),
        }
    }
    let new = if wanted.action.is_some() { std::mem::take(&mut without) } else { BTreeSet::new() };
    left_out(context, &changed, &new, &without, wanted.to_level)?;
    // From the end: a change moves what stands behind it.
    places.sort_by_key(|place| std::cmp::Reverse(place.start));
    for place in &places {
        table.amend(place, &wanted.cells()).map_err(|error| change.refused(RECOMMENDATIONS, error))?;
    }
    for row in &new {
        let cells = cells(&wanted.draft(basis, *row), &table);
        table.put(&cells, |keys| pick::by_row(keys, *row)).map_err(|error| change.refused(RECOMMENDATIONS, error))?;
    }
    change.changes.text(RECOMMENDATIONS, table.into_text());
    change.finish(&done(&changed, &new))?;
    Ok(ExitStatus::Done)
}

/// What was asked for, read.
struct Wanted {
    to_level: Option<Decimal>,
    action: Option<String>,
    unit: Option<String>,
    due: Option<Date>,
    priority: Option<&'static str>,
    source: Option<Source>,
    state: Option<State>,
}

impl Wanted {
    fn read(basis: Basis<'_>, args: &SetArgs) -> anyhow::Result<Self> {
        let priority = args.priority.as_deref().map(|text| pick::word::<Priority>(text, "--priority")).transpose()?;
        let wanted = Self {
            to_level: args.to_level.as_deref().map(|text| pick::level(basis.instrument, text)).transpose()?,
            action: args.action.clone(),
            unit: args.unit.clone(),
            due: optional_date(args.due.as_deref())?,
            priority: priority.map(|priority| priority.label(basis.language)),
            source: args.source.as_deref().map(|text| pick::word(text, "--source")).transpose()?,
            state: args.state.as_deref().map(|text| pick::word(text, "--state")).transpose()?,
        };
        if wanted.action.as_ref().is_some_and(|action| action.trim().is_empty()) {
            return Err(Failure::new(bilingual!("tindakannya kosong", "the action is empty")).into());
        }
        if wanted.cells().is_empty() {
            let help = bilingual!(
                "sebut misalnya `--due 2019-06-30` atau `--state done`",
                "name for instance `--due 2019-06-30` or `--state done`"
            );
            return Err(Failure::new(bilingual!("tidak ada yang diubah", "nothing is changed")).help(help).into());
        }
        Ok(wanted)
    }

    /// Finds the recommendation that is meant: the one with this very action, else the only open one, else the only
    /// one.
    fn chosen<'a>(&self, all: &'a [Recommendation], row: RowId) -> anyhow::Result<Option<&'a Recommendation>> {
        let level = |advice: &Recommendation| advice.to_level.as_ref().map(|to| to.value);
        let meant = |advice: &&Recommendation| {
            advice.row.value == row && (self.to_level.is_none() || level(advice) == self.to_level)
        };
        let here: Vec<&Recommendation> = all.iter().filter(meant).collect();
        let says = |advice: &&&Recommendation| {
            self.action.as_ref().is_some_and(|action| advice.action.value.trim() == action.trim())
        };
        let open: Vec<&Recommendation> = here.iter().copied().filter(|advice| advice.state == State::Open).collect();
        match (here.iter().find(says), open.as_slice(), here.as_slice()) {
            (Some(one), ..) => Ok(Some(one)),
            (None, [one], _) | (None, [], [one]) => Ok(Some(one)),
            (None, [], []) => Ok(None),
            _ => Err(several(row, &here)),
        }
    }

    /// Returns the cells that change in a record.
    fn cells(&self) -> Vec<(&'static str, String)> {
        let cells = [
            ("action", self.action.clone()),
            ("unit", self.unit.clone()),
            ("due", self.due.map(|due| due.to_string())),
            ("priority", self.priority.map(str::to_owned)),
            ("source", self.source.map(|source| source.code().to_owned())),
            ("state", self.state.map(|state| state.code().to_owned())),
        ];
        cells.into_iter().filter_map(|(column, cell)| Some((column, cell?))).collect()
    }

    /// Makes a new recommendation; what is not named is as a draft has it.
    fn draft(&self, basis: Basis<'_>, row: RowId) -> Draft {
        let usual = basis.usual(row);
        Draft {
            to_level: self.to_level.or(usual.to_level),
            action: self.action.clone().unwrap_or_default(),
            unit: self.unit.clone().or(usual.unit),
            due: self.due,
            priority: self.priority.map(str::to_owned).or(usual.priority),
            source: self.source.unwrap_or_default(),
            state: self.state.unwrap_or_default(),
            row,
        }
    }
}

/// Says which of many rows have no recommendation to change; where none of them has one, nothing can be done.
fn left_out(
    context: &Context,
    changed: &BTreeSet<RowId>,
    new: &BTreeSet<RowId>,
    without: &BTreeSet<RowId>,
    to_level: Option<Decimal>,
) -> anyhow::Result<()> {
    if without.is_empty() {
        return Ok(());
    }
    let indicators = pick::indicators(without);
    let (id, en) = (&indicators.id, &indicators.en);
    let message = match to_level {
        Some(level) => bilingual!(
            "tidak ada rekomendasi ke level {level} untuk {id}",
            "there is no recommendation to level {level} for {en}"
        ),
        None => bilingual!("belum ada rekomendasi untuk {id}", "there is no recommendation yet for {en}"),
    };
    let help = bilingual!(
        "tambahkan dengan `--action`, atau susun dengan `spbe recommend`",
        "add one with `--action`, or draft it with `spbe recommend`"
    );
    if changed.is_empty() && new.is_empty() {
        return Err(Failure::new(message).help(help).into());
    }
    context.ui.warning(&message, Some(&help));
    Ok(())
}

/// Says which recommendations a row has, for one of them must be named.
fn several(row: RowId, here: &[&Recommendation]) -> anyhow::Error {
    let count = here.len();
    let listed = |language: Language| {
        let one = |advice: &&Recommendation| {
            let to = advice.to_level.as_ref().map_or_else(|| "–".to_owned(), |to| to.value.to_string());
            let action = shortened(&on_one_line(&advice.action.value), SHOWN);
            format!("level {}, {}: {action}", with_mark(&to, language), advice.state.label(language))
        };
        here.iter().map(one).collect::<Vec<_>>().join("\n  ")
    };
    let (id, en) = (listed(Language::Indonesian), listed(Language::English));
    Failure::new(bilingual!(
        "indikator {row} punya {count} rekomendasi:\n  {id}",
        "indicator {row} has {count} recommendations:\n  {en}"
    ))
    .help(bilingual!(
        "sebut levelnya dengan `--to-level`; yang selevel disebut dengan `--action` seperti tertulis",
        "name its level with `--to-level`, or one of several at a level by its `--action` as it is written"
    ))
    .into()
}

fn done(changed: &BTreeSet<RowId>, new: &BTreeSet<RowId>) -> Bilingual {
    let part = |rows: &BTreeSet<RowId>, id: &str, en: &str| {
        let indicators = pick::indicators(rows);
        (!rows.is_empty()).then(|| (format!("{id}: {}.", indicators.id), format!("{en} {}.", indicators.en)))
    };
    let parts = [
        part(changed, "Rekomendasi diubah", "Changed the recommendation of"),
        part(new, "Rekomendasi ditambahkan", "Added a recommendation for"),
    ];
    let (id, en): (Vec<String>, Vec<String>) = parts.into_iter().flatten().unzip();
    Bilingual::new(id.join("\n"), en.join("\n"))
}
