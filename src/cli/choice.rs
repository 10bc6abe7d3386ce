//! Values that are chosen from a closed set: the parser of arguments and the help learn them from one place.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::help::say;
use crate::text::word::Vocabulary;

/// Parses the code of a value, and names all codes to one who typed another.
pub(super) fn code<T: Vocabulary + Send + Sync>() -> impl TypedValueParser<Value = T> {
    let parser = PossibleValuesParser::new(T::WORDS.iter().map(|(_, word)| word.code));
    parser.map(|code| T::from_word(&code).expect("the parser lets codes through and nothing else"))
}

/// Lists the codes of all values for help.
pub(super) fn codes<T: Vocabulary>() -> String {
    listed(T::WORDS.iter().map(|(_, word)| word.code))
}

/// Lists the words of all values for help, in its language.
pub(super) fn words<T: Vocabulary>() -> String {
    listed(T::WORDS.iter().map(|(_, word)| say(word.id, word.en)))
}

/// Lists names for help.
pub(super) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use clap::{Arg, Command};

    use super::{code, codes};
    use crate::cli::list_format::ListFormat;

    fn parse(typed: &str) -> Result<ListFormat, clap::Error> {
        let command = Command::new("x").arg(Arg::new("format").value_parser(code::<ListFormat>()));
        let mut matches = command.try_get_matches_from(["x", typed])?;
        Ok(matches.remove_one("format").expect("a format was given"))
    }

    #[test]
    fn a_code_is_read_as_it_is_written_and_nothing_else_is() {
        assert_eq!(parse("json").expect("a code"), ListFormat::Json);
        for typed in ["JSON", "csw", ""] {
            let said = parse(typed).expect_err(typed).to_string();
            assert!(said.contains("text, json"), "{said}");
        }
        assert_eq!(codes::<ListFormat>(), "text, json");
    }
}
