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
use crate::result::owners::owners;
use crate::result::report::Report;
use crate::store::bundled;
use crate::store::load::Loaded;
use crate::text::bilingual::Bilingual;
use crate::text::nearest::did_you_mean;
use crate::text::word::Vocabulary;

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

/// Returns a member of the team.
pub(super) fn member<'a>(team: &'a Team, id: &str) -> Result<&'a Member, Failure> {
    if let Some(member) = team.member(id) {
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
        let help =
            bilingual!("tambahkan `--by ANGGOTA`, atau isi SPBE_MEMBER", "add `--by MEMBER`, or set SPBE_MEMBER");
        return Err(Failure::new(message).help(help));
    };
    member(team, &by)
}

/// Finds a unit that owns indicators, in any case of letters; nothing is asked of one that owns none.
pub(super) fn unit<'a>(workspace: &'a Workspace, name: &str) -> Result<&'a str, Failure> {
    let owners = owners(workspace);
    let folded = name.trim().to_lowercase();
    if let Some(owner) = owners.iter().find(|owner| owner.name.to_lowercase() == folded) {
        return Ok(owner.name);
    }
    let names = owners.iter().map(|owner| owner.name);
    let help = did_you_mean(name, names.clone()).unwrap_or_else(|| {
        let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
        let names = names.join(", ");
        bilingual!("unit yang memiliki indikator: {names}", "the units that own indicators: {names}")
    });
    let message = bilingual!("tidak ada unit `{name}` yang memiliki indikator", "no unit `{name}` owns an indicator");
    Err(Failure::new(message).help(help))
}

/// Returns an entry of the evidence index.
pub(super) fn evidence<'a>(workspace: &'a Workspace, id: &str) -> Result<&'a Evidence, Failure> {
    let entries = &workspace.evidence;
    if let Some(entry) = entries.iter().find(|entry| entry.id.value.as_str() == id) {
        return Ok(entry);
    }
    let help = did_you_mean(id, entries.iter().map(|entry| entry.id.value.as_str()))
        .unwrap_or_else(|| bilingual!("lihat `spbe evidence list`", "see `spbe evidence list`"));
    Err(Failure::new(bilingual!("tidak ada data dukung `{id}`", "there is no evidence `{id}`")).help(help))
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
    use super::allowed;
    use crate::result::testing::instrument_of;

    #[test]
    fn a_level_between_the_steps_of_the_scale_is_told_the_step() {
        let mut scale = instrument_of("spbe-2018").scale;
        assert_eq!(allowed(&scale).en, "use a whole number from 0 to 5");
        (scale.highest, scale.step) = (100.into(), 10.into());
        assert_eq!(allowed(&scale).en, "use a number from 0 to 100 in steps of 10");
    }
}
