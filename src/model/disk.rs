//! What was seen on disk beside the texts: digests and files, as plain facts for the rules.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::text::bilingual::Bilingual;

/// The facts about the files of a workspace that no text says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disk {
    /// The SHA-256 digest of `instrument.yaml` as it is now, in lower-case hexadecimal.
    pub(crate) instrument_sha256: Option<String>,
    /// What stands where the evidence index says a file is, by the path in the index.
    pub(crate) evidence: BTreeMap<String, FileState>,
    /// Files in `evidence/` that the index does not name, relative to the workspace.
    pub(crate) unindexed: Vec<String>,
    /// Files in `evidence/` that systems and programs leave behind, relative to the workspace.
    pub(crate) litter: Vec<String>,
    /// Where the content of a document lies that is not where the index says, by the path in the index.
    pub(crate) moved: BTreeMap<String, String>,
    /// Files in `scores/` and `approvals/` that belong to no member, relative to the workspace.
    pub(crate) stray_files: Vec<String>,
    /// Names at the top of the workspace that were meant for another one, each with that.
    pub(crate) misnamed: Vec<(String, String)>,
    /// Copies that programs which keep folders alike made, each with the file that it is a copy of.
    pub(crate) copies: Vec<(String, String)>,
    /// Whether git keeps the workspace and is told nothing about its line ends and merges.
    pub(crate) lacks_git_attributes: bool,
    /// What stands where `report.toml` says the logo is; absent where it names none.
    pub(crate) logo: Option<LogoState>,
}

/// What stands at the path of the logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LogoState {
    /// A PNG picture.
    Png(Arc<[u8]>),
    /// An SVG drawing.
    Svg(Arc<str>),
    /// Nothing that can be read, a path that leaves the workspace, or a folder.
    Absent,
    /// A file of another kind.
    Other,
    /// A picture that can't be decoded whole, has no size, or has too many pixels.
    Broken,
    /// A drawing with something that a logo may not have, which is named.
    Unfit(String),
    /// A file that is too large for a logo, with its size in bytes.
    TooLarge(u64),
}

/// The most bytes of a logo: every report carries it.
pub(crate) const LARGEST_LOGO: u64 = 512 * 1024;

/// What stands at a path of the evidence index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileState {
    /// A file that was read.
    Sound(SoundFile),
    /// A Git LFS pointer, which names the digest of a document that is not here.
    Pointer(String),
    /// Nothing.
    Missing,
    /// A file that a shared drive shows and has not brought to this computer.
    NotHere,
    /// A path that leaves the workspace, by itself or through a link; it was not followed.
    Outside,
    /// A folder, a pipe or a device.
    NotAFile,
    /// A file that could not be read, with the system's reason.
    Unreadable(Bilingual),
}

/// What was seen of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SoundFile {
    /// The SHA-256 digest of what it holds now, in lower-case hexadecimal.
    pub(crate) sha256: String,
    /// How many bytes it has.
    pub(crate) size: u64,
    /// Its first bytes, at most [`HEAD`].
    pub(crate) head: Vec<u8>,
    /// What will keep it from being opened, where that is seen.
    pub(crate) flaw: Option<Flaw>,
}

/// What keeps a document from being opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// A PDF that ends early.
    CutOff,
    /// A PDF that is locked.
    Locked,
    /// A web page, or data of one, under the name of a PDF.
    WebPage,
}

/// How many of the first bytes of a file are kept: enough to tell what kind of file it is, and to
/// hold a Git LFS pointer.
pub(crate) const HEAD: usize = 256;
