//! How far long work is, on a terminal alone and from a second on: who waits less need not be told.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::ui::Ui;
use crate::text::bilingual::Bilingual;

/// How long the work must have taken before it is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// Work of so many steps.
#[derive(Debug)]
pub(super) struct Bar {
    bar: ProgressBar,
    shown: bool,
}

impl Bar {
    /// Begins work under a label; it stays hidden where only failures are to be told.
    pub(super) fn begin(ui: Ui, label: &Bilingual, steps: usize) -> Self {
        let bar = ProgressBar::hidden().with_message(label.get(ui.language()).to_owned());
        bar.set_length(u64::try_from(steps).unwrap_or(u64::MAX));
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:24} {pos}/{len}") {
            bar.set_style(style.progress_chars("█░░"));
        }
        Self { bar, shown: !ui.is_quiet() }
    }

    /// Counts a step as done.
    pub(super) fn step(&self) {
        // Where standard error is no terminal, its target draws nothing.
        if self.shown && self.bar.is_hidden() && self.bar.elapsed() >= PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }
}

impl Drop for Bar {
    /// Takes the bar off the screen: what was done is said in words.
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
