//! What `spbe.toml` holds.

use crate::format::shape::{SAID, Shape, Table, VERSION, may, must, whole, words};
use crate::model::manifest::AgencyKind;

/// The row of a service: the number of its indicator and its own, each from 1.
const SERVICE_ROW: Shape = Shape::Pattern("^0*[1-9][0-9]{0,5}-0*[1-9][0-9]{0,5}$");
/// The year of an evaluation, within `manifest::YEARS`.
const YEAR: Shape = whole(2000, 2100, "^0*(20[0-9]{2}|2100)$");

/// The whole file.
pub(in crate::format) static MANIFEST: Table = Table::new(
    "Ruang kerja evaluasi: instansi, tahun, instrumen, layanan, jadwal, bobot aturan",
    "The workspace of an evaluation: agency, year, instrument, services, schedule, severities of rules",
    &[
        must("schema", VERSION, "Versi bentuk berkas ini; selalu 1", "The version of the form of this file; always 1"),
        must("agency", Shape::Table(&AGENCY), "Instansi yang dievaluasi", "The agency that is evaluated"),
        must(
            "evaluation",
            Shape::Table(&EVALUATION),
            "Evaluasi: tahun, instrumen, target",
            "The evaluation: year, instrument, targets",
        ),
        may(
            "service",
            Shape::List(&Shape::Table(&SERVICE)),
            "Layanan yang dinilai, satu [[service]] tiap layanan",
            "The services that are assessed, a [[service]] for each",
        ),
        may("schedule", Shape::Table(&SCHEDULE), "Hari-hari tiap tahap", "The days of each stage"),
        may(
            "rules",
            Shape::Severities,
            "Bobot aturan pemeriksaan: \"error\", \"warning\" atau \"off\"",
            "The severities of rules: \"error\", \"warning\" or \"off\"",
        ),
    ],
);

/// `[agency]`.
pub(in crate::format) static AGENCY: Table = Table::new(
    "Instansi yang dievaluasi",
    "The agency that is evaluated",
    &[
        must("name", SAID, "Nama resmi instansi", "The official name of the agency"),
        must("kind", Shape::Word(words::<AgencyKind>), "Jenis instansi", "What kind of agency it is"),
        may("code", Shape::Text, "Kode wilayah, misalnya \"33.27\"", "The code of the region, such as \"33.27\""),
    ],
);

/// `[evaluation]`.
pub(in crate::format) static EVALUATION: Table = Table::new(
    "Evaluasi: tahun, instrumen, bahasa, target",
    "The evaluation: year, instrument, language, targets",
    &[
        must("year", YEAR, "Tahun evaluasi", "The year of the evaluation"),
        must(
            "instrument",
            Shape::Text,
            "Id instrumen, misalnya \"spbe-2018\"",
            "The id of the instrument, such as \"spbe-2018\"",
        ),
        may(
            "instrument_sha256",
            Shape::Text,
            "SHA-256 instrument.yaml saat init",
            "The SHA-256 digest of instrument.yaml at init",
        ),
        may(
            "language",
            Shape::Exactly(&["id", "en"]),
            "Bahasa pesan dan laporan",
            "The language of messages and reports",
        ),
        may(
            "target_index",
            Shape::Decimal,
            "Indeks yang ingin dicapai, misalnya \"2.60\"",
            "The index to reach, such as \"2.60\"",
        ),
        may(
            "target_level",
            Shape::Decimal,
            "Level yang ingin dicapai pada tiap indikator",
            "The level to reach on every indicator",
        ),
    ],
);

/// `[[service]]`.
pub(in crate::format) static SERVICE: Table = Table::new(
    "Layanan yang dinilai",
    "A service that is assessed",
    &[
        must("row", SERVICE_ROW, "Baris layanan, misalnya \"35-1\"", "The row of the service, such as \"35-1\""),
        may("name", Shape::Text, "Nama layanan", "The name of the service"),
        may("unit", Shape::Text, "Unit yang menjalankannya", "The unit that runs it"),
    ],
);

/// `[schedule]`.
pub(in crate::format) static SCHEDULE: Table = Table::new(
    "Hari-hari tiap tahap",
    "The days of each stage",
    &[
        may(
            "planning",
            Shape::Table(&PERIOD),
            "Perencanaan: tim dan sosialisasi",
            "Planning: the team and its briefings",
        ),
        may(
            "execution",
            Shape::Table(&PERIOD),
            "Pelaksanaan: data dukung dan penilaian",
            "Execution: evidence and scores",
        ),
        may(
            "reporting",
            Shape::Table(&PERIOD),
            "Pelaporan: hasil dan rekomendasi",
            "Reporting: results and recommendations",
        ),
    ],
);

/// A stage of the schedule.
pub(in crate::format) static PERIOD: Table = Table::new(
    "Hari pertama dan terakhir suatu tahap",
    "The first and the last day of a stage",
    &[
        must("start", Shape::Date, "Hari pertama", "The first day"),
        must("end", Shape::Date, "Hari terakhir, tidak sebelum yang pertama", "The last day, not before the first"),
    ],
);
