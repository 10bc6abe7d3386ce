//! The next things of one member, the earliest first.

use crate::bilingual;
use crate::result::progress::members::{Lack, MemberProgress, Todo};
use crate::terminal::page::{FAINT, GOOD, PLAIN, Page, STRONG};
use crate::terminal::status::{Layout, whole};
use crate::text::bilingual::Bilingual;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// Writes the next things of a member.
pub(super) fn write(page: &mut Page, layout: Layout<'_>, member: &MemberProgress<'_>) {
    whole::head(page, layout);
    page.blank();
    page.paragraph(STRONG, "", &format!("{} ({})", on_one_line(member.name), on_one_line(member.id)), layout.width);
    let (done, due) = (member.tasks.len() - member.missing().count(), member.tasks.len());
    let count = match due {
        0 => Bilingual::fixed("belum ditugaskan menilai", "nothing is assigned"),
        _ => bilingual!("{done} dari {due} nilai masuk", "{done} of {due} scores in"),
    };
    page.paragraph(PLAIN, "", &layout.say(&count), layout.width);
    page.blank();
    let Some(first) = member.todos.first() else {
        let nothing = Bilingual::fixed("Tidak ada yang perlu dikerjakan.", "There is nothing to do.");
        return page.line(GOOD, &layout.say(&nothing));
    };
    let pairs: Vec<(String, String)> = member.todos.iter().map(|todo| pair(layout, todo)).collect();
    layout.pairs(page, &pairs);
    page.blank();
    let next = command(first, member.id);
    let next = layout.say(&next);
    page.paragraph(FAINT, "", &layout.say(&bilingual!("Berikutnya: `{next}`", "Next: `{next}`")), layout.width);
}

/// Writes a row: its name, what is missing, and until when.
fn pair(layout: Layout<'_>, todo: &Todo<'_>) -> (String, String) {
    let lacks: Vec<&str> = todo.lacks.iter().map(|lack| lack.label(layout.language)).collect();
    let (name, lacks) = (on_one_line(&todo.line.name(layout.language)), lacks.join(", "));
    let due = layout.due(todo.due).map(|due| format!("; {due}")).unwrap_or_default();
    let text = bilingual!("{name}: kurang {lacks}{due}", "{name}: {lacks} missing{due}");
    (todo.line.row.to_string(), layout.say(&text))
}

/// The command that does the first thing that is missing.
fn command(todo: &Todo<'_>, id: &str) -> Bilingual {
    let row = todo.line.row;
    match todo.lacks.first() {
        Some(Lack::Decision) => bilingual!(
            "spbe agree {row} --level N --by {id} --reason ALASAN",
            "spbe agree {row} --level N --by {id} --reason TEXT"
        ),
        Some(Lack::Agreement | Lack::Mending) => bilingual!("spbe show {row}", "spbe show {row}"),
        Some(Lack::Approval) => bilingual!("spbe approve {row} --by {id}", "spbe approve {row} --by {id}"),
        Some(Lack::Evidence) => {
            bilingual!("spbe score {row} --by {id} --evidence ID", "spbe score {row} --by {id} --evidence ID")
        }
        Some(Lack::Explanation) => {
            bilingual!("spbe score {row} --by {id} --explanation TEKS", "spbe score {row} --by {id} --explanation TEXT")
        }
        Some(Lack::Score) | None => bilingual!(
            "spbe score {row} --level N --by {id} --evidence ID --explanation TEKS",
            "spbe score {row} --level N --by {id} --evidence ID --explanation TEXT"
        ),
    }
}
