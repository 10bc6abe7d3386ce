//! What `report.toml` holds.

use crate::format::shape::{Shape, TEXTS, Table, may, must};

/// The whole file.
pub(in crate::format) static PRESENTATION: Table = Table::new(
    "Rupa laporan dan surat; semuanya boleh tidak ada",
    "The look of reports and letters; all of it may be left out",
    &[
        may(
            "logo",
            Shape::Text,
            "Logo dalam ruang kerja: PNG (paling besar 2048 x 2048) atau SVG, paling besar 512 KiB",
            "The logo in the workspace: PNG (at most 2048 x 2048) or SVG, at most 512 KiB",
        ),
        may(
            "accent",
            Shape::Pattern("^#[0-9A-Fa-f]{6}$"),
            "Warna judul, garis dan bagan, misalnya \"#0f5c4d\"",
            "The colour of headings, rules and charts, such as \"#0f5c4d\"",
        ),
        may("place", Shape::Text, "Tempat penandatanganan", "Where reports and forms are signed"),
        may(
            "preface",
            Shape::Text,
            "Kata pengantar; baris kosong memulai paragraf baru",
            "The preface; an empty line begins a new paragraph",
        ),
        may(
            "bases",
            TEXTS,
            "Dasar hukum, selain yang disebut instrumen",
            "Legal bases, beside those of the instrument",
        ),
        may(
            "signature-tags",
            TEXTS,
            "Tanda yang dicari program tanda tangan elektronik, tempat demi tempat",
            "What a program for electronic signatures looks for, place by place",
        ),
        may("letterhead", Shape::Table(&LETTERHEAD), "Kepala surat", "The head of letters"),
        may(
            "signatory",
            Shape::List(&Shape::Table(&SIGNATORY)),
            "Yang menandatangani, satu [[signatory]] tiap orang",
            "Who signs, a [[signatory]] for each",
        ),
    ],
);

/// `[letterhead]`.
pub(in crate::format) static LETTERHEAD: Table = Table::new(
    "Kepala surat, di samping logo",
    "The head of letters, beside the logo",
    &[
        may("parent", Shape::Text, "Pemerintah atau instansi induk", "The government or agency above"),
        may("name", Shape::Text, "Nama kantor yang menulis", "The name of the office that writes"),
        may("address", Shape::Text, "Alamat", "The address"),
        may("telephone", Shape::Text, "Telepon", "The telephone"),
        may("email", Shape::Text, "Alamat surel", "The address for electronic mail"),
    ],
);

/// `[[signatory]]`.
pub(in crate::format) static SIGNATORY: Table = Table::new(
    "Yang menandatangani laporan",
    "Someone who signs the report",
    &[
        must("office", Shape::Pattern(r"\S"), "Jabatan yang menandatangani", "The office that signs"),
        may("name", Shape::Text, "Nama", "The name"),
        may(
            "number",
            Shape::Text,
            "Nomor pegawai, misalnya \"NIP …\"",
            "The number of the official, such as \"NIP …\"",
        ),
    ],
);
