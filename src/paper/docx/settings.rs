//! The settings of the file: what the language wants.

use maud::html;

use crate::paper::docx::part::{Part, WORD};
use crate::text::language::Language;

/// The language of the text, so that Word checks the spelling by the right words.
pub(super) fn locale(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "id-ID",
        Language::English => "en-GB",
    }
}

/// Writes the settings.
pub(super) fn part(language: Language) -> Part {
    let (decimal, list) = match language {
        Language::Indonesian => (",", ";"),
        Language::English => (".", ","),
    };
    let settings = html! {
        w:settings xmlns:w=(WORD) {
            w:zoom w:percent="100" {}
            w:defaultTabStop w:val="709" {}
            w:characterSpacingControl w:val="doNotCompress" {}
            w:compat {
                // Without it Word lays the text out as in the year 2003.
                w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15" {}
            }
            w:themeFontLang w:val=(locale(language)) {}
            w:decimalSymbol w:val=(decimal) {}
            w:listSeparator w:val=(list) {}
        }
    };
    Part::word("word/settings.xml", "settings", settings)
}
