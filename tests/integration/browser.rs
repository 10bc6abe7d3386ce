//! The HTML report in a real browser: no script, no request, no complaint, and no barrier that axe-core knows.

use std::path::Path;
use std::process::Command;

use crate::harness::Place;
use crate::tools;

const EXAMPLES: [&str; 3] = ["bandar-lampung-2024", "pemalang-2018", "pemdi-2026"];

/// Opens a page and returns its elements as they are at the end, and what the browser complained of.
fn opened(file: &Path) -> Option<(String, String)> {
    let profile = tempfile::tempdir().expect("a folder");
    let output = tools::run(
        Command::new("chromium")
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--dump-dom"])
            .args(["--virtual-time-budget=20000", "--window-size=1000,900"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(format!("file://{}", file.display())),
    )?;
    let complaints = String::from_utf8_lossy(&output.stderr);
    let complaints = complaints.lines().filter(|line| line.contains("CONSOLE")).collect::<Vec<_>>().join("\n");
    Some((String::from_utf8_lossy(&output.stdout).into_owned(), complaints))
}

fn written(example: &str, arguments: &[&str]) -> (Place, String) {
    let place = Place::example(example);
    place.spbe(&[&["report", "-o", "report.html"], arguments].concat()).code(0);
    let page = place.read("report.html");
    (place, page)
}

#[test]
fn a_browser_shows_every_report_without_a_complaint_or_a_request() {
    for example in EXAMPLES {
        let (place, page) = written(example, &[]);
        // Under this policy any script, style sheet, picture or font from elsewhere would be a complaint.
        assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""));
        let Some((shown, complaints)) = opened(&place.path().join("report.html")) else { return };
        assert_eq!(complaints, "", "{example}");
        assert!(shown.contains("</footer>") && !shown.contains("<script"), "{example}");
    }
}

/// Returns the barriers that axe-core finds in a page; nothing where there is no browser.
fn barriers(place: &Place, page: &str, axe: &str) -> Option<String> {
    // Only here the policy makes way for the script that looks at the page.
    let (before, rest) = page.split_once("<meta http-equiv=").expect("a policy");
    let (_, after) = rest.split_once('>').expect("the end of the policy");
    let looking = "axe.run().then(found => { const violations = found.violations.map(one => one.id + ': ' + \
                   one.nodes.map(node => node.html).slice(0, 3).join(' ')); \
                   document.documentElement.innerHTML = '<pre>' + found.passes.length + ' passes\\n' + \
                   violations.join('\\n').replace(/</g, '&lt;') + '</pre>'; });";
    place.write("looked.html", format!("{before}{after}<script>{axe}</script><script>{looking}</script>"));
    let (shown, _) = opened(&place.path().join("looked.html"))?;
    let (_, found) = shown.split_once("<pre>").expect("axe-core came to its end");
    let (passes, violations) = found.split_once(" passes").expect("a number of passes");
    assert!(passes.parse::<u32>().expect("a number") > 10, "{passes} rules were tried");
    Some(violations.split("</pre>").next().expect("the end").trim().to_owned())
}

#[test]
fn nobody_is_kept_out_of_any_report() {
    let Some(axe) = tools::axe() else { return };
    let cases = EXAMPLES.map(|example| (example, vec![])).into_iter();
    for (example, arguments) in cases.chain([("pemalang-2018", vec!["--brief", "--lang", "id"])]) {
        let (place, page) = written(example, &arguments);
        let Some(found) = barriers(&place, &page, &axe) else { return };
        assert_eq!(found, "", "{example}");
    }
}

#[test]
fn the_page_to_paste_from_copies_each_text_and_its_ticks_survive_a_reload() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["bundle", "-o", "kirim", "--with-findings", "--lang", "id"]).code(0);
    let page = place.read("kirim/data/isian.html");
    let Some((shown, complaints)) = opened(&place.path().join("kirim/data/isian.html")) else { return };
    assert_eq!(complaints, "", "the policy lets the script of the page run, and nothing else");
    assert!(shown.contains("<strong id=\"count\">0 / 37</strong>"), "the script has counted");
    // Only here the policy makes way for somebody who ticks, copies and comes back.
    let (before, rest) = page.split_once("<meta http-equiv=").expect("a policy");
    let (_, after) = rest.split_once('>').expect("the end of the policy");
    let acting = "addEventListener('load', () => { \
        if (!location.hash) { document.querySelectorAll('input')[1].click(); location.hash = 'again'; location.reload(); return; } \
        const copied = []; document.execCommand = () => { copied.push(document.activeElement.value); return true; }; \
        Object.defineProperty(window, 'isSecureContext', { value: false }); \
        document.querySelectorAll('button')[0].click(); document.querySelectorAll('button')[1].click(); \
        setTimeout(() => { document.title = 'done'; document.body.innerHTML += '<pre>' + copied.join('|') + '#' + \
        [...document.querySelectorAll('input')].filter(box => box.checked).map(box => box.value).join() + '#' + \
        document.getElementById('count').textContent + '</pre>'; }, 100); });";
    let script = format!("<script>{acting}</script></body>");
    place.write("dicoba.html", format!("{before}{after}").replace("</body>", &script));
    let Some((shown, _)) = opened(&place.path().join("dicoba.html")) else { return };
    let (_, found) = shown.rsplit_once("<pre>").expect("the script came to its end");
    let found: Vec<&str> = found.split("</pre>").next().expect("the end").split('#').collect();
    let answer = place.read("kirim/data/Indikator1/isian.txt");
    let answer = answer.split("Jawaban:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("an answer");
    assert!(found[0].starts_with(answer) && found[0].contains("|Indikator1a-"), "{found:?}");
    assert_eq!(found[1..], ["2", "1 / 37"], "{found:?}");
}

#[test]
fn nobody_is_kept_out_of_the_page_to_paste_from() {
    let Some(axe) = tools::axe() else { return };
    let place = Place::example("pemalang-2018");
    place.spbe(&["bundle", "-o", "kirim", "--with-findings", "--lang", "id"]).code(0);
    let page = place.read("kirim/data/isian.html");
    assert_eq!(barriers(&place, &page, &axe), Some(String::new()));
}
