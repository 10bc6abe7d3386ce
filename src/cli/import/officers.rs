//! Books in which an officer approved answers: taken in as `spbe approve` would write it.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::cli::approve::officer;
use crate::cli::approve::put::{Word, put};
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::rows;
use crate::index::approval::Approvals;
use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::workbook::intake::approvals::{Approving, Said};

/// A book of an officer that was found.
pub(super) struct Officer {
    /// How it was named, or where it lies below what was named.
    pub(super) shown: String,
    /// What became of reading it.
    pub(super) content: Result<Approving, Bilingual>,
}

impl Officer {
    /// Returns what it says where it is taken in, whole.
    fn taken(&self) -> Option<&[Said]> {
        self.content.as_ref().ok().filter(|book| book.faults.is_empty()).map(|book| book.words.as_slice())
    }

    /// Tells whether anything that it says is not in the workspace yet; what can't be taken in may hold anything.
    pub(super) fn is_pending(&self, workspace: &Workspace) -> bool {
        let known = |said: &Said| {
            workspace.approvals.iter().any(|word| {
                let same = (word.row.value, word.verdict, &word.digest.value) == (said.row, said.verdict, &said.digest);
                same && word.note == said.note
            })
        };
        self.taken().is_none_or(|words| !words.iter().all(known))
    }
}

/// Counts the books that are not taken in.
pub(super) fn left_out(officers: &[Officer]) -> usize {
    officers.iter().filter(|officer| officer.taken().is_none()).count()
}

/// Plans what the books say, and says which rows changed since they were handed out: those want to be approved again.
pub(super) fn write(
    context: &Context,
    change: &mut Change<'_>,
    officers: &[Officer],
    by: Option<&str>,
) -> Result<Option<Bilingual>, Failure> {
    let words: Vec<&Said> = officers.iter().filter_map(Officer::taken).flatten().collect();
    if words.is_empty() {
        return Ok(None);
    }
    let by = officer(context, &change.loaded.workspace, by)?.id.value.to_string();
    let approvals = Approvals::of(&change.loaded.workspace);
    let now = |said: &&&Said| approvals.row(said.row).and_then(|judged| judged.digest.as_ref()) == Some(&said.digest);
    let changed: BTreeSet<RowId> = words.iter().filter(|said| !now(said)).map(|said| said.row).collect();
    if !changed.is_empty() {
        let Bilingual { id, en } = rows::indicators(&changed);
        let message = bilingual!(
            "{id} berubah sejak lembar ini dibuat: putusannya tentang yang lama",
            "{en} changed since this sheet was made: the verdict is about what stood there before"
        );
        let help = bilingual!("lihat `spbe approve`", "see `spbe approve`");
        context.ui.warning(&message, Some(&help));
    }
    let word = |said: &&Said| Word {
        row: said.row,
        verdict: said.verdict,
        digest: said.digest.clone(),
        note: said.note.clone(),
    };
    put(context, change, &by, &words.iter().map(word).collect::<Vec<_>>())
}

/// Tells what stands in the way of books that were left out.
pub(super) fn told(officers: &[Officer], language: Language) -> String {
    let mut text = String::new();
    for officer in officers {
        let faults: Vec<Bilingual> = match &officer.content {
            Err(message) => vec![message.clone()],
            Ok(book) => {
                let fault = |(place, Bilingual { id, en }): &(String, Bilingual)| {
                    bilingual!("`{place}`: {id}", "`{place}`: {en}")
                };
                book.faults.iter().map(fault).collect()
            }
        };
        if !faults.is_empty() {
            text += &format!("\n{}\n", officer.shown);
            faults.iter().for_each(|fault| text += &format!("  {}\n", fault.get(language)));
        }
    }
    text
}
