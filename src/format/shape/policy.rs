//! What the file of a receiver's policy holds.

use crate::format::shape::{About, Bond, SAID, Shape, Table, may, must};

/// The whole file.
pub(in crate::format) static POLICY: Table = Table {
    about: About {
        id: "Kebijakan penerima, untuk `spbe validate --policy`",
        en: "The policy of a receiver, for `spbe validate --policy`",
    },
    fields: &[
        may(
            "rules",
            Shape::Severities,
            "Bobot aturan pemeriksaan: \"error\", \"warning\" atau \"off\"",
            "The severities of rules: \"error\", \"warning\" or \"off\"",
        ),
        may(
            "target",
            Shape::Table(&TARGET),
            "Target terendah yang harus dipasang instansi",
            "The least that an agency must want to reach",
        ),
        may(
            "instrument",
            Shape::List(&Shape::Table(&TRUSTED)),
            "Instrumen yang dipercaya selain bawaan, satu [[instrument]] tiap instrumen",
            "The instruments that are trusted beside those of the tool, an [[instrument]] for each",
        ),
    ],
    bond: Bond::AnyOf(&["rules", "target", "instrument"]),
};

/// `[target]`.
pub(in crate::format) static TARGET: Table = Table::new(
    "Target terendah",
    "The least targets",
    &[
        may(
            "index",
            Shape::Decimal,
            "Target indeks terendah, misalnya \"2.60\"",
            "The least target index, such as \"2.60\"",
        ),
        may("level", Shape::Decimal, "Target level terendah", "The least target level"),
    ],
);

/// `[[instrument]]`.
pub(in crate::format) static TRUSTED: Table = Table::new(
    "Instrumen yang dipercaya",
    "An instrument that is trusted",
    &[
        must("id", SAID, "Id instrumen", "The id of the instrument"),
        must("sha256", SAID, "SHA-256 berkasnya", "The SHA-256 digest of its file"),
    ],
);
