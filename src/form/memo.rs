//! *Nota dinas*: how far the evaluation is, for the coordinator, on one page that ends with what is to be decided.

use jiff::civil::Date;

use crate::bilingual;
use crate::form::envelope::URGENT;
use crate::form::writer::FormWriter;
use crate::model::role::Role;
use crate::model::row::RowId;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::label::INDEX;
use crate::result::progress::owing::{Debtor, debtors};
use crate::result::progress::runs::parts;
use crate::result::progress::{Progress, told};
use crate::result::signing::DOTS;
use crate::text::bilingual::Bilingual;
use crate::text::date::{in_words, with_weekday};
use crate::text::language::Language;

/// The most units that are listed one by one, for the memo must fit its page.
const MOST: usize = 2;

/// Writes the memo on progress by a day.
pub(crate) fn blocks(writer: &FormWriter<'_>, day: Date) -> Vec<Block> {
    let progress = Progress::of(writer.report, day);
    let late = debtors(&progress, true);
    let (agency, subject, year) = (&writer.report.agency.name, writer.words.subject(), writer.report.year);
    let on = |language| with_weekday(day, language);
    let (id, en) = (on(Language::Indonesian), on(Language::English));
    let mut blocks = head(writer, day);
    blocks.push(writer.paragraph(&bilingual!(
        "Dengan hormat, kami laporkan perkembangan penilaian mandiri {subject} pada {agency} Tahun {year} sampai dengan \
         {id}:",
        "Dear Sir or Madam, this is how far the {year} self-assessment of {subject} at {agency} is by {en}:"
    )));
    blocks.push(Block::Facts(figures(writer, &progress)));
    if !late.is_empty() {
        blocks.push(Block::Table(table(writer, &late)));
    }
    blocks.extend(decisions(writer, &progress, &late));
    blocks.push(Block::Signatures {
        // A memo carries its date once, at the head.
        place: String::new(),
        signatories: vec![writer.signatory(Role::Responsible)],
        copies: writer.say(&Bilingual::fixed("Tembusan:\n1. Arsip.", "Copies:\n1. Files.")),
    });
    blocks
}

/// Writes who tells whom about what; the number is filled in by hand.
fn head(writer: &FormWriter<'_>, day: Date) -> Vec<Block> {
    let (subject, year) = (writer.words.subject(), writer.report.year);
    let office = writer.words.office(Role::Coordinator);
    let position = writer.with_role(Role::Coordinator).next().and_then(|member| member.position.clone());
    let to = position.map_or(office.clone(), |position| {
        writer.say(&bilingual!("{position} selaku {office}", "{position}, {office}"))
    });
    let about = bilingual!(
        "Perkembangan penilaian mandiri {subject} Tahun {year}",
        "Progress of the {year} self-assessment of {subject}"
    );
    vec![
        writer.letterhead(),
        writer.heading(1, &Bilingual::fixed("Nota Dinas", "Memo")),
        Block::Facts(vec![
            writer.fact(&Bilingual::fixed("Yth.", "To"), to),
            writer.fact(&Bilingual::fixed("Dari", "From"), writer.words.office(Role::Responsible)),
            writer.fact(&Bilingual::fixed("Tanggal", "Date"), in_words(day, writer.language)),
            writer.fact(&Bilingual::fixed("Nomor", "Number"), DOTS),
            writer.fact(&Bilingual::fixed("Sifat", "Classification"), writer.say(&URGENT)),
            writer.fact(&Bilingual::fixed("Lampiran", "Attachments"), "–"),
            writer.fact(&Bilingual::fixed("Hal", "Subject"), writer.say(&about)),
        ]),
    ]
}

/// Writes the figures: time, scores, index, disagreements, evidence.
fn figures(writer: &FormWriter<'_>, progress: &Progress<'_>) -> Vec<(String, Text)> {
    let (done, due) = (progress.scores.done, progress.scores.due);
    let lacking: Vec<_> = progress.units.iter().map(|unit| unit.lacking().count()).filter(|count| *count > 0).collect();
    let (rows, units) = (lacking.iter().sum::<usize>(), lacking.len());
    let target = writer.report.target_index.map(|target| writer.numbers.even(target));
    let target = target.map(|target| bilingual!("; target {target}", "; target {target}"));
    let index = told::index(writer.report, writer.language);
    let index = index + &target.map(|text| writer.say(&text)).unwrap_or_default();
    let disputed = match progress.disputed().as_slice() {
        [] => writer.say(&Bilingual::fixed("tidak ada", "none")),
        rows => numbers(writer, rows),
    };
    let wanted = match rows {
        0 => Bilingual::fixed("lengkap", "complete"),
        _ => bilingual!("{rows} indikator dari {units} unit", "{rows} indicators of {units} units"),
    };
    let mut figures = Vec::new();
    if let Some(moment) = progress.moment {
        figures.push(writer.fact(&Bilingual::fixed("Waktu", "Time"), writer.say(&told::stage(moment))));
    }
    figures.extend([
        writer.fact(
            &Bilingual::fixed("Penilaian masuk", "Scores in"),
            writer.say(&bilingual!("{done} dari {due}", "{done} of {due}")),
        ),
        (INDEX.get(writer.language).to_owned(), index.into()),
        writer.fact(&Bilingual::fixed("Level berbeda", "Levels differ"), disputed),
        writer.fact(&Bilingual::fixed("Data dukung ditunggu", "Evidence awaited"), writer.say(&wanted)),
    ]);
    figures
}

/// Lists the units that are late, the latest first.
fn table(writer: &FormWriter<'_>, late: &[Debtor<'_>]) -> Table {
    let mut late: Vec<&Debtor<'_>> = late.iter().collect();
    late.sort_by_key(|debtor| std::cmp::Reverse(debtor.days_late()));
    let mut table = Table::new("")
        .wide(writer.say(&Bilingual::fixed("Unit yang terlambat", "Units that are late")), 6)
        .wide(writer.say(&Bilingual::fixed("Indikator yang ditunggu", "Indicators awaited")), 6)
        .number(writer.say(&Bilingual::fixed("Hari", "Days")));
    let listed = late.len().min(MOST);
    for debtor in &late[..listed] {
        let rows: Vec<_> = debtor.owed.iter().map(|owed| owed.line.row).collect();
        let days = debtor.days_late().map(|days| days.to_string()).unwrap_or_default();
        table.row(vec![debtor.unit.into(), listed_rows(writer, &rows).into(), days.into()]);
    }
    let rest: Vec<String> = late[listed..].iter().map(|debtor| debtor.unit.to_owned()).collect();
    if !rest.is_empty() {
        let (count, names) = (rest.len(), rest.join(", "));
        table.detail(writer.say(&bilingual!("dan {count} lainnya: {names}", "and {count} more: {names}")));
    }
    table
}

/// Says what the coordinator is asked to do; nothing where all goes well.
fn decisions(writer: &FormWriter<'_>, progress: &Progress<'_>, late: &[Debtor<'_>]) -> Vec<Block> {
    let mut asked = Vec::new();
    if !late.is_empty() {
        let (count, units) = (late.len(), if late.len() == 1 { "unit" } else { "units" });
        asked.push(bilingual!(
            "mengingatkan pimpinan {count} unit di atas; surat pengingatnya kami siapkan untuk ditandatangani;",
            "to remind the heads of the {count} {units} above; the letters are ready for your signature;"
        ));
    }
    let disputed = progress.disputed();
    if !disputed.is_empty() {
        let rows = numbers(writer, &disputed);
        asked.push(bilingual!(
            "memimpin kesepakatan level untuk {rows}, yang dinilai berbeda oleh anggota tim.",
            "to lead the agreement on {rows}, to which members of the team gave different levels."
        ));
    }
    if asked.is_empty() {
        return vec![writer.paragraph(&Bilingual::fixed(
            "Penilaian berjalan sesuai jadwal; saat ini tidak ada yang memerlukan keputusan. Demikian kami laporkan.",
            "The assessment is on schedule; nothing needs a decision at present.",
        ))];
    }
    vec![
        writer.paragraph(&Bilingual::fixed("Untuk itu kami mohon kesediaan Bapak/Ibu:", "We therefore ask you:")),
        Block::Numbered(asked.iter().map(|text| writer.say(text).into()).collect()),
    ]
}

/// Names rows in a sentence.
fn numbers(writer: &FormWriter<'_>, rows: &[RowId]) -> String {
    let (listed, indicators) = (listed_rows(writer, rows), if rows.len() == 1 { "indicator" } else { "indicators" });
    writer.say(&bilingual!("indikator {listed}", "{indicators} {listed}"))
}

/// Lists rows by their numbers.
fn listed_rows(writer: &FormWriter<'_>, rows: &[RowId]) -> String {
    parts(rows, &writer.say(&Bilingual::fixed(" s.d. ", " to "))).join(", ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::form::testing::dump_for;
    use crate::form::{Kind, Options};
    use crate::model::workspace::Workspace;
    use crate::result::testing::{assign, pemalang, settled};
    use crate::text::language::Language;

    fn memo(workspace: &Workspace, language: Language) -> String {
        let options = Options { day: date(2018, 7, 16), ..Options::default() };
        dump_for(workspace, Kind::Memo, &options, language)
    }

    #[test]
    fn the_coordinator_reads_how_far_it_is_and_what_to_decide() {
        let mut workspace = pemalang();
        assign(&mut workspace, "4,tik,2018-07-10\n");
        let text = memo(&workspace, Language::Indonesian);
        assert!(text.contains("\nYth.: ") && text.contains("Koordinator SPBE\n"), "{text}");
        assert!(text.contains("sampai dengan Senin, 16 Juli 2018:"), "{text}");
        assert!(text.contains("\nLevel berbeda: indikator 2\n"), "{text}");
        assert!(text.contains("\nDinas Kominfo|4|6\n"), "{text}");
        assert!(text.contains("\nmengingatkan pimpinan 1 unit") && text.contains("\nmemimpin kesepakatan level untuk"));
    }

    #[test]
    fn where_all_goes_well_nothing_is_asked() {
        let text = memo(&settled(), Language::English);
        assert!(text.contains("nothing needs a decision at present") && !text.contains("We therefore ask"), "{text}");
        assert!(text.contains("\nLevels differ: none\n"), "{text}");
    }
}
