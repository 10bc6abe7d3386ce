//! The little of style sheets that tells what a drawing does: which properties are set, and which classes clip.

/// Cuts declarations into properties and their values.
pub(super) fn properties(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts = text.split(';').filter_map(|part| part.split_once(':'));
    parts.map(|(name, value)| (name.trim(), value.trim())).filter(|(name, _)| !name.is_empty())
}

/// Returns the properties that all rules of a sheet set, with their values.
pub(super) fn declarations(sheet: &str) -> impl Iterator<Item = (&str, &str)> {
    rules(sheet).flat_map(|(_, declarations)| properties(declarations))
}

/// Returns the classes whose elements a sheet clips; none at all where something else than classes is clipped, or where the
/// sheet is written so that this can't be told.
pub(super) fn classes_that_clip(sheet: &str) -> Option<Vec<&str>> {
    if sheet.contains(['\\', '@']) || sheet.contains("/*") {
        return (!sheet.contains("clip") && !sheet.contains('\\')).then(Vec::new);
    }
    let clipping = rules(sheet).filter(|(_, set)| properties(set).any(|(name, _)| name == "clip-path"));
    clipping.flat_map(|(selectors, _)| selectors.split(',')).map(|selector| class(selector.trim())).collect()
}

/// Returns the name of the class that a selector is; nothing for any other.
fn class(selector: &str) -> Option<&str> {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    selector.strip_prefix('.').filter(|name| !name.is_empty() && name.chars().all(plain))
}

/// Cuts a sheet into selectors and what they set.
fn rules(sheet: &str) -> impl Iterator<Item = (&str, &str)> {
    sheet.split('}').filter_map(|rule| rule.split_once('{'))
}

#[cfg(test)]
mod tests {
    use super::{classes_that_clip, declarations};

    #[test]
    fn what_a_sheet_sets_is_listed() {
        let sheet = ".a,.b{fill:none;clip-path:url(#c)}\n.c { stroke : red }";
        let names: Vec<&str> = declarations(sheet).map(|(name, _)| name).collect();
        assert_eq!(names, ["fill", "clip-path", "stroke"]);
        assert_eq!(classes_that_clip(sheet), Some(vec!["a", "b"]));
    }

    #[test]
    fn what_is_clipped_by_anything_but_a_class_can_not_be_told() {
        for sheet in
            ["rect{clip-path:url(#c)}", ".a rect{clip-path:url(#c)}", "/* */.a{clip-path:url(#c)}", ".a{clip\\-path:x}"]
        {
            assert_eq!(classes_that_clip(sheet), None, "{sheet}");
        }
        assert_eq!(classes_that_clip("/* Illustrator */ .a{fill:red}"), Some(Vec::new()));
    }
}
