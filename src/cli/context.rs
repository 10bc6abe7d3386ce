//! What a command runs in: language, folder, day, member. The only place that reads the environment and the clock.

use std::cell::RefCell;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::civil::Date;

use crate::bilingual;
use crate::cli::args::Global;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::ui::Ui;
use crate::store::layout;
use crate::store::load::{Begun, Loaded};
use crate::text::date;
use crate::text::language::Language;

/// What a command runs in.
#[derive(Debug)]
pub(super) struct Context {
    /// The voice.
    pub(super) ui: Ui,
    /// The folder to begin from, as it was given.
    pub(super) directory: PathBuf,
    /// Whether changes are only shown.
    pub(super) dry_run: bool,
    /// How long to wait for another command that writes.
    pub(super) patience: Duration,
    /// The language that was asked for in so many words, for what is written down.
    pub(super) stated_language: Option<Language>,
    date: Option<Date>,
    /// The workspace as far as it was read for its language, until a command loads it.
    begun: RefCell<Option<Begun>>,
}

impl Context {
    /// Makes the context of a command from its global options, and from what was read for its language.
    pub(super) fn new(global: &Global, ui: Ui, begun: Option<Begun>) -> anyhow::Result<Self> {
        let date = global.date.as_deref().map(parse_date).transpose()?;
        Ok(Self {
            ui: ui.quiet(global.quiet),
            directory: global.directory.clone().unwrap_or_else(|| PathBuf::from(".")),
            dry_run: global.dry_run,
            patience: Duration::from_secs(global.lock_timeout),
            stated_language: stated_language(global.lang.as_deref()),
            date,
            begun: RefCell::new(begun),
        })
    }

    /// Returns the language of messages.
    pub(super) fn language(&self) -> Language {
        self.ui.language()
    }

    /// Returns the day of what is written now: `--date`, `SOURCE_DATE_EPOCH`, or the clock.
    pub(super) fn today(&self) -> anyhow::Result<Date> {
        if let Some(date) = self.date {
            return Ok(date);
        }
        let Some(epoch) = variable("SOURCE_DATE_EPOCH") else { return Ok(jiff::ZonedDateTime::now().date()) };
        let second = epoch.parse().ok().and_then(|second| jiff::Timestamp::from_second(second).ok());
        let second = second.ok_or_else(|| {
            Failure::new(bilingual!(
                "SOURCE_DATE_EPOCH `{epoch}` bukan jumlah detik",
                "SOURCE_DATE_EPOCH `{epoch}` is no number of seconds"
            ))
        })?;
        Ok(jiff::tz::TimeZone::UTC.to_datetime(second).date())
    }

    /// Returns the member who works here, by `SPBE_MEMBER`.
    pub(super) fn member(&self) -> Option<String> {
        variable("SPBE_MEMBER")
    }

    /// Returns how many columns the terminal has; 80 where there is none.
    pub(super) fn width(&self) -> usize {
        let stated = variable("COLUMNS").and_then(|columns| columns.parse().ok());
        let width = stated.or_else(|| {
            self.ui.terminal().then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0))
        });
        width.unwrap_or(80).clamp(40, 200)
    }

    /// Finds the workspace, from the folder of the command upwards.
    pub(super) fn root(&self) -> anyhow::Result<PathBuf> {
        root_of(&self.directory)
    }

    /// Loads the workspace.
    pub(super) fn load(&self) -> anyhow::Result<Loaded> {
        Ok(self.begun(&self.root()?).load())
    }

    /// Takes what was read of a workspace already, or begins to read it.
    pub(super) fn begun(&self, root: &Path) -> Begun {
        let begun = self.begun.take().filter(|begun| begun.root() == root);
        begun.unwrap_or_else(|| Begun::at(root))
    }

    /// Resolves a path that the person named, from the folder of the command.
    pub(super) fn path(&self, named: &Path) -> PathBuf {
        if self.directory == Path::new(".") { named.to_owned() } else { self.directory.join(named) }
    }
}

/// Finds the workspace that a folder belongs to.
pub(super) fn root_of(folder: &Path) -> anyhow::Result<PathBuf> {
    let there = folder.is_dir();
    if let Some(root) = layout::find(folder).filter(|_| there) {
        return Ok(root);
    }
    let shown = folder.display();
    let failure = if there {
        Failure::new(bilingual!("tidak ada ruang kerja di `{shown}`", "there is no workspace at `{shown}`")).help(
            bilingual!(
                "buat dengan `spbe init`, atau tunjuk foldernya dengan `-C FOLDER`",
                "make one with `spbe init`, or name its folder with `-C DIR`"
            ),
        )
    } else {
        Failure::new(bilingual!("folder `{shown}` tidak ada", "the folder `{shown}` does not exist"))
    };
    Err(Failure { outcome: ExitStatus::NoWorkspace, ..failure }.into())
}

/// Finds the language before the arguments are parsed, for their errors speak it too.
///
/// In this order: `--lang`, `SPBE_LANG`, the workspace's language, `LC_ALL`, `LANG`. What was read of the workspace for it
/// comes back too.
pub(super) fn language(arguments: &[OsString]) -> (Language, Option<Begun>) {
    let mut begun = None;
    let stated = option(arguments, &["--lang"]).and_then(|code| Language::from_code(code.to_str()?));
    let by_variable = || variable("SPBE_LANG").and_then(|code| Language::from_code(&code));
    let by_locale = |name: &str| variable(name).and_then(|locale| Language::from_locale(&locale));
    let language = stated
        .or_else(by_variable)
        .or_else(|| begun.insert(workspace(arguments)?).language())
        .or_else(|| by_locale("LC_ALL"))
        .or_else(|| by_locale("LANG"))
        .unwrap_or_default();
    (language, begun)
}

/// Returns the language that `--lang` or `SPBE_LANG` names.
fn stated_language(global: Option<&str>) -> Option<Language> {
    let stated = global.and_then(Language::from_code);
    stated.or_else(|| variable("SPBE_LANG").and_then(|code| Language::from_code(&code)))
}

/// Begins to read the workspace of arguments that are not parsed yet.
fn workspace(arguments: &[OsString]) -> Option<Begun> {
    let folder = option(arguments, &["-C", "--directory"]).unwrap_or_else(|| OsStr::new("."));
    layout::find(Path::new(folder)).map(|root| Begun::at(&root))
}

/// Finds the value of an option among arguments that are not parsed yet.
fn option<'a>(arguments: &'a [OsString], names: &[&str]) -> Option<&'a OsStr> {
    let mut found = None;
    for (index, argument) in arguments.iter().enumerate() {
        let Some(text) = argument.to_str() else { continue };
        if names.contains(&text) {
            found = arguments.get(index + 1).map(OsString::as_os_str);
        }
        for name in names {
            let rest = text.strip_prefix(name).filter(|rest| !rest.is_empty());
            let value = rest.and_then(|rest| if name.starts_with("--") { rest.strip_prefix('=') } else { Some(rest) });
            found = value.map(OsStr::new).or(found);
        }
    }
    found
}

fn parse_date(text: &str) -> anyhow::Result<Date> {
    let parsed = date::parse(text).map(|(date, _)| date);
    parsed.ok_or_else(|| {
        Failure::new(bilingual!("`{text}` bukan tanggal seperti 2018-04-17", "`{text}` is no date such as 2018-04-17"))
            .into()
    })
}

/// Reads a date that the person typed.
pub(super) fn optional_date(text: Option<&str>) -> anyhow::Result<Option<Date>> {
    text.map(parse_date).transpose()
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
