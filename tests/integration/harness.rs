//! One way to run the binary: a clean environment, a folder of its own, one value with everything that came out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What a command printed and how it ended.
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: i32,
}

impl Ran {
    /// Asserts the exit code and returns what was printed.
    #[track_caller]
    pub(crate) fn code(self, expected: i32) -> Self {
        assert_eq!(self.code, expected, "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    /// Reads standard output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}:\n{}", self.stdout))
    }
}

/// A folder to work in; it goes with this value.
pub(crate) struct Place {
    folder: TempDir,
}

impl Place {
    /// Makes an empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// Makes a copy of an example.
    pub(crate) fn example(name: &str) -> Self {
        let place = Self::empty();
        copy(&repository().join("examples").join(name), place.path());
        place
    }

    /// Makes a copy of a place.
    pub(crate) fn copy_of(other: &Self) -> Self {
        let place = Self::empty();
        copy(other.path(), place.path());
        place
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn read(&self, file: &str) -> String {
        let path = self.path().join(file);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub(crate) fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, content).expect("written");
    }

    /// Changes a file and asserts that something changed.
    #[track_caller]
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} lacks {from:?}");
        self.write(file, text.replacen(from, to, 1));
    }

    /// Runs `spbe` in this folder, in English.
    pub(crate) fn spbe(&self, arguments: &[&str]) -> Ran {
        self.spbe_with(arguments, &[("SPBE_LANG", "en")])
    }

    /// Runs `spbe` in this folder with these variables and no others.
    pub(crate) fn spbe_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
        spbe_in(self.path(), arguments, variables)
    }

    /// Reads every file but the tool's private ones, with its bytes, by name.
    pub(crate) fn snapshot(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        collect(self.path(), self.path(), &mut files);
        files.sort();
        files
    }
}

/// Says what differs between two states of a folder: a file's name, the lines that went and those that came.
pub(crate) fn changes(before: &[(String, Vec<u8>)], after: &[(String, Vec<u8>)]) -> String {
    let names: BTreeSet<&String> = before.iter().chain(after).map(|(name, _)| name).collect();
    let content = |state: &[(String, Vec<u8>)], name: &str| {
        state.iter().find(|(known, _)| known == name).map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
    };
    let mut said = String::new();
    for name in names {
        let (old, new) = (content(before, name), content(after, name));
        if old == new {
            continue;
        }
        let Some(new) = new else {
            said += &format!("{name} is gone\n");
            continue;
        };
        said += &format!("{name}\n");
        let old = old.unwrap_or_default();
        let (gone, come) = (beyond(&old, &new), beyond(&new, &old));
        said.extend(gone.iter().map(|line| format!("- {line}\n")));
        said.extend(come.iter().map(|line| format!("+ {line}\n")));
    }
    said
}

/// Returns the lines of a text that another one has not, or not as often.
fn beyond<'a>(text: &'a str, other: &str) -> Vec<&'a str> {
    let mut left: Vec<&str> = other.lines().collect();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.retain(|line| match left.iter().position(|known| known == line) {
        Some(place) => {
            left.remove(place);
            false
        }
        None => true,
    });
    lines
}

/// Runs `spbe` in a folder with these variables and no others.
pub(crate) fn spbe_in(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_spbe"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("SOURCE_DATE_EPOCH", "1530403200")
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output()
        .expect("the binary runs");
    Ran {
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        code: output.status.code().expect("an exit code: the binary was not killed"),
    }
}

/// The root of the repository.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.strip_prefix(root).expect("below").to_string_lossy().into_owned();
        if name == ".spbe" {
            continue;
        }
        if path.is_symlink() {
            let target = fs::read_link(&path).expect("a link");
            files.push((name, target.to_string_lossy().into_owned().into_bytes()));
        } else if path.is_dir() {
            collect(root, &path, files);
        } else {
            files.push((name, fs::read(&path).expect("read")));
        }
    }
}

/// Reads how large a test is to be; a documented variable makes it larger than it usually is.
#[expect(clippy::disallowed_methods, reason = "the size of a test is asked for by the environment")]
pub(crate) fn number(variable: &str, usual: usize) -> usize {
    let stated = std::env::var(variable).ok();
    stated.map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{variable} is no number: {text}")))
}

/// Every kind of form.
pub(crate) const FORMS: [&str; 12] = [
    "briefing",
    "attendance",
    "request",
    "reminder",
    "memo",
    "follow-up",
    "objection",
    "interview",
    "observation",
    "minutes",
    "consent",
    "decree",
];
