//! Which unit runs a service, changed in `spbe.toml` without touching another byte.

use toml_edit::{DocumentMut, Item, value};

use crate::format::line_ends;

/// Lets `change` say for each service, by its row and unit, which unit runs it from now on; nothing where none changes.
///
/// # Errors
/// The text is no TOML.
pub(crate) fn changed(
    text: &str,
    change: impl Fn(&str, &str) -> Option<String>,
) -> Result<Option<String>, toml_edit::TomlError> {
    let bare = text.trim_start_matches('\u{feff}');
    let mut document: DocumentMut = bare.parse()?;
    let services = document.get_mut("service").and_then(Item::as_array_of_tables_mut);
    let mut any = false;
    for service in services.into_iter().flat_map(toml_edit::ArrayOfTables::iter_mut) {
        let of = |key: &str| service.get(key).and_then(Item::as_str).unwrap_or_default().to_owned();
        let Some(new) = change(&of("row"), &of("unit")) else { continue };
        match service.get_mut("unit").and_then(Item::as_value_mut) {
            Some(old) => {
                let decor = old.decor().clone();
                *old = new.into();
                *old.decor_mut() = decor;
            }
            None => service["unit"] = value(new),
        }
        any = true;
    }
    let mark = if text.len() > bare.len() { "\u{feff}" } else { "" };
    Ok(any.then(|| format!("{mark}{}", line_ends::like(bare, &document.to_string()))))
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn the_unit_of_a_service_changes_and_every_other_byte_stays() {
        let text = "[agency]\nname = \"A\" # x\n\n[[service]]\nrow = \"35-1\"\nunit = \"DPMPTSP\"  # lama\n\n[[service]]\nrow = \"35-2\"\n";
        let moved = |row: &str, _: &str| (row == "35-1").then(|| "Dinas".to_owned());
        assert_eq!(changed(text, moved).expect("TOML"), Some(text.replace("DPMPTSP", "Dinas")));
        let given = |row: &str, _: &str| (row == "35-2").then(|| "Dinas".to_owned());
        assert_eq!(changed(text, given).expect("TOML"), Some(format!("{text}unit = \"Dinas\"\n")));
        assert_eq!(changed(text, |_, _| None).expect("TOML"), None);
    }
}
