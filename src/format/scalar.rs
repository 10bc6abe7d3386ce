//! Scalars with a meaning: text, numbers, dates, words; each refuses with what it found and what it expected.

use std::ops::Range;

use jiff::civil::Date;

use crate::bilingual;
use crate::diagnostic::file_rules::{BAD_VALUE, BLANK, NOT_CANONICAL};
use crate::diagnostic::place::Located;
use crate::format::node::{Kind, RawNode, Scalar, Style, Value};
use crate::format::reading::Reading;
use crate::model::decimal::{Decimal, Spelling};
use crate::text::bilingual::Bilingual;
use crate::text::clean::says_something;
use crate::text::date::{self, Written};
use crate::text::word::Vocabulary;

/// Reads a text.
pub(crate) fn text(node: &RawNode, reading: &Reading) -> Option<Located<String>> {
    match &node.value {
        Value::Scalar(scalar) if scalar.style != Style::Bare => {
            Some(reading.located(scalar.text.clone(), node.span.clone()))
        }
        _ => refuse(node, reading, &Bilingual::fixed("teks", "a text")),
    }
}

/// Reads a decimal number; a decimal comma is understood and reported.
pub(crate) fn decimal(node: &RawNode, reading: &Reading) -> Option<Located<Decimal>> {
    let expected = Bilingual::fixed("bilangan desimal", "a decimal number");
    let Some((text, (number, _))) = scalar(node).and_then(|found| Some((&found.text, Decimal::parse(&found.text)?)))
    else {
        return refuse(node, reading, &expected);
    };
    if text.contains(',') {
        not_canonical(text, &number.to_string(), node.span.clone(), reading);
    }
    Some(reading.located(number, node.span.clone()))
}

/// Reads a whole number from 0.
pub(crate) fn whole(node: &RawNode, reading: &Reading) -> Option<Located<u32>> {
    let expected = Bilingual::fixed("bilangan bulat", "a whole number");
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match scalar(node).filter(|scalar| plain(&scalar.text)).and_then(|scalar| scalar.text.parse().ok()) {
        Some(number) => Some(reading.located(number, node.span.clone())),
        None => refuse(node, reading, &expected),
    }
}

/// Reads a date; one that stands in quotes in a TOML file is understood and reported.
pub(crate) fn date(node: &RawNode, reading: &Reading) -> Option<Located<Date>> {
    let expected = Bilingual::fixed("tanggal seperti 2018-04-17", "a date such as 2018-04-17");
    let Some(scalar) = scalar(node) else { return refuse(node, reading, &expected) };
    let date = date_text(&scalar.text, node.span.clone(), reading)?;
    if scalar.style == Style::Quoted {
        let message = bilingual!("tanggal ditulis sebagai teks", "the date is written as a text");
        let plain = date.value;
        let help = bilingual!("tulis {plain} tanpa tanda kutip", "write {plain} without quotes");
        reading.push(reading.finding(NOT_CANONICAL, node.span.clone(), message).help(help).fix(plain.to_string()));
    }
    Some(date)
}

/// Reads a word of a vocabulary.
pub(crate) fn word<T: Vocabulary>(node: &RawNode, reading: &Reading) -> Option<Located<T>> {
    let Some(scalar) = scalar(node) else { return refuse(node, reading, &one_of::<T>()) };
    word_text(&scalar.text, node.span.clone(), reading)
}

/// Reads a decimal number from a text; loose spellings are understood and reported.
pub(crate) fn decimal_text(
    text: &str,
    span: Range<usize>,
    reading: &Reading,
    expected: &Bilingual,
) -> Option<Located<Decimal>> {
    let Some((number, spelling)) = Decimal::parse(text) else {
        return refuse_text(text, span, reading, expected);
    };
    if spelling == Spelling::Loose {
        not_canonical(text, &number.to_string(), span.clone(), reading);
    }
    Some(reading.located(number, span))
}

/// Reads a date from a text; the day first is understood and reported.
pub(crate) fn date_text(text: &str, span: Range<usize>, reading: &Reading) -> Option<Located<Date>> {
    let Some((date, written)) = date::parse(text) else {
        let expected = Bilingual::fixed("tanggal seperti 2018-04-17", "a date such as 2018-04-17");
        return refuse_text(text, span, reading, &expected);
    };
    if written == Written::DayFirst {
        not_canonical(text, &date.to_string(), span.clone(), reading);
    }
    Some(reading.located(date, span))
}

/// Reads a word of a vocabulary from a text; other languages and cases are understood and reported.
pub(crate) fn word_text<T: Vocabulary>(text: &str, span: Range<usize>, reading: &Reading) -> Option<Located<T>> {
    let Some(value) = T::from_word(text) else {
        return refuse_text(text, span, reading, &one_of::<T>());
    };
    if value.code() != text {
        not_canonical(text, value.code(), span.clone(), reading);
    }
    Some(reading.located(value, span))
}

/// Says that one of the words of a vocabulary is expected.
fn one_of<T: Vocabulary>() -> Bilingual {
    let codes = T::codes();
    bilingual!("salah satu dari {codes}", "one of {codes}")
}

/// Reads a text that must say something.
pub(crate) fn said(node: &RawNode, reading: &Reading) -> Option<Located<String>> {
    let text = text(node, reading)?;
    if !says_something(&text.value) {
        blank(&text.value, node.span.clone(), reading);
    }
    Some(text)
}

/// Reports a text that says nothing.
pub(crate) fn blank(found: &str, span: Range<usize>, reading: &Reading) {
    let found = found.trim();
    let message = if found.is_empty() {
        bilingual!("teksnya kosong", "the text is empty")
    } else {
        bilingual!("`{found}` tidak berisi huruf atau angka", "`{found}` has no letter and no digit")
    };
    let help = bilingual!("tulis teksnya, atau hapus isian ini", "write the text, or remove the field");
    reading.push(reading.finding(BLANK, span, message).help(help));
}

/// Reports a value that is understood but not written the usual way.
pub(crate) fn not_canonical(found: &str, usual: &str, span: Range<usize>, reading: &Reading) {
    let message = bilingual!("`{found}` dibaca sebagai `{usual}`", "`{found}` is read as `{usual}`");
    let help = bilingual!("tulis `{usual}`", "write `{usual}`");
    reading.push(reading.finding(NOT_CANONICAL, span, message).help(help).fix(usual));
}

/// Reports a text that can't be a value of this field.
pub(crate) fn refuse_text<T>(text: &str, span: Range<usize>, reading: &Reading, expected: &Bilingual) -> Option<T> {
    let message = Bilingual::new(format!("`{text}` bukan {}", expected.id), format!("`{text}` is not {}", expected.en));
    reading.push(reading.finding(BAD_VALUE, span, message));
    None
}

/// Reports a value that can't stand here: a scalar by its text, any other by what it is.
fn refuse<T>(node: &RawNode, reading: &Reading, expected: &Bilingual) -> Option<T> {
    if let Some(scalar) = scalar(node) {
        return refuse_text(&scalar.text, node.span.clone(), reading, expected);
    }
    let found = match node.kind() {
        Kind::Nothing => bilingual!("tidak ada nilai", "no value"),
        Kind::Bare => bilingual!("nilai tanpa tanda kutip", "a value without quotes"),
        Kind::Text => bilingual!("teks", "a text"),
        Kind::List => bilingual!("daftar", "a list"),
        Kind::Table => bilingual!("tabel", "a table"),
    };
    let message = Bilingual::new(
        format!("ditemukan {}, seharusnya {}", found.id, expected.id),
        format!("found {}, expected {}", found.en, expected.en),
    );
    reading.push(reading.finding(BAD_VALUE, node.span.clone(), message));
    None
}

/// Returns the scalar of a node; null, a list and a table are none.
fn scalar(node: &RawNode) -> Option<&Scalar> {
    match &node.value {
        Value::Scalar(scalar) => Some(scalar),
        Value::Null | Value::List(_) | Value::Table(_) => None,
    }
}
