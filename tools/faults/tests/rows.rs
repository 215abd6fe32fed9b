//! The client of this project meets every fault.

use msdk_faults::{Contestant, Msdk, MsdkOfWechat, ROWS, set_program};

/// Plays a row to both endpoints.
fn survives(contestant: &'static dyn Contestant, number: u8) {
    set_program(env!("CARGO_BIN_EXE_msdk-faults"));
    let row = ROWS.iter().find(|row| row.number == number).unwrap();
    let verdict = row.judge(contestant);
    assert!(verdict.is_clean(), "{}, {}: {:#?}", row.number, row.fault, verdict.lines());
}

macro_rules! tests {
    ($($name:ident $number:literal $area:ident $fault:literal;)*) => {$(
        #[test]
        fn $name() {
            survives(&Msdk, $number);
        }
    )*};
}
msdk_faults::every_row!(tests);

/// On behalf of players of WeChat, in the envelope of V3.
mod of_wechat {
    use super::*;

    macro_rules! tests {
        ($($name:ident $number:literal $area:ident $fault:literal;)*) => {$(
            #[test]
            fn $name() {
                survives(&MsdkOfWechat, $number);
            }
        )*};
    }
    msdk_faults::every_row!(tests);
}
