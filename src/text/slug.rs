//! File names made safe: the slug of a name, and its ending.

/// The longest slug; with a digest behind it an id stays short enough to type.
const LONGEST: usize = 48;

/// Makes lower-case letters, digits and single hyphens of a file name without its ending.
pub(crate) fn slug(name: &str) -> String {
    plain(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

/// Makes lower-case letters, digits and single hyphens of a name that has no ending.
pub(crate) fn plain(name: &str) -> String {
    let mut slug = String::new();
    for character in name.chars().flat_map(char::to_lowercase) {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(LONGEST);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "file".to_owned() } else { slug.to_owned() }
}

/// Returns the ending of a file name in lower case; empty where it has none that is plain.
pub(crate) fn extension(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    let plain = (1..=8).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if plain { ending } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::{extension, plain, slug};

    #[test]
    fn a_name_from_anywhere_becomes_a_safe_one() {
        assert_eq!(slug("Perbup 12 (2018) – FINAL.pdf"), "perbup-12-2018-final");
        assert_eq!(slug("../.."), "file");
        assert_eq!(plain("Kab. Pemalang"), "kab-pemalang");
        assert_eq!(slug("表.pdf"), "file");
        assert_eq!(slug(&"a-".repeat(80)).len(), 47);
    }

    #[test]
    fn an_ending_is_kept_when_it_is_plain() {
        assert_eq!(extension("Notula.PDF"), "pdf");
        assert_eq!(extension("README"), "");
        assert_eq!(extension("a.b/c"), "");
    }
}
