//! The decree that sets the team up: the head of the agency considers, recalls and decides, and the annex names members
//! and tasks.

mod annex;

use crate::bilingual;
use crate::form::writer::FormWriter;
use crate::model::role::Role;
use crate::paper::document::block::{Block, SignatureLine};
use crate::paper::document::span::Text;
use crate::result::bases::regulations;
use crate::result::signing::{DOTS, head_of};
use crate::text::bilingual::Bilingual;

/// Writes the decree, and its annex on pages of its own.
pub(crate) fn blocks(writer: &FormWriter<'_>) -> Vec<Block> {
    let head = head_of(writer.report.agency, writer.language);
    let mut blocks = vec![
        writer.heading(1, &bilingual!("Keputusan {head}", "Decree of the {head}")),
        Block::Facts(vec![
            writer.fact(&Bilingual::fixed("Nomor", "Number"), number(writer)),
            writer.fact(&Bilingual::fixed("Tentang", "Subject"), writer.say(&about(writer))),
        ]),
        grounds(writer, &head),
        Block::Paragraph(Text::default().strong(writer.say(&Bilingual::fixed("MEMUTUSKAN:", "DECIDES:")))),
        decisions(writer, &head),
        decreed_by(writer),
        Block::PageBreak,
    ];
    blocks.extend(annex::blocks(writer));
    blocks
}

/// Returns the number of the decree; dots while none is on record.
fn number<'w>(writer: &FormWriter<'w>) -> &'w str {
    writer.report.workspace.team.decree.as_ref().map_or(DOTS, |decree| &decree.number)
}

/// Says what is decreed.
fn about(writer: &FormWriter<'_>) -> Bilingual {
    let (team, agency, year) = (writer.words.team(), &writer.report.agency.name, writer.report.year);
    bilingual!("Pembentukan {team} {agency} Tahun {year}", "Setting up the {team} of {agency} for {year}")
}

/// Makes the place to sign of the head of the agency, who signs with the name alone.
fn decreed_by(writer: &FormWriter<'_>) -> Block {
    let office = head_of(writer.report.agency, writer.language);
    writer.signatures(vec![SignatureLine { office, name: String::new(), number: String::new() }])
}

/// Writes what is considered, and the regulations that are recalled.
fn grounds(writer: &FormWriter<'_>, head: &str) -> Block {
    let (subject, team) = (writer.words.whole_subject(), writer.words.team());
    let (agency, regulation) = (&writer.report.agency.name, &writer.report.instrument.regulation);
    let considered = bilingual!(
        "a. bahwa untuk mengukur kemajuan {subject} pada {agency} perlu dilaksanakan penilaian mandiri menurut \
         {regulation};\nb. bahwa untuk melaksanakan penilaian sebagaimana dimaksud dalam huruf a perlu dibentuk \
         {team};\nc. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan \
         Keputusan {head} tentang pembentukan tim dimaksud;",
        "a. that the progress of {subject} at {agency} is to be measured by a self-assessment under {regulation};\nb. \
         that the {team} is to be set up for it;\nc. that for the reasons under a and b the {head} is to decree it;"
    );
    let regulations: Vec<String> = regulations(writer.report)
        .into_iter()
        .enumerate()
        .map(|(at, regulation)| format!("{}. {regulation};", at + 1))
        .collect();
    Block::Facts(vec![
        writer.fact(&Bilingual::fixed("Menimbang", "Considering"), writer.say(&considered)),
        writer.fact(&Bilingual::fixed("Mengingat", "Recalling"), regulations.join("\n")),
    ])
}

/// Writes what is decided, part by part.
fn decisions(writer: &FormWriter<'_>, head: &str) -> Block {
    let (team, agency, year) = (writer.words.team(), &writer.report.agency.name, writer.report.year);
    let coordinator = writer.words.office(Role::Coordinator);
    let about = about(writer);
    let (id, en) = (&about.id, &about.en);
    let parts = [
        (
            Bilingual::fixed("Menetapkan", "Decrees"),
            bilingual!("Keputusan {head} tentang {id}.", "Decree of the {head}: {en}."),
        ),
        (
            Bilingual::fixed("KESATU", "FIRST"),
            bilingual!(
                "Membentuk {team} {agency} Tahun {year} dengan susunan keanggotaan sebagaimana tercantum dalam Lampiran \
                 yang merupakan bagian tidak terpisahkan dari Keputusan ini.",
                "The {team} of {agency} is set up for {year} with the members named in the annex, which is part of this \
                 decree."
            ),
        ),
        (
            Bilingual::fixed("KEDUA", "SECOND"),
            Bilingual::fixed(
                "Tim sebagaimana dimaksud dalam Diktum KESATU mempunyai tugas sebagaimana tercantum dalam Lampiran.",
                "The team has the tasks named in the annex.",
            ),
        ),
        (
            Bilingual::fixed("KETIGA", "THIRD"),
            bilingual!(
                "Dalam melaksanakan tugasnya, tim bertanggung jawab dan menyampaikan laporan hasil evaluasi kepada {head} \
                 melalui {coordinator}.",
                "The team answers to the {head} and reports the result through the {coordinator}."
            ),
        ),
        (
            Bilingual::fixed("KEEMPAT", "FOURTH"),
            bilingual!(
                "Biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada anggaran {agency}.",
                "The costs of this decree are borne by the budget of {agency}."
            ),
        ),
        (
            Bilingual::fixed("KELIMA", "FIFTH"),
            Bilingual::fixed(
                "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
                "This decree takes effect on the day it is signed.",
            ),
        ),
    ];
    Block::Facts(parts.iter().map(|(name, text)| writer.fact(name, writer.say(text))).collect())
}

#[cfg(test)]
mod tests {
    use crate::form::Kind;
    use crate::form::testing::dump;
    use crate::result::testing::pemalang;
    use crate::text::language::Language;

    #[test]
    fn the_decree_considers_recalls_and_decides_before_its_annex() {
        let text = dump(&pemalang(), Kind::Decree, Language::Indonesian);
        let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
        let order = ["# Keputusan Bupati Pemalang", "Nomor: 480/112/2018", "Menimbang: a. bahwa", "Mengingat: 1. "];
        let rest = ["MEMUTUSKAN:", "Menetapkan: ", "KESATU: ", "KELIMA: ", "Bupati Pemalang||", "# LAMPIRAN KEPUTUSAN"];
        assert!(order.iter().chain(&rest).map(|words| place(words)).is_sorted(), "{text}");
    }
}
