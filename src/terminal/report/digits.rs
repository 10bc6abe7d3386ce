//! A number in large digits, three lines high: five dots by three, two dots a line.

/// The dots of a character, row by row; the highest bit is the left dot.
fn dots(character: char) -> Option<(u32, [u8; 5])> {
    Some(match character {
        '0' => (3, [0b111, 0b101, 0b101, 0b101, 0b111]),
        '1' => (3, [0b110, 0b010, 0b010, 0b010, 0b111]),
        '2' => (3, [0b111, 0b001, 0b111, 0b100, 0b111]),
        '3' => (3, [0b111, 0b001, 0b111, 0b001, 0b111]),
        '4' => (3, [0b101, 0b101, 0b111, 0b001, 0b001]),
        '5' => (3, [0b111, 0b100, 0b111, 0b001, 0b111]),
        '6' => (3, [0b111, 0b100, 0b111, 0b101, 0b111]),
        '7' => (3, [0b111, 0b001, 0b001, 0b001, 0b001]),
        '8' => (3, [0b111, 0b101, 0b111, 0b101, 0b111]),
        '9' => (3, [0b111, 0b101, 0b111, 0b001, 0b111]),
        '.' => (1, [0, 0, 0, 0, 1]),
        ',' => (1, [0, 0, 0, 1, 1]),
        _ => return None,
    })
}

/// Draws a number; characters that no number has are left out.
pub(super) fn large(number: &str) -> [String; 3] {
    let mut lines = [String::new(), String::new(), String::new()];
    for (width, rows) in number.chars().filter_map(dots) {
        for (index, line) in lines.iter_mut().enumerate() {
            let (upper, lower) = (rows[index * 2], rows.get(index * 2 + 1).copied().unwrap_or_default());
            if !line.is_empty() {
                line.push(' ');
            }
            for column in (0..width).rev() {
                line.push(block((upper >> column) & 1 == 1, (lower >> column) & 1 == 1));
            }
        }
    }
    lines
}

/// Returns the character that shows two dots, one above the other.
fn block(upper: bool, lower: bool) -> char {
    match (upper, lower) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::large;

    #[test]
    fn a_number_is_drawn_with_its_decimal_mark() {
        assert_eq!(large("2,64"), ["▀▀█   █▀▀ █ █", "█▀▀ ▄ █▀█ ▀▀█", "▀▀▀ ▀ ▀▀▀   ▀"]);
        assert_eq!(large("1.0")[2], "▀▀▀ ▀ ▀▀▀");
    }
}
