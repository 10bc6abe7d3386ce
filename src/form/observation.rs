//! The check list for a visit to each unit: whether what the documents say is so.

use crate::bilingual;
use crate::form::lacking::{chosen, numbered, standing};
use crate::form::writer::{FormWriter, on_own_pages};
use crate::model::decimal::Decimal;
use crate::model::evidence::EvidenceKind;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::owners::Owner;
use crate::result::signing::DOTS;
use crate::result::wanted::{Held, Need, needs, whole};
use crate::text::bilingual::Bilingual;

/// What the check list is called, before the name of the unit.
static TITLE: Bilingual = Bilingual::fixed("Daftar periksa observasi lapangan", "Field observation check list");

/// Writes the check list for each unit.
pub(crate) fn blocks(writer: &FormWriter<'_>, units: &[&str]) -> Vec<Block> {
    on_own_pages(chosen(writer, units).iter().map(|owner| list(writer, owner)).collect())
}

/// Writes the check list for one unit: what to look at for each of its rows, with boxes to tick.
fn list(writer: &FormWriter<'_>, owner: &Owner<'_>) -> Vec<Block> {
    let (id, en, unit) = (&TITLE.id, &TITLE.en, owner.name);
    let mut table = Table::new("")
        .number("No.")
        .wide(writer.say(&Bilingual::fixed("Yang diamati", "What is observed")), 5)
        .narrow(writer.say(&Bilingual::fixed("Hasil", "Result")))
        .wide(writer.say(&Bilingual::fixed("Catatan", "Notes")), 3);
    let boxes = writer.say(&Bilingual::fixed("☐ sesuai\n☐ sebagian\n☐ tidak", "☐ yes\n☐ in part\n☐ no"));
    let mut number = 0;
    for need in needs(writer.report, owner) {
        let title = Text::from(numbered(writer, &need)).quiet(format!(" ({})", standing(writer, &need)));
        table.group(vec![title.into()]);
        for item in items(writer, &need) {
            number += 1;
            table.row(vec![number.to_string().into(), item.into(), boxes.as_str().into(), "".into()]);
        }
    }
    vec![
        writer.heading(1, &bilingual!("{id}: {unit}", "{en}: {unit}")),
        head(writer, owner),
        writer.paragraph(&advice()),
        Block::Table(table),
        writer.signatures(vec![
            writer.stranger(&Bilingual::fixed("Pendamping dari unit", "For the unit")),
            writer.stranger(&Bilingual::fixed("Pengamat", "Observer")),
        ]),
    ]
}

/// Says who observes what; place, day and who accompanies are filled in by hand.
fn head(writer: &FormWriter<'_>, owner: &Owner<'_>) -> Block {
    let observers = writer.evaluators_of(owner);
    let observers = if observers.is_empty() { DOTS.to_owned() } else { observers.join(", ") };
    Block::Facts(vec![
        writer.fact(&Bilingual::fixed("Unit", "Unit"), owner.name),
        writer.fact(&Bilingual::fixed("Lokasi", "Place"), DOTS),
        writer.fact(&Bilingual::fixed("Pendamping", "Accompanied by"), DOTS),
        writer.fact(&Bilingual::fixed("Pengamat", "Observers"), observers),
        writer.fact(&Bilingual::fixed("Hari, tanggal", "Day"), DOTS),
    ])
}

/// Says that only what was seen is written down, and that pictures need the unit's consent.
fn advice() -> Bilingual {
    Bilingual::fixed(
        "Observasi lapangan memperdalam evaluasi dokumen: yang dicatat ialah yang dilihat sendiri. Foto dan tangkapan layar \
         diambil seizin unit dan dimasukkan ke dalam indeks data dukung.",
        "The observation deepens the assessment of documents: write down what you saw yourself. Photographs and pictures of \
         screens are taken with the unit's consent and added to the index of evidence.",
    )
}

/// Makes the items of one row: its documents, what it does, and what its criteria say.
fn items(writer: &FormWriter<'_>, need: &Need<'_>) -> Vec<String> {
    let mut items: Vec<String> = need.documents.iter().map(|document| writer.say(&confirmed(document))).collect();
    items.push(writer.say(&shown(need)));
    if let Some((level, criterion)) = criterion(need) {
        let level = writer.numbers.plain(level);
        items.push(writer.say(&bilingual!(
            "Keadaan di lapangan sesuai dengan kriteria level {level}: “{criterion}”",
            "What is seen agrees with the criterion of level {level}: “{criterion}”"
        )));
    }
    items
}

/// Says what of a document is confirmed on the spot: an original, a running screen, an address, notes.
fn confirmed(document: &Held<'_>) -> Bilingual {
    let title = document.title;
    match document.kind {
        EvidenceKind::Document => bilingual!(
            "Dokumen asli diperlihatkan, lengkap, dan sama dengan yang terindeks: {title}",
            "The original is shown, complete, and the same as the indexed one: {title}"
        ),
        EvidenceKind::Screenshot => bilingual!(
            "Layar yang sama dapat dibuka pada aplikasi yang berjalan: {title}",
            "The same screen opens in the running application: {title}"
        ),
        EvidenceKind::Link => bilingual!("Alamat dapat dibuka: {title}", "The address opens: {title}"),
        EvidenceKind::Interview | EvidenceKind::Observation => {
            bilingual!("Isi catatan masih sesuai dengan keadaan: {title}", "What the notes say is still so: {title}")
        }
    }
}

/// What a unit is asked to show: a service at work, else the work that follows the rule.
fn shown(need: &Need<'_>) -> Bilingual {
    if need.line.indicator.capability.as_deref() == Some("service") {
        Bilingual::fixed(
            "Layanan diperagakan dari awal sampai selesai pada aplikasi yang dipakai sehari-hari",
            "The service is shown from beginning to end in the application that is used every day",
        )
    } else {
        Bilingual::fixed(
            "Pelaksanaan sehari-hari diperlihatkan: orang, alat, dan catatan kerjanya",
            "The daily work is shown: people, tools and records",
        )
    }
}

/// Picks the criterion to compare with: of the claimed level, else of the wanted one.
fn criterion<'a>(need: &Need<'a>) -> Option<(Decimal, &'a str)> {
    let level = whole(need.claimed.or_else(|| need.wanted.level())?);
    Some((level, need.line.indicator.criterion(level)?))
}

#[cfg(test)]
mod tests {
    use crate::form::testing::dump_for;
    use crate::form::{Kind, Options};
    use crate::result::testing::{pemalang, support};
    use crate::text::language::Language;

    #[test]
    fn every_row_of_the_unit_has_boxes_to_tick_and_every_document_is_looked_at() {
        let mut workspace = pemalang();
        support(&mut workspace, "izin,screenshot,Layar perizinan,2018-07-01,,evidence/izin.png,00\n", "35-1,izin,3\n");
        let list = |unit| {
            let options = Options { units: vec![unit], ..Options::default() };
            dump_for(&workspace, Kind::Observation, &options, Language::Indonesian)
        };
        let law = list("Bagian Hukum");
        assert!(law.contains(
            "1|Dokumen asli diperlihatkan, lengkap, dan sama dengan yang terindeks: Perbup 12/2018|☐ sesuai\n"
        ));
        assert!(law.contains("kriteria level 3: “Tugas Tim Pengarah berlaku untuk semua"), "{law}");
        assert!(!law.contains("Layar perizinan"), "{law}");
        let licences = list("DPMPTSP");
        assert!(licences.contains("aplikasi yang berjalan: Layar perizinan"), "{licences}");
        assert!(licences.contains("Layanan diperagakan dari awal sampai selesai"), "{licences}");
        assert!(!licences.contains("\n33. "), "{licences}");
    }
}
