//! What a dry run shows of a text that would change: the lines that differ, and no others.

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// Shows the lines that differ between two texts, the file's name first.
pub(super) fn lines(file: &str, before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let mut shown = format!("{file}\n");
    let mut show = |mark: char, lines: &[&str]| {
        for line in lines {
            shown += &format!("{mark} {line}\n");
        }
    };
    for step in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (tag, before, after) = step.as_tag_tuple();
        if tag != DiffTag::Equal {
            show('-', &old[before]);
            show('+', &new[after]);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_dry_run_shows_only_the_lines_that_differ() {
        let (before, after) = ("head\na\nb\nc\n", "head\na\nB\nnew\nc\n");
        assert_eq!(lines("x.csv", before, after), "x.csv\n- b\n+ B\n+ new\n");
    }

    #[test]
    fn what_stays_between_two_changes_is_not_shown() {
        let (before, after) = ("a\nb\nc\nd\ne\n", "A\nb\nc\ne\nf\n");
        assert_eq!(lines("x.csv", before, after), "x.csv\n- a\n+ A\n- d\n+ f\n");
    }

    #[test]
    fn a_new_file_is_all_additions_and_an_emptied_one_all_removals() {
        assert_eq!(lines("x.csv", "", "a\nb\n"), "x.csv\n+ a\n+ b\n");
        assert_eq!(lines("x.csv", "a\n", ""), "x.csv\n- a\n");
        assert_eq!(lines("x.csv", "a\n", "a\n"), "x.csv\n");
    }
}
