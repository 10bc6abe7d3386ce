//! The rule `bad-value`; the readers find its findings, but for functions that the instrument does not have.

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::quoted;
use crate::diagnostic::file_rules::BAD_VALUE;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;
use crate::text::nearest::did_you_mean;

/// A value is not one that its field can hold.
pub(crate) static RULE: Rule = Rule {
    id: BAD_VALUE,
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("nilai tidak dapat diterima", "a value is not one that this field can hold"),
    why: Bilingual::fixed(
        "Nilai yang tidak dimengerti tidak dipakai, sehingga catatannya hilang dari hasil.",
        "A value that is not understood is not used, and its record is lost from the result.",
    ),
    example: Bilingual::same(
        "scores/hukum.csv:  12,tiga,document,2018-07-02,perbup-12-2018-2929b2,Berlaku di semua unit",
    ),
    mend: Bilingual::fixed("Tulis nilai yang diharapkan.", "Write a value that is expected there."),
};

/// Finds functions of members that the instrument does not have; one without a list of functions takes any.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(instrument) = &facts.workspace.instrument else { return };
    let known = || instrument.functions.iter().map(|function| function.id.as_ref());
    if instrument.functions.is_empty() {
        return;
    }
    let named = facts.workspace.team.members.iter().flat_map(|member| &member.functions);
    for function in named.filter(|function| known().all(|id| id != function.value)) {
        let name = &function.value;
        let message = bilingual!("instrumen tidak memiliki fungsi `{name}`", "the instrument has no function `{name}`");
        let help = did_you_mean(name, known()).unwrap_or_else(|| {
            let listed = quoted(known());
            bilingual!("fungsi yang ada: {listed}", "the functions are {listed}")
        });
        findings.push(Finding::at(RULE.id, function.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, sound};

    #[test]
    fn a_function_that_the_instrument_does_not_have_is_found() {
        let mut case = sound();
        case.workspace.team.members[3].functions = vec![
            at("team.toml", 42, "lwa".to_owned()),
            at("team.toml", 42, "law".to_owned()),
            at("team.toml", 42, "astrology".to_owned()),
        ];
        assert_eq!(
            case.says(check),
            [
                "team.toml:42 the instrument has no function `lwa`",
                "team.toml:42 the instrument has no function `astrology`"
            ]
        );
        assert_eq!(case.advises(check), ["did you mean `law`?", "the functions are `law`, `ict`"]);
    }

    #[test]
    fn an_instrument_without_a_list_of_functions_takes_any() {
        let mut case = sound();
        case.instrument().functions = Vec::new().into();
        case.workspace.team.members[3].functions = vec![at("team.toml", 42, "astrology".to_owned())];
        assert!(case.says(check).is_empty());
    }
}
