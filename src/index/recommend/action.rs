//! What to do, in a sentence: what the level asks and which evidence shows it, both in the instrument's own words.

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::model::instrument::Indicator;
use crate::text::language::Language;
use crate::text::number::with_mark;
use crate::text::visible::on_one_line;

/// Says what to do to reach a level.
pub(super) fn text(indicator: &Indicator, level: Decimal, language: Language) -> String {
    let number = with_mark(&level.to_string(), language);
    let mut action = match indicator.criterion(level).map(plain).filter(|asked| !asked.is_empty()) {
        Some(asked) => bilingual!("Penuhi level {number}: {asked}.", "Meet level {number}: {asked}."),
        None => bilingual!("Naikkan indikator ini ke level {number}.", "Raise this indicator to level {number}."),
    }
    .get(language)
    .to_owned();
    let accepted = accepted(indicator, level);
    if !accepted.is_empty() {
        action.push_str(bilingual!(" Data dukung: {accepted}.", " Evidence: {accepted}.").get(language));
    }
    action
}

/// Lists the evidence that is accepted at any level, and that of this one.
fn accepted(indicator: &Indicator, level: Decimal) -> String {
    let own = indicator.evidence_by_level.iter().filter(|(asked, _)| *asked == level).map(|(_, text)| text);
    let all: Vec<String> = indicator.evidence.iter().chain(own).map(|text| plain(text)).collect();
    all.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
}

/// Takes a text onto one line, as the table wants it, and without its full stop.
fn plain(text: &str) -> String {
    on_one_line(text).trim().trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::index::testing::{decimal, instrument};
    use crate::text::language::Language;

    #[test]
    fn an_action_quotes_the_criterion_and_names_the_evidence_of_its_level() {
        let mut indicator = instrument().indicators[0].clone();
        assert_eq!(text(&indicator, decimal("2.5"), Language::Indonesian), "Naikkan indikator ini ke level 2,5.");
        indicator.criteria = vec![(decimal("2"), "Berlaku\nbagi sebagian unit.".into())].into();
        indicator.evidence = vec!["SK".into()].into();
        indicator.evidence_by_level =
            vec![(decimal("2"), "Notulen.".into()), (decimal("3"), "Bukti reviu.".into())].into();
        assert_eq!(
            text(&indicator, decimal("2"), Language::Indonesian),
            "Penuhi level 2: Berlaku bagi sebagian unit. Data dukung: SK; Notulen."
        );
        assert_eq!(
            text(&indicator, decimal("2"), Language::English),
            "Meet level 2: Berlaku bagi sebagian unit. Evidence: SK; Notulen."
        );
    }
}
