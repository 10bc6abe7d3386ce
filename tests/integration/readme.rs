//! What the README says is true: its tour runs, and its tables name everything.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::harness::{Place, repository, spbe_in};
use crate::sheets::{Entry, refilled};

fn readme() -> String {
    fs::read_to_string(repository().join("README.md")).expect("the README")
}

/// Returns the shell commands of the tour.
fn tour(readme: &str) -> &str {
    let (_, rest) = readme.split_once("<!-- tour -->\n```sh\n").expect("the tour");
    rest.split_once("\n```").expect("the end of the tour").0
}

#[test]
fn the_tour_runs_as_it_stands() {
    let place = Place::empty();
    let folder = Path::new(env!("CARGO_BIN_EXE_spbe")).parent().expect("a folder");
    let path = format!("{}:/usr/bin:/bin", folder.display());
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", tour(&readme())])
        .current_dir(place.path())
        .env_clear()
        .env("PATH", path)
        .env("SOURCE_DATE_EPOCH", "1530403200")
        .output()
        .expect("bash runs");
    let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}\n{error}");
    assert!(out.contains("sk-tim-f84cf1"), "the id of the evidence is the one that the tour cites:\n{out}");
    let report = place.read("contoh-2018/laporan.md");
    assert!(report.contains("Pemerintah Kabupaten Contoh"), "{report}");
}

#[test]
fn the_two_commands_stand_first() {
    let readme = readme();
    let first = readme.split("```").nth(1).expect("a block");
    assert_eq!(first, "sh\ncargo run -- -C examples/denpasar-2018 report\ncargo test\n");
}

/// `UPDATE_README=1 cargo test --test integration readme` writes the table anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "a variable asks to rewrite the table")]
fn the_table_of_rules_is_made_of_the_rules() {
    let readme = readme();
    let made = spbe::probe::with_table_of_rules(&readme).expect("the marks around the table");
    if std::env::var_os("UPDATE_README").is_some() {
        return fs::write(repository().join("README.md"), made).expect("the README is written");
    }
    assert!(
        readme == made,
        "the table of rules in README.md must be as in this one (UPDATE_README=1 writes it):\n{made}"
    );
}

/// Returns a snippet for users.
fn snippet(name: &str) -> String {
    let readme = readme();
    let (_, rest) = readme.split_once(&format!("<!-- snippet: {name} -->\n```")).expect("the snippet");
    let (_, rest) = rest.split_once('\n').expect("a block");
    rest.split_once("\n```").expect("the end of the snippet").0.to_owned() + "\n"
}

/// Returns the commands of a snippet in YAML: what stands under `run`, `script` and `entry`, but for the installation.
fn commands(name: &str) -> Vec<String> {
    let text = snippet(name);
    let root: Value = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut commands = Vec::new();
    collect(&root, false, &mut commands);
    commands.retain(|command| !command.starts_with("cargo install "));
    commands
}

fn collect(node: &Value, wanted: bool, commands: &mut Vec<String>) {
    match node {
        Value::String(text) if wanted => commands.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, wanted, commands)),
        Value::Object(entries) => entries.iter().for_each(|(key, value)| {
            collect(value, matches!(key.as_str(), "run" | "script" | "entry"), commands);
        }),
        _ => {}
    }
}

/// Runs a program in an example with the binary on its path; returns its exit code and what it printed.
fn run(place: &Place, program: &str, arguments: &[&str]) -> (i32, String) {
    let folder = Path::new(env!("CARGO_BIN_EXE_spbe")).parent().expect("a folder");
    let output = Command::new(program)
        .args(arguments)
        .current_dir(place.path())
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", folder.display()))
        .output()
        .expect("the program runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().expect("an exit code"), String::from_utf8_lossy(&said).into_owned())
}

/// Runs the commands of a snippet one by one, as a CI server's shell does; returns their exit codes and what they said.
fn served(name: &str, place: &Place) -> (Vec<i32>, String) {
    let ran = commands(name).into_iter().map(|command| run(place, "bash", &["-e", "-c", &command]));
    let (codes, said): (Vec<i32>, Vec<String>) = ran.unzip();
    (codes, said.concat())
}

/// An example with a level that is not on the scale, so that its indicator has none: two findings.
fn faulty() -> Place {
    let place = Place::example("pemalang-2018");
    place.edit("scores/hukum.csv", "1,3,document", "1,9,document");
    place
}

#[test]
fn the_workflow_for_github_notes_the_fault_and_uploads_what_it_found() {
    let place = Place::example("pemalang-2018");
    assert_eq!(served("github", &place), (vec![0, 0, 0], String::new()));
    let results = |place: &Place| {
        let log: Value = serde_json::from_str(&place.read("spbe.sarif")).expect("SARIF");
        log["runs"][0]["results"].as_array().expect("results").len()
    };
    assert_eq!(results(&place), 0);
    let place = faulty();
    let (codes, said) = served("github", &place);
    assert_eq!(codes, [0, 1, 0], "the upload comes before the step that fails: {said}");
    assert!(said.contains("::error file=scores/hukum.csv,line=2,col=3,title=level-out-of-range::"), "{said}");
    assert_eq!(results(&place), 2);
    // What is no finding must not look like one.
    assert_eq!(served("github", &Place::empty()).0, [1, 3, 3]);
}

#[test]
fn the_job_for_gitlab_leaves_its_cases() {
    let place = Place::example("pemalang-2018");
    assert_eq!(served("gitlab", &place), (vec![0], String::new()));
    assert!(place.read("spbe.xml").contains(" failures=\"0\" "));
    let place = faulty();
    assert_eq!(served("gitlab", &place).0, [1]);
    assert!(place.read("spbe.xml").contains(" failures=\"2\" "));
}

#[test]
fn the_hook_of_the_framework_stops_at_a_fault() {
    assert_eq!(served("pre-commit", &Place::example("pemalang-2018")), (vec![0], String::new()));
    let (codes, said) = served("pre-commit", &faulty());
    assert_eq!(codes, [1]);
    assert!(said.contains("scores/hukum.csv:2:3: error[level-out-of-range]"), "{said}");
}

#[cfg(unix)]
#[test]
fn the_hook_stops_a_commit() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::example("pemalang-2018");
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"];
        run(&place, "git", &[&who, arguments].concat())
    };
    assert_eq!(git(&["init", "--quiet"]).0, 0);
    place.write(".git/hooks/pre-commit", snippet("hook"));
    let hook = place.path().join(".git/hooks/pre-commit");
    fs::set_permissions(hook, fs::Permissions::from_mode(0o755)).expect("executable");
    let commit = || {
        assert_eq!(git(&["add", "."]).0, 0);
        git(&["commit", "--quiet", "--message", "x"])
    };
    assert_eq!(commit(), (0, String::new()));
    place.edit("scores/hukum.csv", "1,3,document", "1,9,document");
    let (code, said) = commit();
    assert!(code == 1 && said.contains("scores/hukum.csv:2:3: error[level-out-of-range]"), "{said}");
    place.edit("scores/hukum.csv", "1,9,document", "1,3,dokumen");
    let (code, said) = commit();
    assert!(code == 1 && said.contains("scores/hukum.csv"), "a file that `fmt` would change stops it too: {said}");
}

/// The guide in Indonesian for those who use the tool.
fn guide() -> String {
    fs::read_to_string(repository().join("README.id.md")).expect("the guide")
}

/// What the guide has its readers do, in its order.
enum Step<'a> {
    /// A command, and the exit code that the guide names behind it.
    Command(&'a str, i32),
    /// A text that goes into a file.
    File(&'a str, String),
    /// What others do meanwhile, in Excel and Word.
    Scene(&'a str),
}

/// Reads the steps of the guide: its `sh` blocks, and what its comments say of files and of others.
fn steps(guide: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut lines = guide.lines();
    let mut file = None;
    while let Some(line) = lines.next() {
        let remark = |word: &str| line.strip_prefix("<!-- ")?.strip_suffix(" -->")?.strip_prefix(word);
        if let Some(name) = remark("berkas: ") {
            file = Some(name);
        } else if let Some(scene) = remark("adegan: ") {
            steps.push(Step::Scene(scene));
        } else if let Some(kind) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            match (file.take(), kind) {
                (Some(name), _) => steps.push(Step::File(name, block.join("\n") + "\n")),
                (None, "sh") => steps.extend(block.into_iter().map(command)),
                (None, _) => {}
            }
        }
    }
    steps
}

/// Reads a line of a block: a command, and the exit code where it is not 0.
fn command(line: &str) -> Step<'_> {
    let code = line.split_once("# kode keluar ").map_or(0, |(_, code)| code.parse().expect("an exit code"));
    Step::Command(line, code)
}

/// Runs a line in the shell, as somebody does who types it on a day of the execution; returns its exit code and what it said.
fn typed(folder: &Path, line: &str) -> (i32, String) {
    let binary = Path::new(env!("CARGO_BIN_EXE_spbe")).parent().expect("a folder");
    let mut command = Command::new("bash");
    command.args(["-euo", "pipefail", "-c", line]).current_dir(folder).env_clear();
    command.env("PATH", format!("{}:/usr/bin:/bin", binary.display()));
    command.env("SOURCE_DATE_EPOCH", "1787184000").env("HOME", folder);
    for who in ["GIT_AUTHOR", "GIT_COMMITTER"] {
        command.env(format!("{who}_NAME"), "a").env(format!("{who}_EMAIL"), "a@b");
    }
    let output = command.output().expect("bash runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().expect("an exit code"), String::from_utf8_lossy(&said).into_owned())
}

/// Does what others do between the commands: hand over documents, fill in sheets, write.
fn played(folder: &Path, scene: &str) {
    let write = |name: &str, content: &str| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, content).expect("written");
    };
    let fill_in = |name: &str, entries: &[Entry<'_>]| {
        let sheet = fs::read(folder.join(name)).expect("a sheet");
        fs::write(folder.join(name), refilled(&sheet, entries, true)).expect("filled in");
    };
    match scene {
        "unit menyerahkan dokumen" => {
            (1..=10).for_each(|row| {
                write(&format!("dokumen/{row}_Dokumen.txt"), &format!("Keputusan Bupati tentang indikator {row}"));
            });
        }
        "penilai mengisi lembar" => {
            for (member, rows) in handed_out(folder) {
                let mut entries = Vec::new();
                let texts: Vec<(String, String)> = rows
                    .iter()
                    .map(|row| (format!("{row}_Dokumen"), format!("Fakta: dokumen {row}. {member}.")))
                    .collect();
                for (row, (title, text)) in rows.iter().zip(&texts) {
                    let level = if (member.as_str(), row.as_str()) == ("bappeda", "3") { "3" } else { "2" };
                    entries.extend([
                        (row.as_str(), "Level", level),
                        (row, "Metode", "dokumen"),
                        (row, "Penjelasan", text),
                    ]);
                    if row.parse::<u32>().is_ok_and(|row| row <= 10) {
                        entries.push((row, "Data dukung", title));
                    } else {
                        let own = format!("Notula rapat pembahasan indikator {row}");
                        write(&format!("lembar/{member}/{row}/notula {row}.txt"), &own);
                    }
                }
                fill_in(&format!("lembar/{member}/isian-{member}.xlsx"), &entries);
            }
        }
        "penanggung jawab menyetujui" => {
            let rows: Vec<String> = (1..=20).map(|row| row.to_string()).collect();
            let mut entries = vec![("5", "Catatan", "Sebut pasalnya")];
            entries.extend(
                rows.iter().map(|row| (row.as_str(), "Putusan", if row == "5" { "Dikembalikan" } else { "Disetujui" })),
            );
            fill_in("persetujuan.xlsx", &entries);
        }
        "pengelola menulis kekuatan dan kelemahan" => {
            let text = fs::read_to_string(folder.join("findings.toml")).expect("the frame");
            let text = text.replace("strengths = []", "strengths = [\"Aturannya ada.\"]");
            write("findings.toml", &text.replace("weaknesses = []", "weaknesses = [\"Baru sebagian layanan.\"]"));
        }
        "asesor mengembalikan lembar" => {
            spbe_in(folder, &["export", "--assess", "kirim.zip", "-o", "lembar-asesor.xlsx", "--lang", "id"], &[])
                .code(0);
            fill_in("lembar-asesor.xlsx", &[("2", "Level asesor", "1"), ("2", "Catatan asesor", "Belum terbukti")]);
        }
        _ => panic!("nobody knows how this is done: {scene}"),
    }
}

/// Lists the members whose sheets are out, each with the rows that have a folder.
fn handed_out(folder: &Path) -> Vec<(String, Vec<String>)> {
    let folders = |folder: PathBuf| -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
        let folders = entries.filter(|entry| entry.path().is_dir());
        folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    };
    let sheets = folder.join("lembar");
    folders(sheets.clone()).into_iter().map(|member| (member.clone(), folders(sheets.join(member)))).collect()
}

#[test]
fn the_year_of_the_guide_runs_as_it_stands() {
    let place = Place::empty();
    let guide = guide();
    let mut folder = place.path().to_owned();
    let mut ran = 0;
    for step in steps(&guide) {
        match step {
            Step::Command(line, expected) => {
                ran += 1;
                if let Some(next) = line.strip_prefix("cd ") {
                    folder = folder.join(next);
                    continue;
                }
                let (code, said) = typed(&folder, line);
                assert_eq!(code, expected, "{line}\n{said}");
            }
            Step::File(name, text) => {
                let before = fs::read_to_string(folder.join(name)).unwrap_or_default();
                fs::write(folder.join(name), before + &text).expect("written");
            }
            Step::Scene(scene) => played(&folder, scene),
        }
    }
    assert!(ran > 60, "the guide has commands: {ran}");
    let (_, code) = typed(&folder, "spbe approve --code");
    let (_, minutes) = typed(&folder, "spbe form berita-acara --format md");
    assert!(minutes.contains(code.trim()), "the minutes print the code of the answers: {code}\n{minutes}");
    let (_, sheet) = typed(&folder, "spbe external list --format csv");
    assert!(sheet.contains("Belum terbukti"), "{sheet}");
    assert!(place.read("spbe-2027/wanted.csv").lines().count() > 20, "next year knows what served");
}

#[test]
fn the_guide_shows_pictures_and_leads_to_places_that_are_there() {
    let guide = guide();
    let targets: Vec<&str> = guide.split("](").skip(1).map(|rest| rest.split_once(')').expect("a link").0).collect();
    for target in targets {
        if let Some(anchor) = target.strip_prefix('#') {
            let slug = |title: &str| title.to_lowercase().replace(' ', "-").replace(['(', ')'], "");
            let found = guide.lines().filter_map(|line| line.strip_prefix("## ")).any(|title| slug(title) == anchor);
            assert!(found, "no chapter for {target}");
        } else {
            assert!(repository().join(target).exists(), "{target} does not exist");
        }
    }
    for picture in ["lembar.png", "status.png"] {
        let size = fs::metadata(repository().join("examples").join(picture)).expect("a picture").len();
        assert!(guide.contains(picture) && size < 150 * 1024, "{picture} has {size} bytes");
    }
}

#[test]
fn every_command_that_the_guide_names_has_the_options_that_it_names() {
    let guide = guide();
    let place = Place::empty();
    let help = |words: &[&str]| place.spbe_with(&[words, &["--help", "--lang", "id"]].concat(), &[]);
    let spans = guide.split('`').skip(1).step_by(2).filter_map(|span| span.strip_prefix("spbe "));
    let lines = steps(&guide).into_iter().filter_map(|step| match step {
        Step::Command(line, _) => line.strip_prefix("spbe "),
        Step::File(..) | Step::Scene(_) => None,
    });
    // A folder may stand before the command.
    let place_of = |words: &[&str]| if words.first() == Some(&"-C") { 2 } else { 0 };
    let mut asked = 0;
    for line in spans.chain(lines) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let is_name = |word: &&&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
        let names: Vec<&str> = words[place_of(&words)..].iter().take_while(is_name).copied().collect();
        // What stands behind the name of a command may be a value and no name.
        let page = (0..=names.len()).rev().map(|count| help(&names[..count])).find(|page| page.code == 0);
        let page = page.expect("help").stdout;
        let own = names.is_empty() || page.contains(&format!("spbe {}", names[0]));
        assert!(own, "there is no command for `spbe {line}`");
        for option in words.iter().filter(|word| word.starts_with("--")) {
            asked += 1;
            assert!(page.contains(option), "`spbe {line}` has no {option}:\n{page}");
        }
    }
    assert!(asked > 40, "options are named: {asked}");
}
