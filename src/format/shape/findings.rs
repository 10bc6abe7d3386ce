//! What `findings.toml` holds.

use crate::format::shape::{SAID, Shape, Table, WHOLE, may, must};

/// The whole file.
pub(in crate::format) static FINDINGS: Table = Table::new(
    "Kekuatan dan kelemahan tiap aspek",
    "Strengths and weaknesses of each aspect",
    &[may(
        "aspect",
        Shape::List(&Shape::Table(&ASPECT)),
        "Temuan tentang aspek, satu [[aspect]] tiap aspek",
        "What was found about aspects, an [[aspect]] for each",
    )],
);

/// `[[aspect]]`.
pub(in crate::format) static ASPECT: Table = Table::new(
    "Temuan tentang satu aspek",
    "What was found about an aspect",
    &[
        must("id", WHOLE, "Nomor aspek dalam instrumen", "The number of the aspect in the instrument"),
        may("strengths", Shape::OneOrList(&SAID), "Kekuatan: satu teks atau daftar", "Strengths: one text or a list"),
        may(
            "weaknesses",
            Shape::OneOrList(&SAID),
            "Kelemahan: satu teks atau daftar",
            "Weaknesses: one text or a list",
        ),
    ],
);
