//! The rule `no-target`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::{Located, Place};
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::decimal::Decimal;
use crate::model::files::MANIFEST;
use crate::text::bilingual::Bilingual;

/// A target is absent, or lower than the receiver asks.
pub(crate) static RULE: Rule = Rule {
    id: "no-target",
    severity: Severity::Off,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "target indeks atau target level tidak ada, atau lebih rendah dari yang diminta",
        "the target index or the target level is absent, or lower than asked for",
    ),
    why: Bilingual::fixed(
        "Tanpa target, tidak ada indikator yang perlu rekomendasi. Penerima memintanya dengan `--strict`, dan nilai \
         terendahnya dengan `--policy`.",
        "Without a target no indicator needs a recommendation. A receiver asks for them by `--strict`, and for the least \
         of them by `--policy`.",
    ),
    example: Bilingual::fixed(
        concat!("spbe.toml:  target_index = \"1.80\"\n", "kebijakan penerima: index = \"2.60\""),
        concat!("spbe.toml:  target_index = \"1.80\"\n", "the receiver's policy: index = \"2.60\""),
    ),
    mend: Bilingual::fixed(
        "Tulis `target_index` dan `target_level` di bawah `[evaluation]` dalam `spbe.toml`.",
        "Write `target_index` and `target_level` under `[evaluation]` in `spbe.toml`.",
    ),
};

/// Finds targets that are absent or lower than the receiver's.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(manifest) = &facts.workspace.manifest else { return };
    let targets = [
        ("target_index", &manifest.target_index, facts.least.index),
        ("target_level", &manifest.target_level, facts.least.level),
    ];
    findings.extend(targets.into_iter().filter_map(|(key, target, least)| one(key, target.as_ref(), least)));
}

/// Finds what is wrong with one target.
fn one(key: &str, target: Option<&Located<Decimal>>, least: Option<Decimal>) -> Option<Finding> {
    let Some(target) = target else {
        let message = bilingual!("`{key}` tidak ada", "`{key}` is absent");
        let wanted = least.map_or_else(|| "…".to_owned(), |least| least.to_string());
        let help = bilingual!(
            "tulis `{key} = \"{wanted}\"` di bawah `[evaluation]`",
            "write `{key} = \"{wanted}\"` under `[evaluation]`"
        );
        return Some(Finding::at(RULE.id, Place::file(MANIFEST), message).help(help));
    };
    let (least, now) = (least.filter(|least| target.value < *least)?, target.value);
    let message = bilingual!(
        "`{key}` {now:#}, sedangkan penerima meminta paling rendah {least:#}",
        "`{key}` is {now}, and the receiver asks for {least} at least"
    );
    let help = bilingual!("tulis `{key} = \"{least}\"`", "write `{key} = \"{least}\"`");
    Some(Finding::at(RULE.id, target.place.clone(), message).help(help))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, number, sound};
    use crate::model::policy::Targets;

    #[test]
    fn targets_that_are_absent_or_lower_than_asked_for_are_found() {
        let mut case = sound();
        case.manifest().target_index = Some(at("spbe.toml", 7, number("2.6")));
        assert!(case.says(check).is_empty());
        case.least = Targets { index: None, level: Some(5.into()) };
        let now = case.manifest().target_level.as_ref().expect("a target").value;
        assert!(
            case.says(check)[0].ends_with(&format!("`target_level` is {now}, and the receiver asks for 5 at least"))
        );
        case.manifest().target_level = None;
        assert_eq!(case.says(check), ["spbe.toml:- `target_level` is absent"]);
        assert_eq!(case.advises(check), ["write `target_level = \"5\"` under `[evaluation]`"]);
    }
}
