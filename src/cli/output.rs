//! What a command gives back as a file: written to `-o`, or to standard output.

use std::path::Path;
use std::sync::Arc;

use anstream::adapter::strip_str;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::model::disk::LogoState;
use crate::paper::document::Document;
use crate::paper::document::look::{Logo, Look};
use crate::paper::format::{DocumentFormat, render, unreadable};
use crate::store::load::Loaded;
use crate::store::{layout, write};
use crate::text::visible::visible;

/// Refuses to write bytes that no terminal can show to a terminal.
pub(super) fn refuse_terminal(context: &Context, file: Option<&Path>, is_text: bool) -> Result<(), Failure> {
    let to_file = file.is_some_and(|file| file != Path::new("-"));
    if is_text || to_file || !context.ui.terminal() {
        return Ok(());
    }
    let message = bilingual!("terminal tidak dapat menampilkan berkas ini", "a terminal can't show this file");
    let help = bilingual!("sebut berkasnya dengan `-o BERKAS`", "name a file with `-o FILE`");
    Err(Failure::new(message).help(help))
}

/// Writes the bytes.
pub(super) fn write(context: &Context, file: Option<&Path>, bytes: &[u8], is_text: bool) -> Result<(), Failure> {
    let Some(file) = file.filter(|file| *file != Path::new("-")) else {
        return match std::str::from_utf8(bytes) {
            Ok(text) if is_text => context.ui.data(text),
            _ => context.ui.bytes(bytes),
        };
    };
    let path = context.path(file);
    let shown = path.display();
    if path.to_string_lossy().to_ascii_uppercase().ends_with("::$DATA") {
        let message = bilingual!("`{shown}` menyebut isi berkas lain", "`{shown}` names the content of another file");
        return Err(Failure::new(message).help(bilingual!("sebut berkasnya saja", "name the file alone")));
    }
    if let Some(own) = layout::own_file(&path) {
        let message = bilingual!(
            "`{own}` adalah berkas ruang kerja dan tidak ditimpa",
            "`{own}` is a file of the workspace and is not written over"
        );
        let help = bilingual!(
            "tulis ke berkas lain, misalnya ke folder `report`",
            "write to another file, such as one in a folder `report`"
        );
        return Err(Failure::new(message).help(help));
    }
    if context.dry_run {
        context.ui.done(&bilingual!("`{shown}` akan ditulis.", "`{shown}` would be written."));
        return Ok(());
    }
    // Whatever the terminal can show, a file holds the text alone.
    let plain = std::str::from_utf8(bytes).ok().filter(|_| is_text).map(|text| strip_str(text).to_string());
    write::output(&path, plain.as_deref().map_or(bytes, str::as_bytes))?;
    context.ui.done(&bilingual!("`{shown}` ditulis.", "Wrote `{shown}`."));
    Ok(())
}

/// How many letters are named at most.
const NAMED: usize = 10;

/// Renders a document, and names the letters that its reader will see as boxes.
pub(super) fn rendered(context: &Context, document: &Document, format: DocumentFormat) -> Vec<u8> {
    let unreadable = unreadable(document, format);
    if !unreadable.is_empty() {
        let count = unreadable.len();
        let letter = |letter: &char| format!("{} (U+{:04X})", visible(&letter.to_string()), u32::from(*letter));
        let named: Vec<String> = unreadable.iter().take(NAMED).map(letter).collect();
        let more = if count > NAMED { ", …" } else { "" };
        let named = format!("{}{more}", named.join(", "));
        let message = bilingual!(
            "{count} huruf tidak ada dalam font PDF dan menjadi kotak: {named}",
            "{count} letters are in no font of the PDF and become boxes: {named}"
        );
        let help = bilingual!(
            "ganti huruf itu, atau buat DOCX atau HTML, yang memakai font komputer pembacanya",
            "replace them, or make a DOCX or HTML file, which takes the fonts of its reader's computer"
        );
        context.ui.warning(&message, Some(&help));
    }
    render(document, format)
}

/// Returns the look that `report.toml` asks for, and says if its logo can't be used.
pub(super) fn look(context: &Context, loaded: &Loaded) -> Look {
    let presentation = &loaded.workspace.presentation;
    let accent = presentation.accent.as_ref().map(|accent| accent.value);
    let logo = match &loaded.disk.logo {
        Some(LogoState::Png(bytes)) => Some(Logo::Png(Arc::clone(bytes))),
        Some(LogoState::Svg(text)) => Some(Logo::Svg(Arc::clone(text))),
        _ => None,
    };
    let look = Look { signature_tags: presentation.signature_tags.clone(), ..Look::new(accent, logo) };
    if let (Some(logo), None) = (&presentation.logo, &look.logo) {
        let path = &logo.value;
        let message = bilingual!("logo `{path}` tidak dapat dipakai", "the logo `{path}` can't be used");
        let help = bilingual!(
            "simpan logo sebagai PNG atau SVG di dalam folder evaluasi, paling besar 512 KiB",
            "store the logo as PNG or SVG inside the workspace, at most 512 KiB"
        );
        context.ui.warning(&message, Some(&help));
    }
    look
}
