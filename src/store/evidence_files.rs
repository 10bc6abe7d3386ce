//! The files of the evidence: hashing what is there, and taking in what is added.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, Metadata};
use std::io::{self, Read, Seek};
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::model::disk::{FileState, Flaw, SoundFile};
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::files::EVIDENCE_FOLDER;
use crate::store::drive;
use crate::store::error::{Error, reason};
use crate::store::hash;
use crate::store::held;
use crate::store::pdf::{self, PDF};

/// From how many bytes on it is worth starting threads: hashing less takes under a millisecond.
const WORTH_THREADS: u64 = 1024 * 1024;

/// Looks at every file of the index and hashes it anew, on all cores.
pub(crate) fn states(root: &Path, evidence: &[Evidence]) -> BTreeMap<String, FileState> {
    let files: BTreeSet<&str> = files(evidence).collect();
    let mut folders = Folders::of(root);
    let found: Vec<(&str, Found)> = files.into_iter().map(|file| (file, found(&mut folders, file))).collect();
    let look = |(file, found): (&str, Found)| (file.to_owned(), found.state());
    let size: u64 = found.iter().map(|(_, found)| found.size()).sum();
    // A workspace without evidence, and one with little of it, must not pay for threads.
    if size < WORTH_THREADS {
        return found.into_iter().map(look).collect();
    }
    found.into_par_iter().map(look).collect()
}

/// Lists the files below `evidence/` that the index does not name; what begins with a dot is nobody's evidence.
pub(crate) fn unindexed(root: &Path, evidence: &[Evidence]) -> Vec<String> {
    let known: BTreeSet<String> = files(evidence).map(|file| file.trim_start_matches("./").to_owned()).collect();
    let walk = WalkDir::new(root.join(EVIDENCE_FOLDER)).sort_by_file_name().into_iter();
    let seen = walk.filter_entry(|entry| entry.depth() == 0 || !hidden(entry)).flatten();
    let files = seen.filter(|entry| !entry.file_type().is_dir());
    let relative = files.filter_map(|entry| {
        let parts = entry.path().strip_prefix(root).ok()?.components();
        let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        Some(parts.join("/"))
    });
    let stands_for_known = |file: &str| drive::promised(file).is_some_and(|promised| known.contains(promised));
    relative.filter(|file| !known.contains(file) && !stands_for_known(file)).collect()
}

/// Finds the content of documents that are not where the index says among the files that it does not name.
///
/// A document that was moved or renamed by hand, in another case or Unicode form, or whose path is written with `\`, is
/// known by its digest.
pub(crate) fn moved(
    root: &Path,
    evidence: &[Evidence],
    states: &BTreeMap<String, FileState>,
    unindexed: &[String],
) -> BTreeMap<String, String> {
    let lost = evidence.iter().filter_map(|entry| {
        let file = entry.file.as_ref().filter(|_| entry.kind != EvidenceKind::Link)?;
        let gone = matches!(states.get(&file.value)?, FileState::Missing | FileState::Outside);
        gone.then_some((&file.value, &entry.sha256.as_ref()?.value))
    });
    let lost: Vec<(&String, &String)> = lost.collect();
    if lost.is_empty() {
        return BTreeMap::new();
    }
    let digest = |file: &str| Some(incoming(&inside(root, file).ok()?.0).ok()?.seen.sha256);
    let digests: Vec<Option<String>> = unindexed.par_iter().map(|file| digest(file)).collect();
    let mut there: BTreeMap<&str, &String> = BTreeMap::new();
    for (digest, file) in digests.iter().zip(unindexed) {
        if let Some(digest) = digest {
            there.entry(digest).or_insert(file);
        }
    }
    let now = |digest: &String| there.get(digest.as_str()).map(|file| (*file).clone());
    lost.into_iter().filter_map(|(file, digest)| Some((file.clone(), now(digest)?))).collect()
}

/// Lists the paths of the index as they are written; addresses are left out.
pub(super) fn files(evidence: &[Evidence]) -> impl Iterator<Item = &str> {
    let kept = evidence.iter().filter(|entry| entry.kind != EvidenceKind::Link);
    kept.filter_map(|entry| entry.file.as_ref()).map(|file| file.value.as_str())
}

/// Tells whether a name begins with a dot, as systems name what people should not see.
fn hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

/// What stands at a path of the index, before it is read.
enum Found {
    /// A file, and how large it is.
    File(PathBuf, u64),
    /// Nothing that could be read.
    Other(FileState),
}

impl Found {
    /// Returns how much there is to hash.
    fn size(&self) -> u64 {
        match self {
            Self::File(_, size) => *size,
            Self::Other(_) => 0,
        }
    }

    /// Hashes what is there.
    fn state(self) -> FileState {
        match self {
            Self::File(path, size) => match held::open(&path).and_then(|mut opened| seen(&mut opened, size, &path)) {
                Ok(seen) => of_seen(seen),
                Err(_) if drive::is_elsewhere(&path) => FileState::NotHere,
                Err(error) => FileState::Unreadable(reason(&error)),
            },
            Self::Other(state) => state,
        }
    }
}

/// Hashes a file that should have a size, and looks at whether it will open as what its name says.
fn seen(file: &mut File, size: u64, path: &Path) -> io::Result<SoundFile> {
    let seen = hash::file(file, size)?;
    let part = |from: u64, most: u64| {
        file.seek(io::SeekFrom::Start(from))?;
        let mut bytes = Vec::new();
        file.by_ref().take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let flaw = flaw(&seen, &path.to_string_lossy(), part)?;
    Ok(SoundFile { flaw, ..seen })
}

/// Looks at whether what was seen of a file will open as what its name says; `part` reads from a place on.
pub(super) fn flaw(
    seen: &SoundFile,
    name: &str,
    part: impl FnMut(u64, u64) -> io::Result<Vec<u8>>,
) -> io::Result<Option<Flaw>> {
    if seen.head.starts_with(PDF) {
        return pdf::flaw(seen.size, part);
    }
    // Who is not signed in saves the page that says so.
    let named_pdf = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("pdf"));
    let page = seen.head.trim_ascii_start().first().is_some_and(|first| matches!(first, b'<' | b'{' | b'['));
    Ok((named_pdf && page).then_some(Flaw::WebPage))
}

/// Tells a document from a pointer to one.
pub(super) fn of_seen(seen: SoundFile) -> FileState {
    match pointer(&seen) {
        Some(digest) => FileState::Pointer(digest.to_owned()),
        None => FileState::Sound(seen),
    }
}

/// How a Git LFS pointer begins.
const POINTER: &[u8] = b"version https://git-lfs.github.com/spec/v";

/// Returns the digest that a Git LFS pointer names, in lower-case hexadecimal; nothing for any other file.
fn pointer(seen: &SoundFile) -> Option<&str> {
    let text = std::str::from_utf8(&seen.head).ok().filter(|_| seen.head.starts_with(POINTER))?;
    let digest = text.lines().find_map(|line| line.strip_prefix("oid sha256:"))?.trim();
    let hexadecimal = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    (digest.len() == 64 && digest.bytes().all(hexadecimal)).then_some(digest)
}

/// Finds what stands at a path of the index, without opening it.
fn found(folders: &mut Folders<'_>, file: &str) -> Found {
    Found::Other(match folders.inside(file) {
        Ok((path, metadata)) if metadata.is_file() => return Found::File(path, metadata.len()),
        // A pipe would block and a device would never end.
        Ok(_) => FileState::NotAFile,
        Err(Error::Outside(_)) => FileState::Outside,
        Err(Error::Io { path, source }) if source.kind() == io::ErrorKind::NotFound => {
            if drive::is_promised(&path) {
                FileState::NotHere
            } else {
                FileState::Missing
            }
        }
        // The reason alone: where the workspace lies on this machine is nobody's business.
        Err(Error::Io { source, .. }) => FileState::Unreadable(reason(&source)),
        Err(error) => FileState::Unreadable(error.message()),
    })
}

/// Resolves a path of the index; one that leaves the workspace, by itself or through a link, is refused.
///
/// # Errors
/// The path leaves the workspace, or nothing stands there.
pub(crate) fn inside(root: &Path, file: &str) -> Result<(PathBuf, Metadata), Error> {
    Folders::of(root).inside(file)
}

/// Tells whether a path of the index leads down alone.
pub(super) fn is_plain(file: &str) -> bool {
    let down = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    Path::new(file).components().all(down) && !file.contains('\\')
}

/// The folders of a workspace that are known to be no links, so that each is looked at once.
struct Folders<'a> {
    root: &'a Path,
    plain: BTreeSet<PathBuf>,
}

impl<'a> Folders<'a> {
    /// Begins with no folder of the workspace known.
    fn of(root: &'a Path) -> Self {
        Self { root, plain: BTreeSet::new() }
    }

    /// Resolves a path as [`inside`] does.
    fn inside(&mut self, file: &str) -> Result<(PathBuf, Metadata), Error> {
        let relative = Path::new(file);
        if !is_plain(file) {
            return Err(Error::Outside(relative.to_owned()));
        }
        let mut path = self.root.to_owned();
        let mut parts = relative.components().peekable();
        loop {
            path.extend(parts.next());
            let folder = parts.peek().is_some();
            if folder && self.plain.contains(&path) {
                continue;
            }
            let metadata = path.symlink_metadata().map_err(|error| Error::io(&path, error))?;
            if metadata.is_symlink() {
                return behind_links(self.root, relative);
            }
            if !folder {
                return Ok((path, metadata));
            }
            self.plain.insert(path.clone());
        }
    }
}

/// Resolves a path with links in it; one that leaves the workspace is refused.
fn behind_links(root: &Path, relative: &Path) -> Result<(PathBuf, Metadata), Error> {
    let canonical = |path: &Path| path.canonicalize().map_err(|error| Error::io(path, error));
    let (root, path) = (canonical(root)?, canonical(&root.join(relative))?);
    if !path.starts_with(&root) {
        return Err(Error::Outside(relative.to_owned()));
    }
    let metadata = path.metadata().map_err(|error| Error::io(&path, error))?;
    Ok((path, metadata))
}

/// A file that is about to become evidence.
#[derive(Debug)]
pub(crate) struct Incoming {
    /// Where it comes from.
    pub(crate) path: PathBuf,
    /// What was seen of it.
    pub(crate) seen: SoundFile,
}

impl Incoming {
    /// Tells whether a Git LFS pointer stands there in place of the document.
    pub(crate) fn is_pointer(&self) -> bool {
        pointer(&self.seen).is_some()
    }
}

/// Hashes a file that is about to become evidence.
///
/// # Errors
/// The file can't be read, or is no ordinary file.
pub(crate) fn incoming(path: &Path) -> Result<Incoming, Error> {
    let metadata = path.metadata().map_err(|error| Error::io(path, error))?;
    if !metadata.is_file() {
        return Err(Error::NotAFile(path.to_owned()));
    }
    let mut file = held::open(path).map_err(|error| Error::io(path, error))?;
    let seen = seen(&mut file, metadata.len(), path).map_err(|error| Error::io(path, error))?;
    Ok(Incoming { path: path.to_owned(), seen })
}

/// Refuses a name that a file with other content has: the index does not know that file, and it would be lost.
///
/// # Errors
/// The name is taken, or what has it can't be read.
pub(crate) fn vacant(root: &Path, file: &str, new: &Incoming) -> Result<(), Error> {
    let path = root.join(file);
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    if incoming(&path)?.seen.sha256 == new.seen.sha256 { Ok(()) } else { Err(Error::Occupied(path)) }
}

/// Copies an incoming file into an open one; a file that changed since it was hashed is refused.
///
/// # Errors
/// The copy fails, or the file is no longer what was hashed.
pub(crate) fn copy(incoming: &Incoming, target: &mut File) -> Result<(), Error> {
    let broken = |error| Error::io(&incoming.path, error);
    let mut source = held::open(&incoming.path).map_err(broken)?;
    // One byte more than expected tells a file that grows; without an end to it, the disk would be filled.
    io::copy(&mut source.by_ref().take(incoming.seen.size + 1), target).map_err(broken)?;
    target.rewind().map_err(broken)?;
    let hashed = hash::file(target, incoming.seen.size).map_err(broken)?;
    if hashed.sha256 == incoming.seen.sha256 { Ok(()) } else { Err(Error::Moving(incoming.path.clone())) }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Folders, found, inside};
    use crate::model::disk::FileState;
    use crate::store::hash;

    #[test]
    fn what_stands_at_a_path_is_told_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("evidence/more")).expect("folders");
        fs::write(folder.path().join("evidence/a.txt"), "a").expect("written");
        fs::write(folder.path().join("evidence/more/b.txt"), "b").expect("written");
        let mut folders = Folders::of(folder.path());
        let mut state = |file: &str| found(&mut folders, file).state();
        for (file, content) in [("evidence/a.txt", "a"), ("./evidence//more/b.txt", "b")] {
            let FileState::Sound(seen) = state(file) else { panic!("{file}") };
            assert_eq!(seen.sha256, hash::bytes(content.as_bytes()));
        }
        assert_eq!(state("evidence/c.txt"), FileState::Missing);
        assert_eq!(state("evidence/more"), FileState::NotAFile);
        assert_eq!(state("evidence/more/"), FileState::NotAFile);
        assert_eq!(state(""), FileState::NotAFile);
        let FileState::Unreadable(why) = state("evidence/a.txt/b") else { panic!("a file is no folder") };
        assert!(!why.en.contains(&*folder.path().to_string_lossy()), "{}", why.en);
        for file in ["../a.txt", "/etc/passwd", "evidence/../../a.txt", "evidence\\a.txt"] {
            assert_eq!(state(file), FileState::Outside, "{file}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_found_at_every_depth_and_below_folders_that_were_seen_before() {
        use std::os::unix::fs::symlink;
        let outside = tempfile::tempdir().expect("a folder");
        fs::write(outside.path().join("a.txt"), "of somebody else").expect("written");
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("evidence/more")).expect("folders");
        fs::write(folder.path().join("evidence/more/a.txt"), "a").expect("written");
        symlink(outside.path(), folder.path().join("evidence/more/out")).expect("linked");
        symlink(outside.path(), folder.path().join("out")).expect("linked");
        symlink("more", folder.path().join("evidence/in")).expect("linked");
        symlink(outside.path().join("a.txt"), folder.path().join("evidence/a.txt")).expect("linked");
        let mut folders = Folders::of(folder.path());
        let mut state = |file: &str| found(&mut folders, file).state();
        assert!(matches!(state("evidence/more/a.txt"), FileState::Sound(_)));
        for file in
            ["evidence/more/out/a.txt", "evidence/more/out/", "out/a.txt", "evidence/a.txt", "evidence/more/out"]
        {
            assert_eq!(state(file), FileState::Outside, "{file}");
            assert!(inside(folder.path(), file).is_err(), "{file}");
        }
        assert!(matches!(state("evidence/in/a.txt"), FileState::Sound(_)), "a link that stays within is followed");
        assert_eq!(state("evidence/in"), FileState::NotAFile);
    }
}
