//! Changes of `team.toml`: what is not named keeps its bytes.

use jiff::civil::Date;
use toml_edit::{Array, ArrayOfTables, Datetime, DocumentMut, Item, RawString, Table, Value, value};

use crate::format::line_ends;
use crate::model::id::Id;
use crate::model::role::Role;
use crate::model::team::Briefing;
use crate::text::fold::same;
use crate::text::word::Vocabulary;

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

    /// Sets a key of a member; nothing where the member is not there.
    ///
    /// # Errors
    /// `member` is no list of tables.
    pub(crate) fn set_member(&mut self, id: &str, key: &str, new: impl Into<Value>) -> Result<(), Misshapen> {
        let named = |member: &&mut Table| member.get("id").and_then(Item::as_str) == Some(id);
        if let Some(member) = self.tables("member")?.iter_mut().find(named) {
            put(member, key, new.into());
        }
        Ok(())
    }

    /// Sets a list of a member; nothing where the member is not there.
    ///
    /// # Errors
    /// `member` is no list of tables.
    pub(crate) fn set_list(&mut self, id: &str, key: &str, texts: &[String]) -> Result<(), Misshapen> {
        self.set_member(id, key, Value::Array(texts.iter().collect()))
    }

    /// Notes from which day another member is in the place of one.
    ///
    /// # Errors
    /// `member` is no list of tables.
    pub(crate) fn replace_member(&mut self, id: &str, new: &str, day: Date) -> Result<(), Misshapen> {
        self.set_member(id, "until", datetime(day))?;
        self.set_member(id, "replaced_by", new)
    }

    /// Removes a member, from the briefings too.
    ///
    /// # Errors
    /// `member` or `briefing` is no list of tables, or an `attended` no list.
    pub(crate) fn remove_member(&mut self, id: &str) -> Result<(), Misshapen> {
        self.tables("member")?.retain(|member| member.get("id").and_then(Item::as_str) != Some(id));
        if self.document.contains_key("briefing") {
            for briefing in self.tables("briefing")?.iter_mut() {
                if let Some(attended) = briefing.get_mut("attended") {
                    let attended = attended.as_array_mut().ok_or(Misshapen::NoList("attended"))?;
                    attended.retain(|member| member.as_str() != Some(id));
                }
            }
        }
        Ok(())
    }

    /// Removes all briefings.
    pub(crate) fn remove_briefings(&mut self) {
        self.document.remove("briefing");
    }

    /// Gives a unit another name, wherever `team.toml` has it.
    ///
    /// # Errors
    /// `member` or `unit` is no list of tables.
    pub(crate) fn rename_unit(&mut self, name: &str, new: &str) -> Result<(), Misshapen> {
        for (tables, key) in [("unit", "name"), ("member", "unit")] {
            if !self.document.contains_key(tables) {
                continue;
            }
            for table in self.tables(tables)?.iter_mut() {
                if table.get(key).and_then(Item::as_str).is_some_and(|own| same(own, name)) {
                    put(table, key, new.into());
                }
            }
        }
        Ok(())
    }

    /// Lets a unit own these indicators and no others; nothing where the unit is not there.
    ///
    /// # Errors
    /// `unit` is no list of tables.
    pub(crate) fn set_indicators(&mut self, name: &str, indicators: &[String]) -> Result<(), Misshapen> {
        let named = |unit: &&mut Table| unit.get("name").and_then(Item::as_str).is_some_and(|own| same(own, name));
        if let Some(unit) = self.tables("unit")?.iter_mut().find(named) {
            put(unit, "indicators", Value::Array(indicators.iter().collect()));
        }
        Ok(())
    }

    /// Removes a unit.
    ///
    /// # Errors
    /// `unit` is no list of tables.
    pub(crate) fn remove_unit(&mut self, name: &str) -> Result<(), Misshapen> {
        self.tables("unit")?.retain(|unit| !unit.get("name").and_then(Item::as_str).is_some_and(|own| same(own, name)));
        Ok(())
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
        let date = datetime(briefing.date.value);
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

/// Writes a day as TOML does.
fn datetime(day: Date) -> Datetime {
    day.to_string().parse().expect("a date of the calendar is TOML")
}

/// Puts a value; one that was there keeps the comment beside it.
fn put(table: &mut Table, key: &str, mut new: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        None => drop(table.insert(key, Item::Value(new))),
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
    use super::{Misshapen, NewMember, TeamEdit};
    use crate::format::reading::Reading;
    use crate::format::team::read;
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

    #[test]
    fn a_changed_value_keeps_the_comment_beside_it_and_every_other_byte() {
        let before = "[[member]]\nid = \"a\" # tetap\nname = \"A\"  # lama\nunit = \"U\"\nrole = \"member\"\n\n# kelompok\n\
                      [[unit]]\nname = \"U\"\nindicators = [\"1..3\"] # dulu\n";
        let mut edit = TeamEdit::open(before).expect("TOML");
        edit.set_member("a", "name", "B").expect("members");
        edit.set_member("a", "position", "Kepala").expect("members");
        edit.set_member("x", "name", "C").expect("members");
        edit.rename_unit("u", "V").expect("units");
        edit.set_indicators("V", &["1".to_owned()]).expect("units");
        let after = before.replace("\"A\"", "\"B\"").replace("\"U\"", "\"V\"").replace("\"1..3\"", "\"1\"");
        assert_eq!(
            edit.into_text(),
            after.replace("role = \"member\"\n", "role = \"member\"\nposition = \"Kepala\"\n")
        );
    }

    #[test]
    fn who_is_removed_attended_no_briefing() {
        let before = "[[member]]\nid = \"a\"\n\n[[member]]\nid = \"b\"\n\n[[briefing]]\nattended = [\"a\", \"b\"]\n";
        let mut edit = TeamEdit::open(before).expect("TOML");
        edit.remove_member("a").expect("members");
        let after = edit.into_text();
        assert!(
            !after.contains("\"a\"") && after.contains("id = \"b\"") && after.contains("[ \"b\"]")
                || after.contains("[\"b\"]"),
            "{after}"
        );
    }
}
