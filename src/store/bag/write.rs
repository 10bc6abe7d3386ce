//! Writing a bag: streamed, the same bytes each time, and in place all at once.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::bilingual;
use crate::store::bag::names::Names;
use crate::store::bag::{DECLARATION, DECLARED, INFO, MANIFEST, PAYLOAD, TAG_MANIFEST, manifest};
use crate::store::disk::{Disk, Real, sweep, temporary_folder};
use crate::store::error::Error;
use crate::store::evidence_files::Incoming;
use crate::store::hash;
use crate::store::route::folder_of;
use crate::store::write::make_folder;
use crate::text::bilingual::Bilingual;
use crate::text::digest;
use crate::text::slug::extension;

/// The endings of files that are packed already: packing them again costs time and gains nothing.
const PACKED: [&str; 9] = ["pdf", "docx", "xlsx", "pptx", "png", "jpg", "jpeg", "zip", "mp4"];

/// A bag that is to be written.
#[derive(Debug)]
pub(crate) struct Bag {
    /// The name of its folder.
    pub(crate) name: String,
    /// What is said about it, in order.
    pub(crate) info: Vec<(&'static str, String)>,
    /// Its payload, by path below `data/`.
    pub(crate) pieces: BTreeMap<String, Piece>,
}

/// A file of the payload.
#[derive(Debug)]
pub(crate) struct Piece {
    /// What it holds.
    pub(crate) content: Content,
    /// Its digest.
    pub(crate) sha256: String,
}

/// What a file of a bag holds.
#[derive(Debug)]
pub(crate) enum Content {
    /// What was made.
    Made(Vec<u8>),
    /// A copy of a file of the workspace.
    Copied(Incoming),
}

impl Piece {
    /// Makes the piece of what was made.
    pub(crate) fn made(bytes: Vec<u8>) -> Self {
        Self { sha256: digest::of(&bytes), content: Content::Made(bytes) }
    }

    /// Makes the piece of a file of the workspace.
    pub(crate) fn copied(incoming: Incoming) -> Self {
        Self { sha256: incoming.seen.sha256.clone(), content: Content::Copied(incoming) }
    }

    /// Returns how many bytes it has.
    fn size(&self) -> u64 {
        match &self.content {
            Content::Made(bytes) => bytes.len() as u64,
            Content::Copied(incoming) => incoming.seen.size,
        }
    }

    /// Writes it; a file that is no longer what was digested is refused.
    fn write(&self, target: &mut impl Write) -> Result<(), Error> {
        match &self.content {
            Content::Made(bytes) => target.write_all(bytes).map_err(|error| Error::io(Path::new(""), error)),
            Content::Copied(incoming) => copy(incoming, target),
        }
    }
}

/// Copies a file into a bag and digests it on the way.
fn copy(incoming: &Incoming, target: &mut impl Write) -> Result<(), Error> {
    let broken = |error| Error::io(&incoming.path, error);
    let source = crate::store::held::open(&incoming.path).map_err(broken)?;
    let mut through = Through { source: source.take(incoming.seen.size + 1), target, failed: None };
    let seen = hash::file(&mut through, incoming.seen.size).map_err(broken);
    if let Some(error) = through.failed {
        return Err(Error::io(Path::new(""), error));
    }
    if seen?.sha256 == incoming.seen.sha256 { Ok(()) } else { Err(Error::Moving(incoming.path.clone())) }
}

/// A source of which everything that is read is written elsewhere too.
struct Through<'t, R, W> {
    source: R,
    target: &'t mut W,
    failed: Option<io::Error>,
}

impl<R: Read, W: Write> Read for Through<'_, R, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        if let Err(error) = self.target.write_all(&buffer[..read]) {
            self.failed = Some(error);
            return Err(io::ErrorKind::Other.into());
        }
        Ok(read)
    }
}

impl Bag {
    /// Looks at the names of the files as a receiver will.
    ///
    /// # Errors
    /// The name that no bag may hold.
    pub(crate) fn admissible(&self) -> Result<(), Bilingual> {
        let mut names = Names::default();
        self.pieces.keys().try_for_each(|path| names.take(&format!("{PAYLOAD}/{path}")))
    }

    /// Returns the digest of the bag: that of its manifest of manifests.
    pub(crate) fn receipt(&self) -> String {
        let tags = self.tags();
        digest::of(tags[tags.len() - 1].1.as_bytes())
    }

    /// Returns the files beside the payload, the manifest of manifests last.
    fn tags(&self) -> Vec<(&'static str, String)> {
        let bytes: u64 = self.pieces.values().map(Piece::size).sum();
        let oxum = format!("{bytes}.{}", self.pieces.len());
        let said = self.info.iter().map(|(key, value)| (*key, value)).chain([("Payload-Oxum", &oxum)]);
        let info: String = said.map(|(key, value)| format!("{key}: {}\n", value.replace(['\n', '\r'], " "))).collect();
        let paths: Vec<(String, &str)> =
            self.pieces.iter().map(|(path, piece)| (format!("{PAYLOAD}/{path}"), piece.sha256.as_str())).collect();
        let payload = manifest::written(paths.iter().map(|(path, digest)| (path.as_str(), *digest)));
        let mut tags = vec![(INFO, info), (DECLARATION, DECLARED.to_owned()), (MANIFEST, payload)];
        let digests: Vec<(&str, String)> =
            tags.iter().map(|(name, text)| (*name, digest::of(text.as_bytes()))).collect();
        let all = manifest::written(digests.iter().map(|(name, digest)| (*name, digest.as_str())));
        tags.push((TAG_MANIFEST, all));
        tags
    }

    /// Packs the bag into a ZIP archive, put in place all at once; `step` is called behind each file of the payload.
    ///
    /// # Errors
    /// The disk refuses, or a file changed since it was digested.
    pub(crate) fn pack(&self, path: &Path, step: &dyn Fn()) -> Result<(), Error> {
        let folder = folder_of(path);
        let broken = |error| Error::io(path, error);
        sweep(folder);
        let mut target = Real.create(folder).map_err(broken)?;
        self.zip(target.as_file_mut(), step).map_err(|error| named(error, path))?;
        Real.sync(target.as_file()).map_err(broken)?;
        Real.rename(target, path).map_err(broken)?;
        Real.flush(folder).map_err(broken)
    }

    /// Writes the archive.
    fn zip(&self, target: &mut (impl Write + Seek), step: &dyn Fn()) -> Result<(), Error> {
        let broken = |error: zip::result::ZipError| Error::io(Path::new(""), io::Error::from(error));
        let mut archive = ZipWriter::new(target);
        for (name, text) in self.tags() {
            archive.start_file(format!("{}/{name}", self.name), options(name, 0)).map_err(broken)?;
            archive.write_all(text.as_bytes()).map_err(|error| Error::io(Path::new(""), error))?;
        }
        for (name, piece) in &self.pieces {
            let path = format!("{}/{PAYLOAD}/{name}", self.name);
            archive.start_file(path, options(name, piece.size())).map_err(broken)?;
            piece.write(&mut archive)?;
            step();
        }
        archive.finish().map_err(broken).map(drop)
    }

    /// Writes the bag into a folder that is not there yet, put in place all at once.
    ///
    /// # Errors
    /// As those of [`Self::pack`].
    pub(crate) fn lay_out(&self, path: &Path, step: &dyn Fn()) -> Result<(), Error> {
        let above = folder_of(path);
        let broken = |error| Error::io(path, error);
        let folder = temporary_folder(above).map_err(broken)?;
        for (name, text) in self.tags() {
            fs::write(folder.path().join(name), text).map_err(broken)?;
        }
        for (name, piece) in &self.pieces {
            let file = folder.path().join(PAYLOAD).join(name);
            make_folder(folder_of(&file))?;
            let mut target = File::create(&file).map_err(broken)?;
            piece.write(&mut target).map_err(|error| named(error, path))?;
            Real.sync(&target).map_err(broken)?;
            step();
        }
        let made: PathBuf = folder.keep();
        fs::rename(&made, path).map_err(|error| {
            // Nothing half-made stays behind.
            let _ = fs::remove_dir_all(&made);
            broken(error)
        })?;
        Real.flush(above).map_err(broken)
    }
}

/// Names the bag in a failure that knows of none.
fn named(error: Error, bag: &Path) -> Error {
    match error {
        Error::Io { path, source } if path.as_os_str().is_empty() => Error::io(bag, source),
        other => other,
    }
}

/// Returns how a file is packed: always alike, whatever the clock and the machine say.
fn options(name: &str, size: u64) -> SimpleFileOptions {
    let method = match PACKED.contains(&extension(name).as_str()) {
        true => CompressionMethod::Stored,
        false => CompressionMethod::Deflated,
    };
    let plain = SimpleFileOptions::default().compression_method(method).unix_permissions(0o644);
    plain.last_modified_time(zip::DateTime::default()).large_file(size >= u64::from(u32::MAX) / 2)
}

/// Refuses a place at which something stands that a bag may not replace.
///
/// # Errors
/// What stands there.
pub(crate) fn vacant(path: &Path, packed: bool) -> Result<(), Bilingual> {
    let shown = path.display();
    match path.symlink_metadata() {
        Err(_) => Ok(()),
        Ok(metadata) if packed && metadata.is_file() => Ok(()),
        Ok(metadata)
            if !packed && metadata.is_dir() && path.read_dir().is_ok_and(|mut entries| entries.next().is_none()) =>
        {
            Ok(())
        }
        Ok(_) => Err(bilingual!("`{shown}` sudah ada dan tidak diganti", "`{shown}` exists and is not replaced")),
    }
}
