//! The rule `function-uncovered`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::files::TEAM;
use crate::text::bilingual::Bilingual;

/// A function of government sends nobody to the team.
pub(crate) static RULE: Rule = Rule {
    id: "function-uncovered",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "fungsi pemerintahan tidak terwakili di tim",
        "a function of government is not represented in the team",
    ),
    why: Bilingual::fixed(
        "Anggota tim berasal dari unit yang menjalankan fungsi-fungsi ini; tanpa mereka tidak ada yang menguasai data dukung \
         di bidang itu.",
        "Members come from the units that run these functions; without them nobody knows the evidence of that field.",
    ),
    example: Bilingual::fixed(
        concat!("team.toml:  functions = [\"law\", \"ict\"]\n", "tidak ada anggota dengan \"archives\"",),
        concat!("team.toml:  functions = [\"law\", \"ict\"]\n", "no member has \"archives\"",),
    ),
    mend: Bilingual::fixed(
        "Tambahkan fungsi pada anggota yang menjalankannya di `team.toml`, atau daftarkan anggota baru dengan \
         `spbe team add … --function …`.",
        "Add the function to the member who runs it in `team.toml`, or add a member with \
         `spbe team add … --function …`.",
    ),
};

/// Finds functions of the instrument that no member comes from.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(instrument) = &facts.workspace.instrument else { return };
    let members = &facts.workspace.team.members;
    let covered: BTreeSet<&str> =
        members.iter().flat_map(|member| &member.functions).map(|function| function.value.as_str()).collect();
    for function in instrument.functions.iter().filter(|function| !covered.contains(function.id.as_ref())) {
        let (id, name) = (&function.id, &function.name);
        let message = Bilingual::new(
            format!("tidak ada anggota dari fungsi `{id}` ({})", name.id),
            format!("no member comes from the function `{id}` ({})", name.en),
        );
        let help = bilingual!(
            "daftarkan dengan `spbe team add ID --name NAMA --unit UNIT --role member --function {id}`",
            "add one with `spbe team add ID --name NAME --unit UNIT --role member --function {id}`"
        );
        findings.push(Finding::at(RULE.id, Place::file(TEAM), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_function_that_no_member_comes_from_is_found() {
        let mut case = sound();
        case.workspace.team.members.retain(|member| member.id.value.as_str() != "ict");
        assert_eq!(case.says(check), ["team.toml:- no member comes from the function `ict` (ict)"]);
    }

    #[test]
    fn an_instrument_without_functions_asks_for_none() {
        let mut case = sound();
        case.workspace.team.members.clear();
        case.instrument().functions = Vec::new().into();
        assert!(case.says(check).is_empty());
    }
}
