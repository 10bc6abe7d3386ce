//! The nearest known word to a mistyped one, and the question whether it was meant.

use crate::bilingual;
use crate::text::bilingual::Bilingual;

/// Returns the known word that differs least from `word`, if any is close enough to be meant.
///
/// Ties go to the word that comes first, so that the answer never depends on chance.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    let most = (folded.chars().count() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let distance = strsim::damerau_levenshtein(&folded, &candidate.to_lowercase());
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Asks whether a word was meant.
pub(crate) fn meant(near: &str) -> Bilingual {
    bilingual!("maksudnya `{near}`?", "did you mean `{near}`?")
}

/// Suggests the nearest known word, where one is near enough to be meant.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<Bilingual> {
    nearest(word, known).map(meant)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_word_and_nonsense_none() {
        assert_eq!(nearest("hukm", ["ict", "hukum"]), Some("hukum"));
        assert_eq!(nearest("48", ["1", "47", "4"]), Some("47"));
        assert_eq!(nearest("zebra", ["ict", "hukum"]), None);
    }
}
