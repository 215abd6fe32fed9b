//! The client of this project meets every fault.

use msdk_faults::{Msdk, ROWS, set_program};

/// Plays a row to both interfaces.
fn survives(number: u8) {
    set_program(env!("CARGO_BIN_EXE_msdk-faults"));
    let row = ROWS.iter().find(|row| row.number == number).unwrap();
    let verdict = row.judge(&Msdk);
    assert!(verdict.is_clean(), "{}, {}: {:#?}", row.number, row.fault, verdict.lines());
}

macro_rules! tests {
    ($($name:ident $number:literal $area:ident $fault:literal;)*) => {$(
        #[test]
        fn $name() {
            survives($number);
        }
    )*};
}
msdk_faults::every_row!(tests);
