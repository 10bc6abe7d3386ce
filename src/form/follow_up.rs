//! *Nota tindak lanjut*: what a unit is to do after the evaluation, by when, and what shows that it is done.

use crate::bilingual;
use crate::form::envelope;
use crate::form::writer::{FormWriter, on_own_pages};
use crate::model::role::Role;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::follow_up::{Action, UnitActions, by_unit};
use crate::result::signing::{DOTS, place_and_open_day};
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;

/// Writes a letter to each unit that is to do something; what no unit is to do yet is in none of them.
pub(crate) fn blocks(writer: &FormWriter<'_>, units: &[&str]) -> Vec<Block> {
    let all = by_unit(writer.report);
    let letters: Vec<Vec<Block>> =
        all.iter().filter_map(|one| Some(letter(writer, one, wanted(one, units)?))).collect();
    if letters.is_empty() {
        return vec![
            writer.heading(1, &Bilingual::fixed("Tindak lanjut", "Follow-up")),
            writer.paragraph(&Bilingual::fixed(
                "Tidak ada rekomendasi yang masih terbuka.",
                "There is no open recommendation.",
            )),
        ];
    }
    on_own_pages(letters)
}

/// Returns the name of a unit that gets a letter.
fn wanted<'a>(one: &UnitActions<'a>, units: &[&str]) -> Option<&'a str> {
    one.unit.filter(|unit| units.is_empty() || units.contains(unit))
}

/// Writes the letter to one unit, which its head signs too.
fn letter(writer: &FormWriter<'_>, one: &UnitActions<'_>, unit: &str) -> Vec<Block> {
    let (subject, year, agency) = (writer.words.subject(), writer.report.year, &writer.report.agency.name);
    let (count, receiver) = (one.actions.len(), writer.receiver());
    let about = bilingual!(
        "Tindak lanjut hasil evaluasi {subject} Tahun {year}",
        "Follow-up to the {year} evaluation of {subject}"
    );
    let actions = if count == 1 { "action" } else { "actions" };
    let mut blocks = envelope::head(writer, unit, &place_and_open_day(writer.report), &about);
    blocks.push(writer.paragraph(&bilingual!(
        "Menindaklanjuti hasil evaluasi {subject} pada {agency} Tahun {year}, kami mohon unit Saudara menyelesaikan {count} \
         tindakan berikut menurut tenggatnya dan menyerahkan data dukungnya kepada {receiver}.",
        "Following the {year} evaluation of {subject} at {agency}, we ask your unit to complete {count} {actions} by the \
         dates below and to hand the evidence to {receiver}."
    )));
    blocks.push(Block::Table(table(writer, &one.actions)));
    let undertaken = bilingual!("Menyanggupi,\nKepala/Pimpinan {unit}", "Undertaken by\nthe head of {unit}");
    blocks
        .extend(envelope::close_with(writer, vec![writer.stranger(&undertaken), writer.signatory(Role::Coordinator)]));
    blocks
}

/// Lists the actions, each with the evidence that shows it and the day until which it is due.
fn table(writer: &FormWriter<'_>, actions: &[Action<'_>]) -> Table {
    let mut table = Table::new("")
        .number("No.")
        .wide(writer.say(&Bilingual::fixed("Indikator dan tindakan", "Indicator and action")), 6)
        .wide(writer.say(&Bilingual::fixed("Data dukung yang diserahkan", "Evidence to hand in")), 5)
        .narrow(writer.say(&Bilingual::fixed("Tenggat", "Due")));
    for action in actions {
        let due = action.advice.due.as_ref();
        table.row(vec![
            action.advice.row.value.to_string().into(),
            task(writer, action).into(),
            action.evidence(writer.numbers, writer.language).join("\n").into(),
            due.map_or_else(|| DOTS.to_owned(), |due| in_words(due.value, writer.language)).into(),
        ]);
    }
    table
}

/// Says what to do, below the indicator with the level that it has and the one that it is to reach.
fn task(writer: &FormWriter<'_>, action: &Action<'_>) -> Text {
    let levels = action.levels(writer.numbers);
    let name = action.line.map(|line| line.short_name(writer.language)).unwrap_or_default();
    Text::default().quiet(format!("{name} ({levels})\n").trim_start()).plain(&action.advice.action.value)
}

#[cfg(test)]
mod tests {
    use crate::form::testing::{dump, dump_for};
    use crate::form::{Kind, Options};
    use crate::model::workspace::Workspace;
    use crate::result::testing::{pemalang, recommend};
    use crate::text::language::Language;

    fn advised() -> Workspace {
        let mut workspace = pemalang();
        recommend(
            &mut workspace,
            "3,3,Tetapkan rencana induk,Dinas Kominfo,2019-06-30,tinggi,,open\n33,3,Lengkapi JDIH,,,,,open\n\
             4,3,Sudah selesai,Dinas Kominfo,,,,done\n5,3,Belum ada unit,,,,,open\n",
        );
        workspace
    }

    #[test]
    fn each_unit_has_a_letter_with_its_own_open_actions() {
        let text = dump(&advised(), Kind::FollowUp, Language::Indonesian);
        let letters: Vec<&str> = text.split("---\n").collect();
        assert_eq!(letters.len(), 2, "{text}");
        assert!(letters[0].contains("Yth. Kepala/Pimpinan Bagian Hukum\n") && letters[0].contains("33|"), "{text}");
        assert!(letters[1].contains("Tetapkan rencana induk") && letters[1].contains("|30 Juni 2019\n"), "{text}");
        assert!(letters[1].contains("\nMenyanggupi,\nKepala/Pimpinan Dinas Kominfo||NIP"), "{text}");
        assert!(!text.contains("Sudah selesai") && !text.contains("Belum ada unit"), "{text}");
    }

    #[test]
    fn a_letter_can_be_asked_for_by_its_unit() {
        let options = Options { units: vec!["Dinas Kominfo"], ..Options::default() };
        let text = dump_for(&advised(), Kind::FollowUp, &options, Language::English);
        assert!(text.contains("To the head of Dinas Kominfo\n") && !text.contains("Bagian Hukum"), "{text}");
        assert!(text.contains("to complete 1 action by the dates below"), "{text}");
    }

    #[test]
    fn nothing_to_do_is_said() {
        let text = dump(&pemalang(), Kind::FollowUp, Language::English);
        assert!(text.contains("There is no open recommendation."), "{text}");
    }
}
