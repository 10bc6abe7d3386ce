//! What every letter begins and closes with.

use crate::bilingual;
use crate::form::writer::FormWriter;
use crate::model::role::Role;
use crate::paper::document::block::{Block, SignatureLine};
use crate::result::signing::DOTS;
use crate::text::bilingual::Bilingual;

/// How a letter that asks for something by a day is classified.
pub(crate) static URGENT: Bilingual = Bilingual::fixed("Segera", "Urgent");

/// What stands above the text of a letter; its number is filled in by hand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head<'a> {
    /// The day, or room for it.
    pub(crate) day: &'a str,
    /// How it is classified.
    pub(crate) classified: &'a Bilingual,
    /// What goes with it.
    pub(crate) attached: &'a Bilingual,
    /// What it is about.
    pub(crate) about: &'a Bilingual,
    /// To whom it goes.
    pub(crate) to: &'a Bilingual,
}

/// Writes what stands above the text of a letter to a unit that asks for something: sender, day, subject, addressee.
pub(crate) fn head(writer: &FormWriter<'_>, unit: &str, day: &str, about: &Bilingual) -> Vec<Block> {
    let to = bilingual!("Yth. Kepala/Pimpinan {unit}\ndi tempat", "To the head of {unit}");
    addressed(writer, Head { day, classified: &URGENT, attached: &Bilingual::same("–"), about, to: &to })
}

/// Writes what stands above the text of a letter.
pub(crate) fn addressed(writer: &FormWriter<'_>, head: Head<'_>) -> Vec<Block> {
    vec![
        writer.letterhead(),
        Block::Facts(vec![
            writer.fact(&Bilingual::fixed("Tanggal", "Date"), head.day),
            writer.fact(&Bilingual::fixed("Nomor", "Number"), DOTS),
            writer.fact(&Bilingual::fixed("Sifat", "Classification"), writer.say(head.classified)),
            writer.fact(&Bilingual::fixed("Lampiran", "Attachments"), writer.say(head.attached)),
            writer.fact(&Bilingual::fixed("Hal", "Subject"), writer.say(head.about)),
        ]),
        writer.paragraph(head.to),
        writer.paragraph(&Bilingual::fixed("Dengan hormat,", "Dear Sir or Madam,")),
    ]
}

/// Closes with the coordinator's signature and with who gets a copy.
pub(crate) fn close(writer: &FormWriter<'_>) -> Vec<Block> {
    close_with(writer, vec![writer.signatory(Role::Coordinator)])
}

/// Closes with the signatures of these and with who gets a copy.
pub(crate) fn close_with(writer: &FormWriter<'_>, signatories: Vec<SignatureLine>) -> Vec<Block> {
    let responsible = writer.words.office(Role::Responsible);
    let copies = bilingual!("Tembusan:\n1. {responsible};\n2. Arsip.", "Copies:\n1. {responsible};\n2. Files.");
    vec![
        writer.paragraph(&Bilingual::fixed(
            "Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.",
            "We thank you for your attention and help.",
        )),
        Block::Signatures {
            // A letter carries its date once, at the head.
            place: String::new(),
            signatories,
            copies: writer.say(&copies),
        },
    ]
}
