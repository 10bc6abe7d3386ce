//! What an instrument holds.

use crate::format::shape::{About, Bond, Shape, TEXTS, Table, VERSION, WHOLE, may, must, whole, words};
use crate::model::role::Role;

/// A text in both languages.
const BOTH: Shape = Shape::Table(&BOTH_LANGUAGES);
/// `weights`, which knows one word.
const EQUAL: Shape = Shape::Exactly(&["equal"]);

/// The whole file.
pub(in crate::format) static INSTRUMENT: Table = Table {
    about: About { id: "Instrumen evaluasi", en: "An instrument of evaluation" },
    fields: &[
        must("schema", VERSION, "Versi bentuk berkas ini; selalu 1", "The version of the form of this file; always 1"),
        must("id", Shape::Text, "Id instrumen", "The id of the instrument"),
        must("title", BOTH, "Judul", "The title"),
        must("regulation", Shape::Text, "Peraturan yang menetapkannya", "The regulation that it comes from"),
        may("gazette", Shape::Text, "Berita Negara tempat peraturan dimuat", "Where the regulation was promulgated"),
        must("years", Shape::Table(&YEARS), "Tahun pemakaian", "The years in which it is used"),
        may("language", Shape::Text, "Bahasa kriteria", "The language of the criteria"),
        may("criteria_note", Shape::Text, "Asal kalimat kriteria", "Where the wording of the criteria comes from"),
        must("terms", Shape::Table(&TERMS), "Sebutan dalam instrumen ini", "What things are called in this instrument"),
        must("scale", Shape::Table(&SCALE), "Skala level", "The scale of levels"),
        must(
            "predicates",
            Shape::List(&Shape::Table(&PREDICATE)),
            "Predikat indeks, yang terbaik lebih dulu",
            "The predicates of the index, best first",
        ),
        may(
            "predicate_from",
            Shape::Table(&PREDICATE_FROM),
            "Indeks yang menentukan predikat",
            "Which index the predicate follows",
        ),
        may(
            "rounding",
            Shape::Table(&ROUNDING),
            "Pembulatan indeks; dua desimal bila tidak ada",
            "How an index is rounded; two decimals unless said",
        ),
        may(
            "functions",
            Shape::List(&Shape::Table(&FUNCTION)),
            "Fungsi pemerintahan yang diwakili tim",
            "The functions of government that a team stands for",
        ),
        may(
            "roles",
            Shape::List(&Shape::Table(&ROLE)),
            "Peran dalam tim dan jumlah anggotanya",
            "The roles in a team, and how many members have them",
        ),
        may(
            "maps_from",
            Shape::Table(&MAPPING),
            "Indikator yang melanjutkan instrumen lama",
            "Which indicators continue those of an older instrument",
        ),
        may(
            "weights",
            EQUAL,
            "\"equal\" bila bagian di bawahnya sama bobotnya",
            "\"equal\" where the parts below weigh the same",
        ),
        may(
            "domains",
            Shape::List(&Shape::Table(&DOMAIN)),
            "Domain beserta aspeknya",
            "The domains with their aspects",
        ),
        may(
            "aspects",
            Shape::List(&Shape::Table(&ASPECT)),
            "Aspek, pada instrumen tanpa domain",
            "The aspects, of an instrument without domains",
        ),
    ],
    bond: Bond::OneOf(&["domains", "aspects"]),
};

/// A text in both languages.
pub(in crate::format) static BOTH_LANGUAGES: Table = Table::new(
    "Teks dalam dua bahasa",
    "A text in both languages",
    &[
        must("id", Shape::Text, "Teks Indonesia", "The Indonesian text"),
        must("en", Shape::Text, "Teks Inggris", "The English text"),
    ],
);

/// `years`.
pub(in crate::format) static YEARS: Table = Table::new(
    "Tahun pemakaian",
    "The years in which the instrument is used",
    &[
        must("from", WHOLE, "Tahun pertama", "The first year"),
        may("to", WHOLE, "Tahun terakhir; tidak ada bila masih dipakai", "The last year; absent while it is in use"),
    ],
);

/// `terms`.
pub(in crate::format) static TERMS: Table = Table::new(
    "Sebutan dalam instrumen ini",
    "What things are called in this instrument",
    &[
        may("subject", BOTH, "Yang dievaluasi; SPBE bila tidak disebut", "What is evaluated; SPBE unless said"),
        must("evaluator", BOTH, "Sebutan orang yang menilai", "What a person who evaluates is called"),
    ],
);

/// `scale`.
pub(in crate::format) static SCALE: Table = Table::new(
    "Skala level",
    "The scale of levels",
    &[
        must(
            "kind",
            Shape::Exactly(&["whole", "decimal"]),
            "Level bulat atau pecahan",
            "Whole levels or fractions of them",
        ),
        must("lowest", Shape::Decimal, "Level terendah", "The lowest level"),
        must("highest", Shape::Decimal, "Level tertinggi", "The highest level"),
        must("step", Shape::Decimal, "Jarak antarlevel", "What two levels differ by"),
        must("nothing_shown", Shape::Decimal, "Level tanpa data dukung apa pun", "The level of one who shows nothing"),
        may(
            "capabilities",
            Shape::List(&Shape::Table(&CAPABILITY)),
            "Jenis kematangan dan nama levelnya",
            "The kinds of maturity and the names of their levels",
        ),
    ],
);

/// A kind of maturity.
pub(in crate::format) static CAPABILITY: Table = Table::new(
    "Jenis kematangan",
    "A kind of maturity",
    &[
        must("id", Shape::Text, "Id", "The id"),
        must("name", BOTH, "Nama", "The name"),
        must("levels", Shape::ByLevel, "Nama tiap level", "The name of each level"),
    ],
);

/// A predicate.
pub(in crate::format) static PREDICATE: Table = Table::new(
    "Predikat dan indeks yang dicakupnya",
    "A predicate and the indices that it covers",
    &[
        must("name", Shape::Text, "Nama", "The name"),
        must("from", Shape::Decimal, "Batas bawah, termasuk", "The lower bound, included"),
        must("to", Shape::Decimal, "Batas atas, tidak termasuk", "The upper bound, not included"),
        may("also", BOTH, "Sebutan lain", "Another name for it"),
    ],
);

/// `predicate_from`.
pub(in crate::format) static PREDICATE_FROM: Table = Table::new(
    "Indeks yang menentukan predikat",
    "Which index the predicate follows",
    &[
        must(
            "default",
            Shape::Exactly(&["exact"]),
            "Selalu \"exact\": indeks tanpa pembulatan",
            "Always \"exact\": the index without rounding",
        ),
        may(
            "shown",
            Shape::List(&WHOLE),
            "Tahun-tahun dengan predikat menurut indeks bulat",
            "The years in which it follows the index as it is shown",
        ),
    ],
);

/// `rounding`.
pub(in crate::format) static ROUNDING: Table = Table::new(
    "Pembulatan indeks",
    "How an index is rounded",
    &[
        must("decimals", whole(0, 6, "^0*[0-6]$"), "Jumlah desimal", "How many decimals are shown"),
        must(
            "ties",
            Shape::Exactly(&["half-up"]),
            "Selalu \"half-up\": setengah ke atas",
            "Always \"half-up\": a half goes up",
        ),
    ],
);

/// A function of government.
pub(in crate::format) static FUNCTION: Table = Table::new(
    "Fungsi pemerintahan",
    "A function of government",
    &[must("id", Shape::Text, "Id", "The id"), must("name", BOTH, "Nama", "The name")],
);

/// A role in the team.
pub(in crate::format) static ROLE: Table = Table::new(
    "Peran dalam tim",
    "A role in the team",
    &[
        must("id", Shape::Word(words::<Role>), "Peran", "The role"),
        must("name", BOTH, "Sebutannya", "What it is called"),
        must("least", WHOLE, "Jumlah anggota paling sedikit", "The least number of members"),
        may("most", WHOLE, "Jumlah anggota paling banyak", "The greatest number of members"),
    ],
);

/// `maps_from`.
pub(in crate::format) static MAPPING: Table = Table::new(
    "Indikator yang melanjutkan instrumen lama",
    "Which indicators continue those of an older instrument",
    &[
        must("instrument", Shape::Text, "Id instrumen lama", "The id of the older instrument"),
        may("indicators", Shape::List(&Shape::Table(&MAPPED)), "Pasangan indikator", "The pairs of indicators"),
    ],
);

/// A pair of indicators.
pub(in crate::format) static MAPPED: Table = Table::new(
    "Indikator dan pendahulunya",
    "An indicator and the one before it",
    &[
        must("id", WHOLE, "Nomor di sini", "The number here"),
        must("from", WHOLE, "Nomor dalam instrumen lama", "The number in the older instrument"),
        must("basis", Shape::Text, "Dasar pemetaan", "What the pair rests on"),
    ],
);

/// A domain.
pub(in crate::format) static DOMAIN: Table = Table {
    about: About { id: "Domain", en: "A domain" },
    fields: &[
        must("id", WHOLE, "Nomor", "The number"),
        must("name", BOTH, "Nama", "The name"),
        may("weight", Shape::Decimal, "Bobot", "The weight"),
        may("weights", EQUAL, "\"equal\" bila aspeknya sama bobotnya", "\"equal\" where its aspects weigh the same"),
        must("aspects", Shape::List(&Shape::Table(&ASPECT)), "Aspek", "The aspects"),
    ],
    bond: Bond::Weighs("aspects"),
};

/// An aspect.
pub(in crate::format) static ASPECT: Table = Table {
    about: About { id: "Aspek", en: "An aspect" },
    fields: &[
        must("id", WHOLE, "Nomor", "The number"),
        must("name", BOTH, "Nama", "The name"),
        may("weight", Shape::Decimal, "Bobot", "The weight"),
        may(
            "weights",
            EQUAL,
            "\"equal\" bila indikatornya sama bobotnya",
            "\"equal\" where its indicators weigh the same",
        ),
        must("indicators", Shape::List(&Shape::Table(&INDICATOR)), "Indikator", "The indicators"),
    ],
    bond: Bond::Weighs("indicators"),
};

/// An indicator.
pub(in crate::format) static INDICATOR: Table = Table::new(
    "Indikator",
    "An indicator",
    &[
        must("id", WHOLE, "Nomor", "The number"),
        must("name", BOTH, "Nama", "The name"),
        may("short", Shape::Text, "Nama pendek", "A short name"),
        may("weight", Shape::Decimal, "Bobot", "The weight"),
        may("capability", Shape::Text, "Id jenis kematangannya", "The id of its kind of maturity"),
        may("functions", TEXTS, "Fungsi yang paling mengetahuinya", "The functions that know it best"),
        may(
            "repeat",
            Shape::Table(&REPEAT),
            "Dinilai tiap layanan: jumlah layanannya",
            "Assessed per service: for how many",
        ),
        may("criteria", Shape::ByLevel, "Kriteria tiap level", "The criterion of each level"),
        may("evidence", Shape::Table(&EVIDENCE), "Data dukung yang diterima", "The evidence that is accepted"),
        may("note", Shape::Text, "Catatan", "A note"),
    ],
);

/// `repeat`.
pub(in crate::format) static REPEAT: Table = Table::new(
    "Jumlah layanan yang dinilai",
    "For how many services an indicator is assessed",
    &[
        must("least", WHOLE, "Paling sedikit", "The least"),
        must("most", whole(1, 100, "^0*([1-9][0-9]?|100)$"), "Paling banyak", "The most"),
    ],
);

/// `evidence`.
pub(in crate::format) static EVIDENCE: Table = Table::new(
    "Data dukung yang diterima",
    "The evidence that is accepted",
    &[
        may("any", TEXTS, "Pada level mana pun", "At any level"),
        may("levels", Shape::ByLevel, "Pada level tertentu", "At a certain level"),
    ],
);
