//! A draft that the person writes in their editor: what may help above, then the fields under their titles.
//!
//! The workspace is not locked while the editor is open; what was written is never lost, for a draft that can't be taken
//! stays where it is.

use std::io;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::store::editor;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// A field of a draft.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// What stands above it.
    pub(super) title: Bilingual,
    /// What it says.
    pub(super) text: String,
}

/// A draft while it is written.
pub(super) struct Draft {
    text: editor::Draft,
}

impl Draft {
    /// Lets the person write: `help` is shown above and not read back. Returns the fields as they are then.
    pub(super) fn edit(context: &Context, help: &[String], fields: &[Field]) -> Result<(Self, Vec<String>), Failure> {
        let language = context.language();
        let mut text: String = help.iter().map(|line| format!("# {line}").trim_end().to_owned() + "\n").collect();
        for Field { title, text: said } in fields {
            text += &format!("\n{}\n{}", head(title, language), said);
            if !said.is_empty() {
                text.push('\n');
            }
        }
        let titles: Vec<Bilingual> = fields.iter().map(|field| field.title.clone()).collect();
        let text = editor::Draft::begin(&text).map_err(unusable)?;
        let draft = Self { text };
        let written = draft.open(context).and_then(|()| draft.text.read().map_err(unusable));
        match written.and_then(|written| read(&written, &titles)) {
            Ok(fields) => Ok((draft, fields)),
            Err(failure) => Err(draft.kept(failure)),
        }
    }

    /// Opens it in the editor of the person.
    fn open(&self, context: &Context) -> Result<(), Failure> {
        let Some(editor) = context.editor() else {
            let message = bilingual!("editor tidak diketahui", "no editor is known");
            let help = bilingual!(
                "isi VISUAL atau EDITOR, misalnya `EDITOR=nano`, atau pakai pilihan perintah ini",
                "set VISUAL or EDITOR, such as `EDITOR=nano`, or use the options of this command"
            );
            return Err(Failure::new(message).help(help));
        };
        let what = || bilingual!("editor `{editor}`", "the editor `{editor}`");
        let ended = self.text.open(&editor).map_err(|error| Failure::of_system(what(), error))?;
        if ended.success() {
            return Ok(());
        }
        Err(Failure::new(bilingual!(
            "editor `{editor}` berakhir dengan kesalahan",
            "the editor `{editor}` ended with an error"
        )))
    }

    /// Keeps what was written, and says where, for a command that could not take it.
    pub(super) fn kept(self, failure: Failure) -> Failure {
        match self.text.keep() {
            Some(path) => {
                let path = path.display();
                failure.help(bilingual!("tulisan Anda masih ada di {path}", "what you wrote is still in {path}"))
            }
            None => failure,
        }
    }
}

/// Writes the title of a field as it stands in a draft.
fn head(title: &Bilingual, language: Language) -> String {
    format!("== {} ==", title.get(language))
}

/// Reads the fields of a draft; one whose title was taken away is not guessed.
fn read(text: &str, titles: &[Bilingual]) -> Result<Vec<String>, Failure> {
    let mut fields: Vec<Option<String>> = vec![None; titles.len()];
    let mut at = None;
    for line in text.trim_start_matches('\u{feff}').lines() {
        let is = |title: &Bilingual| {
            [Language::Indonesian, Language::English].iter().any(|language| line.trim() == head(title, *language))
        };
        if let Some(found) = titles.iter().position(is) {
            at = Some(found);
            fields[found].get_or_insert_default();
        } else if let Some(text) = at.and_then(|at: usize| fields[at].as_mut()) {
            text.push_str(line);
            text.push('\n');
        }
    }
    let missing = |(_, title): (_, &Bilingual)| {
        let (id, en) = (head(title, Language::Indonesian), head(title, Language::English));
        Failure::new(bilingual!("judul `{id}` tidak ada lagi di draf", "the title `{en}` is gone from the draft"))
            .help(bilingual!("judul harus tetap seperti semula", "the titles must stay as they were"))
    };
    let read = fields.into_iter().zip(titles).map(|field| match field {
        (Some(text), _) => Ok(text.trim().to_owned()),
        (None, title) => Err(missing(((), title))),
    });
    read.collect()
}

/// Says that a draft could not be kept or read.
fn unusable(error: io::Error) -> Failure {
    Failure::of_system(bilingual!("draf", "draft"), error)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::text::bilingual::Bilingual;

    #[test]
    fn fields_are_read_under_titles_of_either_language_and_help_is_not() {
        let titles = [Bilingual::fixed("Level", "Level"), Bilingual::fixed("Alasan", "Reason")];
        let text = "\u{feff}# help\r\nnote\r\n\r\n== Level ==\r\n 2 \r\n== Reason ==\r\nSatu.\r\n\r\n# dua\r\n";
        assert_eq!(read(text, &titles).expect("fields"), ["2", "Satu.\n\n# dua"]);
        assert!(read("== Level ==\n2\n", &titles).is_err(), "a title that is gone is not guessed");
        let twice = "== Level ==\n2\n== Alasan ==\nx\n== Level ==\n3\n";
        assert_eq!(read(twice, &titles).expect("fields")[0], "2\n3", "nothing of it is dropped");
    }
}
