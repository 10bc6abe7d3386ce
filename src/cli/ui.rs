//! The only place that prints: data to standard output, talk to standard error.

use std::io::{self, IsTerminal, Write};

use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use crate::bilingual;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::{Failure, Kind};
use crate::cli::usage_error::UsageError;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::visible::visible;

/// How the word before a failure looks.
const RED: Style = AnsiColor::Red.on_default().bold();
/// How the word before a warning looks.
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
/// How the word before a next step looks.
const CYAN: Style = AnsiColor::Cyan.on_default().bold();

/// The voice of the tool.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ui {
    language: Language,
    quiet: bool,
    /// Whether nothing is said at all.
    silent: bool,
}

impl Ui {
    /// Makes a voice in a language.
    pub(super) fn new(language: Language) -> Self {
        Self { language, quiet: false, silent: false }
    }

    /// Makes the same voice silent but for failures and warnings.
    pub(super) fn quiet(self, quiet: bool) -> Self {
        Self { quiet, ..self }
    }

    /// Makes the same voice without a word.
    pub(super) fn silent(self) -> Self {
        Self { quiet: true, silent: true, ..self }
    }

    /// Tells whether only failures and warnings are said.
    pub(super) fn is_quiet(self) -> bool {
        self.quiet
    }

    /// Returns the language.
    pub(super) fn language(self) -> Language {
        self.language
    }

    /// Tells whether standard output takes colour.
    pub(super) fn colour(self) -> bool {
        AutoStream::choice(&io::stdout()) != ColorChoice::Never
    }

    /// Tells whether standard output is a terminal.
    pub(super) fn terminal(self) -> bool {
        io::stdout().is_terminal()
    }

    /// Writes data to standard output; styles are left out where they are not wanted.
    pub(super) fn data(self, text: &str) -> Result<(), Failure> {
        if !self.colour() {
            return self.bytes(strip_str(text).to_string().as_bytes());
        }
        // An old console must first be told to take styles, which the stream does.
        let mut out = AutoStream::auto(io::stdout());
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        written.map_err(|error| Failure::of_system(bilingual!("keluaran", "output"), error))
    }

    /// Writes bytes to standard output as they are.
    pub(super) fn bytes(self, bytes: &[u8]) -> Result<(), Failure> {
        // In one piece: a report is a thousand small parts and should be one call to the system.
        let mut out = io::stdout().lock();
        let written = out.write_all(bytes).and_then(|()| out.flush());
        written.map_err(|error| Failure::of_system(bilingual!("keluaran", "output"), error))
    }

    /// Says what was done.
    pub(super) fn done(self, message: &Bilingual) {
        if !self.quiet {
            self.talk(message.get(self.language));
        }
    }

    /// Says what is doubtful, with the next step.
    pub(super) fn warning(self, message: &Bilingual, help: Option<&Bilingual>) {
        let label = bilingual!("peringatan", "warning");
        self.labelled(YELLOW, &label, message.get(self.language));
        self.help(help);
    }

    /// Says how a command was asked wrongly, or shows the help that was asked for.
    pub(super) fn usage(self, error: &UsageError) -> ExitStatus {
        match error {
            UsageError::Help(text) => match self.data(text) {
                Ok(()) => ExitStatus::Done,
                Err(failure) => self.failure(&failure),
            },
            UsageError::Nothing(text) => {
                self.talk(text.trim_end());
                ExitStatus::Failed
            }
            UsageError::Wrong(failure, usage) => {
                let status = self.failure(failure);
                if let Some(usage) = usage {
                    self.talk(&format!("\n{usage}"));
                }
                status
            }
        }
    }

    /// Says why a command could not work; of a reader who went away nothing is said.
    pub(super) fn failure(self, failure: &Failure) -> ExitStatus {
        if failure.kind != Kind::BrokenPipe {
            self.labelled(RED, &bilingual!("kesalahan", "error"), &failure.message(self.language));
            self.help(failure.hints());
        }
        failure.kind.status()
    }

    /// Says the next steps, a line for each.
    fn help<'a>(self, hints: impl IntoIterator<Item = &'a Bilingual>) {
        for hint in hints {
            self.labelled(CYAN, &bilingual!("saran", "help"), hint.get(self.language));
        }
    }

    /// Says a message behind its coloured word; what a terminal would obey in it is made visible.
    fn labelled(self, style: Style, label: &Bilingual, message: &str) {
        let (label, message) = (label.get(self.language), visible(message));
        self.talk(&format!("{style}{label}{style:#}: {message}"));
    }

    /// Writes a line to standard error, coloured only where that takes colour.
    fn talk(self, text: &str) {
        if self.silent {
            return;
        }
        // Standard error may be closed; there is nobody left to tell.
        let _ = writeln!(anstream::stderr(), "{text}");
    }
}
