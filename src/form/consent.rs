//! *Pernyataan Persetujuan Publikasi*: the coordinator's consent that the result is published.

use crate::bilingual;
use crate::form::minutes::{draft, outcome};
use crate::form::writer::FormWriter;
use crate::model::role::Role;
use crate::paper::document::block::Block;
use crate::result::label::NAME;
use crate::result::signing::DOTS;
use crate::text::bilingual::Bilingual;

/// Writes the consent; while rows are open it warns against signing it.
pub(crate) fn blocks(writer: &FormWriter<'_>) -> Vec<Block> {
    let (subject, year, agency) = (writer.words.whole_subject(), writer.report.year, &writer.report.agency.name);
    let office = writer.words.office(Role::Coordinator);
    let regulation = &writer.report.instrument.regulation;
    let mut blocks =
        vec![writer.heading(
            1,
            &Bilingual::fixed("Pernyataan Persetujuan Publikasi", "Declaration of consent to publication"),
        )];
    blocks.insert(0, writer.letterhead());
    blocks.extend(draft(writer));
    blocks.extend([
        writer.paragraph(&Bilingual::fixed("Saya yang bertanda tangan di bawah ini:", "I, the undersigned:")),
        signer(writer),
        writer.paragraph(&bilingual!(
            "selaku {office} pada {agency}, sehubungan dengan penilaian mandiri {subject} Tahun {year} menurut \
             {regulation}, dengan ini menyatakan bahwa:",
            "as {office} of {agency}, declare with regard to the {year} self-assessment of {subject} under {regulation}:"
        )),
        Block::Numbered(statements().iter().map(|text| writer.say(text).into()).collect()),
        writer.paragraph(&choices()),
        writer.paragraph(&Bilingual::fixed(
            "Demikian pernyataan ini dibuat dengan sebenarnya dan tanpa paksaan dari pihak mana pun.",
            "This declaration is true and made freely.",
        )),
        writer.signatures(vec![writer.signatory(Role::Coordinator)]),
    ]);
    blocks
}

/// Names the coordinator and the result consented to; what is not on record is a dotted line.
fn signer(writer: &FormWriter<'_>) -> Block {
    let coordinator = writer.with_role(Role::Coordinator).next();
    let name = coordinator.map_or(DOTS, |member| &member.name);
    let position = coordinator.and_then(|member| member.position.as_deref()).unwrap_or(DOTS);
    let outcome = writer.say(&outcome(writer));
    Block::Facts(vec![
        writer.fact(&NAME, name),
        writer.fact(&Bilingual::same("NIP"), DOTS),
        writer.fact(&Bilingual::fixed("Jabatan", "Position"), position),
        writer.fact(&Bilingual::fixed("Instansi", "Agency"), writer.report.agency.name.clone()),
        writer.fact(&Bilingual::fixed("Hasil penilaian mandiri", "Result of the self-assessment"), outcome),
    ])
}

/// Returns what is declared: that the result is true, that it may be published, and which evidence is exempt.
fn statements() -> [Bilingual; 3] {
    [
        Bilingual::fixed(
            "hasil penilaian mandiri tersebut disusun menurut keadaan yang sebenarnya dan didukung bukti yang dapat \
             dipertanggungjawabkan;",
            "this result shows things as they are and rests on evidence that can be answered for;",
        ),
        Bilingual::fixed(
            "hasil evaluasi boleh dipublikasikan oleh kementerian dan oleh instansi kami sesuai dengan ketentuan \
             peraturan perundang-undangan;",
            "the result of the evaluation may be published by the ministry and by our agency as the law provides;",
        ),
        Bilingual::fixed(
            "persetujuan ini tidak mencakup data dukung yang termasuk informasi yang dikecualikan menurut Undang-Undang \
             Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik.",
            "this consent leaves out evidence that is exempt under Law 14 of 2008 on public information.",
        ),
    ]
}

/// The boxes of which one is ticked by hand.
fn choices() -> Bilingual {
    bilingual!(
        "☐ disetujui seluruhnya\n☐ disetujui dengan pengecualian: {DOTS}{DOTS}",
        "☐ the whole result\n☐ the result except for: {DOTS}{DOTS}"
    )
}

#[cfg(test)]
mod tests {
    use crate::form::Kind;
    use crate::form::testing::dump;
    use crate::result::testing::{pemalang, settled};
    use crate::text::language::Language;

    #[test]
    fn the_coordinator_consents_in_their_own_name() {
        let text = dump(&settled(), Kind::Consent, Language::Indonesian);
        assert!(text.contains("Nama: Sekretaris Daerah\n"), "{text}");
        assert!(text.contains("selaku Koordinator SPBE pada Pemerintah Kabupaten Pemalang"), "{text}");
        assert!(text.contains("dengan predikat "), "{text}");
        assert_eq!(text.matches("|NIP").count(), 1, "nobody else signs: {text}");
    }

    #[test]
    fn what_is_open_must_not_be_signed() {
        let text = dump(&pemalang(), Kind::Consent, Language::English);
        assert!(text.contains("Do not sign."), "{text}");
        assert!(text.contains("There is no SPBE index yet"), "{text}");
    }
}
