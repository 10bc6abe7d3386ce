//! A JSON Schema, as far as the files of a workspace need one.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// What a JSON Schema says about one value; what is not said is left out.
#[derive(Clone, Debug, Default, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Node {
    /// The dialect, at the top.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub(super) dialect: Option<&'static str>,
    /// The name, at the top.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<&'static str>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<&'static str>,
    /// The kinds of value, any of which may stand here.
    #[serde(rename = "type", skip_serializing_if = "Vec::is_empty", serialize_with = "one_or_all")]
    pub(super) kinds: Vec<&'static str>,
    /// The texts of which it is one.
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub(super) words: Vec<&'static str>,
    /// The one text that it is.
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub(super) word: Option<&'static str>,
    /// What a text has to match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pattern: Option<&'static str>,
    /// What a text means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) format: Option<&'static str>,
    /// The least number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) minimum: Option<u32>,
    /// The greatest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) maximum: Option<u32>,
    /// What the values of a list are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<Box<Self>>,
    /// What the values of known keys are.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub(super) properties: Entries,
    /// What the values of keys are that match a pattern.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub(super) pattern_properties: Entries,
    /// The keys that must be there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) required: Vec<&'static str>,
    /// Whether other keys may be there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) additional_properties: Option<bool>,
    /// What must hold, at least one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) any_of: Vec<Self>,
    /// What must hold, exactly one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) one_of: Vec<Self>,
    /// What must hold, all of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) all_of: Vec<Self>,
    /// What must not hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) not: Option<Box<Self>>,
    /// What decides between the next two.
    #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
    pub(super) condition: Option<Box<Self>>,
    /// What must hold where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) then: Option<Box<Self>>,
    /// What must hold where it does not.
    #[serde(rename = "else", skip_serializing_if = "Option::is_none")]
    pub(super) otherwise: Option<Box<Self>>,
}

/// Writes one kind by itself and several as a list.
fn one_or_all<S: Serializer>(kinds: &[&'static str], serializer: S) -> Result<S::Ok, S::Error> {
    match kinds {
        [kind] => kind.serialize(serializer),
        kinds => kinds.serialize(serializer),
    }
}

/// Schemas by key, in the order in which people write them.
#[derive(Clone, Debug, Default)]
pub(super) struct Entries(pub(super) Vec<(&'static str, Node)>);

impl Entries {
    /// Makes one entry.
    pub(super) fn one(key: &'static str, node: Node) -> Self {
        Self(vec![(key, node)])
    }

    /// Tells whether there is none.
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Entries {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, node) in &self.0 {
            map.serialize_entry(key, node)?;
        }
        map.end()
    }
}
