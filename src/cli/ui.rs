//! The only place that prints: data to standard output, talk to standard error.

use std::io::{self, IsTerminal, Write};

use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use crate::bilingual;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::usage::UsageError;
use crate::store::error::{Error as StoreError, reason};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
const CYAN: Style = AnsiColor::Cyan.on_default().bold();

/// The voice of the tool.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ui {
    language: Language,
    quiet: bool,
}

impl Ui {
    /// Makes a voice in a language.
    pub(super) fn new(language: Language) -> Self {
        Self { language, quiet: false }
    }

    /// Makes the same voice silent but for failures and warnings.
    pub(super) fn quiet(self, quiet: bool) -> Self {
        Self { quiet, ..self }
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
    pub(super) fn data(self, text: &str) -> io::Result<()> {
        let plain = if self.colour() { None } else { Some(strip_str(text).to_string()) };
        // In one piece: a report is a thousand small parts and should be one call to the system.
        let mut out = io::stdout().lock();
        out.write_all(plain.as_deref().unwrap_or(text).as_bytes())?;
        out.flush()
    }

    /// Writes bytes to standard output as they are.
    pub(super) fn bytes(self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
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
        self.labelled(YELLOW, &label, message);
        self.help(help);
    }

    /// Says how a command was asked wrongly, or shows the help that was asked for.
    pub(super) fn usage(self, error: &UsageError) -> ExitStatus {
        match error {
            UsageError::Help(text) => match self.data(text) {
                Ok(()) => ExitStatus::Done,
                Err(error) => self.failure(&error.into()),
            },
            UsageError::Nothing(text) => {
                self.talk(text.trim_end());
                ExitStatus::Failed
            }
            UsageError::Wrong(failure, usage) => {
                self.labelled(RED, &bilingual!("galat", "error"), &failure.message);
                self.help(failure.help.as_ref());
                if let Some(usage) = usage {
                    self.talk(&format!("\n{usage}"));
                }
                ExitStatus::Failed
            }
        }
    }

    /// Says why a command could not work; a reader who went away is no failure.
    pub(super) fn failure(self, error: &anyhow::Error) -> ExitStatus {
        if broken_pipe(error) {
            return ExitStatus::Done;
        }
        let label = bilingual!("galat", "error");
        if let Some(failure) = error.downcast_ref::<Failure>() {
            self.labelled(RED, &label, &failure.message);
            self.help(failure.help.as_ref());
            return failure.outcome;
        }
        let store = error.downcast_ref::<StoreError>();
        let message = match (store, error.downcast_ref::<io::Error>()) {
            (Some(error), _) => error.message(),
            (None, Some(error)) => {
                let reason = reason(error);
                Bilingual::new(format!("keluaran: {}", reason.id), format!("output: {}", reason.en))
            }
            (None, None) => Bilingual::new(format!("{error:#}"), format!("{error:#}")),
        };
        self.labelled(RED, &label, &message);
        self.help(store.and_then(StoreError::help).as_ref());
        ExitStatus::Failed
    }

    fn help(self, help: Option<&Bilingual>) {
        if let Some(help) = help {
            self.labelled(CYAN, &bilingual!("saran", "help"), help);
        }
    }

    fn labelled(self, style: Style, label: &Bilingual, message: &Bilingual) {
        let (label, message) = (label.get(self.language), message.get(self.language));
        let message = crate::text::visible::visible(message);
        self.talk(&format!("{style}{label}{style:#}: {message}"));
    }

    fn talk(self, text: &str) {
        // Standard error may be closed; there is nobody left to tell.
        let _ = writeln!(anstream::stderr(), "{text}");
    }
}

fn broken_pipe(error: &anyhow::Error) -> bool {
    let broken = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
    error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(broken)
}
