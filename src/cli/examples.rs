//! The examples in the help of each command. Every line is run by a test, in a copy of the example `pemalang-2018`.

use std::fmt::Write as _;

use crate::cli::help::say;

/// An example: what it does in both languages, and the line to type.
type Example = (&'static str, &'static str, &'static str);

/// The examples of each command, by its name with the names above it.
static EXAMPLES: &[(&str, &[Example])] = &[
    (
        "init",
        &[
            (
                "Ruang kerja baru untuk kabupaten, dengan target",
                "A new workspace of a regency, with a target",
                "spbe init pemalang-2024 --agency \"Pemerintah Kabupaten Pemalang\" --kind regency --year 2024 --target-level 3",
            ),
            (
                "Tahun berikutnya, dari ruang kerja tahun lalu",
                "The next year, from last year's workspace",
                "spbe init pemalang-2019 --from pemalang-2018 --year 2019",
            ),
        ],
    ),
    (
        "assign",
        &[
            (
                "Tugaskan indikator 1 sampai 7 kepada hukum",
                "Assign indicators 1 to 7 to hukum",
                "spbe assign 1..7 --to hukum --due 2018-07-13",
            ),
            ("Bagi sendiri apa yang belum ada penilainya", "Share out what lacks an evaluator", "spbe assign --auto"),
        ],
    ),
    (
        "assign list",
        &[("Siapa menilai apa, untuk Excel", "Who evaluates what, for a spreadsheet", "spbe assign list --format csv")],
    ),
    (
        "score",
        &[
            (
                "Nilai indikator 5",
                "Score indicator 5",
                "spbe score 5 --level 2 --by hukum --method document --explanation \"Perbup 12/2018 Pasal 11\"",
            ),
            (
                "Tambah data dukung; yang lain tetap",
                "Add evidence; the rest stays",
                "spbe score 5 --by hukum --evidence perbup-12-2018",
            ),
            ("Hapus nilai", "Remove a score", "spbe score 5 --by hukum --clear"),
        ],
    ),
    (
        "validate",
        &[
            ("Periksa semuanya", "Check everything", "spbe validate"),
            ("Hanya yang berlaku saat perencanaan", "Only what holds while planning", "spbe validate --stage planning"),
            (
                "Seketat penerima, satu temuan per baris",
                "As strictly as a receiver, one line a finding",
                "spbe validate --strict --format short",
            ),
        ],
    ),
    (
        "report",
        &[
            ("Indeks di terminal", "The index on the terminal", "spbe report"),
            ("Laporan lengkap sebagai PDF", "The whole report as a PDF", "spbe report -o laporan.pdf"),
            ("Satu halaman untuk pimpinan", "One page for the leadership", "spbe report --brief -o ringkas.docx"),
        ],
    ),
    ("instrument list", &[("Instrumen yang dibawa", "The instruments that come along", "spbe instrument list")]),
    (
        "instrument show",
        &[("Kriteria indikator 12", "The criteria of indicator 12", "spbe instrument show spbe-2018 12")],
    ),
    (
        "instrument check",
        &[("Periksa instrumen sendiri", "Check an instrument of one's own", "spbe instrument check instrument.yaml")],
    ),
    ("team list", &[("Daftar tim untuk Excel", "The team for a spreadsheet", "spbe team list --format csv")]),
    (
        "team add",
        &[(
            "Tambah anggota",
            "Add a member",
            "spbe team add humas --name \"Kepala Bagian Humas\" --unit \"Bagian Humas\" --role member --function law",
        )],
    ),
    (
        "team set",
        &[(
            "Ganti jabatan anggota",
            "Change the position of a member",
            "spbe team set hukum --position \"Plt. Kepala Bagian\"",
        )],
    ),
    (
        "team replace",
        &[(
            "hukum dipindahkan, digantikan humas",
            "hukum is transferred, humas comes in",
            "spbe team replace hukum --by humas --name \"Kepala Bagian Humas\" --unit \"Bagian Humas\"",
        )],
    ),
    (
        "team remove",
        &[("Hapus anggota yang belum menulis apa pun", "Remove a member who wrote nothing", "spbe team remove magang")],
    ),
    ("unit list", &[("Unit dan indikatornya", "Units and their indicators", "spbe unit list")]),
    (
        "unit add",
        &[(
            "Unit baru yang memiliki indikator 19",
            "A new unit that owns indicator 19",
            "spbe unit add \"Bagian Humas\" --indicator 19",
        )],
    ),
    ("unit set", &[("Unit berganti nama", "A unit has another name", "spbe unit set Bappeda --rename Bapperida")]),
    (
        "unit move",
        &[("Indikator 12 pindah ke Bappeda", "Indicator 12 goes to Bappeda", "spbe unit move 12 --to Bappeda")],
    ),
    ("unit remove", &[("Hapus unit", "Remove a unit", "spbe unit remove \"Bagian Arsip\"")]),
    (
        "brief",
        &[(
            "Catat sosialisasi untuk semua",
            "Record a briefing of everyone",
            "spbe brief all --date 2018-04-17 --place \"Sasana Bhakti Praja\"",
        )],
    ),
    (
        "evidence add",
        &[
            (
                "Dokumen untuk indikator 12, mendukung level 3",
                "A document for indicator 12, supporting level 3",
                "spbe evidence add perbup.pdf --for 12 --level 3 --title \"Perbup 12/2018\" --dated 2018-02-19",
            ),
            (
                "Alamat di internet",
                "An address on the internet",
                "spbe evidence add https://jdih.pemalangkab.go.id --for 33 --title JDIH --dated 2018-06-01",
            ),
        ],
    ),
    ("evidence list", &[("Data dukung indikator 1", "The evidence of indicator 1", "spbe evidence list --for 1")]),
    (
        "evidence set",
        &[(
            "Perbaiki judul",
            "Correct a title",
            "spbe evidence set perbup-12-2018 --title \"Peraturan Bupati Nomor 12 Tahun 2018\"",
        )],
    ),
    (
        "evidence link",
        &[(
            "Dokumen ini juga mendukung indikator 5",
            "This document supports indicator 5 too",
            "spbe evidence link perbup-30-2017 --for 5 --level 2",
        )],
    ),
    (
        "evidence unlink",
        &[("Lepaskan dari indikator 8", "Take it from indicator 8", "spbe evidence unlink perbup-30-2017 --for 8")],
    ),
    (
        "evidence replace",
        &[(
            "Versi yang ditandatangani menggantikan konsep",
            "The signed version takes the draft's place",
            "spbe evidence replace rancangan-rencana-induk perbup.pdf",
        )],
    ),
    ("evidence remove", &[("Hapus dokumen", "Remove a document", "spbe evidence remove konsep")]),
    ("show", &[("Semua tentang indikator 1", "Everything about indicator 1", "spbe show 1")]),
    (
        "status",
        &[
            ("Keadaan hari ini", "How things stand today", "spbe status"),
            ("Pekerjaan satu anggota", "What is left for one member", "spbe status --by hukum"),
            ("Pesan untuk yang terlambat", "Messages to who is late", "spbe status --late --format chat"),
        ],
    ),
    (
        "agree",
        &[
            ("Apa yang masih berbeda", "What evaluators differ about", "spbe agree"),
            (
                "Tetapkan level dengan alasannya",
                "Settle a level with its reason",
                "spbe agree 19 --level 2 --by sekda --reason \"SOP berlaku di sebagian unit\"",
            ),
            ("Jawaban instansi", "The agency's answer", "spbe agree 19 --explanation @probis"),
        ],
    ),
    (
        "export",
        &[
            (
                "Lembar kerja semua anggota, di `lembar/`",
                "The work sheets of all members, in `lembar/`",
                "spbe export --all",
            ),
            (
                "Lembar untuk menyetujui jawaban",
                "The sheet to approve answers in",
                "spbe export --approvals -o setuju.xlsx",
            ),
        ],
    ),
    (
        "import",
        &[("Masukkan lembar yang kembali", "Take in what came back", "spbe import isian-hukum.xlsx --by hukum")],
    ),
    (
        "external",
        &[(
            "Nilai asesor di samping nilai sendiri",
            "The assessors' levels beside the own",
            "spbe external --format csv",
        )],
    ),
    (
        "external set",
        &[(
            "Nilai asesor untuk indikator 1",
            "The assessors' level of indicator 1",
            "spbe external set 1 --level 2 --note \"Bukti kurang\"",
        )],
    ),
    (
        "external import",
        &[("Tabel hasil kementerian", "A table of the ministry's result", "spbe external import hasil.csv")],
    ),
    (
        "external list",
        &[(
            "Nilai sendiri dan nilai asesor berdampingan",
            "The own levels beside the assessors'",
            "spbe external list",
        )],
    ),
    (
        "approve",
        &[
            ("Apa yang menunggu persetujuan", "What waits for approval", "spbe approve"),
            ("Setujui semuanya", "Approve everything", "spbe approve all --by sekda"),
            (
                "Kembalikan dengan catatan",
                "Send one back with a note",
                "spbe approve 12 --return --note \"Sebut pasalnya\" --by sekda",
            ),
        ],
    ),
    (
        "bundle",
        &[
            ("Kemas untuk kementerian", "Pack for the ministry", "spbe bundle -o kirim.zip --with-findings"),
            ("Periksa bundel yang diterima", "Check a bundle that was received", "spbe bundle --verify diterima.zip"),
        ],
    ),
    (
        "recommend",
        &[(
            "Susun rekomendasi dari yang di bawah target",
            "Draft recommendations for what is below the target",
            "spbe recommend",
        )],
    ),
    (
        "recommend list",
        &[("Rekomendasi untuk Excel", "The recommendations for a spreadsheet", "spbe recommend list --format csv")],
    ),
    ("recommend set", &[("Ganti tenggat", "Change a date", "spbe recommend set 2 --due 2019-03-31")]),
    (
        "form",
        &[
            (
                "Surat permintaan data dukung untuk satu unit",
                "The letter that asks one unit for evidence",
                "spbe form request --unit Bappeda -o permintaan.docx",
            ),
            ("Berita acara", "The minutes", "spbe form minutes -o berita-acara.pdf"),
        ],
    ),
    ("explain", &[("Apa arti aturan ini", "What a rule means", "spbe explain no-evidence")]),
    (
        "fmt",
        &[
            ("Rapikan semua berkas", "Put all files into canonical form", "spbe fmt"),
            ("Untuk CI: hanya periksa", "For CI: only look", "spbe fmt --check"),
        ],
    ),
    (
        "completions",
        &[(
            "Untuk bash, di ~/.bashrc: eval \"$(spbe completions bash)\"",
            "For bash, in ~/.bashrc: eval \"$(spbe completions bash)\"",
            "spbe completions bash",
        )],
    ),
    ("man", &[("Halaman manual ke folder ini", "The pages of the manual into this folder", "spbe man --dir man1")]),
    (
        "schema",
        &[
            ("Berkas yang dikenal penyunting", "The files that an editor can know", "spbe schema"),
            (
                "Beri tahu penyunting (VS Code) bentuk berkas di sini",
                "Tell an editor (VS Code) the shape of the files here",
                "spbe schema --write",
            ),
        ],
    ),
    (
        "guide",
        &[
            ("Langkah berikutnya di ruang kerja ini", "The next step in this workspace", "spbe guide"),
            ("Semua tentang langkah 5", "All about step 5", "spbe guide 5"),
        ],
    ),
    ("undo", &[("Lihat apa yang akan dibatalkan", "See what would be taken back", "spbe undo --dry-run")]),
];

/// Returns the examples of a command as its help shows them; nothing for one that only has commands below it.
pub(super) fn of(command: &str) -> Option<String> {
    let (_, examples) = EXAMPLES.iter().find(|(known, _)| *known == command)?;
    let mut text = say("Contoh:", "Examples:").to_owned();
    for (id, en, line) in *examples {
        let _ = write!(text, "\n  {}\n    {line}", say(id, en));
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use clap::Command;

    use super::EXAMPLES;
    use crate::cli::help::speaking;
    use crate::cli::usage::command;
    use crate::text::language::Language;

    /// Collects the commands that do something, each by its name with those above it.
    fn leaves(command: &Command, above: &str, found: &mut Vec<String>) {
        for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
            let name = format!("{above} {}", inner.get_name()).trim().to_owned();
            if !inner.is_subcommand_required_set() {
                found.push(name.clone());
            }
            leaves(inner, &name, found);
        }
    }

    #[test]
    fn every_command_that_does_something_has_examples_and_every_example_a_command() {
        let mut found = Vec::new();
        leaves(&speaking(Language::English, command), "", &mut found);
        let known: Vec<&str> = EXAMPLES.iter().map(|(name, _)| *name).collect();
        let lacking: Vec<&String> = found.iter().filter(|name| !known.contains(&name.as_str())).collect();
        assert!(lacking.is_empty(), "{lacking:?}");
        let lost: Vec<&&str> = known.iter().filter(|name| !found.iter().any(|found| found == **name)).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}
