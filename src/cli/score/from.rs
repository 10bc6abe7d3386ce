//! `spbe score --from FILE`: many scores of a table, all of them or none.

use std::collections::BTreeMap;
use std::path::Path;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::headed::{Headed, HeadedRow, HeadedTable};
use crate::cli::score::ScoreArgs;
use crate::cli::score::write::{NewScore, Said};
use crate::cli::{pick, rows, words};
use crate::format::scores::SCHEMA;
use crate::format::table::edit::TableEdit;
use crate::model::files::{EVIDENCE, INSTRUMENT, MANIFEST, TEAM, score_file};
use crate::model::row::RowId;
use crate::model::workspace::Workspace;

/// The columns with the words that stand above them; the first must be there.
const COLUMNS: [Headed; 6] = [
    ("indicator", &["indicator", "indikator", "no indikator", "nomor indikator", "no"]),
    ("level", &["level", "tingkat", "nilai"]),
    ("method", &["method", "metode"]),
    ("evidence", &["evidence", "data dukung", "bukti"]),
    ("explanation", &["explanation", "penjelasan"]),
    ("member", &["member", "anggota", "by"]),
];

/// A row of the table as it was read.
struct Judged {
    member: String,
    row: RowId,
    level: Option<String>,
    method: Option<String>,
    evidence: Option<Vec<String>>,
    explanation: Option<String>,
}

/// Writes the scores of a table, each into the file of its member; what a row does not say stays.
pub(super) fn run(context: &Context, args: &ScoreArgs, table: &Path) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT, TEAM, EVIDENCE].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let by = args.by.clone().or_else(|| context.member());
    let by = by.map(|by| pick::member(&workspace.team, &by).map(|member| member.id.value.to_string())).transpose()?;
    let headed = HeadedTable::read(context, table, &COLUMNS, 1)?;
    let mut seen = BTreeMap::new();
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let judged = headed.each(|row| {
        let judged = read(context, workspace, row, by.as_deref())?;
        if seen.insert((judged.member.clone(), judged.row), ()).is_some() {
            let (member, row) = (&judged.member, judged.row);
            return Err(Failure::new(bilingual!(
                "indikator {row} oleh {member} ada dua kali",
                "indicator {row} by {member} stands twice"
            )));
        }
        let file = score_file(&judged.member);
        let text = match files.remove(&file) {
            Some(text) => Some(text),
            None => change.text(&file)?.map(str::to_owned),
        };
        let written = put(context, &change, text.as_deref(), &file, &judged)?;
        files.insert(file, written);
        Ok(judged)
    })?;
    let (count, members) = (judged.len(), files.len());
    for (file, text) in files {
        change.changes.text(file, text);
    }
    change.finish(&match members {
        1 => bilingual!("{count} nilai ditulis.", "Wrote {count} scores."),
        _ => bilingual!("{count} nilai dari {members} anggota ditulis.", "Wrote {count} scores of {members} members."),
    })?;
    Ok(ExitStatus::Done)
}

/// Reads a row.
fn read(context: &Context, workspace: &Workspace, row: HeadedRow<'_>, by: Option<&str>) -> Result<Judged, Failure> {
    let member = match (row.cell("member"), by) {
        (Some(named), _) => Some(named),
        (None, by) => by.map(str::to_owned),
    };
    let member = pick::acting_member(&workspace.team, member)?.id.value.to_string();
    let named = rows::named(workspace, &[row.cell("indicator").unwrap_or_default()])?;
    let (Some(indicator), 1) = (named.first(), named.len()) else {
        return Err(Failure::new(bilingual!("satu baris untuk satu indikator", "one row is for one indicator")));
    };
    let parts = |text: String| text.split([' ', ',', ';']).filter(|id| !id.is_empty()).map(str::to_owned).collect();
    let explanation = row.cell("explanation");
    Ok(Judged {
        member,
        row: *indicator,
        level: row.cell("level"),
        method: row.cell("method"),
        evidence: row.cell("evidence").map(parts),
        explanation: explanation.map(|text| words::text(context, "explanation", &text)).transpose()?,
    })
}

/// Puts a score into the text of its file.
fn put(
    context: &Context,
    change: &Change<'_>,
    text: Option<&str>,
    file: &str,
    judged: &Judged,
) -> Result<String, Failure> {
    let refused = |error| change.refused(file, error);
    let mut table = TableEdit::open(text, &SCHEMA, file).map_err(refused)?;
    let said = Said {
        level: judged.level.as_deref(),
        method: judged.method.as_deref(),
        evidence: judged.evidence.as_deref(),
        explanation: judged.explanation.clone(),
    };
    let new = NewScore::of(context, &change.loaded.workspace, said, &judged.member)?;
    let before = table.record(&[&judged.row.to_string()]).map_err(refused)?;
    let cells = new.cells(&table, judged.row, before.as_deref())?;
    table.put(&cells, |keys| rows::by_key(keys, judged.row)).map_err(refused)?;
    Ok(table.into_text())
}
