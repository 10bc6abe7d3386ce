//! `spbe evidence list`: the evidence index.

use std::collections::BTreeSet;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::{Listed, TableFormat};
use crate::cli::{pick, reading, rows};
use crate::model::evidence::EvidenceKind;
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS, INSTRUMENT, MANIFEST};
use crate::model::row::RowId;
use crate::result::evidence::{self, ListedEvidence, Unsupported, unsupported};
use crate::store::load::Loaded;
use crate::text::fold::same;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[arg(long = "for", num_args = 1.., value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "hanya untuk indikator ini",
        "only for these indicators",
    ))]
    indicators: Vec<String>,
    #[arg(long, value_name = "UNIT", help = say("hanya dari unit ini", "only from this unit"))]
    unit: Option<String>,
    #[arg(long, value_name = say("JENIS", "KIND"), help = say("hanya dari jenis ini", "only of this kind"))]
    kind: Option<String>,
    #[arg(long, conflicts_with_all = ["unit", "kind"], help = say(
        "indikator yang levelnya dinilai, tetapi belum didukung dokumen sampai level itu",
        "the indicators whose level was given and is not supported by documents up to it",
    ))]
    missing: bool,
    #[command(flatten)]
    shown: Listed,
}

/// Lists the whole index, or only the documents that are linked to the rows that were named.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<ExitStatus, Failure> {
    let by_row = !args.indicators.is_empty();
    let rests_on = |file: &str| match file {
        EVIDENCE | EVIDENCE_LINKS => true,
        // Which rows there are is asked only where some are named.
        MANIFEST | INSTRUMENT => by_row || args.missing,
        _ => args.missing && reading::levels(file),
    };
    let loaded = context.read(rests_on)?;
    let workspace = &loaded.workspace;
    let rows = by_row.then(|| rows::named(workspace, &args.indicators)).transpose()?;
    if args.missing {
        return missing(context, &loaded, rows.as_ref(), args.shown.format);
    }
    let kind = args.kind.as_deref().map(|kind| pick::word::<EvidenceKind>(kind, "--kind")).transpose()?;
    let mut entries = evidence::entries(workspace, rows.as_ref());
    entries.retain(|ListedEvidence { evidence, .. }| {
        let of_unit = |unit: &String| evidence.unit.as_ref().is_some_and(|own| same(own, unit));
        args.unit.as_ref().is_none_or(of_unit) && kind.is_none_or(|kind| evidence.kind == kind)
    });
    let shown = match args.shown.format {
        TableFormat::Json => data::evidence::json(&entries),
        TableFormat::Csv => data::evidence::csv(&entries),
        TableFormat::Text => terminal::evidence::text(&entries, context.language(), context.list_width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}

/// Lists the rows whose level was given and is not supported by documents up to it.
fn missing(
    context: &Context,
    loaded: &Loaded,
    rows: Option<&BTreeSet<RowId>>,
    format: TableFormat,
) -> Result<ExitStatus, Failure> {
    let report = pick::report(loaded)?;
    let mut missing = unsupported(&report);
    missing.retain(|Unsupported { row, .. }| rows.is_none_or(|rows| rows.contains(row)));
    let shown = match format {
        TableFormat::Csv => data::evidence::missing_csv(&missing),
        TableFormat::Json => data::evidence::missing_json(&missing),
        TableFormat::Text => terminal::evidence::missing(&report, &missing, context.language(), context.list_width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
