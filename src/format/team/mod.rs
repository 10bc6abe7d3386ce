//! `team.toml`: reading the team, and changing it without touching what stands there.

mod edit;

pub(crate) use edit::{Misshapen, NewMember, TeamEdit};

use crate::bilingual;
use crate::diagnostic::file_rules::BAD_ID;
use crate::diagnostic::place::Located;
use crate::format::fields::{Fields, items};
use crate::format::node::RawNode;
use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::shape;
use crate::format::toml;
use crate::model::id::Id;
use crate::model::role::Role;
use crate::model::selector::Selector;
use crate::model::team::{Briefing, Decree, Member, Team, Unit};

/// Reads `team.toml`.
pub(crate) fn read(text: &str, reading: &Reading) -> Team {
    let Some(root) = toml::parse(text, reading) else { return Team::default() };
    let Some(root) = Fields::open(&root, &shape::TEAM, reading) else { return Team::default() };
    let listed = root.list("member");
    let members: Vec<Member> = listed.iter().filter_map(|node| member(node, reading)).collect();
    let team = Team {
        lacks_members: members.len() < listed.len(),
        members,
        decree: root.take("decree").and_then(|node| decree(node, reading)),
        units: root.list("unit").iter().filter_map(|node| unit(node, reading)).collect(),
        briefings: root.list("briefing").iter().filter_map(|node| briefing(node, reading)).collect(),
    };
    root.close();
    team
}

/// Reads the decree that set the team up; nothing without its number.
fn decree(node: &RawNode, reading: &Reading) -> Option<Decree> {
    let fields = Fields::open(node, &shape::DECREE, reading)?;
    let number = fields.take("number").and_then(|node| scalar::said(node, reading));
    let date = fields.take("date").and_then(|node| scalar::date(node, reading));
    fields.close();
    Some(Decree { number: number?.value, date: date.map(|date| date.value) })
}

/// Reads a member; nothing without id, name, unit and role.
fn member(node: &RawNode, reading: &Reading) -> Option<Member> {
    let fields = Fields::open(node, &shape::MEMBER, reading)?;
    let id = fields.take("id").and_then(|node| scalar::text(node, reading)).and_then(|id| read_id(id, reading));
    let name = fields.take("name").and_then(|node| scalar::said(node, reading));
    let position = fields.take("position").and_then(|node| scalar::said(node, reading));
    let unit = fields.take("unit").and_then(|node| scalar::said(node, reading));
    let role = fields.take("role").and_then(|node| scalar::word::<Role>(node, reading));
    let functions = texts(fields.take("functions"), reading);
    let until = fields.take("until").and_then(|node| scalar::date(node, reading));
    let replaced_by = fields.take("replaced_by").and_then(|node| scalar::said(node, reading));
    fields.close();
    Some(Member {
        id: id?,
        name: name?.value,
        position: position.map(|position| position.value),
        unit: unit?,
        role: role?,
        functions,
        until,
        replaced_by,
    })
}

/// Reads an id from a text; anything else is a finding that says what an id is.
pub(crate) fn read_id(text: Located<String>, reading: &Reading) -> Option<Located<Id>> {
    if let Some(id) = Id::parse(&text.value) {
        return Some(Located::new(id, text.place));
    }
    let found = &text.value;
    let message = bilingual!("`{found}` bukan id", "`{found}` is no id");
    let help = bilingual!(
        "pakai huruf kecil, angka dan tanda hubung, diawali huruf atau angka, paling panjang 64",
        "use lower-case letters, digits and hyphens, a letter or digit first, 64 at most"
    );
    reading.push(reading.finding(BAD_ID, text.place.span.unwrap_or_default(), message).help(help));
    None
}

/// Reads a unit and the indicators that it owns; a choice that can't be read is left out.
fn unit(node: &RawNode, reading: &Reading) -> Option<Unit> {
    let fields = Fields::open(node, &shape::UNIT, reading)?;
    let name = fields.take("name").and_then(|node| scalar::said(node, reading));
    let indicators = texts(fields.take("indicators"), reading);
    fields.close();
    let indicators = indicators.into_iter().filter_map(|text| selector(text, reading)).collect();
    Some(Unit { name: name?, indicators })
}

/// Reads a choice of indicators; anything else is a finding that shows what one looks like.
fn selector(text: Located<String>, reading: &Reading) -> Option<Located<Selector>> {
    let expected = bilingual!(
        "pilihan indikator seperti `12`, `1..7`, `aspect:3`, `domain:2` atau `all`",
        "a choice of indicators such as `12`, `1..7`, `aspect:3`, `domain:2` or `all`"
    );
    let selector = text.value.parse().ok();
    let span = text.place.span.clone().unwrap_or_default();
    let selector = selector.or_else(|| scalar::refuse_text(&text.value, span, reading, &expected))?;
    Some(Located::new(selector, text.place))
}

/// Reads a socialisation; the day is all that it must have.
fn briefing(node: &RawNode, reading: &Reading) -> Option<Briefing> {
    let fields = Fields::open(node, &shape::BRIEFING, reading)?;
    let date = fields.take("date").and_then(|node| scalar::date(node, reading));
    let venue = fields.take("place").and_then(|node| scalar::said(node, reading));
    let topic = fields.take("topic").and_then(|node| scalar::said(node, reading));
    let attended = texts(fields.take("attended"), reading);
    fields.close();
    Some(Briefing {
        date: date?,
        venue: venue.map(|venue| venue.value),
        topic: topic.map(|topic| topic.value),
        attended,
    })
}

/// Reads a list of texts, each with its place; an absent list is empty.
fn texts(node: Option<&RawNode>, reading: &Reading) -> Vec<Located<String>> {
    let list = node.map_or(&[][..], |node| items(node, reading));
    list.iter().filter_map(|item| scalar::text(item, reading)).collect()
}
