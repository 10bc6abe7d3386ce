//! What `spbe recommend set` asks for: which recommendation is meant, and what changes in it.

use crate::bilingual;
use crate::cli::context::{Context, date_or_nothing};
use crate::cli::failure::Failure;
use crate::cli::recommend::set::SetArgs;
use crate::cli::{pick, words};
use crate::index::recommend::Basis;
use crate::model::decimal::Decimal;
use crate::model::recommendation::{Draft, Priority, Recommendation, Source, State};
use crate::model::row::RowId;
use crate::terminal::grid::shortened;
use crate::text::language::Language;
use crate::text::number::with_mark;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// How much of an action is shown where one of several must be named.
const SHOWN: usize = 60;

/// What was asked for, read.
#[derive(Debug)]
pub(super) struct Wanted {
    /// The level that it leads to; tells several of one row apart.
    pub(super) to_level: Option<Decimal>,
    /// What is to be done; with it a row gets a recommendation that has none.
    pub(super) action: Option<String>,
    unit: Option<String>,
    due: Option<String>,
    priority: Option<&'static str>,
    source: Option<Source>,
    state: Option<State>,
}

impl Wanted {
    /// Reads what was asked for; nothing at all is refused.
    pub(super) fn read(context: &Context, basis: Basis<'_>, args: &SetArgs) -> Result<Self, Failure> {
        let priority = args.priority.as_deref().map(|text| pick::word::<Priority>(text, "--priority")).transpose()?;
        let wanted = Self {
            to_level: args.to_level.as_deref().map(|text| pick::level(basis.instrument, text)).transpose()?,
            action: args.action.as_deref().map(|text| words::read_line(context, "--action", text)).transpose()?,
            unit: args.unit.as_deref().map(|unit| words::line_or_nothing(context, "--unit", unit)).transpose()?,
            due: args.due.as_deref().map(date_or_nothing).transpose()?,
            priority: priority.map(|priority| priority.label(basis.language)),
            source: args.source.as_deref().map(|text| pick::word(text, "--source")).transpose()?,
            state: args.state.as_deref().map(|text| pick::word(text, "--state")).transpose()?,
        };
        if wanted.cells().is_empty() {
            let help = bilingual!(
                "sebut misalnya `--due 2019-06-30` atau `--state done`",
                "name for instance `--due 2019-06-30` or `--state done`"
            );
            return Err(Failure::new(bilingual!("tidak ada yang diubah", "nothing is changed")).help(help));
        }
        Ok(wanted)
    }

    /// Finds the recommendation that is meant: the one with this very action, else the only open one, else the only
    /// one.
    pub(super) fn chosen<'a>(
        &self,
        all: &'a [Recommendation],
        row: RowId,
    ) -> Result<Option<&'a Recommendation>, Failure> {
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
    pub(super) fn cells(&self) -> Vec<(&'static str, String)> {
        let cells = [
            ("action", self.action.clone()),
            ("unit", self.unit.clone()),
            ("due", self.due.clone()),
            ("priority", self.priority.map(str::to_owned)),
            ("source", self.source.map(|source| source.code().to_owned())),
            ("state", self.state.map(|state| state.code().to_owned())),
        ];
        cells.into_iter().filter_map(|(column, cell)| Some((column, cell?))).collect()
    }

    /// Makes a new recommendation; what is not named is as a draft has it.
    pub(super) fn draft(&self, basis: Basis<'_>, row: RowId) -> Draft {
        let usual = basis.usual(row);
        Draft {
            to_level: self.to_level.or(usual.to_level),
            action: self.action.clone().unwrap_or_default(),
            unit: self.unit.clone().or(usual.unit),
            due: self.due.as_deref().and_then(|due| due.parse().ok()),
            priority: self.priority.map(str::to_owned).or(usual.priority),
            source: self.source.unwrap_or_default(),
            state: self.state.unwrap_or_default(),
            row,
        }
    }
}

/// Says which recommendations a row has, for one of them must be named.
fn several(row: RowId, here: &[&Recommendation]) -> Failure {
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
}
