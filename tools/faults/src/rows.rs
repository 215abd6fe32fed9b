//! The faults, by area.

mod addresses;
mod connect;
mod cut;
mod encrypted;
mod json;
mod life;
mod outage;
mod redirect;
mod settings;
mod size;
mod status;
mod stray;
mod text;

use crate::row::Row;

/// Calls a macro with every row: its name, its number, where it is played, and the fault in words.
///
/// Number 50, a cache that is down, is left out: this client has none.
#[macro_export]
macro_rules! every_row {
    ($then:ident) => {
        $then! {
            connection_refused 1 connect "connection refused";
            no_address 2 connect "name without an address";
            black_hole 3 addresses "connects to nowhere";
            first_address_dead 4 addresses "first of two addresses dead";
            closed_while_idle 5 connect "idle connection closed by the server";
            closed_after_reading 6 cut "closed after the request was read";
            reset_after_reading 7 cut "reset after the request was read";
            reset_on_accept 8 connect "reset as soon as connected";
            half_a_head 9 cut "half of a head, then closed";
            half_a_body 10 cut "body cut short";
            half_a_body_without_length 11 cut "body without a length cut short";
            dripping_body 12 cut "body drips";
            no_answer 13 cut "never answers";
            never_reads 14 cut "never reads";
            endless_interim_answers 15 size "100 Continue without end";
            huge_body 16 size "body of 300 MiB";
            absurd_lengths 17 size "Content-Length of 10^18, negative, two";
            absurd_chunks 18 size "chunk sizes that are none, chunks beside a length";
            unasked_encoding 19 size "compressed without being asked";
            huge_head 20 size "101 headers, a header of 600 kB";
            extra_bytes 21 stray "bytes and answers that nobody asked for";
            answer_to_another 22 stray "answer to another request";
            redirected 23 redirect "redirect to another host";
            redirected_to_plain 24 redirect "redirect from https to http";
            proxy_in_environment 25 redirect "proxy in the environment";
            untrusted 26 encrypted "TLS: other host, expired, unknown, plain, alert";
            no_certificates 27 encrypted "http where no store of certificates is";
            server_errors 28 status "500, 502, 503 with all kinds of Retry-After";
            too_many_requests 29 status "429, too many requests";
            odd_statuses 30 status "204, 999, 101";
            no_object 31 json "JSON that is no object, or none";
            odd_ret 32 json "`ret` missing or no integer";
            ret_twice 33 json "`ret` twice";
            around_the_answer 34 json "byte order mark, space, garbage around the answer";
            raw_controls 35 text "raw control characters in a string";
            no_utf8 36 text "GBK in a nickname";
            odd_characters 37 text "lone surrogates, NUL, overrides, a nickname of 900 kB";
            deep_nesting 38 json "100,000 arrays in each other";
            many_elements 39 json "400,000 elements, 150,000 keys";
            unknown_codes 40 json "fields and codes that nobody knows";
            swapped_types 41 json "numbers as strings, strings as numbers";
            openid_of_anything 42 text "openid with anything in it";
            line_breaks_in_settings 43 settings "line breaks in settings";
            forged_log_lines 44 text "log lines in the server's text";
            odd_app_keys 45 settings "app key empty, with a line break, not ASCII";
            wrong_clock 46 settings "clock wrong, jumping, out of range";
            dropped_calls 47 life "call dropped while writing, reading, waiting";
            outage 48 outage "outage under 10,000 calls";
            second_runtime 49 life "second runtime";
            one_behind 51 stray "answers one behind";
            unasked_answer 52 stray "answer that nobody asked for, before or beside the next request";
            late_answer 53 stray "answer after its caller gave up";
        }
    };
}

macro_rules! rows {
    ($($name:ident $number:literal $area:ident $fault:literal;)*) => {
        /// Every row.
        pub const ROWS: &[Row] = &[$(
            Row { number: $number, fault: $fault, play: |trial| Box::pin($area::$name(trial)) },
        )*];
    };
}
every_row!(rows);
