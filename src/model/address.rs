//! Web addresses: what a browser opens from anywhere, which alone can be evidence.

use crate::text::clean::says_something;

/// Why a text is no address that can be evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoAddress {
    /// It does not begin with `https://` or `http://`.
    Scheme,
    /// There is no host behind that.
    Host,
    /// It holds white space.
    Space,
    /// It holds a character that no address has, or a `%` without its two digits.
    Character,
    /// It holds a name or password before the host, which everyone who opens the report would see.
    Password,
}

/// Tells whether a browser opens an address from anywhere, and why not.
pub(crate) fn check(address: &str) -> Result<(), NoAddress> {
    let lower = address.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).ok_or(NoAddress::Scheme)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(NoAddress::Password);
    }
    if authority.contains(char::is_whitespace) {
        return Err(NoAddress::Host);
    }
    if address.contains(char::is_whitespace) {
        return Err(NoAddress::Space);
    }
    if is_misspelt(address) {
        return Err(NoAddress::Character);
    }
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    let sound = host.starts_with(char::is_alphanumeric) && says_something(host) && !host.contains("..");
    // A name without a dot is one of this machine or this office alone.
    let from_anywhere = host.trim_end_matches('.').contains('.') && (port.is_empty() || port.parse::<u16>().is_ok());
    if (sound && from_anywhere) || is_bracketed(authority) { Ok(()) } else { Err(NoAddress::Host) }
}

/// Tells whether an address holds a character that none has, or a `%` without its two digits.
fn is_misspelt(address: &str) -> bool {
    let digits = |rest: &str| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    address.contains(['<', '>', '"', '{', '}', '|', '\\', '^', '`'])
        || address.split('%').skip(1).any(|rest| !digits(rest))
}

/// Tells whether a host is an address of the sixth version of the protocol, in brackets.
fn is_bracketed(authority: &str) -> bool {
    let inside = authority.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(inside, _)| inside);
    inside.is_some_and(|inside| {
        inside.contains(':') && inside.chars().all(|digit| digit == ':' || digit.is_ascii_hexdigit())
    })
}

/// Writes the spaces behind the host of an address as browsers do.
pub(crate) fn with_spaces_written(address: &str) -> String {
    address
        .trim()
        .chars()
        .map(|character| if character.is_whitespace() { "%20".to_owned() } else { character.to_string() })
        .collect()
}

/// Tells whether a text that is no file looks like an address whose beginning was left out.
pub(crate) fn lacks_its_scheme(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = host.split('.').collect();
    let plain =
        |part: &&str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    let top = parts.last().is_some_and(|top| top.len() >= 2 && top.chars().all(|letter| letter.is_ascii_alphabetic()));
    parts.len() >= 2 && top && parts.iter().all(plain) && (text.len() > host.len() || text.starts_with("www."))
}

#[cfg(test)]
mod tests {
    use super::{NoAddress, check, lacks_its_scheme, with_spaces_written};

    #[test]
    fn a_browser_opens_these() {
        for address in ["https://jdih.example/a", "HTTP://jdih.example:8080", "http://[::1]/x", "https://a.go.id?x=a@b"]
        {
            assert_eq!(check(address), Ok(()), "{address}");
        }
    }

    #[test]
    fn what_opens_nowhere_or_tells_a_secret_is_none() {
        for (address, why) in [
            ("ftp://x/y", NoAddress::Scheme),
            ("drive.google.com/x", NoAddress::Scheme),
            ("https://", NoAddress::Host),
            ("https:///x", NoAddress::Host),
            ("https://.", NoAddress::Host),
            ("http://x y", NoAddress::Host),
            ("https://localhost/sk.pdf", NoAddress::Host),
            ("https://a.go.id:99999/", NoAddress::Host),
            ("https://a.go.id/%zz", NoAddress::Character),
            ("https://a.go.id/100%", NoAddress::Character),
            ("https://a.go.id/<x>", NoAddress::Character),
            ("https://a.go.id/Dokumen SK.pdf", NoAddress::Space),
            ("https://admin:rahasia@a.go.id/", NoAddress::Password),
        ] {
            assert_eq!(check(address), Err(why), "{address}");
        }
    }

    #[test]
    fn spaces_are_written_as_browsers_write_them() {
        assert_eq!(with_spaces_written(" https://a.go.id/Dokumen SK.pdf "), "https://a.go.id/Dokumen%20SK.pdf");
    }

    #[test]
    fn an_address_without_its_beginning_is_told_from_a_file() {
        assert!(lacks_its_scheme("drive.google.com/file/d/1AbC") && lacks_its_scheme("www.pemalangkab.go.id"));
        assert!(
            !lacks_its_scheme("dokumen.pdf") && !lacks_its_scheme("sk/tim.pdf") && !lacks_its_scheme("SK Tim.pdf/x")
        );
    }
}
