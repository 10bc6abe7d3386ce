//! What several commands say, worded once in both languages.

use crate::bilingual;
use crate::cli::failure::Failure;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::source::Sources;
use crate::store::bundled;
use crate::text::bilingual::Bilingual;
use crate::text::nearest::did_you_mean;

/// Points to the command that says what is wrong with the workspace.
pub(super) fn see_validate() -> Bilingual {
    bilingual!("lihat `spbe validate`", "see `spbe validate`")
}

/// Does the same for a workspace in another folder.
pub(super) fn see_validate_of(folder: &str) -> Bilingual {
    bilingual!("lihat `spbe validate {folder}`", "see `spbe validate {folder}`")
}

/// Says that nothing can be done before a file is mended.
pub(super) fn mend_first() -> Bilingual {
    bilingual!("perbaiki dahulu; lihat `spbe validate`", "mend it first; see `spbe validate`")
}

/// Says that a file of the workspace can't be read.
pub(super) fn unreadable(file: &str) -> Bilingual {
    bilingual!("`{file}` tidak dapat dibaca", "`{file}` can't be read")
}

/// Says what a finding says, its place first.
pub(super) fn with_place(finding: &Finding, sources: &Sources) -> Bilingual {
    let place = finding.place.as_ref();
    let file = place.map(|place| place.file.to_string()).unwrap_or_default();
    let at = place.and_then(|place| place.span.as_ref()).and_then(|span| sources.line_column(&file, span));
    let at = at.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
    let (id, en) = (&finding.message.id, &finding.message.en);
    bilingual!("`{file}{at}`: {id}", "`{file}{at}`: {en}")
}

/// Refuses a file that was named and does not exist.
pub(super) fn no_file(name: &str) -> Failure {
    Failure::new(bilingual!("berkas `{name}` tidak ada", "the file `{name}` does not exist"))
}

/// Refuses an instrument that was named and that the tool does not carry.
pub(super) fn no_instrument(id: &str) -> Failure {
    let known = bundled::all().iter().map(|bundled| bundled.id);
    Failure::new(bilingual!("tidak ada instrumen `{id}`", "there is no instrument `{id}`"))
        .help(did_you_mean(id, known).unwrap_or_else(see_instrument_list))
}

/// Points to the list of the instruments.
pub(super) fn see_instrument_list() -> Bilingual {
    bilingual!("lihat `spbe instrument list`", "see `spbe instrument list`")
}

/// Says from where to where numbers go.
pub(super) fn there_are(first: &str, last: &str) -> Bilingual {
    bilingual!("ada {first} sampai {last}", "there are {first} to {last}")
}

/// Says that a value is none that an option can have.
pub(super) fn no_value(text: &str, option: &str) -> Bilingual {
    bilingual!("`{text}` bukan nilai untuk `{option}`", "`{text}` is no value for `{option}`")
}

/// Says that something is named twice where once is enough.
pub(super) fn named_twice(text: &str) -> Bilingual {
    bilingual!("`{text}` disebut dua kali", "`{text}` is named twice")
}

/// Lists the values that there are.
pub(super) fn choices(values: &str) -> Bilingual {
    bilingual!("pilihannya: {values}", "the choices are: {values}")
}

/// Says how to name a unit that owns indicators.
pub(super) fn add_unit() -> Bilingual {
    bilingual!("tambahkan dengan `spbe unit add`", "add one with `spbe unit add`")
}

/// Refuses an ending that no format has, and says which there are.
pub(super) fn no_format<'a>(of: &Bilingual, ending: &str, known: impl IntoIterator<Item = &'a str>) -> Failure {
    let endings: Vec<String> = known.into_iter().map(|ending| format!(".{ending}")).collect();
    let (endings, id, en) = (endings.join(", "), &of.id, &of.en);
    Failure::new(bilingual!("tidak ada bentuk {id} `.{ending}`", "there is no {en} format `.{ending}`"))
        .help(bilingual!("pakai {endings}, atau `--format`", "use {endings}, or `--format`"))
}

/// Says which fields were replaced and which were kept; nothing of a kind without any.
pub(super) fn replaced_and_kept(replaced: &[Bilingual], kept: &[Bilingual]) -> Bilingual {
    let told = |fields: &[Bilingual], id: &str, en: &str| {
        if fields.is_empty() {
            return Bilingual::same("");
        }
        let (in_id, in_en): (Vec<&str>, Vec<&str>) =
            fields.iter().map(|field| (field.id.as_ref(), field.en.as_ref())).unzip();
        Bilingual::new(format!(" {id}: {}.", enumerated(&in_id).id), format!(" {en}: {}.", enumerated(&in_en).en))
    };
    told(replaced, "Diganti", "Replaced").and(told(kept, "Tetap", "Kept"))
}

/// Joins the last of several words with the word for "and".
pub(super) fn enumerated(words: &[&str]) -> Bilingual {
    let joined = |and: &str| match words {
        [first @ .., last] if !first.is_empty() => format!("{}{and}{last}", first.join(", ")),
        _ => words.concat(),
    };
    Bilingual::new(joined(", dan "), joined(" and "))
}

#[cfg(test)]
mod tests {
    use super::{enumerated, no_format, no_instrument};
    use crate::bilingual;
    use crate::text::bilingual::Bilingual;
    use crate::text::language::Language;

    #[test]
    fn the_last_of_several_words_is_joined_with_and() {
        let said = |words: &[&str]| enumerated(words);
        assert_eq!(said(&["md", "html", "pdf"]), Bilingual::fixed("md, html, dan pdf", "md, html and pdf"));
        assert_eq!(said(&["md"]), Bilingual::fixed("md", "md"));
        assert_eq!(said(&[]), Bilingual::fixed("", ""));
    }

    #[test]
    fn what_is_not_known_is_answered_with_the_nearest_or_with_all() {
        let hint = |id: &str| no_instrument(id).hints()[0].get(Language::English).to_owned();
        assert_eq!(hint("spbe-2019"), "did you mean `spbe-2018`?");
        assert_eq!(hint("nothing"), "see `spbe instrument list`");
        let failure = no_format(&bilingual!("formulir", "form"), "xls", ["md", "pdf"]);
        assert_eq!(failure.message(Language::Indonesian), "tidak ada bentuk formulir `.xls`");
        assert_eq!(failure.hints()[0].get(Language::English), "use .md, .pdf, or `--format`");
    }
}
