//! Spellings: every value that is understood is written the usual way, at its place.

use std::ops::Range;

use crate::diagnostic::finding::Finding;

/// Puts every fix in its place; of two for one place, the first.
pub(super) fn apply(text: &str, findings: &[Finding], spell: impl Fn(&str, &str) -> String) -> String {
    let mut fixes: Vec<(Range<usize>, &str)> = findings.iter().filter_map(fix).collect();
    fixes.sort_by_key(|(span, _)| span.start);
    let mut fixed = String::with_capacity(text.len());
    let mut done = 0;
    for (span, new) in fixes {
        if span.start < done {
            continue;
        }
        fixed.push_str(&text[done..span.start]);
        fixed.push_str(&spell(&text[span.clone()], new));
        done = span.end;
    }
    fixed.push_str(&text[done..]);
    fixed
}

/// Returns what a finding would put where; nothing where it has no fix, or no bytes to put it in place of.
fn fix(finding: &Finding) -> Option<(Range<usize>, &str)> {
    let span = finding.place.as_ref()?.span.clone()?;
    Some((span, finding.fix.as_deref()?))
}

/// Takes a byte order mark off and makes every line end with one newline.
pub(super) fn lines(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    if text.is_empty() || text.ends_with('\n') { text } else { text + "\n" }
}
