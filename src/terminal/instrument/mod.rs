//! Instruments and their indicators for a terminal: as a list, whole, and one with what a workspace knows about it.

pub(crate) mod indicator;
pub(crate) mod list;
pub(crate) mod row;
pub(crate) mod whole;

#[cfg(test)]
mod tests {
    use anstream::adapter::strip_str;

    use super::indicator::indicator_text;
    use super::list::list_text;
    use super::whole::text;
    use crate::result::testing::instrument_of;
    use crate::text::language::Language;

    fn plain(text: &str) -> String {
        strip_str(text).to_string()
    }

    #[test]
    fn the_list_names_every_instrument() {
        let all = ["spbe-2018", "spbe-2020", "pemdi-2026"].map(instrument_of);
        let all: Vec<_> = all.iter().collect();
        insta::assert_snapshot!("list_80", plain(&list_text(&all, Language::Indonesian, 80)));
    }

    #[test]
    fn an_instrument_is_shown_whole() {
        let instrument = instrument_of("spbe-2018");
        insta::assert_snapshot!("spbe_2018_80", plain(&text(&instrument, Language::Indonesian, 80)));
    }

    #[test]
    fn an_indicator_is_shown_with_what_each_level_asks() {
        let instrument = instrument_of("spbe-2020");
        let indicator = instrument.indicator(44).expect("an indicator");
        insta::assert_snapshot!("indicator_44", plain(&indicator_text(&instrument, indicator, Language::English, 80)));
    }

    #[test]
    fn a_criterion_that_is_not_known_is_not_available() {
        let instrument = instrument_of("pemdi-2026");
        let missing = instrument.indicators.iter().find(|indicator| indicator.criterion(5.into()).is_none());
        let text = plain(&indicator_text(&instrument, missing.expect("one"), Language::Indonesian, 80));
        assert!(text.contains("  5  tidak tersedia\n"), "{text}");
    }
}
