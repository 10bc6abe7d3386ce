//! How an open row stands, in words: who is awaited, or which levels differ.

use crate::bilingual;
use crate::index::agreement::Standing;
use crate::result::numbers::Numbers;

/// Says in a word or two why a row is open; nothing for a row that has its level.
pub(crate) fn in_short(standing: &Standing, numbers: Numbers) -> String {
    let text = match standing {
        Standing::Final(_) | Standing::Agreed(_) => return String::new(),
        Standing::Disputed { .. } => bilingual!("level berbeda", "levels differ"),
        Standing::Missing { waiting } if waiting.is_empty() => bilingual!("belum ditugaskan", "not assigned"),
        Standing::Missing { .. } => bilingual!("menunggu nilai", "awaiting scores"),
    };
    text.get(numbers.language).to_owned()
}

/// Says why a row is open, with everyone's name; nothing for a row that has its level.
pub(crate) fn in_full(standing: &Standing, numbers: Numbers) -> String {
    let text = match standing {
        Standing::Final(_) | Standing::Agreed(_) => return String::new(),
        Standing::Disputed { levels, .. } => {
            let levels: Vec<String> =
                levels.iter().map(|(by, level)| format!("{by} {}", numbers.level(*level))).collect();
            let levels = levels.join(", ");
            bilingual!("level berbeda: {levels}", "levels differ: {levels}")
        }
        Standing::Missing { waiting } if waiting.is_empty() => {
            bilingual!("belum dinilai dan belum ditugaskan", "not scored and not assigned")
        }
        Standing::Missing { waiting } => {
            let waiting = waiting.join(", ");
            bilingual!("menunggu nilai dari {waiting}", "awaiting the score of {waiting}")
        }
    };
    text.get(numbers.language).to_owned()
}
