//! What the person named: indicators, members, evidence, levels; an unknown one is answered with the nearest known.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::bilingual;
use crate::cli::failure::Failure;
use crate::diagnostic::file_rules::{BAD_SYNTAX, TOO_LARGE};
use crate::diagnostic::finding::Finding;
use crate::model::decimal::Decimal;
use crate::model::evidence::Evidence;
use crate::model::files;
use crate::model::instrument::Instrument;
use crate::model::row::RowId;
use crate::model::selector::Selector;
use crate::model::team::{Member, Team};
use crate::model::workspace::Workspace;
use crate::result::report::Report;
use crate::store::bundled;
use crate::store::load::Loaded;
use crate::text::bilingual::Bilingual;
use crate::text::nearest::nearest;
use crate::text::word::Vocabulary;

/// Returns the instrument, without which nothing can be scored or counted.
pub(super) fn instrument(workspace: &Workspace) -> anyhow::Result<&Instrument> {
    if workspace.manifest.is_none() {
        return Err(unread(files::MANIFEST));
    }
    workspace.instrument.as_deref().ok_or_else(|| unread(files::INSTRUMENT))
}

/// Makes the result, or says why there is none.
pub(super) fn report(loaded: &Loaded) -> anyhow::Result<Report<'_>> {
    instrument(&loaded.workspace).map_err(|error| cause(loaded).unwrap_or(error))?;
    let report = Report::of(&loaded.workspace, bundled::benchmarks());
    Ok(report.ok_or_else(|| Failure::new(bilingual!("tidak ada yang dihitung", "there is nothing to compute")))?)
}

/// Says where reading the manifest or the instrument failed.
fn cause(loaded: &Loaded) -> Option<anyhow::Error> {
    let files = [files::MANIFEST, files::INSTRUMENT];
    let finding = loaded
        .findings
        .iter()
        .find(|finding| finding.place.as_ref().is_some_and(|place| files.contains(&&*place.file)))?;
    Some(Failure::of_finding(finding, &loaded.sources).into())
}

fn unread(file: &str) -> anyhow::Error {
    Failure::new(bilingual!("`{file}` tidak dapat dibaca", "`{file}` can't be read"))
        .help(bilingual!("lihat `spbe validate`", "see `spbe validate`"))
        .into()
}

/// Refuses to list a file of which not every line could be read, for the list would be taken for the whole.
pub(super) fn whole(loaded: &Loaded, file: &str) -> anyhow::Result<()> {
    let cut = |finding: &&Finding| {
        let here = finding.place.as_ref().is_some_and(|place| &*place.file == file);
        here && matches!(finding.rule, BAD_SYNTAX | TOO_LARGE)
    };
    match loaded.findings.iter().find(cut) {
        Some(finding) => Err(Failure::of_finding(finding, &loaded.sources)
            .or_help(bilingual!("perbaiki dahulu; lihat `spbe validate`", "mend it first; see `spbe validate`"))
            .into()),
        None => Ok(()),
    }
}

/// Returns the rows that selectors name.
pub(super) fn rows(workspace: &Workspace, selectors: &[String]) -> anyhow::Result<BTreeSet<RowId>> {
    let instrument = instrument(workspace)?;
    let known = workspace.rows();
    let mut rows = BTreeSet::new();
    for text in selectors {
        let selector: Selector = text.parse().map_err(|_| no_selector(text))?;
        let named = selector.rows(instrument, &known);
        if named.is_empty() {
            return Err(unknown_indicator(text, selector, instrument, &known));
        }
        rows.extend(named);
    }
    Ok(rows)
}

/// Returns the selectors as they are written, each known to name something.
pub(super) fn selectors(workspace: &Workspace, texts: &[String]) -> anyhow::Result<Vec<String>> {
    rows(workspace, texts)?;
    Ok(texts.to_vec())
}

fn no_selector(text: &str) -> anyhow::Error {
    Failure::new(bilingual!("`{text}` bukan pilihan indikator", "`{text}` names no indicators"))
        .help(bilingual!(
            "tulis `12`, `35-1`, `1..7`, `aspect:3`, `domain:2` atau `all`",
            "write `12`, `35-1`, `1..7`, `aspect:3`, `domain:2` or `all`"
        ))
        .into()
}

fn unknown_indicator(
    text: &str,
    selector: Selector,
    instrument: &Instrument,
    known: &BTreeSet<RowId>,
) -> anyhow::Error {
    let failure = Failure::new(bilingual!(
        "indikator `{text}` tidak ada dalam evaluasi ini",
        "there is no indicator `{text}` in this evaluation"
    ));
    if matches!(selector, Selector::Service(row) if instrument.all_rows().contains(&row)) {
        return failure
            .help(bilingual!(
                "tambahkan [[service]] dengan row = \"{text}\" di spbe.toml bila layanan ini dinilai",
                "add a [[service]] with row = \"{text}\" to spbe.toml if this service is assessed"
            ))
            .into();
    }
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return failure.into() };
    let help = match nearest_row(selector, known) {
        Some(near) => bilingual!(
            "yang terdekat `{near}`; ada {first} sampai {last}",
            "the nearest is `{near}`; there are {first} to {last}"
        ),
        None => bilingual!("ada {first} sampai {last}", "there are {first} to {last}"),
    };
    failure.help(help).into()
}

/// Finds the row whose number is nearest to the one that was named.
fn nearest_row(selector: Selector, known: &BTreeSet<RowId>) -> Option<RowId> {
    let named = match selector {
        Selector::Indicator(indicator) => RowId::whole(indicator),
        Selector::Service(row) => row,
        Selector::Range(..) | Selector::Aspect(_) | Selector::Domain(_) | Selector::All => return None,
    };
    let distance = |row: &RowId| {
        let services = row.service.unwrap_or_default().abs_diff(named.service.unwrap_or_default());
        (row.indicator.abs_diff(named.indicator), services)
    };
    known.iter().copied().min_by_key(distance)
}

/// Returns a member of the team.
pub(super) fn member<'a>(team: &'a Team, id: &str) -> anyhow::Result<&'a Member> {
    if let Some(member) = team.member(id) {
        return Ok(member);
    }
    let help = match nearest(id, team.ids()) {
        Some(near) => bilingual!("maksudnya `{near}`?", "did you mean `{near}`?"),
        None => bilingual!(
            "lihat `spbe team list`, atau tambahkan dengan `spbe team add`",
            "see `spbe team list`, or add one with `spbe team add`"
        ),
    };
    Err(Failure::new(bilingual!("tidak ada anggota `{id}`", "there is no member `{id}`")).help(help).into())
}

/// Returns the member that an option or the environment names.
pub(super) fn acting_member(team: &Team, by: Option<String>) -> anyhow::Result<&Member> {
    let Some(by) = by else {
        let message = bilingual!("anggota yang menilai belum disebut", "no member is named");
        let help =
            bilingual!("tambahkan `--by ANGGOTA`, atau isi SPBE_MEMBER", "add `--by MEMBER`, or set SPBE_MEMBER");
        return Err(Failure::new(message).help(help).into());
    };
    member(team, &by)
}

/// Returns an entry of the evidence index.
pub(super) fn evidence<'a>(workspace: &'a Workspace, id: &str) -> anyhow::Result<&'a Evidence> {
    let entries = &workspace.evidence;
    if let Some(entry) = entries.iter().find(|entry| entry.id.value.as_str() == id) {
        return Ok(entry);
    }
    let help = match nearest(id, entries.iter().map(|entry| entry.id.value.as_str())) {
        Some(near) => bilingual!("maksudnya `{near}`?", "did you mean `{near}`?"),
        None => bilingual!("lihat `spbe evidence list`", "see `spbe evidence list`"),
    };
    Err(Failure::new(bilingual!("tidak ada data dukung `{id}`", "there is no evidence `{id}`")).help(help).into())
}

/// Reads a level that the scale of the instrument has.
pub(super) fn level(instrument: &Instrument, text: &str) -> anyhow::Result<Decimal> {
    let level = Decimal::parse(text).map(|(level, _)| level).filter(|level| instrument.scale.allows(*level));
    level.ok_or_else(|| {
        let scale = &instrument.scale;
        let (lowest, highest, step) = (scale.lowest, scale.highest, scale.step);
        let message = bilingual!("tidak ada level `{text}`", "there is no level `{text}`");
        let help = if scale.is_whole() {
            bilingual!(
                "pakai bilangan bulat {lowest} sampai {highest}",
                "use a whole number from {lowest} to {highest}"
            )
        } else {
            bilingual!(
                "pakai bilangan {lowest} sampai {highest} dengan langkah {step}",
                "use a number from {lowest} to {highest} in steps of {step}"
            )
        };
        Failure::new(message).help(help).into()
    })
}

/// Reads a word of a vocabulary, in either language.
pub(super) fn word<T: Vocabulary>(text: &str, option: &str) -> anyhow::Result<T> {
    T::from_word(text).ok_or_else(|| {
        let codes = T::codes();
        Failure::new(bilingual!("`{text}` bukan nilai untuk `{option}`", "`{text}` is no value for `{option}`"))
            .help(bilingual!("pilihannya: {codes}", "the choices are: {codes}"))
            .into()
    })
}

/// Lists rows for a message: `1, 2, 3`, with the middle of a long list left out.
pub(super) fn listed(rows: &BTreeSet<RowId>) -> String {
    let names: Vec<String> = rows.iter().map(RowId::to_string).collect();
    match names.as_slice() {
        [first, .., last] if names.len() > 8 => format!("{first} … {last} ({})", names.len()),
        _ => names.join(", "),
    }
}

/// Names rows for a message: the indicator or indicators.
pub(super) fn indicators(rows: &BTreeSet<RowId>) -> Bilingual {
    let listed = listed(rows);
    let plural = if rows.len() == 1 { "indicator" } else { "indicators" };
    Bilingual::new(format!("indikator {listed}"), format!("{plural} {listed}"))
}

/// Compares the key of a record with a row; what is no row stands before all.
pub(super) fn by_row(keys: &[&str], row: RowId) -> Ordering {
    keys[0].parse::<RowId>().map_or(Ordering::Less, |other| other.cmp(&row))
}
