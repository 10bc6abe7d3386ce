//! Workspaces for tests, read from the texts that a person would write.

use std::borrow::Cow;

use crate::format::reading::Reading;
use crate::format::{
    assignments, benchmarks as averages, evidence, evidence_links, external_scores, final_scores, instrument, manifest,
    recommendations, scores, team,
};
use crate::model::benchmark::Benchmark;
use crate::model::id::Id;
use crate::model::instrument::Instrument;
use crate::model::workspace::Workspace;
use crate::result::report::Report;

/// The levels of Denpasar in 2018, in the order of the rows.
pub(crate) const DENPASAR: [u32; 37] =
    [1, 1, 1, 3, 2, 3, 3, 2, 1, 1, 1, 3, 3, 3, 1, 3, 3, 1, 3, 2, 3, 3, 2, 2, 3, 1, 4, 4, 4, 3, 4, 3, 2, 3, 1, 3, 3];
/// The levels of Bandar Lampung in 2024, in the order of the indicators.
pub(crate) const BANDAR_LAMPUNG: [u32; 47] = [
    3, 2, 3, 3, 3, 3, 3, 3, 3, 3, 1, 1, 2, 2, 3, 2, 3, 3, 3, 4, 3, 3, 3, 3, 3, 1, 1, 3, 3, 4, 1, 4, 4, 4, 4, 5, 4, 3,
    3, 5, 3, 4, 3, 4, 2, 2, 2,
];

/// The team of [`pemalang`].
const TEAM: &str = r#"
decree = { number = "480/112/2018", date = 2018-04-02 }
[[member]]
id = "sekda"
name = "Sekretaris Daerah"
unit = "Sekretariat Daerah"
role = "coordinator"
functions = []
[[member]]
id = "kadis"
name = "Kepala Dinas Kominfo"
unit = "Dinas Kominfo"
role = "responsible"
functions = []
[[member]]
id = "entri"
name = "Pengelola Data"
unit = "Dinas Kominfo"
role = "data-entry"
functions = []
[[member]]
id = "hukum"
name = "Kepala Bagian Hukum"
position = "Kepala Bagian"
unit = "Bagian Hukum"
role = "member"
functions = ["law"]
[[member]]
id = "tik"
name = "Kepala Bidang e-Government"
unit = "Dinas Kominfo"
role = "member"
functions = ["ict"]
[[unit]]
name = "Bagian Hukum"
indicators = ["1..2", "33"]
[[unit]]
name = "Dinas Kominfo"
indicators = ["3..4", "18"]
"#;

/// The manifest of [`pemalang`].
const MANIFEST: &str = r#"
schema = 1
[agency]
name = "Pemerintah Kabupaten Pemalang"
kind = "regency"
[evaluation]
year = 2018
instrument = "spbe-2018"
target_index = "2.60"
target_level = 3
[[service]]
row = "35-1"
name = "Perizinan"
unit = "DPMPTSP"
[schedule]
planning = { start = 2018-04-17, end = 2018-05-31 }
execution = { start = 2018-06-01, end = 2018-08-31 }
"#;

/// Reads one of the three instruments.
pub(crate) fn instrument_of(id: &str) -> Instrument {
    let text = match id {
        "spbe-2018" => include_str!("../../instruments/spbe-2018.yaml"),
        "spbe-2020" => include_str!("../../instruments/spbe-2020.yaml"),
        _ => include_str!("../../instruments/pemdi-2026.yaml"),
    };
    instrument::read(text, &Reading::new("instrument.yaml")).expect("an instrument").0
}

/// Reads the published averages.
pub(crate) fn benchmarks() -> Vec<Benchmark> {
    averages::read(include_str!("../../instruments/benchmarks.csv"), &Reading::new("benchmarks.csv"))
}

/// Makes a workspace without any judgement.
pub(crate) fn empty(
    instrument: &str,
    year: u32,
    name: &str,
    kind: &str,
    evaluation: &str,
    services: &[&str],
) -> Workspace {
    let mut text = format!(
        "schema = 1\n[agency]\nname = \"{name}\"\nkind = \"{kind}\"\n\
         [evaluation]\nyear = {year}\ninstrument = \"{instrument}\"\n{evaluation}\n"
    );
    for (number, service) in services.iter().enumerate() {
        text.push_str(&format!("[[service]]\nrow = \"35-{}\"\nname = \"{service}\"\n", number + 1));
    }
    let reading = Reading::new("spbe.toml");
    Workspace {
        manifest: manifest::read(&text, &reading),
        instrument: Some(Cow::Owned(instrument_of(instrument))),
        ..Workspace::default()
    }
}

/// Settles the levels of all rows in order; a level of 99 leaves its row open.
pub(crate) fn settle(workspace: &mut Workspace, levels: &[u32]) {
    let mut text = "indicator,level,date,decided_by,reason\n".to_owned();
    for (row, level) in workspace.rows().iter().zip(levels).filter(|(_, level)| **level != 99) {
        text.push_str(&format!("{row},{level},,,\n"));
    }
    (workspace.finals, workspace.answers) = final_scores::read(&text, &Reading::new("scores/final.csv"));
}

/// Adds the judgements of a member.
pub(crate) fn score(workspace: &mut Workspace, by: &str, rows: &str) {
    let text = format!("indicator,level,method,date,evidence,explanation\n{rows}");
    let id = Id::parse(by).expect("an id");
    workspace.scores.extend(scores::read(&text, &id, &Reading::new("scores")));
}

/// Adds assignments.
pub(crate) fn assign(workspace: &mut Workspace, rows: &str) {
    let text = format!("indicator,member,due\n{rows}");
    workspace.assignments.extend(assignments::read(&text, &Reading::new("assignments.csv")));
}

/// Adds documents, and what they support.
pub(crate) fn support(workspace: &mut Workspace, documents: &str, links: &str) {
    let documents = format!("id,kind,title,date,unit,file,sha256\n{documents}");
    let links = format!("indicator,evidence,level\n{links}");
    workspace.evidence.extend(evidence::read(&documents, &Reading::new("evidence.csv")));
    workspace.links.extend(evidence_links::read(&links, &Reading::new("evidence-links.csv")));
}

/// Adds recommendations.
pub(crate) fn recommend(workspace: &mut Workspace, rows: &str) {
    let text = format!("indicator,to_level,action,unit,due,priority,source,state\n{rows}");
    workspace.recommendations.extend(recommendations::read(&text, &Reading::new("recommendations.csv")));
}

/// Adds levels of the ministry.
pub(crate) fn assessed(workspace: &mut Workspace, rows: &str) {
    let text = format!("indicator,stage,level,note\n{rows}");
    workspace.external.extend(external_scores::read(&text, &Reading::new("scores/external.csv")));
}

/// Denpasar in 2018: every level is settled, index 2.64.
pub(crate) fn denpasar() -> Workspace {
    let targets = "target_index = \"2.60\"\ntarget_level = 3";
    let services = ["Perizinan", "Kependudukan", "Pengaduan"];
    let mut workspace = empty("spbe-2018", 2018, "Pemerintah Kota Denpasar", "city", targets, &services);
    settle(&mut workspace, &DENPASAR);
    workspace
}

/// Bandar Lampung in 2024, with averages beside it and a result of the ministry that is lower.
pub(crate) fn bandar_lampung() -> Workspace {
    let targets = "target_index = \"3.00\"\ntarget_level = 3";
    let mut workspace = empty("spbe-2020", 2024, "Pemerintah Kota Bandar Lampung", "city", targets, &[]);
    settle(&mut workspace, &BANDAR_LAMPUNG);
    let mut rows = String::new();
    for (row, level) in workspace.rows().iter().zip(BANDAR_LAMPUNG) {
        rows.push_str(&format!("{row},document,{},\n", if level > 2 { level - 1 } else { level }));
    }
    assessed(&mut workspace, &rows);
    workspace
}

/// Pemalang in 2018, in the middle of its work: judged, disputed, awaited and unassigned rows.
pub(crate) fn in_progress() -> Workspace {
    let targets = "target_index = \"2.60\"\ntarget_level = 3";
    let mut workspace = empty("spbe-2018", 2018, "Pemerintah Kabupaten Pemalang", "regency", targets, &["Perizinan"]);
    let mut levels = DENPASAR;
    levels[0..4].copy_from_slice(&[99; 4]);
    settle(&mut workspace, &levels);
    support(
        &mut workspace,
        "perbup-1,document,Perbup 12/2018,2018-01-02,Bagian Hukum,evidence/perbup-1.pdf,00\n",
        "1,perbup-1,3\n",
    );
    assign(&mut workspace, "1,hukum,\n2,hukum,\n2,tik,\n3,hukum,\n3,tik,\n");
    score(
        &mut workspace,
        "hukum",
        "1,3,document+interview,2018-07-02,perbup-1,\"Fakta: Perbup 12/2018 | pasal 4.\nAnalisis: <b>semua</b> unit.\"\n2,2,document,2018-07-02,perbup-1,Ada.\n",
    );
    score(&mut workspace, "tik", "2,3,document,2018-07-03,perbup-1,Lebih tinggi.\n");
    workspace.team = team::read("", &Reading::new("team.toml"));
    workspace
}

/// A ministry under the instrument of 2026: decimals, no domains.
pub(crate) fn pemdi() -> Workspace {
    let targets = "target_index = \"3.50\"\ntarget_level = 3";
    let mut workspace = empty("pemdi-2026", 2026, "Kementerian Contoh", "ministry", targets, &[]);
    let mut text = "indicator,level,date,decided_by,reason\n".to_owned();
    for (number, row) in workspace.rows().iter().enumerate() {
        text.push_str(&format!("{row},{}.{:02},,,\n", 2 + number % 3, number * 37 % 100));
    }
    (workspace.finals, workspace.answers) = final_scores::read(&text, &Reading::new("scores/final.csv"));
    workspace
}

/// Pemalang in 2018, in the middle of its work, with a team, units and a schedule.
///
/// Indicator 1 is agreed at 3 with its document, 2 is disputed, 3 awaits scores, 4 is not assigned; the rest is settled
/// without evidence.
pub(crate) fn pemalang() -> Workspace {
    let mut workspace = in_progress();
    workspace.manifest = manifest::read(MANIFEST, &Reading::new("spbe.toml"));
    workspace.team = team::read(TEAM, &Reading::new("team.toml"));
    workspace
}

/// The same, with every level settled.
pub(crate) fn settled() -> Workspace {
    let mut workspace = pemalang();
    settle(&mut workspace, &DENPASAR);
    workspace
}

/// Makes the result.
pub(crate) fn report(workspace: &Workspace) -> Report<'_> {
    Report::of(workspace, &[]).expect("a report")
}
