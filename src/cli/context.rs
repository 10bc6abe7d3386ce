//! What a command runs in: language, folder, day, member. The only place that reads the environment, the clock and
//! standard input.

use std::cell::RefCell;
use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::civil::Date;

use crate::bilingual;
use crate::cli::failure::{Failure, Kind};
use crate::cli::global::Global;
use crate::cli::ui::Ui;
use crate::store::bag::{self, BagFiles};
use crate::store::load::{Begun, Loaded};
use crate::store::tree::Tree;
use crate::store::{git, layout};
use crate::terminal::grid::WIDEST;
use crate::text::bilingual::Bilingual;
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
    pub(super) fn new(global: &Global, ui: Ui, begun: Option<Begun>) -> Result<Self, Failure> {
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
    pub(super) fn today(&self) -> Result<Date, Failure> {
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

    /// Tells whether the person named the day.
    pub(super) fn names_the_day(&self) -> bool {
        self.date.is_some()
    }

    /// Returns the member who works here, by `SPBE_MEMBER`, else by `git config spbe.member`.
    pub(super) fn member(&self) -> Option<String> {
        variable("SPBE_MEMBER").or_else(|| git::configured(&self.directory, "spbe.member"))
    }

    /// Returns the editor of the person, by `VISUAL` or `EDITOR`; without them the one that comes with the system, where
    /// there is a terminal to show it on.
    pub(super) fn editor(&self) -> Option<String> {
        variable("VISUAL").or_else(|| variable("EDITOR")).or_else(|| match cfg!(windows) {
            true => Some("notepad".to_owned()),
            false => io::stdin().is_terminal().then(|| "vi".to_owned()),
        })
    }

    /// Tells whether a person sits at a terminal, for whom a screen can be drawn.
    pub(super) fn is_at_a_terminal(&self) -> bool {
        self.ui.terminal() && io::stdin().is_terminal()
    }

    /// Makes the same context without a voice, for a command whose outcome is shown in another way.
    pub(super) fn silent(&self) -> Self {
        Self {
            ui: self.ui.silent(),
            directory: self.directory.clone(),
            dry_run: self.dry_run,
            patience: self.patience,
            stated_language: self.stated_language,
            date: self.date,
            begun: RefCell::new(None),
        }
    }

    /// Reads standard input to its end.
    pub(super) fn standard_input(&self) -> Result<String, Failure> {
        let mut text = String::new();
        match io::stdin().read_to_string(&mut text) {
            Ok(_) => Ok(text),
            Err(error) => Err(Failure::of_system(bilingual!("masukan", "input"), error)),
        }
    }

    /// Reads standard input to its end, whatever it holds.
    pub(super) fn standard_bytes(&self) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        match io::stdin().read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(error) => Err(Failure::of_system(bilingual!("masukan", "input"), error)),
        }
    }

    /// Returns how many columns the terminal has; 80 where there is none.
    pub(super) fn width(&self) -> usize {
        self.stated_width().unwrap_or(80).clamp(40, 200)
    }

    /// Returns how wide a list may be: as the terminal is, or without a bound where another program reads it.
    pub(super) fn list_width(&self) -> usize {
        self.stated_width().map_or(WIDEST, |width| width.clamp(40, 200))
    }

    /// Returns the width that `COLUMNS` states, or that of the terminal.
    fn stated_width(&self) -> Option<usize> {
        let stated = variable("COLUMNS").and_then(|columns| columns.parse().ok());
        stated.or_else(|| {
            self.ui.terminal().then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0))
        })
    }

    /// Finds the workspace, from the folder of the command upwards.
    pub(super) fn root(&self) -> Result<PathBuf, Failure> {
        root_of(&self.directory)
    }

    /// Loads the workspace, with what is wrong in it; whoever shows something of it takes [`Self::read`].
    pub(super) fn load(&self) -> Result<Loaded, Failure> {
        Ok(self.begun(Tree::Folder(self.root()?)).load())
    }

    /// Loads the workspace as [`Self::load`] does, also one in a bundle, which is only read.
    pub(super) fn load_anywhere(&self) -> Result<Loaded, Failure> {
        Ok(self.begun(tree_of(&self.directory)?).load())
    }

    /// Takes what was read of a workspace already, or begins to read it.
    pub(super) fn begun(&self, tree: Tree) -> Begun {
        let begun = self.begun.take().filter(|begun| begun.path() == tree.path());
        begun.unwrap_or_else(|| Begun::of(tree))
    }

    /// Resolves a path that the person named, from the folder of the command.
    ///
    /// Within a bundle nothing is named and nothing is written: from there it is the folder that the person stands in.
    pub(super) fn path(&self, named: &Path) -> PathBuf {
        if bag::is_bag(&self.directory) {
            return named.to_owned();
        }
        if self.directory == Path::new(".") { named.to_owned() } else { self.directory.join(named) }
    }
}

/// Expands patterns such as `kab-*`, which some shells leave to the program; a name that is there is taken as it is, and a
/// pattern that nothing matches too, for the command to refuse.
pub(super) fn expanded(directory: &Path, named: &[PathBuf]) -> Vec<PathBuf> {
    let each = named.iter().map(|name| {
        let pattern = directory.join(name);
        let text = pattern.to_string_lossy();
        if !text.contains(['*', '?', '[']) || layout::is_there(&pattern) {
            return vec![name.clone()];
        }
        let found = glob::glob(&text).into_iter().flatten().flatten();
        // As it was named: relative to the folder of the command.
        let found: Vec<PathBuf> =
            found.map(|path| path.strip_prefix(directory).map_or(path.clone(), Path::to_owned)).collect();
        if found.is_empty() { vec![name.clone()] } else { found }
    });
    each.flatten().collect()
}

/// Finds the workspace that a folder belongs to, or that a bundle holds.
pub(super) fn tree_of(path: &Path) -> Result<Tree, Failure> {
    if !bag::is_bag(path) {
        return Ok(Tree::Folder(root_of(path)?));
    }
    let files = BagFiles::open(path).map_err(|Bilingual { id, en }| {
        let shown = path.display();
        Failure::new(bilingual!("`{shown}`: {id}", "`{shown}`: {en}"))
    })?;
    Ok(files.workspace())
}

/// Finds the workspace that a folder belongs to.
pub(super) fn root_of(folder: &Path) -> Result<PathBuf, Failure> {
    let there = layout::is_folder(folder);
    if let Some(root) = layout::find(folder).filter(|_| there) {
        return Ok(root);
    }
    let shown = folder.display();
    let failure = if bag::is_bag(folder) {
        let message = bilingual!(
            "`{shown}` adalah bundel, dan perintah ini tidak membacanya",
            "`{shown}` is a bundle, which this command does not read"
        );
        Failure::new(message).help(bilingual!(
            "bundel dibaca oleh `validate`, `report`, `show` dan `bundle --verify`",
            "a bundle is read by `validate`, `report`, `show` and `bundle --verify`"
        ))
    } else if there {
        let message = bilingual!("tidak ada ruang kerja di `{shown}`", "there is no workspace at `{shown}`");
        Failure::of_kind(Kind::NoWorkspace, message).help(bilingual!(
            "buat dengan `spbe init`, atau tunjuk foldernya dengan `-C FOLDER`",
            "make one with `spbe init`, or name its folder with `-C DIR`"
        ))
    } else {
        let message = bilingual!("folder `{shown}` tidak ada", "the folder `{shown}` does not exist");
        Failure::of_kind(Kind::NoWorkspace, message)
    };
    Err(failure)
}

/// Finds the language before the arguments are parsed, for their errors speak it too.
///
/// What was read of the workspace for it comes back too.
pub(super) fn language(arguments: &[OsString]) -> (Language, Option<Begun>) {
    let mut begun = None;
    let stated = |name: &str| variable(name).or_else(|| if name == "LANG" { system_locale() } else { None });
    let language = first_language(arguments, stated, || begun.insert(workspace(arguments)?).language());
    (language, begun)
}

/// Picks the language: `--lang`, `SPBE_LANG`, the workspace's language, `LC_ALL`, `LANG`, in this order.
fn first_language(
    arguments: &[OsString],
    variable: impl Fn(&str) -> Option<String>,
    workspace: impl FnOnce() -> Option<Language>,
) -> Language {
    let stated = option(arguments, &["--lang"]).and_then(|code| Language::from_code(code.to_str()?));
    let by_variable = || variable("SPBE_LANG").and_then(|code| Language::from_code(&code));
    let by_locale = |name: &str| variable(name).and_then(|locale| Language::from_locale(&locale));
    stated
        .or_else(by_variable)
        .or_else(workspace)
        .or_else(|| by_locale("LC_ALL"))
        .or_else(|| by_locale("LANG"))
        .unwrap_or_default()
}

/// Returns the language that `--lang` or `SPBE_LANG` names.
fn stated_language(global: Option<&str>) -> Option<Language> {
    let stated = global.and_then(Language::from_code);
    stated.or_else(|| variable("SPBE_LANG").and_then(|code| Language::from_code(&code)))
}

/// Begins to read the workspace of arguments that are not parsed yet.
fn workspace(arguments: &[OsString]) -> Option<Begun> {
    let folder = option(arguments, &["-C", "--directory"]).unwrap_or_else(|| OsStr::new("."));
    let folder = Path::new(folder);
    match bag::is_bag(folder) {
        true => BagFiles::open(folder).ok().map(|files| Begun::of(files.workspace())),
        false => layout::find(folder).map(|root| Begun::at(&root)),
    }
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

/// Reads a day that the person typed; what is no day of the calendar is refused.
fn parse_date(text: &str) -> Result<Date, Failure> {
    let parsed = date::parse(text).map(|(date, _)| date);
    parsed.ok_or_else(|| {
        Failure::new(bilingual!("`{text}` bukan tanggal seperti 2018-04-17", "`{text}` is no date such as 2018-04-17"))
    })
}

/// Reads a date that the person typed.
pub(super) fn optional_date(text: Option<&str>) -> Result<Option<Date>, Failure> {
    text.map(parse_date).transpose()
}

/// Reads a date that the person typed, as it is written; an empty text stands for none, to empty a field.
pub(super) fn date_or_nothing(text: &str) -> Result<String, Failure> {
    if text.trim().is_empty() { Ok(String::new()) } else { Ok(parse_date(text)?.to_string()) }
}

/// Returns the locale that the user set where no variable holds it, as on Windows.
#[cfg(windows)]
fn system_locale() -> Option<String> {
    sys_locale::get_locale()
}

/// Elsewhere the variables hold it.
#[cfg(not(windows))]
fn system_locale() -> Option<String> {
    None
}

/// Reads a variable of the environment; one that is empty or no Unicode counts as absent.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use std::ffi::{OsStr, OsString};

    use super::{first_language, option, optional_date};
    use crate::text::language::Language;

    fn arguments(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_nearest_word_on_the_language_counts() {
        let spoken = |line: &str, variables: &[(&str, &str)], workspace: Option<Language>| {
            let variable =
                |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            first_language(&arguments(line), variable, || workspace)
        };
        let (id, en) = (Language::Indonesian, Language::English);
        let all = [("SPBE_LANG", "id"), ("LC_ALL", "en_GB.UTF-8"), ("LANG", "id_ID")];
        assert_eq!(spoken("spbe report --lang en", &all, Some(id)), en);
        assert_eq!(spoken("spbe report", &all, Some(en)), id, "the variable comes before the workspace");
        assert_eq!(spoken("spbe report", &all[1..], Some(id)), id, "the workspace comes before the locale");
        assert_eq!(spoken("spbe report", &all[1..], None), en, "LC_ALL comes before LANG");
        assert_eq!(spoken("spbe report", &all[2..], None), id);
        assert_eq!(spoken("spbe report", &[("LC_ALL", "C"), ("LANG", "id_ID")], None), id, "C names no language");
        assert_eq!(spoken("spbe report --lang fr", &[], None), en, "the parser refuses it in the usual language");
    }

    #[test]
    fn an_option_is_found_in_every_way_of_writing_it_and_the_last_one_counts() {
        let folder =
            |line: &str| option(&arguments(line), &["-C", "--directory"]).and_then(OsStr::to_str).map(str::to_owned);
        for line in ["spbe -C a report", "spbe report -Ca", "spbe --directory a report", "spbe --directory=a report"] {
            assert_eq!(folder(line).as_deref(), Some("a"), "{line}");
        }
        assert_eq!(folder("spbe -C a -C b").as_deref(), Some("b"));
        assert_eq!(folder("spbe report -C"), None);
        assert_eq!(folder("spbe --directories=a"), None);
    }

    #[test]
    fn a_pattern_names_what_it_matches_and_a_name_that_is_there_itself() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["kab-b", "kab-a", "kota", "a[1]"] {
            std::fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        let names = |name: &str| -> Vec<String> {
            let found = super::expanded(folder.path(), &[name.into()]);
            found.iter().map(|path| path.display().to_string()).collect()
        };
        assert_eq!(names("kab-*"), ["kab-a", "kab-b"]);
        assert_eq!(
            (names("a[1]"), names("kota"), names("none*")),
            (vec!["a[1]".to_owned()], vec!["kota".to_owned()], vec!["none*".to_owned()])
        );
    }

    #[test]
    fn a_system_that_knows_no_zones_takes_the_day_from_those_that_the_tool_carries() {
        let zones = jiff::tz::TimeZoneDatabase::bundled();
        for zone in ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] {
            assert!(zones.get(zone).is_ok(), "{zone}: without it every morning's record bears yesterday's date");
        }
    }

    #[test]
    fn a_day_that_no_calendar_has_is_refused_and_none_is_none() {
        assert!(optional_date(None).expect("nothing was named").is_none());
        assert!(optional_date(Some("17/04/2018")).expect("a day").is_some());
        let failure = optional_date(Some("2018-02-30")).expect_err("no day");
        assert_eq!(failure.message(Language::Indonesian), "`2018-02-30` bukan tanggal seperti 2018-04-17");
    }
}
