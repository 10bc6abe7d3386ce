//! The whole evaluation on one screen: what the operator of the team wants to know in the morning.

use crate::bilingual;
use crate::result::label::INDEX;
use crate::result::progress::members::{MemberProgress, MemberState};
use crate::result::progress::runs::listed;
use crate::result::progress::sheets::Beside;
use crate::result::progress::told;
use crate::result::progress::units::rows;
use crate::terminal::page::{FAINT, GOOD, PLAIN, Page, STRONG};
use crate::terminal::status::{Layout, beside, stages};
use crate::text::bilingual::Bilingual;
use crate::text::date::with_weekday;
use crate::text::visible::on_one_line;

/// Writes everything.
pub(super) fn write(page: &mut Page, layout: Layout<'_>, beside: &Beside) {
    head(page, layout);
    page.blank();
    figures(page, layout);
    late(page, layout);
    on_time(page, layout);
    complete(page, layout);
    beside::sheets(page, layout, &beside.sheets);
    units(page, layout);
    stages::write(page, layout);
    beside::uncommitted(page, layout, beside.uncommitted.as_deref());
}

/// Writes those who are late alone.
pub(super) fn write_late(page: &mut Page, layout: Layout<'_>) {
    head(page, layout);
    late(page, layout);
    if in_state(layout, MemberState::Late).next().is_none() {
        page.blank();
        page.line(GOOD, &layout.say(&Bilingual::fixed("Tidak ada yang terlambat.", "Nobody is late.")));
    }
}

/// Writes the agency and the day.
pub(super) fn head(page: &mut Page, layout: Layout<'_>) {
    let (report, day) = (layout.progress.report, with_weekday(layout.progress.day, layout.language));
    let (subject, year) = (on_one_line(report.instrument.subject.get(layout.language)), report.year);
    page.title(&on_one_line(&report.agency.name));
    page.paragraph(FAINT, "", &format!("{subject} {year} · {day}"), layout.width);
    let stage = layout.say(&stage(layout));
    page.paragraph(STRONG, "", &stage, layout.width);
}

/// Says which stage runs and how long it still does.
fn stage(layout: Layout<'_>) -> Bilingual {
    layout.progress.moment.map_or(
        Bilingual::fixed(
            "Jadwal belum ada: isi [schedule] di spbe.toml",
            "There is no schedule: write [schedule] in spbe.toml",
        ),
        told::stage,
    )
}

/// Writes the scores that are in, the index or its range, and the open disagreements.
fn figures(page: &mut Page, layout: Layout<'_>) {
    let progress = layout.progress;
    let (done, due) = (progress.scores.done, progress.scores.due);
    let scores = match due {
        0 => Bilingual::fixed("belum ada penugasan", "nothing is assigned"),
        _ => bilingual!("{done} dari {due}", "{done} of {due}"),
    };
    let disputed = match progress.disputed().as_slice() {
        [] => layout.say(&Bilingual::fixed("tidak ada", "none")),
        rows => {
            let (count, listed, unit) = (rows.len(), listed(rows), if rows.len() == 1 { "row" } else { "rows" });
            layout.say(&bilingual!("{count} baris: {listed}", "{count} {unit}: {listed}"))
        }
    };
    let index = on_one_line(&told::index(progress.report, layout.language));
    let target = progress.report.target_index.map(|target| layout.numbers.even(target));
    let target = target.map(|target| layout.say(&bilingual!("; target {target}", "; target {target}")));
    let mut pairs = vec![
        (layout.say(&Bilingual::fixed("Nilai masuk", "Scores in")), layout.say(&scores)),
        (layout.say(&INDEX), index + &target.unwrap_or_default()),
    ];
    if let Some(external) = told::external(progress.report, layout.language) {
        pairs.push((layout.say(&Bilingual::fixed("Kementerian", "Ministry")), on_one_line(&external)));
    }
    pairs.push((layout.say(&Bilingual::fixed("Level berbeda", "Levels differ")), disputed));
    layout.pairs(page, &pairs);
}

/// Returns the members with tasks who stand so.
fn in_state<'p>(layout: Layout<'p>, state: MemberState) -> impl Iterator<Item = &'p MemberProgress<'p>> {
    let members = layout.progress.members.iter();
    members.filter(move |member| !member.tasks.is_empty() && member.state() == state)
}

/// Writes a line for everyone who is late: how much is missing, since when, and what.
fn late(page: &mut Page, layout: Layout<'_>) {
    let line = |member: &MemberProgress<'_>| {
        let (missing, all) = (member.missing().count(), member.tasks.len());
        let (late, rows) = (layout.days(member.days_late().unwrap_or_default()), listed(&member.late_rows()));
        let text = bilingual!(
            "{missing} dari {all} belum masuk, terlambat {late}: {rows}",
            "{missing} of {all} missing, {late} late: {rows}"
        );
        let rest = match member.open_rows().as_slice() {
            [] => Bilingual::fixed("", ""),
            rows => {
                let rows = listed(rows);
                bilingual!("; belum jatuh tempo: {rows}", "; not due yet: {rows}")
            }
        };
        (on_one_line(member.id), layout.say(&text.and(rest)))
    };
    let lines: Vec<(String, String)> = in_state(layout, MemberState::Late).map(line).collect();
    section(page, layout, &Bilingual::fixed("Terlambat", "Late"), &lines);
}

/// Writes a line for everyone who has something to do and time for it.
fn on_time(page: &mut Page, layout: Layout<'_>) {
    let line = |member: &MemberProgress<'_>| {
        let (missing, all, rows) = (member.missing().count(), member.tasks.len(), listed(&member.open_rows()));
        let due = layout.due(member.next_due()).map(|due| format!(", {due}")).unwrap_or_default();
        let text =
            bilingual!("{missing} dari {all} belum masuk{due}: {rows}", "{missing} of {all} missing{due}: {rows}");
        (on_one_line(member.id), layout.say(&text))
    };
    let lines: Vec<(String, String)> = in_state(layout, MemberState::Open).map(line).collect();
    section(page, layout, &Bilingual::fixed("Belum lengkap, masih ada waktu", "Missing, with time left"), &lines);
}

/// Names those who have handed everything in, in one line.
fn complete(page: &mut Page, layout: Layout<'_>) {
    let names: Vec<String> = in_state(layout, MemberState::Complete).map(|member| on_one_line(member.id)).collect();
    if !names.is_empty() {
        page.heading(&layout.say(&Bilingual::fixed("Lengkap", "Complete")));
        page.paragraph(GOOD, "", &names.join(", "), layout.width);
    }
}

/// Writes what evidence is still wanted, unit by unit.
fn units(page: &mut Page, layout: Layout<'_>) {
    let mut lines = Vec::new();
    let mut complete = Vec::new();
    for unit in &layout.progress.units {
        let (name, rows) = (on_one_line(unit.name), rows(unit.lacking()));
        if rows.is_empty() {
            complete.push(name);
            continue;
        }
        let due = layout.due(unit.due()).map(|due| format!(" ({due})")).unwrap_or_default();
        lines.push(format!("{name}: {}{due}", listed(&rows)));
    }
    if lines.is_empty() && complete.is_empty() {
        return;
    }
    page.heading(&layout.say(&Bilingual::fixed("Data dukung yang masih ditunggu", "Evidence still wanted")));
    for line in &lines {
        page.paragraph(PLAIN, "", line, layout.width);
    }
    if !complete.is_empty() {
        let names = complete.join(", ");
        page.paragraph(GOOD, "", &layout.say(&bilingual!("lengkap: {names}", "complete: {names}")), layout.width);
    }
}

/// Writes a part with a line for every pair; nothing where there is none.
pub(super) fn section(page: &mut Page, layout: Layout<'_>, title: &Bilingual, lines: &[(String, String)]) {
    if lines.is_empty() {
        return;
    }
    page.heading(&layout.say(title));
    layout.pairs(page, lines);
}
