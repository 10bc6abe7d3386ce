//! `spbe instrument show`.

use std::borrow::Cow;

use clap::Args;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::model::instrument::{Indicator, Instrument};
use crate::store::bundled;
use crate::text::nearest::nearest;
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
    #[arg(long, value_parser = ["text", "json"], default_value = "text", value_name = "FORMAT", help = say(
        "bentuk keluaran: text, json",
        "output format: text, json",
    ))]
    format: String,
}

pub(super) fn run(context: &Context, args: &ShowArgs) -> anyhow::Result<ExitStatus> {
    let instrument = named(context, args.id.as_deref())?;
    let (language, width) = (context.language(), context.width());
    let shown = match (&args.indicator, args.format.as_str()) {
        (None, "json") => data::instrument::json(&instrument),
        (None, _) => terminal::instrument::whole::text(&instrument, language, width),
        (Some(number), "json") => data::instrument::indicator_json(&instrument, indicator(&instrument, number)?),
        (Some(number), _) => terminal::instrument::indicator::indicator_text(
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
fn named(context: &Context, id: Option<&str>) -> anyhow::Result<Cow<'static, Instrument>> {
    let Some(id) = id else {
        let instrument = context.load()?.workspace.instrument;
        return instrument.ok_or_else(|| {
            Failure::new(bilingual!("`instrument.yaml` tidak dapat dibaca", "`instrument.yaml` can't be read"))
                .help(bilingual!("lihat `spbe validate`", "see `spbe validate`"))
                .into()
        });
    };
    if let Some(bundled) = bundled::find(id) {
        return Ok(Cow::Borrowed(bundled.instrument()));
    }
    let ids: Vec<&str> = bundled::all().iter().map(|bundled| bundled.id).collect();
    let all = ids.join(", ");
    let help = match nearest(id, ids.iter().copied()) {
        Some(near) => bilingual!("maksudnya `{near}`?", "did you mean `{near}`?"),
        None => bilingual!("ada {all}", "there are {all}"),
    };
    Err(Failure::new(bilingual!("tidak ada instrumen `{id}`", "there is no instrument `{id}`")).help(help).into())
}

fn indicator<'a>(instrument: &'a Instrument, number: &str) -> anyhow::Result<&'a Indicator> {
    let found = number.parse().ok().and_then(|number| instrument.indicator(number));
    found.ok_or_else(|| {
        let ids: Vec<String> = instrument.indicators.iter().map(|indicator| indicator.id.to_string()).collect();
        let (first, last) = (ids.first().cloned().unwrap_or_default(), ids.last().cloned().unwrap_or_default());
        let message = bilingual!("tidak ada indikator `{number}`", "there is no indicator `{number}`");
        Failure::new(message).help(bilingual!("ada {first} sampai {last}", "there are {first} to {last}")).into()
    })
}
