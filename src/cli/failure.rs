//! Why a command could not work: the kind of failure, what happened, and what to do next, in both languages.
//!
//! Below this room errors are typed and say what went wrong; here each becomes the one thing that a person is told.

use std::io;

use crate::bilingual;
use crate::cli::exit_status::ExitStatus;
use crate::cli::wording;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::source::Sources;
use crate::format::table::edit::EditError;
use crate::format::team::Misshapen;
use crate::model::files::TEAM;
use crate::store::error::{Error as StoreError, usual_reason};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// What kind of failure it is; each kind ends with one exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The arguments are wrong.
    Usage,
    /// What was asked for can't be done, or something stands in the way.
    Refused,
    /// There is no workspace.
    NoWorkspace,
    /// Who read the output went away: there is nobody left to tell.
    BrokenPipe,
    /// The system said something that nobody expected.
    Unexpected,
}

impl Kind {
    /// Returns how a command ends that failed like this.
    pub(super) fn status(self) -> ExitStatus {
        match self {
            Self::Usage | Self::Refused | Self::Unexpected => ExitStatus::Failed,
            Self::NoWorkspace => ExitStatus::NoWorkspace,
            Self::BrokenPipe => ExitStatus::Done,
        }
    }
}

/// A command that could not work.
#[derive(Debug)]
pub(super) struct Failure {
    /// What kind of failure it is.
    pub(super) kind: Kind,
    /// What happened.
    message: Bilingual,
    /// What to do next.
    hints: Vec<Bilingual>,
    /// What was said below where nobody expected it, told with its causes behind the message.
    cause: Option<anyhow::Error>,
}

impl Failure {
    /// Makes a failure of a kind.
    pub(super) fn of_kind(kind: Kind, message: Bilingual) -> Self {
        Self { kind, message, hints: Vec::new(), cause: None }
    }

    /// Makes the failure of a command that can't do what it was asked.
    pub(super) fn new(message: Bilingual) -> Self {
        Self::of_kind(Kind::Refused, message)
    }

    /// Makes a failure of a finding that stands in the way, with its place.
    pub(super) fn of_finding(finding: &Finding, sources: &Sources) -> Self {
        Self { hints: finding.help.iter().cloned().collect(), ..Self::new(wording::with_place(finding, sources)) }
    }

    /// Makes a failure of what the system said of a file or stream: common reasons in both languages, a rare one as it
    /// is.
    pub(super) fn of_system(subject: Bilingual, error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::of_kind(Kind::BrokenPipe, subject);
        }
        let Some(reason) = usual_reason(&error) else {
            return Self { cause: Some(error.into()), ..Self::of_kind(Kind::Unexpected, subject) };
        };
        let (id, en) = (format!("{}: {}", subject.id, reason.id), format!("{}: {}", subject.en, reason.en));
        Self::new(Bilingual::new(id, en))
    }

    /// Adds what to do next.
    pub(super) fn help(mut self, hint: Bilingual) -> Self {
        self.hints.push(hint);
        self
    }

    /// Adds what to do next where nothing is said yet.
    pub(super) fn or_help(self, hint: Bilingual) -> Self {
        if self.hints.is_empty() { self.help(hint) } else { self }
    }

    /// Says what happened, in a language.
    pub(super) fn message(&self, language: Language) -> String {
        let message = self.message.get(language);
        // The alternate form of a cause tells the whole chain below it on one line.
        self.cause.as_ref().map_or_else(|| message.to_owned(), |cause| format!("{message}: {cause:#}"))
    }

    /// Returns what to do next.
    pub(super) fn hints(&self) -> &[Bilingual] {
        &self.hints
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let (message, hint) = (error.message(), error.help());
        let failure = match error {
            StoreError::Io { path, source } => {
                let path = path.display().to_string();
                Self::of_system(Bilingual::new(path.clone(), path), source)
            }
            _ => Self::new(message),
        };
        Self { hints: hint.into_iter().collect(), ..failure }
    }
}

impl From<Misshapen> for Failure {
    fn from(error: Misshapen) -> Self {
        match error {
            Misshapen::NoTables(key) => no_list_of_tables(TEAM, key),
            Misshapen::NoList(key) => {
                Self::new(bilingual!("`{key}` di {TEAM} bukan daftar", "`{key}` in {TEAM} is no list"))
                    .help(bilingual!("tulis sebagai `{key} = [\"…\"]`", "write it as `{key} = [\"…\"]`"))
            }
        }
    }
}

/// Says that a file holds something else where a list of tables must be.
pub(super) fn no_list_of_tables(file: &str, key: &str) -> Failure {
    Failure::new(bilingual!("`{key}` di {file} bukan daftar tabel", "`{key}` in {file} is no list of tables"))
        .help(bilingual!("tulis sebagai `[[{key}]]`", "write it as `[[{key}]]`"))
}

/// Says what no cell of a table can hold; a table that can't be read whole is the caller's to tell.
pub(super) fn refused_cell(error: EditError) -> Result<Failure, Vec<Finding>> {
    Ok(match error {
        EditError::Unreadable(findings) => return Err(findings),
        EditError::LineBreak(column) => {
            Failure::new(bilingual!("`{column}` tidak boleh berganti baris", "`{column}` can't hold a line break"))
                .help(bilingual!(
                    "tulis dalam satu baris: tabel ini digabungkan git baris demi baris",
                    "write it in one line: git merges this table line by line"
                ))
        }
        EditError::Hidden(column, character) => {
            let code = format!("U+{:04X}", u32::from(character));
            Failure::new(bilingual!(
                "`{column}` memuat karakter tak terlihat {code}",
                "`{column}` holds the invisible character {code}"
            ))
            .help(bilingual!("hapus karakter itu", "remove that character"))
        }
        EditError::ConflictMarker(column) => Failure::new(bilingual!(
            "satu baris pada `{column}` diawali `<<<<<<< `",
            "a line in `{column}` begins with `<<<<<<< `"
        ))
        .help(bilingual!(
            "ubah baris itu: git menandai penggabungan yang belum selesai dengan cara yang sama",
            "change that line: git marks an unfinished merge in the same way"
        )),
    })
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::PathBuf;

    use super::{Failure, Kind, no_list_of_tables, refused_cell};
    use crate::bilingual;
    use crate::cli::exit_status::ExitStatus;
    use crate::diagnostic::file_rules::BAD_SYNTAX;
    use crate::diagnostic::finding::Finding;
    use crate::diagnostic::place::Place;
    use crate::diagnostic::source::Sources;
    use crate::format::table::edit::EditError;
    use crate::store::error::Error as StoreError;
    use crate::text::language::Language;

    fn told(failure: &Failure, language: Language) -> Vec<String> {
        let hints = failure.hints().iter().map(|hint| hint.get(language).to_owned());
        std::iter::once(failure.message(language)).chain(hints).collect()
    }

    #[test]
    fn every_kind_has_its_exit_code() {
        let code = |kind: Kind| kind.status().code();
        assert_eq!([Kind::Usage, Kind::Refused, Kind::Unexpected].map(code), [2, 2, 2]);
        assert_eq!(code(Kind::NoWorkspace), 3);
        assert_eq!(code(Kind::BrokenPipe), 0, "a reader who has seen enough is no failure");
        assert_eq!(ExitStatus::Findings.code(), 1);
    }

    #[test]
    fn a_finding_in_the_way_is_told_with_its_place_and_its_own_help_first() {
        let mut sources = Sources::default();
        sources.insert("a.csv".into(), "head\nbad\n".to_owned());
        let finding = |place: Place| Finding::at(BAD_SYNTAX, place, bilingual!("rusak", "broken"));
        let mend = || bilingual!("perbaiki", "mend it");
        let bare = Failure::of_finding(&finding(Place::new(&"a.csv".into(), 5..6)), &sources).or_help(mend());
        assert_eq!(told(&bare, Language::English), ["`a.csv:2:1`: broken", "mend it"]);
        let helped = finding(Place::file("a.csv")).help(bilingual!("hapus", "remove it"));
        let helped = Failure::of_finding(&helped, &sources).or_help(mend());
        assert_eq!(told(&helped, Language::Indonesian), ["`a.csv`: rusak", "hapus"]);
    }

    #[test]
    fn a_common_reason_is_told_in_both_languages_and_a_rare_one_with_its_causes() {
        let path = || PathBuf::from("a.csv");
        let failure = Failure::from(StoreError::Io { path: path(), source: io::ErrorKind::StorageFull.into() });
        assert_eq!(failure.kind, Kind::Refused);
        assert_eq!(told(&failure, Language::English)[0], "a.csv: the disk is full");
        assert_eq!(told(&failure, Language::Indonesian).len(), 2, "what to do next");
        let rare = io::Error::other(anyhow::anyhow!("the moon is full").context("the tide is high"));
        let failure = Failure::of_system(bilingual!("keluaran", "output"), rare);
        assert_eq!(failure.kind, Kind::Unexpected);
        assert_eq!(failure.message(Language::Indonesian), "keluaran: the tide is high: the moon is full");
    }

    #[test]
    fn a_reader_who_went_away_is_told_nothing_wherever_it_shows() {
        let pipe = || io::Error::from(io::ErrorKind::BrokenPipe);
        assert_eq!(Failure::of_system(bilingual!("keluaran", "output"), pipe()).kind, Kind::BrokenPipe);
        let file = StoreError::Io { path: PathBuf::from("/dev/stdout"), source: pipe() };
        assert_eq!(Failure::from(file).kind, Kind::BrokenPipe);
    }

    #[test]
    fn what_no_cell_can_hold_is_named_with_its_column() {
        let said = |error| told(&refused_cell(error).expect("a cell"), Language::English)[0].clone();
        assert_eq!(said(EditError::LineBreak("due")), "`due` can't hold a line break");
        assert_eq!(said(EditError::Hidden("due", '\u{7}')), "`due` holds the invisible character U+0007");
        assert!(said(EditError::ConflictMarker("due")).contains("`due` begins with"));
        assert!(refused_cell(EditError::Unreadable(Vec::new())).is_err(), "that is told with the place");
        let failure = no_list_of_tables("findings.toml", "aspect");
        assert_eq!(
            told(&failure, Language::English),
            ["`aspect` in findings.toml is no list of tables", "write it as `[[aspect]]`"]
        );
    }
}
