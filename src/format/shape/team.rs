//! What `team.toml` holds.

use crate::format::shape::{SAID, Shape, TEXTS, Table, may, must, words};
use crate::model::role::Role;

/// An id that is a safe file name everywhere; two names belong to files of scores that are nobody's own.
const ID: Shape = Shape::Pattern("^(?!(con|prn|aux|nul|final|external|(com|lpt)[0-9])$)[a-z0-9][a-z0-9-]{0,63}$");
/// A choice of indicators.
const SELECTOR: Shape = Shape::Pattern(
    "^(all|semua|(aspect|aspek|domain):0*[1-9][0-9]{0,5}|0*[1-9][0-9]{0,5}((-|\\.\\.)0*[1-9][0-9]{0,5})?)$",
);

/// The whole file.
pub(in crate::format) static TEAM: Table = Table::new(
    "Tim evaluator internal: keputusan, anggota, unit, sosialisasi",
    "The team of internal evaluators: decree, members, units, briefings",
    &[
        may("decree", Shape::Table(&DECREE), "Keputusan yang membentuk tim", "The decree that set the team up"),
        may(
            "member",
            Shape::List(&Shape::Table(&MEMBER)),
            "Anggota tim, satu [[member]] tiap orang",
            "The members, a [[member]] for each",
        ),
        may(
            "unit",
            Shape::List(&Shape::Table(&UNIT)),
            "Unit pemilik indikator, satu [[unit]] tiap unit",
            "The units that own indicators, a [[unit]] for each",
        ),
        may(
            "briefing",
            Shape::List(&Shape::Table(&BRIEFING)),
            "Sosialisasi yang diadakan, satu [[briefing]] tiap pertemuan",
            "The socialisations that were held, a [[briefing]] for each",
        ),
    ],
);

/// The decree.
pub(in crate::format) static DECREE: Table = Table::new(
    "Keputusan yang membentuk tim",
    "The decree that set the team up",
    &[
        must("number", SAID, "Nomor keputusan", "The number of the decree"),
        may("date", Shape::Date, "Tanggal keputusan", "The day of the decree"),
    ],
);

/// `[[member]]`.
pub(in crate::format) static MEMBER: Table = Table::new(
    "Anggota tim",
    "A member of the team",
    &[
        must(
            "id",
            ID,
            "Id: huruf kecil, angka, tanda hubung; menjadi nama berkas nilainya",
            "The id: lower-case letters, digits, hyphens; the name of the member's file of scores",
        ),
        must(
            "name",
            SAID,
            "Nama, atau jabatan bila nama tidak disebut",
            "The name, or the office where no name is given",
        ),
        may("position", SAID, "Jabatan", "The position"),
        must("unit", SAID, "Unit asal", "The unit that the member comes from"),
        must("role", Shape::Word(words::<Role>), "Peran dalam tim", "The role in the team"),
        may(
            "functions",
            TEXTS,
            "Fungsi pemerintahan yang diwakili, menurut instrumen",
            "The functions of government that the member stands for, as the instrument names them",
        ),
        may(
            "until",
            Shape::Date,
            "Hari terakhir di tim, bagi yang sudah pindah",
            "The last day in the team, of one who has left",
        ),
        may("replaced_by", SAID, "Id penggantinya", "The id of who came in the member's place"),
    ],
);

/// `[[unit]]`.
pub(in crate::format) static UNIT: Table = Table::new(
    "Unit dan indikator miliknya",
    "A unit and the indicators that it owns",
    &[
        must("name", SAID, "Nama unit", "The name of the unit"),
        may(
            "indicators",
            Shape::List(&SELECTOR),
            "Indikator miliknya: \"12\", \"1..7\", \"aspect:3\", \"domain:2\" atau \"all\"",
            "The indicators that it owns: \"12\", \"1..7\", \"aspect:3\", \"domain:2\" or \"all\"",
        ),
    ],
);

/// `[[briefing]]`.
pub(in crate::format) static BRIEFING: Table = Table::new(
    "Sosialisasi",
    "A socialisation",
    &[
        must("date", Shape::Date, "Hari pelaksanaan", "The day on which it was held"),
        may("place", SAID, "Tempat", "Where it was held"),
        may("topic", SAID, "Acara", "What it was about"),
        may("attended", TEXTS, "Id anggota yang hadir", "The ids of the members who attended"),
    ],
);
