//! What one unit owns, and what is wanted of it until when.

use crate::bilingual;
use crate::result::progress::units::UnitProgress;
use crate::result::wanted::{Need, Want};
use crate::terminal::page::{PLAIN, Page, STRONG};
use crate::terminal::status::{Layout, whole};
use crate::text::bilingual::Bilingual;
use crate::text::visible::on_one_line;

/// Writes the rows of a unit.
pub(super) fn write(page: &mut Page, layout: Layout<'_>, unit: &UnitProgress<'_>) {
    whole::head(page, layout);
    page.blank();
    page.paragraph(STRONG, "", &on_one_line(unit.name), layout.width);
    let (all, lacking) = (unit.needs.len(), unit.lacking().count());
    let indicators = if all == 1 { "indicator" } else { "indicators" };
    let count =
        bilingual!("{all} indikator, {lacking} tanpa data dukung", "{all} {indicators}, {lacking} without evidence");
    page.paragraph(PLAIN, "", &layout.say(&count), layout.width);
    page.blank();
    let pairs: Vec<(String, String)> = unit.needs.iter().map(|need| pair(layout, need)).collect();
    layout.pairs(page, &pairs);
}

/// Writes a row: its name, its level, what is wanted, and until when.
fn pair(layout: Layout<'_>, need: &Need<'_>) -> (String, String) {
    let name = on_one_line(&need.line.name(layout.language));
    let (standing, reason) = (layout.say(&need.standing(layout.numbers)), layout.say(&need.reason(layout.numbers)));
    // What only leads on has no day: nobody waits for it.
    let due = layout.due(need.due).filter(|_| need.is_lacking()).map(|due| format!("; {due}")).unwrap_or_default();
    let lead = if matches!(need.wanted, Want::Next(_)) {
        layout.say(&bilingual!("menuju target, ", "towards the target, "))
    } else {
        String::new()
    };
    let served: Vec<String> = need.served.iter().map(|served| on_one_line(&served.title)).collect();
    let served = match served.as_slice() {
        _ if need.wanted == Want::Nothing => Bilingual::fixed("", ""),
        [] => Bilingual::fixed("", ""),
        titles => {
            let titles = titles.join("; ");
            bilingual!(". Tahun lalu: {titles}", ". Last year: {titles}")
        }
    };
    let served = layout.say(&served);
    (need.line.row.to_string(), format!("{name}: {standing}; {lead}{reason}{due}{served}"))
}
