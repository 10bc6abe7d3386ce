//! The instrument of a new workspace, and the targets that its scale allows.

use std::borrow::Cow;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::init::told::Told;
use crate::cli::wording;
use crate::format::instrument;
use crate::format::reading::Reading;
use crate::index::exact::Exact;
use crate::index::predicate::predicate;
use crate::model::decimal::Decimal;
use crate::model::files::INSTRUMENT;
use crate::model::instrument::Instrument;
use crate::store::load::Loaded;
use crate::store::{bundled, read};

/// Finds the instrument by its id, by its file, or by the year; returns its text too, which will be frozen.
pub(super) fn chosen(
    context: &Context,
    named: Option<&str>,
    year: u32,
) -> Result<(String, Cow<'static, Instrument>), Failure> {
    let found = match named {
        None => bundled::in_use(year),
        Some(named) => bundled::find(named),
    };
    if let Some(found) = found {
        return Ok((found.text.to_owned(), Cow::Borrowed(found.instrument())));
    }
    match named {
        Some(named) if named.contains(['.', '/', '\\']) => from_file(context, named),
        Some(named) => Err(wording::no_instrument(named)),
        None => {
            let message = bilingual!("tidak ada instrumen untuk tahun {year}", "no instrument is in use in {year}");
            let help = bilingual!("sebutkan dengan `--instrument ID`", "name one with `--instrument ID`");
            Err(Failure::new(message).help(help))
        }
    }
}

/// Finds the instrument of the year after last: an agency's own goes on as it was frozen, one of the ministry gives way to
/// the one in use that year; what is not as it was is told.
pub(super) fn following(
    context: &Context,
    named: Option<&str>,
    year: u32,
    last: &Loaded,
    told: &mut Told,
) -> Result<(String, Cow<'static, Instrument>), Failure> {
    let (Some(before), Some(text)) = (&last.workspace.instrument, last.sources.text(INSTRUMENT)) else {
        return chosen(context, named, year);
    };
    let own = bundled::find(&before.id).is_none();
    if own && named.is_none_or(|named| named == before.id) {
        tell_own(before, year, last, told);
        return Ok((text.to_owned(), before.clone()));
    }
    if named.is_some() {
        return chosen(context, named, year);
    }
    // A later one that is in use that year comes before the one of last year.
    let now = chosen(context, None, year).or_else(|_| chosen(context, Some(&before.id), year))?;
    tell_bundled(before, text, &now, last, told);
    Ok(now)
}

/// Tells that an agency's own instrument goes on, and what is doubtful about that.
fn tell_own(before: &Instrument, year: u32, last: &Loaded, told: &mut Told) {
    let id = &before.id;
    told.came(bilingual!("instrumen sendiri `{id}` (`{INSTRUMENT}`)", "the own instrument `{id}` (`{INSTRUMENT}`)"));
    if !before.years.contains(year) {
        let usual = bundled::in_use(year).map_or("ID", |bundled| bundled.id);
        told.doubtful(
            bilingual!(
                "instrumen `{id}` tidak berlaku pada tahun {year}",
                "the instrument `{id}` is not in use in {year}"
            ),
            bilingual!(
                "pakai terbitan barunya dengan `--instrument BERKAS`, atau `--instrument {usual}`",
                "take its new edition with `--instrument FILE`, or `--instrument {usual}`"
            ),
        );
    }
    let frozen = last.workspace.manifest.as_ref().and_then(|manifest| manifest.instrument_sha256.as_ref());
    let now = last.disk.instrument_sha256.as_deref();
    if frozen.is_some_and(|frozen| now.is_some_and(|now| !frozen.value.eq_ignore_ascii_case(now))) {
        told.doubtful(
            bilingual!(
                "`{INSTRUMENT}` tahun lalu berubah sejak dibekukan; yang diambil isinya sekarang",
                "last year's `{INSTRUMENT}` was changed since it was frozen; what it holds now is taken"
            ),
            bilingual!(
                "bandingkan dengan yang dibekukan, di git tahun lalu",
                "compare it with what was frozen, in last year's git"
            ),
        );
    }
}

/// Tells where a bundled instrument is not the one of last year: a later one, another edition, or without what was changed
/// by hand.
fn tell_bundled(
    before: &Instrument,
    text: &str,
    (now_text, now): &(String, Cow<'static, Instrument>),
    last: &Loaded,
    told: &mut Told,
) {
    let (was, is) = (&before.id, &now.id);
    if was != is {
        return told.came(bilingual!(
            "bukan instrumen `{was}` melainkan `{is}`, yang berlaku tahun itu (yang lama: `--instrument {was}`)",
            "not the instrument `{was}` but `{is}`, in use that year (the old one: `--instrument {was}`)"
        ));
    }
    if text == now_text {
        return;
    }
    let known = last.disk.instrument_sha256.as_ref().is_some_and(|digest| bundled::is_edition(was, digest));
    if known {
        return told.came(bilingual!(
            "instrumen `{is}` dalam edisi rilis ini",
            "the instrument `{is}` in this release's edition"
        ));
    }
    told.doubtful(
        bilingual!(
            "`{INSTRUMENT}` tahun lalu bukan `{was}` yang resmi; yang diambil yang resmi",
            "last year's `{INSTRUMENT}` is not the official `{was}`; the official one is taken"
        ),
        bilingual!(
            "untuk tetap memakainya, sebut berkas itu dengan `--instrument`",
            "to keep it, name that file with `--instrument`"
        ),
    );
}

/// Reads an instrument of one's own from a file; one in a foreign encoding is refused, for its bytes will be frozen.
fn from_file(context: &Context, named: &str) -> Result<(String, Cow<'static, Instrument>), Failure> {
    let reading = Reading::new(named);
    let read = match read::text(&context.directory, named) {
        read::TextFile::Read(text) => instrument::read(&text, &reading).map(|(read, _)| (text, Cow::Owned(read))),
        read::TextFile::Absent => {
            return Err(wording::no_file(named));
        }
        read::TextFile::Foreign(..) | read::TextFile::Refused(_) => None,
    };
    read.ok_or_else(|| {
        Failure::new(bilingual!("`{named}` bukan instrumen", "`{named}` is no instrument"))
            .help(bilingual!("lihat `spbe instrument check {named}`", "see `spbe instrument check {named}`"))
    })
}

/// Returns the target of an agency that names none: the predicate that follows when every indicator is at its target.
pub(super) fn usual_target(instrument: &Instrument, year: u32, level: Decimal) -> Decimal {
    predicate(instrument, year, &Exact::from(level)).map_or(level, |predicate| predicate.from)
}

/// Reads a target index that the scale has.
pub(super) fn target_index(instrument: &Instrument, text: &str) -> Result<Decimal, Failure> {
    let (lowest, highest) = (instrument.scale.lowest, instrument.scale.highest);
    let index = Decimal::parse(text).map(|(index, _)| index).filter(|index| (lowest..=highest).contains(index));
    index.ok_or_else(|| {
        Failure::new(bilingual!("`{text}` bukan target indeks", "`{text}` is no target index"))
            .help(bilingual!("pakai bilangan {lowest:#} sampai {highest:#}", "use a number from {lowest} to {highest}"))
    })
}

#[cfg(test)]
mod tests {
    use super::{target_index, usual_target};
    use crate::model::decimal::Decimal;
    use crate::store::bundled;
    use crate::text::language::Language;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number").0
    }

    #[test]
    fn the_usual_target_is_where_the_predicate_of_the_target_level_begins() {
        let usual = |id: &str, year: u32, level: &str| {
            let instrument = bundled::find(id).expect("an instrument").instrument();
            usual_target(instrument, year, decimal(level)).to_string()
        };
        assert_eq!(usual("spbe-2018", 2018, "3"), "2.6");
        assert_eq!(usual("spbe-2018", 2018, "5"), "4.2");
        assert_eq!(usual("spbe-2020", 2024, "1"), "1");
        assert_eq!(usual("spbe-2020", 2024, "1.8"), "1.8", "a bound belongs to the predicate that begins there");
    }

    #[test]
    fn a_target_index_lies_on_the_scale() {
        let instrument = bundled::find("spbe-2018").expect("an instrument").instrument();
        assert_eq!(target_index(instrument, "2.60").expect("on the scale"), decimal("2.6"));
        for text in ["5.01", "-1", "good", ""] {
            let failure = target_index(instrument, text).expect_err(text);
            assert_eq!(failure.message(Language::English), format!("`{text}` is no target index"));
        }
    }
}
