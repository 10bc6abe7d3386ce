//! The logo of a report: read, and known to be a picture that every format can show without much work.
//!
//! A workspace may come from anybody. So a drawing is plain shapes and colours: what could make a renderer work for
//! minutes or fill the memory (filters, patterns, pictures within it, copies of copies) is not taken.

mod elements;
mod sheet;
mod work;

use std::io::Read;
use std::path::Path;

use resvg::tiny_skia::Pixmap;
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{Options, Tree};

use crate::model::disk::{LARGEST_LOGO, LogoState};
use crate::store::bag::Packed;
use crate::store::evidence_files::{inside, is_plain};
use crate::store::held;
use crate::store::read::whole;

/// How every PNG picture begins.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The most pixels along a side of a picture.
const MOST_PIXELS: u32 = 2048;
/// How many times as long as wide a drawing may be, or the other way round.
const LONGEST_SHAPE: f32 = 50.0;

/// Reads the logo at a path of the workspace.
pub(super) fn read(root: &Path, file: &str) -> LogoState {
    let Ok((path, metadata)) = inside(root, file) else { return LogoState::Absent };
    if !metadata.is_file() {
        return LogoState::Absent;
    }
    match held::open(&path).and_then(|opened| whole(opened, metadata.len(), LARGEST_LOGO + 1)) {
        Err(_) => LogoState::Absent,
        Ok(bytes) if bytes.len() as u64 > LARGEST_LOGO => LogoState::TooLarge(metadata.len().max(bytes.len() as u64)),
        Ok(bytes) => kind(bytes),
    }
}

/// Reads the logo of a workspace that is packed.
pub(super) fn packed(packed: &Packed, file: &str) -> LogoState {
    if !is_plain(file) {
        return LogoState::Absent;
    }
    let read = |source: &mut dyn Read, size| Ok((whole(source, size, LARGEST_LOGO + 1)?, size));
    match packed.read_of_workspace(file.trim_start_matches("./"), read) {
        None | Some(Err(_)) => LogoState::Absent,
        Some(Ok((bytes, size))) if bytes.len() as u64 > LARGEST_LOGO => LogoState::TooLarge(size),
        Some(Ok((bytes, _))) => kind(bytes),
    }
}

/// Tells what a logo is by its content, whatever its ending says.
fn kind(bytes: Vec<u8>) -> LogoState {
    if bytes.starts_with(PNG) {
        return if is_sound_png(&bytes) { LogoState::Png(bytes.into()) } else { LogoState::Broken };
    }
    let Ok(text) = String::from_utf8(bytes) else { return LogoState::Other };
    if let Some(found) = elements::too_many_attributes(&text) {
        return LogoState::Unfit(found);
    }
    let Ok(drawing) = Document::parse(&text) else {
        return if text.contains("<svg") { LogoState::Broken } else { LogoState::Other };
    };
    if drawing.root_element().tag_name().name() != "svg" {
        return LogoState::Other;
    }
    if let Some(found) = elements::unfit(&drawing) {
        return LogoState::Unfit(found);
    }
    match drawn(&text) {
        Ok(()) => LogoState::Svg(text.into()),
        Err(state) => state,
    }
}

/// Tells whether a picture is of a reasonable size and can be decoded whole; the size is looked at first.
fn is_sound_png(bytes: &[u8]) -> bool {
    let side = |at: usize| bytes.get(at..at + 4).and_then(|side| Some(u32::from_be_bytes(side.try_into().ok()?)));
    let fits = |side: Option<u32>| side.is_some_and(|side| (1..=MOST_PIXELS).contains(&side));
    fits(side(16)) && fits(side(20)) && Pixmap::decode_png(bytes).is_ok()
}

/// Makes the drawing of its text; what a renderer would work on for minutes, or can't render at all, is not taken.
fn drawn(text: &str) -> Result<(), LogoState> {
    let tree = Tree::from_str(text, &Options::default()).map_err(|_| LogoState::Broken)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    if width > height * LONGEST_SHAPE || height > width * LONGEST_SHAPE {
        return Err(LogoState::Broken);
    }
    work::too_much(&tree).map_or(Ok(()), |what| Err(LogoState::Unfit(what.to_owned())))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use resvg::tiny_skia::Pixmap;

    use super::read;
    use crate::model::disk::LogoState;

    fn state(name: &str, bytes: &[u8]) -> LogoState {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(name), bytes).expect("a file");
        read(folder.path(), name)
    }

    fn drawing(content: &str) -> LogoState {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">{content}</svg>");
        state("logo.svg", text.as_bytes())
    }

    #[test]
    fn a_logo_is_known_by_what_it_holds() {
        let picture = Pixmap::new(3, 2).expect("a picture").encode_png().expect("a file");
        assert!(matches!(state("a", &picture), LogoState::Png(_)));
        assert!(matches!(drawing("<path d=\"M0 0h5v5z\"/>"), LogoState::Svg(_)));
        assert_eq!(state("a.jpg", b"\xff\xd8\xff"), LogoState::Other);
        assert_eq!(state("a.svg", "<svg>".repeat(200_000).as_bytes()), LogoState::TooLarge(1_000_000));
    }

    #[test]
    fn a_picture_that_is_cut_off_or_too_large_is_broken() {
        let picture = Pixmap::new(30, 20).expect("a picture").encode_png().expect("a file");
        assert_eq!(state("a.png", &picture[..picture.len() - 20]), LogoState::Broken);
        let mut bomb = picture.clone();
        bomb[16..24].copy_from_slice(&[0, 0, 117, 48, 0, 0, 117, 48]);
        assert_eq!(state("a.png", &bomb), LogoState::Broken);
        assert_eq!(state("a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\""), LogoState::Broken);
    }

    #[test]
    fn what_could_make_a_renderer_work_for_minutes_is_not_taken() {
        for (content, element) in [
            ("<filter id=\"f\"><feTurbulence numOctaves=\"1000000\"/></filter>", "<filter>"),
            ("<image href=\"data:image/png;base64,\"/>", "<image>"),
            ("<use href=\"#a\"/>", "<use>"),
            ("<pattern/>", "<pattern>"),
            ("<text>a</text>", "<text>"),
            ("<script>alert(1)</script>", "<script>"),
        ] {
            assert_eq!(drawing(content), LogoState::Unfit(element.to_owned()));
        }
        assert!(matches!(drawing(&"<g>".repeat(100)), LogoState::Broken));
        assert!(matches!(drawing(&("<g>".repeat(100) + &"</g>".repeat(100))), LogoState::Unfit(_)));
        assert!(matches!(drawing(&"<path/>".repeat(6_000)), LogoState::Unfit(_)));
    }

    #[test]
    fn what_multiplies_work_or_lies_far_out_is_not_taken() {
        let clip = |inner: &str| format!("<clipPath id=\"a\"><rect width=\"9\" height=\"9\" {inner}/></clipPath>");
        let layer = "<g opacity=\".5\"><rect width=\"9\" height=\"9\"/></g>";
        let crowd: String = (0..200).map(|number| format!(" a{number}=\"1\"")).collect();
        for (content, found) in [
            (clip("clip-path=\"url(#b)\""), "clip-path"),
            (clip("style=\"clip-path : url(#b)\""), "clip-path"),
            (format!("<style>.k{{clip-path:url(#b)}}</style>{}", clip("class=\"k\"")), "clip-path"),
            (format!("<style>rect{{clip-path:url(#b)}}</style>{}", clip("")), "clip-path"),
            (layer.repeat(200), "> 100 layers"),
            (format!("<rect{crowd}/>"), "> 100 attributes"),
            ("<rect width=\"9\" height=\"9\" style=\"filter:blur(1000px)\"/>".to_owned(), "filter"),
            ("<rect width=\"9\" height=\"9\" stroke-dasharray=\".0001\"/>".to_owned(), "stroke-dasharray"),
            ("<circle r=\"1e30\" cx=\"1e30\" stroke-width=\"1e30\" stroke=\"red\"/>".to_owned(), "> 1000 × viewBox"),
            ("<rect width=\"9\" height=\"9\"/>".repeat(4_000), "> 300 × paint"),
        ] {
            assert_eq!(drawing(&content), LogoState::Unfit(found.to_owned()), "{found}");
        }
    }

    #[test]
    fn a_logo_as_programs_save_it_is_taken() {
        for content in [
            // Illustrator: classes that clip, on what is not clipped itself.
            "<defs><style>.cls-1{fill:none;}.cls-2{clip-path:url(#clip-path);}</style><clipPath id=\"clip-path\">\
             <rect class=\"cls-1\" width=\"9\" height=\"9\"/></clipPath></defs><g class=\"cls-2\" data-name=\"Layer 1\">\
             <rect width=\"9\" height=\"9\"/></g>",
            // Inkscape: every property there is, most of them switched off.
            "<g style=\"color:#000;font-style:normal;marker:none;filter:none;mask:none;stroke-dasharray:none;\
             enable-background:accumulate;opacity:.5\"><path d=\"M0 0h5v5z\" style=\"fill:#c00\"/></g>",
        ] {
            assert!(matches!(drawing(content), LogoState::Svg(_)), "{content}: {:?}", drawing(content));
        }
    }

    #[test]
    fn a_drawing_without_a_shape_is_broken() {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1000000000\" height=\"1\"/>";
        assert_eq!(state("a.svg", text.as_bytes()), LogoState::Broken);
    }

    #[test]
    fn nothing_outside_of_the_workspace_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        for file in ["../a.png", "/etc/passwd", "none.png", "."] {
            assert_eq!(read(folder.path(), file), LogoState::Absent, "{file}");
        }
    }
}
