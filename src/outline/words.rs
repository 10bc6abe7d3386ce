//! Turns of phrase that several sections share.

use crate::model::role::Role;
use crate::model::team::Member;
use crate::outline::ReportWriter;
use crate::paper::document::block::SignatureLine;
use crate::paper::document::tone::Tone;
use crate::result::report::{Node, Report};
use crate::result::signing::office;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// What is written where nothing is known.
pub(super) const NONE: &str = "–";

/// Returns the tone of something that may be reached.
pub(super) fn tone(reached: Option<bool>) -> Tone {
    match reached {
        Some(true) => Tone::Good,
        Some(false) => Tone::Attention,
        None => Tone::Plain,
    }
}

/// Returns who signs a report.
pub(super) fn signatories(report: &Report<'_>, language: Language) -> Vec<SignatureLine> {
    let stated = &report.workspace.presentation.signatories;
    if !stated.is_empty() {
        let signatory = |stated: &crate::model::presentation::Signatory| SignatureLine {
            office: stated.office.clone(),
            name: stated.name.clone().unwrap_or_default(),
            number: stated.number.clone().unwrap_or_default(),
        };
        return stated.iter().map(signatory).collect();
    }
    let team = &report.workspace.team;
    let of_role = |role: Role| team.present().find(|member| member.role.value == role);
    let roles = [Role::Coordinator, Role::Responsible];
    roles.into_iter().map(|role| signatory(role, of_role(role), report, language)).collect()
}

/// Makes the place to sign of a role; the holder's position stands where a number would, unless it is the name.
fn signatory(role: Role, member: Option<&Member>, report: &Report<'_>, language: Language) -> SignatureLine {
    let office = office(report.instrument, role, language);
    let name = member.map(|member| member.name.clone()).unwrap_or_default();
    let position = member.and_then(|member| member.position.clone()).filter(|position| *position != name);
    SignatureLine { office, name, number: position.unwrap_or_default() }
}

/// Writes the value of a domain or an aspect, or the range that it can still take.
pub(super) fn shown_value(writer: &ReportWriter<'_>, node: &Node<'_>) -> String {
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
