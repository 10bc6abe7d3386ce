//! The team: its members but for those who have left, the units with what they own, and the functions.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::cli::failure::Failure;
use crate::cli::init::from::Last;
use crate::format::team::TeamEdit;
use crate::model::files::TEAM;
use crate::model::row::RowId;
use crate::result::progress::runs::parts;
use crate::store::write::Changes;

impl Last<'_> {
    /// Takes the team over without its briefings and without those who have left; units own what continues their rows.
    pub(super) fn team(&mut self, changes: &mut Changes) -> Result<(), Failure> {
        let loaded = self.loaded;
        let workspace = &loaded.workspace;
        // Where there is none, the blank one of a new workspace stays.
        let Some(text) = loaded.sources.text(TEAM) else { return Ok(()) };
        let unread = |_| {
            Failure::new(bilingual!("`team.toml` tahun lalu tidak terbaca", "last year's `team.toml` can't be read"))
        };
        let mut edit = TeamEdit::open(text).map_err(unread)?;
        edit.remove_briefings();
        for member in workspace.team.members.iter().filter(|member| member.has_left()) {
            edit.remove_member(member.id.value.as_str())?;
        }
        self.units(&mut edit)?;
        self.functions(&mut edit)?;
        changes.drop(TEAM);
        changes.text(TEAM, edit.into_text());
        self.tell_team();
        Ok(())
    }

    /// Tells who comes along and who has left, and that the decree is still the old one.
    fn tell_team(&mut self) {
        let team = &self.loaded.workspace.team;
        let (members, units) = (team.present().count(), team.units.len());
        self.standing.members = members;
        self.told.came(bilingual!("tim: {members} anggota, {units} unit", "team: {members} members, {units} units"));
        let left = team.members.iter().filter(|member| member.has_left());
        let left: Vec<String> = left.map(|member| format!("`{}`", member.id.value)).collect();
        if !left.is_empty() {
            let left = left.join(", ");
            self.told.came(bilingual!(
                "tim tanpa anggota yang sudah pergi: {left}",
                "the team without those who have left: {left}"
            ));
        }
        if let Some(decree) = &team.decree {
            let number = &decree.number;
            self.told.came(bilingual!(
                "keputusan tim, masih yang lama: {number}",
                "the team's decree, still the old one: {number}"
            ));
        }
    }

    /// Lets units own what continues their rows, and tells those to whom nothing is left.
    fn units(&mut self, edit: &mut TeamEdit) -> Result<(), Failure> {
        let workspace = &self.loaded.workspace;
        let Some(instrument) = workspace.instrument.as_deref() else { return Ok(()) };
        let known = workspace.rows();
        let mut bare: Vec<String> = Vec::new();
        for unit in &workspace.team.units {
            let owned = unit.indicators.iter().flat_map(|selector| selector.value.rows(instrument, &known));
            let before: BTreeSet<RowId> = owned.collect();
            let now: BTreeSet<RowId> = before.iter().flat_map(|row| self.continued(*row)).collect();
            // What is the same stays as it was written.
            if now == before && instrument.id == self.now.id {
                continue;
            }
            if now.is_empty() && !before.is_empty() {
                bare.push(format!("`{}`", unit.name.value));
            }
            edit.set_indicators(&unit.name.value, &parts(&now.into_iter().collect::<Vec<_>>(), ".."))?;
        }
        if !bare.is_empty() {
            let (bare, id) = (bare.join(", "), &self.now.id);
            self.told.doubtful(
                bilingual!("unit tanpa indikator di `{id}`: {bare}", "units without an indicator in `{id}`: {bare}"),
                bilingual!(
                    "beri dengan `spbe unit set NAMA --indicator …`, atau hapus dengan `spbe unit remove`",
                    "give them some with `spbe unit set NAME --indicator …`, or remove them with `spbe unit remove`"
                ),
            );
        }
        Ok(())
    }

    /// Leaves out the functions that the new instrument does not have, and tells them.
    fn functions(&mut self, edit: &mut TeamEdit) -> Result<(), Failure> {
        let known = |function: &str| {
            self.now.functions.is_empty() || self.now.functions.iter().any(|known| known.id == function)
        };
        let mut gone: Vec<String> = Vec::new();
        for member in self.loaded.workspace.team.present() {
            let functions = member.functions.iter().map(|function| function.value.clone());
            let (kept, lost): (Vec<String>, Vec<String>) = functions.partition(|function| known(function));
            if !lost.is_empty() {
                let id = member.id.value.as_str();
                edit.set_list(id, "functions", &kept)?;
                gone.push(format!("{} ({id})", lost.join(", ")));
            }
        }
        if !gone.is_empty() {
            let gone = gone.join("; ");
            self.told.doubtful(
                bilingual!(
                    "fungsi yang tidak dikenal instrumen baru: {gone}",
                    "functions that the new instrument does not have: {gone}"
                ),
                bilingual!(
                    "beri yang lain dengan `spbe team set ID --function …`",
                    "give others with `spbe team set ID --function …`"
                ),
            );
        }
        Ok(())
    }
}
