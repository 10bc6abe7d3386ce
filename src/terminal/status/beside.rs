//! What became of the work sheets, and what git does not hold yet, on the screen.

use crate::bilingual;
use crate::model::files::{IN_FOLDER, SHEETS_FOLDER};
use crate::result::progress::sheets::{Sheet, SheetState};
use crate::terminal::page::{ATTENTION, FAINT, PLAIN, Page};
use crate::terminal::status::{Layout, whole};
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::visible::on_one_line;

/// The most files that are named one by one.
const MOST: usize = 5;

/// Writes who has a sheet, whose lies here with something to take in, and whose is in.
pub(super) fn sheets(page: &mut Page, layout: Layout<'_>, sheets: &[Sheet]) {
    let of = |state: SheetState| sheets.iter().filter(move |sheet| sheet.state == state);
    let named = |sheet: &Sheet| on_one_line(sheet.member.as_deref().unwrap_or("?"));
    let sent = of(SheetState::Sent).map(named);
    let dated = |sheet: &Sheet| {
        let day = sheet.date.map(|day| format!(" ({})", in_words(day, layout.language)));
        named(sheet) + &day.unwrap_or_default()
    };
    let lying = |sheet: &Sheet| {
        let file = on_one_line(sheet.file.as_deref().unwrap_or_default());
        sheet.member.as_ref().map_or_else(|| file.clone(), |_| format!("{}: {file}", named(sheet)))
    };
    let lines = [
        (Bilingual::fixed("Di anggota", "With members"), sent.collect::<Vec<_>>()),
        (Bilingual::fixed("Kembali", "Returned"), of(SheetState::Returned).map(lying).collect()),
        (Bilingual::fixed("Sudah masuk", "Taken in"), of(SheetState::In).map(dated).collect()),
    ];
    let lines: Vec<(String, String)> = lines
        .iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(label, names)| (layout.say(label), names.join(", ")))
        .collect();
    whole::section(page, layout, &Bilingual::fixed("Lembar kerja", "Work sheets"), &lines);
    let folders = [SHEETS_FOLDER, IN_FOLDER];
    let holds = |folder: &&str| {
        of(SheetState::Returned).any(|sheet| sheet.file.as_ref().is_some_and(|file| file.starts_with(*folder)))
    };
    let holding: Vec<&str> = folders.iter().copied().filter(|folder| holds(folder)).collect();
    if !holding.is_empty() {
        let command = format!("spbe import {}", holding.join(" "));
        page.line(ATTENTION, &layout.say(&bilingual!("masukkan: `{command}`", "take in: `{command}`")));
    }
}

/// Names the files that git does not hold as they are, with the line that makes it hold them; nothing where there is no git.
pub(super) fn uncommitted(page: &mut Page, layout: Layout<'_>, files: Option<&[String]>) {
    let Some(files) = files.filter(|files| !files.is_empty()) else { return };
    page.heading(&layout.say(&Bilingual::fixed("Belum tersimpan di git", "Not in git yet")));
    let (count, unit) = (files.len(), if files.len() == 1 { "file" } else { "files" });
    let named = files.iter().take(MOST).map(|file| on_one_line(file)).collect::<Vec<_>>().join(", ");
    let rest = match count.saturating_sub(MOST) {
        0 => Bilingual::fixed("", ""),
        rest => bilingual!(", dan {rest} lainnya", ", and {rest} more"),
    };
    let text = bilingual!("{count} berkas: {named}", "{count} {unit}: {named}").and(rest);
    page.paragraph(PLAIN, "", &layout.say(&text), layout.width);
    let day = in_words(layout.progress.day, layout.language);
    let message = layout.say(&bilingual!("Penilaian per {day}", "Evaluation by {day}"));
    // Both kinds of shell take two commands on one line so; one of them does not know `&&`.
    page.line(FAINT, &format!("git add -A . ; git commit -m \"{message}\""));
}
