//! Turns of phrase that several sections share.

use crate::bilingual;
use crate::model::team::{Member, Role};
use crate::report::document::block::{Signatory, Tone};
use crate::report::label::capitalised;
use crate::report::outline::Writer;
use crate::report::result::{Node, Report};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// What is written where nothing is known.
pub(super) const NONE: &str = "–";

/// Joins names: `a`, `a dan b`, `a, b, dan c`.
pub(super) fn joined(names: &[String], language: Language) -> String {
    let and = bilingual!("dan", "and");
    let and = and.get(language);
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} {and} {other}"),
        [first @ .., last] => format!("{}, {and} {last}", first.join(", ")),
    }
}

/// Returns the tone of something that may be reached.
pub(super) fn tone(reached: Option<bool>) -> Tone {
    match reached {
        Some(true) => Tone::Good,
        Some(false) => Tone::Attention,
        None => Tone::Plain,
    }
}

/// Returns who signs a report.
pub(super) fn signatories(report: &Report<'_>, language: Language) -> Vec<Signatory> {
    let stated = &report.workspace.presentation.signatories;
    if !stated.is_empty() {
        let signatory = |stated: &crate::model::presentation::Signatory| Signatory {
            office: stated.office.clone(),
            name: stated.name.clone().unwrap_or_default(),
            number: stated.number.clone().unwrap_or_default(),
        };
        return stated.iter().map(signatory).collect();
    }
    let members = &report.workspace.team.members;
    let of_role = |role: Role| members.iter().find(|member| member.role.value == role);
    let roles = [Role::Coordinator, Role::Responsible];
    roles.into_iter().map(|role| signatory(role, of_role(role), report, language)).collect()
}

fn signatory(role: Role, member: Option<&Member>, report: &Report<'_>, language: Language) -> Signatory {
    let subject = report.instrument.subject.get(language);
    let office = match role {
        Role::Coordinator => bilingual!("Koordinator {subject}", "Coordinator of {subject}").get(language).to_owned(),
        _ => capitalised(role.label(language)),
    };
    let name = member.map(|member| member.name.clone()).unwrap_or_default();
    let position = member.and_then(|member| member.position.clone()).filter(|position| *position != name);
    Signatory { office, name, number: position.unwrap_or_default() }
}

/// Writes the value of a domain or an aspect, or the range that it can still take.
pub(super) fn shown_value(writer: &Writer<'_>, node: &Node<'_>) -> String {
    let numbers = writer.numbers();
    match &node.value {
        Some(value) => numbers.shown(value),
        None => format!("{}–{}", numbers.shown(&node.lowest), numbers.shown(&node.highest)),
    }
}

/// Says how many of something there are, with the right English number.
pub(super) fn counted(count: usize, id: &str, one: &str, many: &str) -> Bilingual {
    let en = if count == 1 { one } else { many };
    Bilingual::new(format!("{count} {id}"), format!("{count} {en}"))
}

#[cfg(test)]
mod tests {
    use super::joined;
    use crate::text::language::Language;

    #[test]
    fn names_are_joined_as_a_sentence_wants_them() {
        let names: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(joined(&names, Language::Indonesian), "a, b, dan c");
        assert_eq!(joined(&names[..2], Language::English), "a and b");
        assert_eq!(joined(&names[..1], Language::English), "a");
    }
}
