//! Whether a bag is whole: every file that its manifests name is there as they name it, and no other.

use std::collections::{BTreeMap, BTreeSet};

use crate::bilingual;
use crate::store::bag::files::BagFiles;
use crate::store::bag::{DECLARATION, DECLARED, INFO, MANIFEST, PAYLOAD, TAG_MANIFEST, manifest};
use crate::store::error::reason;
use crate::store::{hash, read};
use crate::text::bilingual::Bilingual;

/// The most bytes of a manifest.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// What was seen of a bag.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sealed {
    /// What is wrong with it; nothing where it is whole.
    pub(crate) faults: Vec<Bilingual>,
    /// The digest of every file of the payload as it is, by its name below `data/`.
    pub(crate) digests: BTreeMap<String, String>,
    /// What is said about the bag.
    pub(crate) info: BTreeMap<String, String>,
    /// The digest of the bag: that of its manifest of manifests, the same whether it is packed or not.
    pub(crate) receipt: String,
}

/// Digests every file of a bag and holds it against the manifests; `step` is called behind each.
pub(crate) fn sealed(files: &BagFiles, step: &dyn Fn()) -> Sealed {
    let mut sealed = Sealed::default();
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    let is_payload = |name: &str| name.starts_with(&format!("{PAYLOAD}/"));
    let mut bytes = 0;
    for (name, size) in files.names() {
        match files.read(name, |mut file, size| hash::file(&mut file, size)) {
            Some(Ok(found)) if found.size == size => {
                seen.insert(name, found.sha256);
            }
            Some(Err(error)) => {
                let Bilingual { id, en } = reason(&error);
                sealed.faults.push(bilingual!("`{name}` tidak dapat dibaca: {id}", "`{name}` can't be read: {en}"));
            }
            _ => sealed.faults.push(bilingual!("`{name}` berubah selagi dibaca", "`{name}` changed while it was read")),
        }
        bytes += if is_payload(name) { size } else { 0 };
        step();
    }
    let texts = [DECLARATION, INFO, MANIFEST, TAG_MANIFEST].map(|name| text(files, name));
    let [declaration, info, payload, tags] = texts.map(|text| text.unwrap_or_default());
    if declaration != DECLARED {
        sealed.faults.push(bilingual!(
            "`{DECLARATION}` bukan BagIt 1.0 dalam UTF-8",
            "`{DECLARATION}` is not that of BagIt 1.0 in UTF-8"
        ));
    }
    sealed.hold(MANIFEST, &payload, seen.iter().filter(|(name, _)| is_payload(name)));
    let of_tags = |name: &str| !is_payload(name) && name != TAG_MANIFEST;
    sealed.hold(TAG_MANIFEST, &tags, seen.iter().filter(|(name, _)| of_tags(name)));
    sealed.info = info
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(key, value)| (key.to_owned(), value.trim().to_owned()))
        .collect();
    let count = seen.keys().filter(|name| is_payload(name)).count();
    let oxum = format!("{bytes}.{count}");
    if sealed.info.get("Payload-Oxum").is_some_and(|said| *said != oxum) {
        sealed
            .faults
            .push(bilingual!("Payload-Oxum di `{INFO}` bukan {oxum}", "the Payload-Oxum of `{INFO}` is not {oxum}"));
    }
    sealed.receipt = seen.get(TAG_MANIFEST).cloned().unwrap_or_default();
    let payload = seen
        .into_iter()
        .filter_map(|(name, digest)| Some((name.strip_prefix(PAYLOAD)?.strip_prefix('/')?.to_owned(), digest)));
    sealed.digests = payload.collect();
    sealed
}

impl Sealed {
    /// Holds files against a manifest.
    fn hold<'f>(&mut self, name: &str, text: &str, files: impl Iterator<Item = (&'f &'f str, &'f String)>) {
        let mut named = match manifest::read(text) {
            Ok(named) => named,
            Err(Bilingual { id, en }) => {
                self.faults.push(bilingual!("`{name}`: {id}", "`{name}`: {en}"));
                return;
            }
        };
        for (file, digest) in files {
            match named.remove(*file) {
                Some(said) if said == *digest => {}
                Some(_) => self.faults.push(bilingual!(
                    "`{file}` bukan lagi yang disebut `{name}`: sidiknya berbeda",
                    "`{file}` is no longer what `{name}` names: its digest differs"
                )),
                None => {
                    self.faults.push(bilingual!("`{file}` tidak disebut `{name}`", "`{name}` does not name `{file}`"));
                }
            }
        }
        let gone: BTreeSet<String> = named.into_keys().collect();
        let gone = gone.into_iter().map(|file| {
            bilingual!("`{file}` disebut `{name}` dan tidak ada", "`{name}` names `{file}`, which is not there")
        });
        self.faults.extend(gone);
    }
}

/// Reads a text of a bag; nothing where it is none, or far too large.
fn text(files: &BagFiles, name: &str) -> Option<String> {
    let bytes = files.read(name, |file, size| read::whole(file, size, MOST_BYTES))?.ok()?;
    String::from_utf8(bytes).ok()
}
