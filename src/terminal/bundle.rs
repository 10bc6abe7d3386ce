//! What checking a bundle came to, for a terminal.

use crate::bilingual;
use crate::result::numbers::Numbers;
use crate::result::verified::Verified;
use crate::terminal::page::{ATTENTION, GOOD, PLAIN, Page, inner};
use crate::text::bilingual::Bilingual;
use crate::text::digest::in_fours;
use crate::text::language::Language;
use crate::text::visible::on_one_line;

/// How many faults are told one by one.
const TOLD: usize = 50;

/// Writes what is wrong with the bundle, what was made again, the index, and the receipt.
pub(crate) fn text(verified: &Verified, numbers: Option<Numbers>, language: Language, width: usize) -> String {
    let mut page = Page::default();
    let say = |text: &Bilingual| text.get(language).to_owned();
    let width = inner(width);
    page.title(&say(&bilingual!("Bundel", "Bundle")));
    page.paragraph(PLAIN, "", &on_one_line(&verified.bundle), width);
    if !verified.agent.is_empty() {
        let agent = on_one_line(&verified.agent);
        page.paragraph(PLAIN, "", &say(&bilingual!("dibuat dengan {agent}", "made by {agent}")), width);
    }
    if verified.faults.is_empty() {
        let count = verified.remade;
        page.paragraph(
            GOOD,
            "",
            &say(&bilingual!(
                "utuh; {count} berkas sama dengan yang dibuat ulang dari ruang kerjanya",
                "whole; {count} files are what follows from its workspace"
            )),
            width,
        );
    } else {
        page.heading(&say(&bilingual!("Yang salah pada bundel", "What is wrong with the bundle")));
        for fault in verified.faults.iter().take(TOLD) {
            page.paragraph(ATTENTION, "", &on_one_line(fault.get(language)), width);
        }
        let more = verified.faults.len().saturating_sub(TOLD);
        if more > 0 {
            page.paragraph(ATTENTION, "", &say(&bilingual!("… dan {more} lagi", "… and {more} more")), width);
        }
    }
    unverified(&mut page, verified, language, width);
    if let (Some(index), Some(numbers)) = (&verified.index, numbers) {
        page.heading(&say(&bilingual!("Indeks yang dihitung di sini", "The index as computed here")));
        page.line(PLAIN, &format!("{} ({})", numbers.shown(&index.exact), index.predicate));
    }
    if !verified.receipt.is_empty() {
        page.heading(&say(&bilingual!("Tanda terima", "Receipt")));
        page.paragraph(PLAIN, "", &in_fours(&verified.receipt), width);
    }
    page.finish()
}

/// Names the documents that can't be made again here.
fn unverified(page: &mut Page, verified: &Verified, language: Language, width: usize) {
    if verified.unverified.is_empty() {
        return;
    }
    let heading =
        bilingual!("Dibuat versi lain, hanya kata pengirim", "Made by another version, the sender's word alone");
    page.heading(heading.get(language));
    for path in &verified.unverified {
        page.paragraph(ATTENTION, "", &on_one_line(path), width);
    }
}
