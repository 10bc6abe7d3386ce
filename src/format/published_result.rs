//! The result of an agency as the ministry hands it out: JSON with the index, the domains (`D2001`) and the aspects (`A2001`).

use serde_json::{Map, Value};

use crate::model::benchmark::BenchmarkNode;
use crate::model::decimal::Decimal;

/// The most decimals of a value that are taken; the ministry writes ten.
const MOST_DECIMALS: usize = 10;

/// The result of one agency in one year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PublishedResult {
    /// The year, where it is said.
    pub(crate) year: Option<u32>,
    /// The name of the agency, where it is said.
    pub(crate) agency: Option<String>,
    /// The values.
    pub(crate) values: Vec<(BenchmarkNode, Decimal)>,
    /// What could not be understood among them: `X1: 9`.
    pub(crate) unknown: Vec<String>,
}

/// Reads results: one object, a list of them, or either below `data`; none where the text is no such JSON.
pub(crate) fn read(text: &str) -> Option<Vec<PublishedResult>> {
    let value: Value = serde_json::from_str(text).ok()?;
    let value = match value {
        Value::Object(mut object) if !object.contains_key("nilai") => object.remove("data")?,
        value => value,
    };
    let objects = match value {
        Value::Array(items) => items,
        object => vec![object],
    };
    let results: Vec<PublishedResult> = objects.iter().filter_map(|item| result(item.as_object()?)).collect();
    (!results.is_empty()).then_some(results)
}

/// Reads the result of one agency; none without its values.
fn result(object: &Map<String, Value>) -> Option<PublishedResult> {
    let mut result = PublishedResult {
        year: object.get("tahun").and_then(plain).and_then(|year| year.trim().parse().ok()),
        agency: object.get("nama_instansi").and_then(plain).filter(|name| !name.trim().is_empty()),
        ..PublishedResult::default()
    };
    for (code, value) in object.get("nilai")?.as_object()? {
        let Some(text) = plain(value).filter(|text| !text.trim().is_empty()) else { continue };
        match node(code).zip(decimal(text.trim())) {
            Some(read) => result.values.push(read),
            None => result.unknown.push(format!("{code}: {text}")),
        }
    }
    result.values.sort_unstable();
    Some(result)
}

/// Returns what a text or a number says.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Reads a code: a letter, the instrument's year in two digits, and the number of the domain or aspect in two.
fn node(code: &str) -> Option<BenchmarkNode> {
    if let Some(node) = BenchmarkNode::parse(code) {
        return Some(node);
    }
    let digits =
        code.get(1..).filter(|digits| digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit()))?;
    let number = digits[2..].parse().ok().filter(|number| *number > 0)?;
    match code.get(..1)? {
        "D" | "d" => Some(BenchmarkNode::Domain(number)),
        "A" | "a" => Some(BenchmarkNode::Aspect(number)),
        _ => None,
    }
}

/// Reads a value with as many decimals as can count.
fn decimal(text: &str) -> Option<Decimal> {
    let end = text.find(['.', ',']).map_or(text.len(), |mark| (mark + 1 + MOST_DECIMALS).min(text.len()));
    Decimal::parse(text.get(..end)?).map(|(decimal, _)| decimal)
}

#[cfg(test)]
mod tests {
    use super::read;

    const RESULT: &str = r#"{"kode":"18.71","tahun":"2024","nama_instansi":"Pemerintah Kota Contoh","kategori":"Baik",
        "nilai":{"D2001":"2.9000000000","A2008":2.8333333333333335,"indeks":"2.9795000000","A2001":null}}"#;

    #[test]
    fn one_result_a_list_and_what_stands_below_data_are_read() {
        for text in [RESULT.to_owned(), format!("[{RESULT}]"), format!("{{\"data\":[{RESULT}]}}")] {
            let results = read(&text).expect("results");
            assert_eq!((results.len(), results[0].year), (1, Some(2024)));
            assert_eq!(results[0].agency.as_deref(), Some("Pemerintah Kota Contoh"));
            let values: Vec<String> = results[0].values.iter().map(|(node, value)| format!("{node} {value}")).collect();
            assert_eq!(values, ["index 2.9795", "domain:1 2.9", "aspect:8 2.8333333333"]);
        }
    }

    #[test]
    fn what_is_no_value_is_named_and_what_is_no_result_is_none() {
        let read_one = |nilai: &str| read(&format!("{{\"nilai\":{nilai}}}")).expect("a result").remove(0);
        assert_eq!(read_one(r#"{"X2001":"2","indeks":"baik"}"#).unknown, ["X2001: 2", "indeks: baik"]);
        for text in ["", "[]", "{\"nilai\":3}", "{\"index\":{}}", "1", "{"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
