//! The client of this project meets every fault.

use msdk_faults::{Contestant, Msdk, MsdkOfWechat, MsdkOnReqwest, ROWS, set_program};

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

/// Over a `reqwest::Client` of the program's own.
mod on_reqwest {
    use super::*;

    /// The rows that cannot be met over it, as the docs of the transport say: names without an address are not told from
    /// hosts that do not answer (2), interim answers are not counted (15), lengths beyond all measure are reqwest's to
    /// refuse (17), a connection cannot be given up by itself (19, 22, 51 to 53), the proxies of the environment are the
    /// client's affair (25), a broken handshake may look like a broken connection (26), and roots come from the system (27).
    const BEYOND_IT: [u8; 11] = [2, 15, 17, 19, 22, 25, 26, 27, 51, 52, 53];

    macro_rules! tests {
        ($($name:ident $number:literal $area:ident $fault:literal;)*) => {$(
            #[test]
            fn $name() {
                if !BEYOND_IT.contains(&$number) {
                    survives(&MsdkOnReqwest, $number);
                }
            }
        )*};
    }
    msdk_faults::every_row!(tests);
}
