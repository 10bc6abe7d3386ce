//! Words that must fit into a drawing, where nothing breaks lines by itself.

/// How wide a letter is on average, in parts of the size of its font: Lato has 0.52, the widest of the fonts that a
/// browser may take instead 0.6.
const LETTER: f64 = 0.58;

/// Breaks a text into lines of about this width; what does not fit into so many lines ends in an ellipsis.
pub(super) fn wrapped(text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
    let room = (width / (size * LETTER)).floor().max(4.0) as usize;
    let mut lines: Vec<String> = Vec::new();
    for (space, part) in text.split_whitespace().flat_map(parts) {
        match lines.last_mut() {
            Some(line) if length(line) + space.len() + length(part) <= room => {
                line.push_str(space);
                line.push_str(part);
            }
            _ => lines.push(part.to_owned()),
        }
    }
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(rest);
    }
    lines.into_iter().map(|line| cut(&line, room)).collect()
}

/// Parts a word behind its hyphens and slashes, where it may break too; each part with the space before it.
fn parts(word: &str) -> impl Iterator<Item = (&'static str, &str)> {
    word.split_inclusive(['-', '/']).enumerate().map(|(number, part)| (if number == 0 { " " } else { "" }, part))
}

/// Cuts a text to one line of about this width.
pub(super) fn on_one_line(text: &str, size: f64, width: f64) -> String {
    wrapped(text, size, width, 1).pop().unwrap_or_default()
}

fn cut(text: &str, room: usize) -> String {
    if length(text) <= room {
        return text.to_owned();
    }
    let kept: String = text.chars().take(room.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::{on_one_line, wrapped};

    #[test]
    fn a_text_breaks_between_words_and_ends_in_an_ellipsis() {
        let text = "Kebijakan Internal Tata Kelola SPBE";
        assert_eq!(wrapped(text, 10.0, 110.0, 3).join("|"), "Kebijakan Internal|Tata Kelola SPBE");
        assert_eq!(wrapped(text, 10.0, 60.0, 3).join("|"), "Kebijakan|Internal|Tata Kelo…");
        assert_eq!(on_one_line(text, 10.0, 110.0), "Kebijakan Interna…");
        assert_eq!(on_one_line("Tata\nKelola", 10.0, 100.0), "Tata Kelola");
        assert_eq!(on_one_line("", 10.0, 100.0), "");
        assert_eq!(
            wrapped("Electronic government-administration", 10.0, 90.0, 3).join("|"),
            "Electronic|government-|administration"
        );
    }
}
