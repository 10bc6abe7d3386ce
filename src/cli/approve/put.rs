//! How the word of an officer gets into their file, and what is said of it.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::rows;
use crate::format::approvals::SCHEMA;
use crate::model::approval::Verdict;
use crate::model::files::approval_file;
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;
use crate::text::word::Vocabulary;

/// What an officer says of a row.
pub(in crate::cli) struct Word {
    /// The row.
    pub(in crate::cli) row: RowId,
    /// The word.
    pub(in crate::cli) verdict: Verdict,
    /// The digest of what was judged.
    pub(in crate::cli) digest: String,
    /// The note; empty where there is none.
    pub(in crate::cli) note: String,
}

/// Where the verdict stands in a record.
const VERDICT: usize = 1;
/// Where the digest stands.
const DIGEST: usize = 2;
/// Where the day stands.
const DATE: usize = 3;
/// Where the note stands.
const NOTE: usize = 4;

/// Plans the records of an officer; what was said before in the same words stays as it is, with its day unless another
/// is named.
///
/// Returns what is to be said, and nothing where nothing changes.
pub(in crate::cli) fn put(
    context: &Context,
    change: &mut Change<'_>,
    by: &str,
    given: &[Word],
) -> Result<Option<Bilingual>, Failure> {
    let file = approval_file(by);
    let mut table = change.table(&file, &SCHEMA)?;
    let today = context.today()?.to_string();
    let (mut accepted, mut returned) = (BTreeSet::new(), BTreeSet::new());
    let mut replaced = Vec::new();
    for word in given {
        let key = word.row.to_string();
        let before = table.record(&[&key]).map_err(|error| change.refused(&file, error))?;
        let new = [word.verdict.code(), word.digest.as_str(), word.note.as_str()];
        let same_day = |cells: &[String]| !context.names_the_day() || cells[DATE] == today;
        let same = |cells: &Vec<String>| [VERDICT, DIGEST, NOTE].map(|at| cells[at].as_str()) == new && same_day(cells);
        if before.as_ref().is_some_and(same) {
            continue;
        }
        let cells = [key, new[0].to_owned(), new[1].to_owned(), today.clone(), new[2].to_owned()];
        table.put(&cells, |keys| rows::by_key(keys, word.row)).map_err(|error| change.refused(&file, error))?;
        if word.verdict == Verdict::Accepted { &mut accepted } else { &mut returned }.insert(word.row);
        replaced.extend(before.filter(|cells| !cells[NOTE].is_empty()).map(|cells| (word.row, cells[NOTE].clone())));
    }
    if accepted.is_empty() && returned.is_empty() {
        return Ok(None);
    }
    let text = table.into_text();
    change.changes.text(file, text);
    Ok(Some(said(by, &accepted, &returned, &replaced)))
}

/// Says what an officer approved and returned, and which notes are gone with it.
fn said(by: &str, accepted: &BTreeSet<RowId>, returned: &BTreeSet<RowId>, replaced: &[(RowId, String)]) -> Bilingual {
    let mut parts = Vec::new();
    if !accepted.is_empty() {
        let Bilingual { id, en } = rows::indicators(accepted);
        parts.push(bilingual!("Disetujui oleh {by}: {id}.", "Approved by {by}: {en}."));
    }
    if !returned.is_empty() {
        let Bilingual { id, en } = rows::indicators(returned);
        parts.push(bilingual!("Dikembalikan oleh {by}: {id}.", "Returned by {by}: {en}."));
    }
    if !replaced.is_empty() {
        let notes: Vec<String> = replaced.iter().map(|(row, note)| format!("{row}: \"{note}\"")).collect();
        let notes = notes.join("; ");
        parts.push(bilingual!("Catatan sebelumnya: {notes}.", "The note before: {notes}."));
    }
    let joined = |text: fn(&Bilingual) -> &str| parts.iter().map(text).collect::<Vec<_>>().join(" ");
    Bilingual::new(joined(|part| &part.id), joined(|part| &part.en))
}
