//! The addresses that are handed in as evidence.

use std::path::Path;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::wording;
use crate::model::address::{self, NoAddress};
use crate::store::layout;
use crate::text::bilingual::Bilingual;
use crate::text::shell::quoted;

/// Tells whether a source is an address; what is neither that nor a file is refused with what may have been meant.
pub(super) fn is_address(context: &Context, source: &str) -> Result<bool, Failure> {
    if source.contains("://") {
        return Ok(true);
    }
    if layout::is_there(&context.path(Path::new(source))) || !address::lacks_its_scheme(source) {
        return Ok(false);
    }
    let address = format!("https://{source}");
    let shown = quoted(&address);
    Err(wording::no_file(source)
        .help(bilingual!("bila ini alamat, tulis {shown}", "if this is an address, write {shown}")))
}

/// Returns an address as browsers write it, and says if that differs; one that no browser opens is refused.
pub(super) fn address_of(context: &Context, source: &str) -> Result<String, Failure> {
    let source = source.trim();
    let written = match address::check(source) {
        Err(NoAddress::Space) => address::with_spaces_written(source),
        _ => source.to_owned(),
    };
    let refused = |message: Bilingual, help: Bilingual| Err(Failure::new(message).help(help));
    match address::check(&written) {
        Ok(()) => {}
        Err(NoAddress::Password) => {
            return refused(
                bilingual!("alamat ini memuat kata sandi", "this address holds a password"),
                bilingual!(
                    "hapus bagian di depan `@`: setiap pembaca laporan akan melihatnya",
                    "remove what stands before the `@`: every reader of the report would see it"
                ),
            );
        }
        Err(NoAddress::Scheme) => {
            return refused(
                bilingual!("`{source}` bukan alamat web", "`{source}` is no web address"),
                bilingual!(
                    "pakai alamat yang diawali `https://`, atau serahkan berkasnya",
                    "use an address that begins with `https://`, or hand in the file"
                ),
            );
        }
        Err(NoAddress::Character) => {
            return refused(
                bilingual!(
                    "`{source}` memuat karakter yang tidak dimiliki alamat",
                    "`{source}` holds what no address has"
                ),
                bilingual!(
                    "salin alamatnya dari bilah alamat peramban",
                    "copy the address from where the browser shows it"
                ),
            );
        }
        Err(NoAddress::Host | NoAddress::Space) => {
            return refused(
                bilingual!("`{source}` tidak menyebut situs", "`{source}` names no site"),
                bilingual!(
                    "tulis alamat lengkapnya, misalnya `https://jdih.example.go.id/sk.pdf`",
                    "write the whole address, such as `https://jdih.example.go.id/sk.pdf`"
                ),
            );
        }
    }
    if written != source {
        let message = bilingual!("alamat ditulis sebagai `{written}`", "the address is written as `{written}`");
        context.ui.warning(&message, None);
    }
    Ok(written)
}
