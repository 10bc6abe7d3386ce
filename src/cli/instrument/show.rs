//! `spbe instrument show`.

use std::borrow::Cow;

use clap::Args;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::{ListFormat, Shown};
use crate::cli::wording;
use crate::model::files::INSTRUMENT;
use crate::model::instrument::{Indicator, Instrument};
use crate::store::bundled;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ShowArgs {
    #[arg(value_name = "ID", help = say(
        "id instrumen; bila tidak disebut, instrumen ruang kerja ini",
        "the id of the instrument; unless named, this workspace's",
    ))]
    id: Option<String>,
    #[arg(value_name = say("INDIKATOR", "INDICATOR"), help = say("nomor indikator", "the number of an indicator"))]
    indicator: Option<String>,
    #[command(flatten)]
    shown: Shown,
}

/// Shows an instrument or one of its indicators; a workspace is needed only where no id is named.
pub(super) fn run(context: &Context, args: &ShowArgs) -> Result<ExitStatus, Failure> {
    let instrument = named(context, args.id.as_deref())?;
    let (language, width) = (context.language(), context.width());
    let shown = match (&args.indicator, args.shown.format) {
        (None, ListFormat::Json) => data::instrument::json(&instrument),
        (None, ListFormat::Text) => terminal::instrument::whole::text(&instrument, language, width),
        (Some(number), ListFormat::Json) => {
            data::instrument::indicator_json(&instrument, indicator(&instrument, number)?)
        }
        (Some(number), ListFormat::Text) => terminal::instrument::indicator::indicator_text(
            &instrument,
            indicator(&instrument, number)?,
            language,
            width,
        ),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}

/// Finds a bundled instrument, or the one of the workspace.
fn named(context: &Context, id: Option<&str>) -> Result<Cow<'static, Instrument>, Failure> {
    let Some(id) = id else {
        let instrument = context.read(|file| file == INSTRUMENT)?.workspace.instrument;
        return instrument.ok_or_else(|| Failure::new(wording::unreadable(INSTRUMENT)).help(wording::see_validate()));
    };
    match bundled::find(id) {
        Some(bundled) => Ok(Cow::Borrowed(bundled.instrument())),
        None => Err(wording::no_instrument(id)),
    }
}

/// Finds an indicator by its number; an unknown one is answered with the first and the last.
fn indicator<'a>(instrument: &'a Instrument, number: &str) -> Result<&'a Indicator, Failure> {
    let found = number.parse().ok().and_then(|number| instrument.indicator(number));
    found.ok_or_else(|| {
        let ids: Vec<String> = instrument.indicators.iter().map(|indicator| indicator.id.to_string()).collect();
        let (first, last) = (ids.first().cloned().unwrap_or_default(), ids.last().cloned().unwrap_or_default());
        let message = bilingual!("tidak ada indikator `{number}`", "there is no indicator `{number}`");
        Failure::new(message).help(wording::there_are(&first, &last))
    })
}
