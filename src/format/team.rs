//! `team.toml`: reading the team, and adding to it without touching what stands there.

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, RawString, Table, value};

use crate::bilingual;
use crate::diagnostic::file_rules::BAD_ID;
use crate::diagnostic::place::Located;
use crate::format::fields::{Fields, items};
use crate::format::line_ends;
use crate::format::node::RawNode;
use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::toml;
use crate::model::id::Id;
use crate::model::role::Role;
use crate::model::selector::Selector;
use crate::model::team::{Briefing, Decree, Member, Team, Unit};
use crate::text::fold::same;
use crate::text::word::Vocabulary;

/// Reads `team.toml`.
pub(crate) fn read(text: &str, reading: &Reading) -> Team {
    let Some(root) = toml::parse(text, reading) else { return Team::default() };
    let Some(root) = Fields::open(&root, reading) else { return Team::default() };
    let listed = root.list("member");
    let members: Vec<Member> = listed.iter().filter_map(|node| member(node, reading)).collect();
    let team = Team {
        lacks_members: members.len() < listed.len(),
        members,
        decree: root.optional("decree").and_then(|node| decree(node, reading)),
        units: root.list("unit").iter().filter_map(|node| unit(node, reading)).collect(),
        briefings: root.list("briefing").iter().filter_map(|node| briefing(node, reading)).collect(),
    };
    root.close();
    team
}

/// Reads the decree that set the team up; nothing without its number.
fn decree(node: &RawNode, reading: &Reading) -> Option<Decree> {
    let fields = Fields::open(node, reading)?;
    let number = fields.required("number").and_then(|node| scalar::said(node, reading));
    let date = fields.optional("date").and_then(|node| scalar::date(node, reading));
    fields.close();
    Some(Decree { number: number?.value, date: date.map(|date| date.value) })
}

/// Reads a member; nothing without id, name, unit and role.
fn member(node: &RawNode, reading: &Reading) -> Option<Member> {
    let fields = Fields::open(node, reading)?;
    let id = fields.required("id").and_then(|node| scalar::text(node, reading)).and_then(|id| read_id(id, reading));
    let name = fields.required("name").and_then(|node| scalar::said(node, reading));
    let position = fields.optional("position").and_then(|node| scalar::said(node, reading));
    let unit = fields.required("unit").and_then(|node| scalar::said(node, reading));
    let role = fields.required("role").and_then(|node| scalar::word::<Role>(node, reading));
    let functions = texts(fields.optional("functions"), reading);
    fields.close();
    Some(Member {
        id: id?,
        name: name?.value,
        position: position.map(|position| position.value),
        unit: unit?,
        role: role?,
        functions,
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
    let fields = Fields::open(node, reading)?;
    let name = fields.required("name").and_then(|node| scalar::said(node, reading));
    let indicators = texts(fields.optional("indicators"), reading);
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
    let fields = Fields::open(node, reading)?;
    let date = fields.required("date").and_then(|node| scalar::date(node, reading));
    let venue = fields.optional("place").and_then(|node| scalar::said(node, reading));
    let topic = fields.optional("topic").and_then(|node| scalar::said(node, reading));
    let attended = texts(fields.optional("attended"), reading);
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

/// A member to add.
#[derive(Debug)]
pub(crate) struct NewMember<'a> {
    /// The id.
    pub(crate) id: &'a Id,
    /// The name.
    pub(crate) name: &'a str,
    /// The position.
    pub(crate) position: Option<&'a str>,
    /// The unit.
    pub(crate) unit: &'a str,
    /// The role.
    pub(crate) role: Role,
    /// The functions.
    pub(crate) functions: &'a [String],
}

/// `team.toml` while something is added to it.
#[derive(Debug)]
pub(crate) struct TeamEdit {
    document: DocumentMut,
    mark: bool,
    before: String,
}

impl TeamEdit {
    /// Opens the text of `team.toml`; the error says why it is no TOML.
    ///
    /// # Errors
    /// The text is no TOML.
    pub(crate) fn open(text: &str) -> Result<Self, toml_edit::TomlError> {
        let mark = text.starts_with('\u{feff}');
        let before = text.trim_start_matches('\u{feff}');
        Ok(Self { document: before.parse()?, mark, before: before.to_owned() })
    }

    /// Adds a member.
    ///
    /// # Errors
    /// `member` is no list of tables.
    pub(crate) fn add_member(&mut self, new: &NewMember<'_>) -> Result<(), Misshapen> {
        let mut table = Table::new();
        table["id"] = value(new.id.as_str());
        table["name"] = value(new.name);
        if let Some(position) = new.position {
            table["position"] = value(position);
        }
        table["unit"] = value(new.unit);
        table["role"] = value(new.role.code());
        table["functions"] = value(new.functions.iter().collect::<Array>());
        self.push("member", table)
    }

    /// Adds indicators to a unit, which is added where it is not there.
    ///
    /// # Errors
    /// `unit` is no list of tables, or its `indicators` are no list.
    pub(crate) fn add_unit(&mut self, name: &str, indicators: &[String]) -> Result<(), Misshapen> {
        let named = |unit: &&mut Table| unit.get("name").and_then(Item::as_str).is_some_and(|own| same(own, name));
        if let Some(unit) = self.tables("unit")?.iter_mut().find(named) {
            return add_to(unit, "indicators", indicators.iter().map(String::as_str));
        }
        let mut table = Table::new();
        table["name"] = value(name);
        table["indicators"] = value(indicators.iter().collect::<Array>());
        self.push("unit", table)
    }

    /// Adds members to the one briefing of a day whose place and topic are not others than those named, or adds a briefing;
    /// tells whether members joined one that was there.
    ///
    /// # Errors
    /// `briefing` is no list of tables, or its `attended` is no list.
    pub(crate) fn add_briefing(&mut self, briefing: &Briefing) -> Result<bool, Misshapen> {
        let date: toml_edit::Datetime =
            briefing.date.value.to_string().parse().expect("a date of the calendar is TOML");
        let same_briefing = |table: &Table| {
            let is = |key, named: Option<&str>| named.is_none() || table.get(key).and_then(Item::as_str) == named;
            table.get("date").and_then(Item::as_datetime) == Some(&date)
                && is("place", briefing.venue.as_deref())
                && is("topic", briefing.topic.as_deref())
        };
        let attended = briefing.attended.iter().map(|member| member.value.as_str());
        let mut meant: Vec<&mut Table> =
            self.tables("briefing")?.iter_mut().filter(|table| same_briefing(table)).collect();
        if let [table] = meant.as_mut_slice() {
            return add_to(table, "attended", attended).map(|()| true);
        }
        let mut table = Table::new();
        table["date"] = value(date);
        if let Some(venue) = &briefing.venue {
            table["place"] = value(venue);
        }
        if let Some(topic) = &briefing.topic {
            table["topic"] = value(topic);
        }
        table["attended"] = value(attended.collect::<Array>());
        self.push("briefing", table).map(|()| false)
    }

    /// Returns the text, with the byte order mark and line endings that it had.
    pub(crate) fn into_text(self) -> String {
        let text = line_ends::like(&self.before, &self.document.to_string());
        if self.mark { format!("\u{feff}{text}") } else { text }
    }

    /// Adds a table with an empty line before it; in a file of comments alone it comes behind them.
    fn push(&mut self, key: &'static str, mut table: Table) -> Result<(), Misshapen> {
        // What stands before the first table, such as a comment, belongs to the end of an empty document.
        let before = self.document.trailing().as_str().unwrap_or_default().to_owned();
        let first = self.document.to_string() == before;
        if first {
            self.document.set_trailing("");
        }
        let gap = if first && before.is_empty() { "" } else { "\n" };
        table.decor_mut().set_prefix(if first { format!("{before}{gap}") } else { gap.to_owned() });
        self.tables(key)?.push(table);
        Ok(())
    }

    /// Returns the tables of a key; a list of tables in braces is first made one of tables with headings.
    fn tables(&mut self, key: &'static str) -> Result<&mut ArrayOfTables, Misshapen> {
        if self.document.get(key).is_some_and(Item::is_value) {
            let tables = self.headed(key)?;
            // The key goes with its value: its spaces would stand within the headings.
            self.document.remove(key);
            self.document.insert(key, Item::ArrayOfTables(tables));
        }
        let item = self.document.entry(key).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        item.as_array_of_tables_mut().ok_or(Misshapen::NoTables(key))
    }

    /// Makes tables with headings of a list in braces, with the comment above it; a comment within has no place there.
    fn headed(&self, key: &'static str) -> Result<ArrayOfTables, Misshapen> {
        let item = self.document.get(key).ok_or(Misshapen::NoTables(key))?;
        let above = self.document.key(key).and_then(|key| key.leaf_decor().prefix()).and_then(RawString::as_str);
        let above = above.unwrap_or_default();
        let empty = item.as_array().is_some_and(Array::is_empty);
        if item.to_string().contains('#') || (empty && above.contains('#')) {
            return Err(Misshapen::NoTables(key));
        }
        if empty {
            return Ok(ArrayOfTables::new());
        }
        let mut tables = item.clone().into_array_of_tables().map_err(|_| Misshapen::NoTables(key))?;
        if let Some(first) = tables.get_mut(0) {
            first.decor_mut().set_prefix(above);
        }
        Ok(tables)
    }
}

/// Adds texts to a list of a table that does not have them yet; an absent list begins here, anything else is refused.
fn add_to<'t>(table: &mut Table, key: &'static str, texts: impl Iterator<Item = &'t str>) -> Result<(), Misshapen> {
    let list = table.entry(key).or_insert(value(Array::new()));
    let list = list.as_array_mut().ok_or(Misshapen::NoList(key))?;
    for text in texts {
        if !list.iter().any(|item| item.as_str() == Some(text)) {
            list.push(text);
        }
    }
    Ok(())
}

/// Something else stands where a list must be; it is named.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub(crate) enum Misshapen {
    /// No list of tables.
    #[error("`{0}` is no list of tables")]
    NoTables(&'static str),
    /// No list of texts.
    #[error("`{0}` is no list")]
    NoList(&'static str),
}

#[cfg(test)]
mod tests {
    use super::{Misshapen, NewMember, TeamEdit, read};
    use crate::format::reading::Reading;
    use crate::model::id::Id;
    use crate::model::role::Role;

    fn add_law(text: &str) -> String {
        let mut edit = TeamEdit::open(text).expect("TOML");
        edit.add_member(&NewMember {
            id: &Id::parse("hukum").expect("an id"),
            name: "Kepala Bagian Hukum",
            position: None,
            unit: "Bagian Hukum",
            role: Role::Member,
            functions: &["law".to_owned()],
        })
        .expect("a list of members");
        edit.into_text()
    }

    #[test]
    fn adding_a_member_changes_no_other_byte() {
        let before = "\u{feff}# tim\r\ndecree = { number = \"480\", date = 2018-04-02 } # SK\r\n";
        let after = add_law(before);
        assert!(after.starts_with(before), "{after:?}");
        assert!(!after.replace("\r\n", "").contains('\n'), "{after:?}");
        let reading = Reading::new("team.toml");
        let team = read(&after, &reading);
        assert_eq!(reading.finish(), []);
        assert_eq!(team.ids().collect::<Vec<_>>(), ["hukum"]);
    }

    #[test]
    fn a_comment_at_the_top_stays_at_the_top() {
        let text = add_law("# The team\n");
        assert!(text.starts_with("# The team\n\n[[member]]\n"), "{text}");
    }

    #[test]
    fn a_second_member_of_a_unit_is_set_off_by_a_blank_line() {
        let text = add_law(&add_law(""));
        assert_eq!(text.matches("[[member]]").count(), 2);
        assert!(text.contains("]\n\n[[member]]"), "{text}");
    }

    #[test]
    fn an_indicator_is_given_to_a_unit_once() {
        let mut edit = TeamEdit::open("").expect("TOML");
        edit.add_unit("Dinas Kominfo", &["1..7".to_owned()]).expect("a list of units");
        edit.add_unit("Dinas Kominfo", &["1..7".to_owned(), "15".to_owned()]).expect("a list of units");
        assert_eq!(edit.into_text(), "[[unit]]\nname = \"Dinas Kominfo\"\nindicators = [\"1..7\", \"15\"]\n");
    }

    #[test]
    fn a_unit_is_one_however_it_is_spelt() {
        let mut edit = TeamEdit::open("[[unit]]\nname = \"Dinas Kominfo\"\nindicators = []\n").expect("TOML");
        edit.add_unit("dinas  KOMINFO", &["15".to_owned()]).expect("a list of units");
        assert_eq!(edit.into_text(), "[[unit]]\nname = \"Dinas Kominfo\"\nindicators = [\"15\"]\n");
    }

    #[test]
    fn what_is_no_list_is_refused_and_not_passed_over() {
        for shape in ["\"1..7\"", "3", "{ a = 1 }", "true", "2018-01-01"] {
            let text = format!("[[unit]]\nname = \"U\"\nindicators = {shape}\n");
            let mut edit = TeamEdit::open(&text).expect("TOML");
            assert!(matches!(edit.add_unit("U", &["30".to_owned()]), Err(Misshapen::NoList("indicators"))), "{shape}");
            assert_eq!(edit.into_text(), text);
        }
    }

    #[test]
    fn a_line_that_ends_otherwise_makes_no_other_line_do_so() {
        let before = "# tim\n[[member]]\r\nid = \"a\"\nname = \"A\"\nunit = \"U\"\nrole = \"member\"\n";
        let after = add_law(before);
        assert!(after.starts_with(before), "{after:?}");
        assert!(!after[before.len()..].contains('\r'), "{after:?}");
    }
}
