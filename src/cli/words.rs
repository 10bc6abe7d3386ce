//! The texts that a person gives to options: made plain before they are written, with a word on what was changed.

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::text::clean::{self, Cleaned, Unclean, says_something};

/// Takes a text of one line that must say something.
pub(super) fn line(context: &Context, option: &str, text: &str) -> Result<String, Failure> {
    stated(option, told(context, option, clean::line(text))?)
}

/// Takes a text of one line; an empty one is taken as it is, to empty a field.
pub(super) fn line_or_nothing(context: &Context, option: &str, text: &str) -> Result<String, Failure> {
    let text = told(context, option, clean::line(text))?;
    if text.is_empty() { Ok(text) } else { stated(option, text) }
}

/// Takes a text that may be left out, of one line.
pub(super) fn optional(context: &Context, option: &str, text: Option<&str>) -> Result<Option<String>, Failure> {
    text.map(|text| line(context, option, text)).transpose()
}

/// Takes a text of one line that must say something; `-` reads it from standard input, whose lines are joined.
pub(super) fn read_line(context: &Context, option: &str, text: &str) -> Result<String, Failure> {
    if text == "-" { line(context, option, &read(context, option, text, false)?) } else { line(context, option, text) }
}

/// Takes a text that may span lines and must say something; `-` reads it from standard input.
pub(super) fn prose(context: &Context, option: &str, text: &str) -> Result<String, Failure> {
    stated(option, read(context, option, text, false)?)
}

/// Takes a text that may span lines; an empty one is taken as it is, but not from standard input: there it is a slip.
pub(super) fn prose_or_nothing(context: &Context, option: &str, text: &str) -> Result<String, Failure> {
    let text = read(context, option, text, true)?;
    if text.is_empty() { Ok(text) } else { stated(option, text) }
}

/// Takes a text that may span lines, from a table where `-` is only a dash.
pub(super) fn text(context: &Context, column: &str, text: &str) -> Result<String, Failure> {
    stated(column, told(context, column, clean::prose(text))?)
}

/// Reads a text of several lines where it stands; whether the field may be emptied tells what to do about an empty one.
fn read(context: &Context, option: &str, text: &str, may_empty: bool) -> Result<String, Failure> {
    if text != "-" {
        return told(context, option, clean::prose(text));
    }
    let read = told(context, option, clean::prose(&context.standard_input()?))?;
    if read.is_empty() {
        let message = bilingual!("masukan standar kosong", "there is nothing on standard input");
        let help = if may_empty {
            bilingual!(
                "tidak ada yang ditulis; untuk mengosongkan isian, pakai `{option} ''`",
                "nothing was written; to empty the field, use `{option} ''`"
            )
        } else {
            bilingual!("tidak ada yang ditulis; isian ini wajib", "nothing was written; this field must say something")
        };
        return Err(Failure::new(message).help(help));
    }
    Ok(read)
}

/// Refuses a text that says nothing.
fn stated(option: &str, text: String) -> Result<String, Failure> {
    if says_something(&text) {
        return Ok(text);
    }
    Err(Failure::new(if text.is_empty() {
        bilingual!("`{option}` kosong", "`{option}` is empty")
    } else {
        bilingual!(
            "`{option}` berisi `{text}`, tanpa huruf atau angka",
            "`{option}` is `{text}`, without a letter or digit"
        )
    }))
}

/// Says what was made plain, or refuses what can't be.
fn told(context: &Context, option: &str, cleaned: Result<Cleaned, Unclean>) -> Result<String, Failure> {
    let Cleaned { text, removed, joined } = cleaned.map_err(|Unclean { character, at }| {
        let code = format!("U+{:04X}", u32::from(character));
        Failure::new(bilingual!(
            "`{option}` memuat karakter tak terlihat {code} di huruf ke-{at}",
            "`{option}` holds the invisible character {code} at character {at}"
        ))
        .help(bilingual!("hapus karakter itu", "remove that character"))
    })?;
    if removed {
        let message = bilingual!(
            "karakter tak terlihat dihapus dari `{option}`",
            "invisible characters were taken out of `{option}`"
        );
        context.ui.warning(&message, None);
    }
    if joined {
        let message = bilingual!(
            "baris-baris `{option}` digabung menjadi satu baris",
            "the lines of `{option}` were joined into one"
        );
        context.ui.warning(&message, None);
    }
    Ok(text)
}
