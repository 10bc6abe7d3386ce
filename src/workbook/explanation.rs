//! How the index comes about, in sentences.

use crate::bilingual;
use crate::result::report::Report;
use crate::text::language::Language;

/// Explains the sum, the rounding, the predicate, and what the workbook does when a level is changed.
pub(super) fn explanation(report: &Report<'_>, language: Language) -> Vec<String> {
    let instrument = report.instrument;
    let decimals = instrument.decimals;
    let mut sentences = vec![bilingual!(
        "Nilai aspek: level setiap indikator dikalikan bobotnya, dijumlahkan, lalu dibagi bobot aspek. Indikator tanpa \
         bobot sendiri berbagi rata bobot aspeknya; setiap layanan adalah satu baris.",
        "Value of an aspect: each indicator's level times its weight, summed, over the weight of the aspect. \
         Indicators without a weight of their own share the aspect's weight equally; each service is one row."
    )];
    if instrument.domains.is_empty() {
        sentences.push(bilingual!(
            "Indeks: nilai setiap aspek dikalikan bobotnya, dijumlahkan, lalu dibagi 100.",
            "Index: each aspect's value times its weight, summed, over 100."
        ));
    } else {
        sentences.push(bilingual!(
            "Nilai domain: nilai setiap aspek dikalikan bobotnya, dijumlahkan, lalu dibagi bobot domain.",
            "Value of a domain: each aspect's value times its weight, summed, over the weight of the domain."
        ));
        sentences.push(bilingual!(
            "Indeks: nilai setiap domain dikalikan bobotnya, dijumlahkan, lalu dibagi 100.",
            "Index: each domain's value times its weight, summed, over 100."
        ));
    }
    sentences.push(bilingual!(
        "Tidak ada pembulatan di tengah perhitungan. Baru nilai yang ditampilkan dibulatkan ke {decimals} desimal, \
         setengah ke atas.",
        "Nothing is rounded on the way. Only what is shown is rounded, to {decimals} decimals, half up."
    ));
    sentences.push(if instrument.predicate_from_shown.contains(&report.year) {
        bilingual!("Predikat mengikuti indeks yang sudah dibulatkan.", "The predicate follows from the rounded index.")
    } else {
        bilingual!(
            "Predikat mengikuti indeks yang belum dibulatkan.",
            "The predicate follows from the index before it is rounded."
        )
    });
    sentences.push(bilingual!(
        "Selama ada indikator tanpa level, belum ada indeks, melainkan rentang: indeks bila semua yang terbuka \
         mendapat level terendah yang masih mungkin, dan bila semuanya mendapat yang tertinggi. Bila semua evaluator \
         sudah menilai dan berbeda, yang mungkin adalah level yang mereka berikan.",
        "While an indicator has no level there is no index, but a range: the index with everything open at the lowest \
         level that is possible, and with everything at the highest. Where all evaluators have scored and differ, \
         possible are the levels that they gave."
    ));
    sentences.push(bilingual!(
        "Level di lembar Indikator (sel kuning) dapat diubah untuk simulasi: semua nilai dihitung ulang. Perubahan itu \
         tetap di buku kerja ini; hasil resmi ada di berkas evaluasi.",
        "Levels on the sheet Indicators (yellow cells) can be changed to try something: every value is calculated \
         again. Such a change stays in this workbook; the official result stands in the files of the evaluation."
    ));
    sentences.into_iter().map(|sentence| sentence.get(language).to_owned()).collect()
}
