//! How the answers stand before the officers, for a terminal: `spbe approve`.

use crate::bilingual;
use crate::index::approval::{Approvals, Approved, Judged};
use crate::model::approval::Approval;
use crate::model::row::RowId;
use crate::result::progress::runs::listed;
use crate::result::report::Report;
use crate::terminal::page::{ATTENTION, GOOD, PLAIN, Page, inner};
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::language::Language;
use crate::text::visible::on_one_line;

/// Writes what was returned, what changed since, what waits, what has no level yet, and how much is approved.
pub(crate) fn text(report: &Report<'_>, approvals: &Approvals<'_>, language: Language, width: usize) -> String {
    let writer = Writer { report, approvals, language, width };
    let mut page = Page::default();
    let say = |text: Bilingual| text.get(language).to_owned();
    let (ready, all) = (writer.rows(|judged| judged.stands() == Approved::Accepted), approvals.rows().count());
    let (count, style) = (ready.len(), if ready.len() == all { GOOD } else { PLAIN });
    page.title(&say(bilingual!("Persetujuan", "Approval")));
    page.line(style, &say(bilingual!("{count} dari {all} baris disetujui", "{count} of {all} rows approved")));
    writer.told(&mut page, Approved::Returned, &bilingual!("Dikembalikan", "Returned"));
    writer.told(&mut page, Approved::Changed, &bilingual!("Berubah setelah disetujui", "Changed after approval"));
    let waits = writer.rows(|judged| judged.digest.is_some() && judged.stands() == Approved::Waiting);
    writer.listed(&mut page, &waits, &bilingual!("Menunggu persetujuan", "Waiting for approval"));
    let open = writer.rows(|judged| judged.digest.is_none());
    writer.listed(&mut page, &open, &bilingual!("Belum punya level", "Without a level"));
    page.finish()
}

/// What a page is written from.
struct Writer<'a> {
    report: &'a Report<'a>,
    approvals: &'a Approvals<'a>,
    language: Language,
    width: usize,
}

impl Writer<'_> {
    /// Returns the rows that stand in a way.
    fn rows(&self, chosen: impl Fn(&Judged<'_>) -> bool) -> Vec<RowId> {
        self.approvals.rows().filter(|(_, judged)| chosen(judged)).map(|(row, _)| row).collect()
    }

    /// Lists rows below a heading; nothing where there are none.
    fn listed(&self, page: &mut Page, rows: &[RowId], heading: &Bilingual) {
        if rows.is_empty() {
            return;
        }
        page.heading(heading.get(self.language));
        page.paragraph(ATTENTION, "", &format!("{}: {}", rows.len(), listed(rows)), inner(self.width));
    }

    /// Tells rows that stand in a way one by one, with who said what; nothing where there are none.
    fn told(&self, page: &mut Page, stands: Approved, heading: &Bilingual) {
        let rows = self.rows(|judged| judged.stands() == stands);
        if rows.is_empty() {
            return;
        }
        page.heading(heading.get(self.language));
        for row in rows {
            let name = self.report.line(row).map(|line| line.short_name(self.language)).unwrap_or_default();
            page.paragraph(ATTENTION, "", &format!("{row}. {}", on_one_line(&name)), inner(self.width));
            let Some(judged) = self.approvals.row(row) else { continue };
            let words: Vec<&Approval> =
                if stands == Approved::Returned { judged.returned().collect() } else { judged.outdated().collect() };
            for word in words {
                page.paragraph(PLAIN, "   ", &self.word(word, judged), inner(self.width));
            }
        }
    }

    /// Says who said something of a row, when, and what; of a return, whether the row changed since.
    fn word(&self, word: &Approval, judged: &Judged<'_>) -> String {
        let when = word.date.as_ref().map(|date| format!(", {}", in_words(date.value, self.language)));
        let mut told = format!("{}{}", word.by, when.unwrap_or_default());
        if !word.note.is_empty() {
            told += &format!(": {}", on_one_line(&word.note));
        }
        if !judged.is_about_this(word) && !judged.returned().any(|returned| returned.row.place != word.row.place) {
            let since = bilingual!(" (sudah berubah sejak itu)", " (it changed since)");
            told += since.get(self.language);
        }
        told
    }
}
