//! The letter that reminds a unit of what it owes: evidence of its indicators, scores of its people; one page each.

use jiff::civil::Date;

use crate::bilingual;
use crate::form::envelope;
use crate::form::writer::{FormWriter, on_own_pages};
use crate::paper::document::block::Block;
use crate::paper::document::table::Table;
use crate::result::label::{INDICATOR, joined};
use crate::result::progress::owing::{Debtor, Owed, debtors};
use crate::result::progress::runs::parts;
use crate::result::progress::{Progress, told};
use crate::result::signing::DOTS;
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::language::Language;

/// The most rows that a letter lists one by one, for it must fit its page.
const MOST: usize = 4;

/// Finds who is reminded; with `late` only those who are late, and of what is late alone.
pub(crate) fn reminded<'a>(progress: &Progress<'a>, units: &[&str], late: bool) -> Vec<Debtor<'a>> {
    let mut found = debtors(progress, late);
    found.retain(|debtor| units.is_empty() || units.contains(&debtor.unit));
    found
}

/// Writes a letter for each unit that owes something on a day.
pub(crate) fn blocks(writer: &FormWriter<'_>, units: &[&str], day: Date, late: bool) -> Vec<Block> {
    let progress = Progress::of(writer.report, day);
    let debtors = reminded(&progress, units, late);
    if debtors.is_empty() {
        return vec![
            writer.heading(1, &Bilingual::fixed("Pengingat", "Reminder")),
            writer.paragraph(&Bilingual::fixed("Tidak ada unit yang perlu diingatkan.", "There is no unit to remind.")),
        ];
    }
    on_own_pages(debtors.iter().map(|debtor| letter(writer, &progress, debtor)).collect())
}

/// Writes the letter to one unit.
fn letter(writer: &FormWriter<'_>, progress: &Progress<'_>, debtor: &Debtor<'_>) -> Vec<Block> {
    let (subject, year) = (writer.words.subject(), writer.report.year);
    let about = bilingual!(
        "Pengingat penyelesaian penilaian mandiri {subject} Tahun {year}",
        "Reminder: the {year} self-assessment of {subject}"
    );
    let mut blocks = envelope::head(writer, debtor.unit, &in_words(progress.day, writer.language), &about);
    blocks.push(writer.paragraph(&opening(writer, progress, debtor)));
    blocks.push(Block::Table(table(writer, debtor)));
    blocks.push(writer.paragraph(&please(writer, progress)));
    blocks.extend(envelope::close(writer));
    blocks
}

/// Says what has not come in, and that it is late where it is.
fn opening(writer: &FormWriter<'_>, progress: &Progress<'_>, debtor: &Debtor<'_>) -> Bilingual {
    let (agency, subject) = (&writer.report.agency.name, writer.words.subject());
    let (year, count) = (writer.report.year, debtor.owed.len());
    let day = |language| in_words(progress.day, language);
    let (id, en) = (day(Language::Indonesian), day(Language::English));
    let rows = if count == 1 { "indicator" } else { "indicators" };
    let text = bilingual!(
        "Terima kasih atas dukungan Saudara dalam penilaian mandiri {subject} pada {agency} Tahun {year}. Sampai dengan \
         {id}, yang berikut untuk {count} indikator belum kami terima dari unit Saudara",
        "Thank you for your help with the {year} self-assessment of {subject} at {agency}. By {en} we have not received \
         from your unit what follows, for {count} {rows}"
    );
    match debtor.days_late() {
        Some(days) => {
            let Bilingual { id, en } = told::days(days);
            text.and(bilingual!("; yang paling lama sudah lewat {id} dari tenggatnya.", "; the oldest is {en} late."))
        }
        None => text.and(Bilingual::fixed(".", ".")),
    }
}

/// Lists what is owed, a row each; what is beyond the page is told by number.
fn table(writer: &FormWriter<'_>, debtor: &Debtor<'_>) -> Table {
    let mut table = Table::new("")
        .number(writer.say(&Bilingual::fixed("No.", "No.")))
        .wide(INDICATOR.get(writer.language), 6)
        .wide(writer.say(&Bilingual::fixed("Yang ditunggu", "Awaited")), 5)
        .narrow(writer.say(&Bilingual::fixed("Tenggat", "Due")))
        .number(writer.say(&Bilingual::fixed("Lewat (hari)", "Late (days)")));
    let listed = debtor.owed.len().min(MOST);
    for owed in &debtor.owed[..listed] {
        table.row(vec![
            owed.line.row.to_string().into(),
            owed.line.short_name(writer.language).into(),
            awaited(writer, owed).into(),
            owed.due.map_or_else(|| DOTS.to_owned(), |due| in_words(due, writer.language)).into(),
            owed.late.map_or_else(|| "–".to_owned(), |days| days.to_string()).into(),
        ]);
    }
    let rest: Vec<_> = debtor.owed[listed..].iter().map(|owed| owed.line.row).collect();
    if !rest.is_empty() {
        let between = writer.say(&Bilingual::fixed(" s.d. ", " to "));
        let rows = parts(&rest, &between).join(", ");
        table.detail(
            writer.say(&bilingual!("Demikian juga untuk indikator {rows}.", "Likewise for indicators {rows}.")),
        );
    }
    table
}

/// Names what is awaited about a row.
fn awaited(writer: &FormWriter<'_>, owed: &Owed<'_>) -> String {
    let mut awaited = Vec::new();
    if owed.evidence {
        awaited.push(writer.say(&Bilingual::fixed("data dukung", "evidence")));
    }
    if !owed.scores.is_empty() {
        let names: Vec<String> = owed.scores.iter().map(|name| (*name).to_owned()).collect();
        let names = joined(&names, writer.language);
        awaited.push(writer.say(&bilingual!("penilaian {names}", "assessment by {names}")));
    }
    awaited.join("; ")
}

/// Asks for it, and says how long there is.
fn please(writer: &FormWriter<'_>, progress: &Progress<'_>) -> Bilingual {
    let receiver = writer.receiver();
    let text = bilingual!(
        "Paling lambat tanggal {DOTS} kami mohon Saudara menyampaikannya kepada {receiver}. Bila ada kendala, mohon kami \
         diberi tahu agar dapat dibantu.",
        "By {DOTS} we ask you to hand it to {receiver}. If anything stands in the way, please tell us so that we can help."
    );
    match progress.moment.map(told::stage) {
        Some(Bilingual { id, en }) => text.and(bilingual!(" {id}.", " {en}.")),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::form::testing::dump_for;
    use crate::form::{Kind, Options};
    use crate::result::testing::{assign, pemalang};
    use crate::text::language::Language;

    fn reminder(late: bool, units: &[&str], language: Language) -> String {
        let mut workspace = pemalang();
        assign(&mut workspace, "4,tik,2018-07-10\n3,tik,2018-08-13\n");
        let options = Options { units: units.to_vec(), day: date(2018, 7, 16), late, ..Options::default() };
        dump_for(&workspace, Kind::Reminder, &options, language)
    }

    #[test]
    fn who_is_late_is_reminded_of_what_is_late_alone() {
        let text = reminder(true, &[], Language::Indonesian);
        assert!(text.contains("Yth. Kepala/Pimpinan Dinas Kominfo\ndi tempat"), "{text}");
        assert!(text.contains("\nTanggal: 16 Juli 2018\n"), "{text}");
        let four = text.lines().find(|line| line.starts_with("4|")).unwrap_or_default();
        assert!(four.contains("|data dukung; penilaian ") && four.ends_with("|10 Juli 2018|6"), "{text}");
        assert!(!text.contains("\n3|") && !text.contains("Bagian Hukum"), "{text}");
        assert!(text.contains("lewat 6 hari dari tenggatnya."), "{text}");
    }

    #[test]
    fn without_the_word_late_everything_that_is_owed_is_told() {
        let text = reminder(false, &["Dinas Kominfo"], Language::English);
        assert!(text.contains("\n3|") && text.contains("|13 August 2018|–\n"), "{text}");
        assert!(text.contains("By .................... we ask you to hand it to Pengelola Data."), "{text}");
    }

    #[test]
    fn a_letter_about_very_many_rows_names_the_rest_by_number() {
        let mut workspace = pemalang();
        for row in workspace.rows() {
            assign(&mut workspace, &format!("{row},tik,2018-07-10\n"));
        }
        let options = Options { day: date(2018, 7, 16), late: true, ..Options::default() };
        let text = dump_for(&workspace, Kind::Reminder, &options, Language::Indonesian);
        let listed = |line: &&str| line.split('|').next().is_some_and(|cell| cell.parse::<u32>().is_ok());
        let (_, letter) = text.split_once("Pimpinan Dinas Kominfo").expect("a letter");
        let letter = letter.split("\n---\n").next().unwrap_or_default();
        assert_eq!(letter.lines().filter(listed).count(), 4, "{letter}");
        assert!(letter.contains("\nDemikian juga untuk indikator "), "{letter}");
    }
}
