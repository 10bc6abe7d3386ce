//! What the person named: members, evidence, levels, words; an unknown one is answered with the nearest known.

use crate::bilingual;
use crate::cli::failure::Failure;
use crate::cli::wording;
use crate::model::decimal::Decimal;
use crate::model::evidence::Evidence;
use crate::model::files;
use crate::model::instrument::{Instrument, Scale};
use crate::model::team::{Member, Team};
use crate::model::workspace::Workspace;
use crate::result::follow_up::by_unit;
use crate::result::owners::owners;
use crate::result::report::Report;
use crate::result::units::units;
use crate::store::bundled;
use crate::store::load::Loaded;
use crate::text::bilingual::Bilingual;
use crate::text::fold::{folded, same};
use crate::text::nearest::did_you_mean;
use crate::text::word::Vocabulary;

/// The most candidates that are listed where a shortened name is not clear.
const CANDIDATES: usize = 12;

/// Returns the instrument, without which nothing can be scored or counted.
pub(super) fn instrument(workspace: &Workspace) -> Result<&Instrument, Failure> {
    let unread = |file: &str| Failure::new(wording::unreadable(file)).help(wording::see_validate());
    if workspace.manifest.is_none() {
        return Err(unread(files::MANIFEST));
    }
    workspace.instrument.as_deref().ok_or_else(|| unread(files::INSTRUMENT))
}

/// Makes the result, or says why there is none.
pub(super) fn report(loaded: &Loaded) -> Result<Report<'_>, Failure> {
    instrument(&loaded.workspace)?;
    let report = Report::of(&loaded.workspace, bundled::benchmarks());
    report.ok_or_else(|| Failure::new(bilingual!("tidak ada yang dihitung", "there is nothing to compute")))
}

/// Returns a member of the team; any unique beginning of the id is enough.
pub(super) fn member<'a>(team: &'a Team, id: &str) -> Result<&'a Member, Failure> {
    let members = || team.members.iter();
    if let Some(member) = shortened(members(), |member| member.id.value.as_str(), id)? {
        return Ok(member);
    }
    let help = did_you_mean(id, team.ids()).unwrap_or_else(|| {
        if team.lacks_members {
            bilingual!(
                "ada anggota di `team.toml` yang tidak terbaca: perbaiki dulu, lihat `spbe validate`",
                "there are members in `team.toml` that can't be read: mend them first, see `spbe validate`"
            )
        } else {
            bilingual!(
                "lihat `spbe team list`, atau tambahkan dengan `spbe team add`",
                "see `spbe team list`, or add one with `spbe team add`"
            )
        }
    });
    Err(Failure::new(bilingual!("tidak ada anggota `{id}`", "there is no member `{id}`")).help(help))
}

/// Returns the member that an option or the environment names.
pub(super) fn acting_member(team: &Team, by: Option<String>) -> Result<&Member, Failure> {
    let Some(by) = by else {
        let message = bilingual!("anggota yang menilai belum disebut", "no member is named");
        let help = bilingual!(
            "tambahkan `--by ANGGOTA`, atau isi SPBE_MEMBER atau `git config spbe.member`",
            "add `--by MEMBER`, or set SPBE_MEMBER or `git config spbe.member`"
        );
        return Err(Failure::new(message).help(help));
    };
    member(team, &by)
}

/// Finds a unit that owns indicators; nothing is asked of one that owns none.
pub(super) fn unit<'a>(workspace: &'a Workspace, name: &str) -> Result<&'a str, Failure> {
    let names: Vec<&str> = owners(workspace).iter().map(|owner| owner.name).collect();
    if let Some(found) = named_unit(&names, name)? {
        return Ok(found);
    }
    let help = did_you_mean(name, names.iter().copied()).unwrap_or_else(|| {
        let names = quoted(&names);
        bilingual!("unit yang memiliki indikator: {names}", "the units that own indicators: {names}")
    });
    let message = bilingual!("tidak ada unit `{name}` yang memiliki indikator", "no unit `{name}` owns an indicator");
    Err(Failure::new(message).help(help))
}

/// Finds a unit that an open recommendation is for.
pub(super) fn acting_unit<'a>(report: &'a Report<'a>, name: &str) -> Result<&'a str, Failure> {
    let names: Vec<&str> = by_unit(report).iter().filter_map(|unit| unit.unit).collect();
    if let Some(found) = named_unit(&names, name)? {
        return Ok(found);
    }
    let help = did_you_mean(name, names.iter().copied()).unwrap_or_else(|| {
        let names = quoted(&names);
        bilingual!("unit yang mempunyai rekomendasi: {names}", "the units with recommendations: {names}")
    });
    let message = bilingual!(
        "tidak ada rekomendasi terbuka untuk unit `{name}`",
        "no open recommendation is for a unit `{name}`"
    );
    Err(Failure::new(message).help(help))
}

/// Finds a unit that owns indicators, is listed, or whose people are in the team.
pub(super) fn any_unit<'a>(workspace: &'a Workspace, name: &str) -> Result<&'a str, Failure> {
    let names: Vec<&str> = units(workspace).iter().map(|unit| unit.name).filter(|name| !name.is_empty()).collect();
    if let Some(found) = named_unit(&names, name)? {
        return Ok(found);
    }
    let help = did_you_mean(name, names.iter().copied()).unwrap_or_else(|| {
        let names = quoted(&names);
        bilingual!("unit yang dikenal: {names}", "the known units: {names}")
    });
    Err(Failure::new(bilingual!("tidak ada unit `{name}`", "there is no unit `{name}`")).help(help))
}

/// Finds the unit that a name or a part of one tells from all others.
fn named_unit<'a>(names: &[&'a str], name: &str) -> Result<Option<&'a str>, Failure> {
    let wanted = folded(name);
    if let Some(found) = names.iter().find(|known| same(known, name)) {
        return Ok(Some(found));
    }
    if wanted.is_empty() {
        return Ok(None);
    }
    let found: Vec<&str> = names.iter().copied().filter(|known| folded(known).contains(&wanted)).collect();
    only(&found, name)
}

/// Returns an entry of the evidence index; any unique beginning of the id is enough.
pub(super) fn evidence<'a>(workspace: &'a Workspace, id: &str) -> Result<&'a Evidence, Failure> {
    let entries = &workspace.evidence;
    if let Some(entry) = shortened(entries.iter(), |entry| entry.id.value.as_str(), id)? {
        return Ok(entry);
    }
    let help = did_you_mean(id, entries.iter().map(|entry| entry.id.value.as_str()))
        .unwrap_or_else(|| bilingual!("lihat `spbe evidence list`", "see `spbe evidence list`"));
    Err(Failure::new(bilingual!("tidak ada data dukung `{id}`", "there is no evidence `{id}`")).help(help))
}

/// Finds what an id or a beginning of one tells from all others.
fn shortened<'a, T>(
    known: impl Iterator<Item = &'a T> + Clone,
    id_of: impl Fn(&'a T) -> &'a str,
    id: &str,
) -> Result<Option<&'a T>, Failure> {
    if let Some(found) = known.clone().find(|known| id_of(known) == id) {
        return Ok(Some(found));
    }
    if id.is_empty() {
        return Ok(None);
    }
    let begun: Vec<&str> = known.clone().map(&id_of).filter(|known| known.starts_with(id)).collect();
    let found = only(&begun, id)?;
    Ok(found.and_then(|found| known.clone().find(|known| id_of(known) == found)))
}

/// Returns the only one that was found; of several the person must say which.
fn only<'a>(found: &[&'a str], given: &str) -> Result<Option<&'a str>, Failure> {
    match found {
        [] => Ok(None),
        [first, rest @ ..] if rest.iter().all(|other| other == first) => Ok(Some(first)),
        several => {
            let (count, names) = (several.len(), quoted(&several[..several.len().min(CANDIDATES)]));
            let more = if count > CANDIDATES { ", …" } else { "" };
            let message = bilingual!("`{given}` dapat berarti {count} hal", "`{given}` can mean {count} things");
            Err(Failure::new(message).help(bilingual!("sebut salah satu: {names}{more}", "name one of: {names}{more}")))
        }
    }
}

/// Lists names between backticks.
fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Reads a level that the scale of the instrument has.
pub(super) fn level(instrument: &Instrument, text: &str) -> Result<Decimal, Failure> {
    let level = Decimal::parse(text).map(|(level, _)| level).filter(|level| instrument.scale.allows(*level));
    level.ok_or_else(|| {
        let message = bilingual!("tidak ada level `{text}`", "there is no level `{text}`");
        Failure::new(message).help(allowed(&instrument.scale))
    })
}

/// Says which levels a scale has.
fn allowed(scale: &Scale) -> Bilingual {
    let (lowest, highest, step) = (scale.lowest, scale.highest, scale.step);
    if step == 1.into() {
        bilingual!(
            "pakai bilangan bulat {lowest:#} sampai {highest:#}",
            "use a whole number from {lowest} to {highest}"
        )
    } else {
        bilingual!(
            "pakai bilangan {lowest:#} sampai {highest:#} dengan langkah {step:#}",
            "use a number from {lowest} to {highest} in steps of {step}"
        )
    }
}

/// Reads a word of a vocabulary, in either language.
pub(super) fn word<T: Vocabulary>(text: &str, option: &str) -> Result<T, Failure> {
    T::from_word(text).ok_or_else(|| Failure::new(wording::no_value(text, option)).help(wording::choices(&T::codes())))
}

#[cfg(test)]
mod tests {
    use super::{allowed, any_unit, member, unit};
    use crate::model::id::Id;
    use crate::result::testing::{instrument_of, pemalang};

    #[test]
    fn a_level_between_the_steps_of_the_scale_is_told_the_step() {
        let mut scale = instrument_of("spbe-2018").scale;
        assert_eq!(allowed(&scale).en, "use a whole number from 0 to 5");
        (scale.highest, scale.step) = (100.into(), 10.into());
        assert_eq!(allowed(&scale).en, "use a number from 0 to 100 in steps of 10");
    }

    #[test]
    fn a_shortened_id_is_taken_where_it_is_clear_and_asked_about_where_not() {
        let mut workspace = pemalang();
        let mut twin = workspace.team.members[0].clone();
        assert_eq!(member(&workspace.team, "huk").expect("a member").id.value.as_str(), "hukum");
        twin.id.value = Id::parse("hukuman").expect("an id");
        workspace.team.members.push(twin);
        assert_eq!(member(&workspace.team, "hukum").expect("the whole id").id.value.as_str(), "hukum");
        assert!(member(&workspace.team, "huk").is_err(), "two begin so");
        assert!(member(&workspace.team, "").is_err() && member(&workspace.team, "ukum").is_err());
    }

    #[test]
    fn a_unit_is_known_by_a_part_of_its_name_in_any_case_and_spacing() {
        let workspace = pemalang();
        for name in ["kominfo", "  dinas   KOMINFO ", "Dinas Kominfo"] {
            assert_eq!(unit(&workspace, name).expect("the unit"), "Dinas Kominfo", "{name}");
        }
        assert!(unit(&workspace, "").is_err());
        let only_members = &workspace.team.members[0].unit.value;
        assert!(any_unit(&workspace, only_members).is_ok(), "a unit of people alone can be written to");
    }
}
