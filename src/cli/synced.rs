//! A word on folders that a program keeps alike on several computers.

use std::path::Path;

use crate::bilingual;
use crate::cli::context::Context;
use crate::store::{drive, layout};

/// Says of a workspace in such a folder that nothing keeps two computers from writing at once, and that git is not at home
/// there.
pub(super) fn hint(context: &Context, root: &Path) {
    let Some(program) = drive::program(root) else { return };
    let message = bilingual!(
        "ruang kerja ini berada di folder {program}, yang tidak mencegah dua komputer menulis bersamaan",
        "this workspace lies in a folder of {program}, which keeps no two computers from writing at once"
    );
    let help = bilingual!(
        "cukup satu orang yang menjalankan spbe; yang lain mengisi lembar dari `spbe export --all`",
        "let one person run spbe; the others fill in sheets from `spbe export --all`"
    );
    context.ui.warning(&message, Some(&help));
    if layout::within_repository(root).is_some() {
        let message = bilingual!(
            "`.git` ikut diselaraskan oleh {program} dan dapat rusak",
            "{program} keeps `.git` alike too, which can break it"
        );
        let help = bilingual!(
            "pindahkan ruang kerja ke luar folder itu, atau jangan pakai git di sini",
            "move the workspace out of that folder, or use no git here"
        );
        context.ui.warning(&message, Some(&help));
    }
}
