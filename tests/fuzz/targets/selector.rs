//! Indicator selectors, rows, numbers and dates: what is read is printed and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use spbe::model::decimal::Decimal;
use spbe::model::row::RowId;
use spbe::model::selector::Selector;
use spbe::store::bundled;
use spbe::text::date;

fuzz_target!(|text: &str| {
    if let Ok(selector) = text.parse::<Selector>() {
        assert_eq!(selector.to_string().parse::<Selector>(), Ok(selector));
        for known in bundled::all() {
            let rows = known.instrument.all_rows();
            assert!(selector.rows(known.instrument, &rows).is_subset(&rows));
        }
    }
    if let Ok(row) = text.parse::<RowId>() {
        assert_eq!(row.to_string().parse::<RowId>(), Ok(row));
    }
    if let Some((number, _)) = Decimal::parse(text) {
        assert_eq!(Decimal::parse(&number.to_string()).map(|(again, _)| again), Some(number));
    }
    if let Some((day, _)) = date::parse(text) {
        assert_eq!(date::parse(&day.to_string()).map(|(again, _)| again), Some(day));
    }
});
