//! A text that the person writes in the editor of their choice.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use tempfile::{Builder, NamedTempFile};

/// A text outside of the workspace while it is written; it is gone afterwards unless it is kept.
#[derive(Debug)]
pub(crate) struct Draft {
    file: NamedTempFile,
}

impl Draft {
    /// Begins with a text.
    ///
    /// # Errors
    /// There is no place for it.
    pub(crate) fn begin(text: &str) -> io::Result<Self> {
        let mut file = Builder::new().prefix("spbe-").suffix(".txt").tempfile()?;
        file.write_all(text.as_bytes())?;
        file.flush()?;
        Ok(Self { file })
    }

    /// Opens it in an editor and waits until that is closed.
    ///
    /// # Errors
    /// The editor can't be started.
    pub(crate) fn open(&self, editor: &str) -> io::Result<ExitStatus> {
        command(editor, self.file.path()).status()
    }

    /// Reads what it says by now.
    ///
    /// # Errors
    /// It can't be read, or is no text.
    pub(crate) fn read(&self) -> io::Result<String> {
        // An editor may have put another file in its place.
        std::fs::read_to_string(self.file.path())
    }

    /// Leaves it where it is, and returns where that is.
    pub(crate) fn keep(self) -> Option<PathBuf> {
        self.file.keep().ok().map(|(_, path)| path)
    }
}

/// Makes the command of an editor, which may carry options of its own, as git takes it.
#[cfg(not(windows))]
fn command(editor: &str, path: &Path) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$1\"")).arg("sh").arg(path);
    command
}

/// Makes the command of an editor, which may carry options of its own.
#[cfg(windows)]
fn command(editor: &str, path: &Path) -> Command {
    use std::os::windows::process::CommandExt;

    let mut command = Command::new("cmd");
    command.raw_arg(format!("/C \"{editor} \"{}\"\"", path.display()));
    command
}
