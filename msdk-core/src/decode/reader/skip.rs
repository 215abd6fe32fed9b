//! Values that nobody asked for.

use super::{Failure, Reader};

impl Reader<'_> {
    /// Passes over one value, which is checked to be JSON. Iterative, so that nesting takes no stack.
    pub(super) fn skip(&mut self) -> Result<(), Failure> {
        let outside = self.levels;
        // One bit for each level entered here, the innermost lowest: whether it is an object.
        let mut objects = 0_u64;
        loop {
            let opening = self.peek();
            match opening {
                b'"' => self.skip_string()?,
                b'-' | b'0'..=b'9' => self.skip_number()?,
                b'{' | b'[' => {
                    self.enter()?;
                    let is_object = opening == b'{';
                    objects = objects << 1 | u64::from(is_object);
                    if self.peek() != closing(is_object) {
                        if is_object {
                            self.skip_key()?;
                        }
                        continue;
                    }
                    self.leave();
                    objects >>= 1;
                }
                _ => self.skip_word()?,
            }
            // A value ended, and with it maybe what it stands in.
            loop {
                if self.levels == outside {
                    return Ok(());
                }
                let is_object = objects & 1 == 1;
                if self.has_next(closing(is_object))? {
                    if is_object {
                        self.skip_key()?;
                    }
                    break;
                }
                objects >>= 1;
            }
        }
    }

    fn skip_key(&mut self) -> Result<(), Failure> {
        if self.peek() != b'"' {
            return Err(self.broken());
        }
        self.skip_string()?;
        self.colon()
    }

    fn skip_word(&mut self) -> Result<(), Failure> {
        for word in ["null", "true", "false"] {
            if self.rest().starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(());
            }
        }
        Err(self.broken())
    }

    /// Passes over a number: `-12.5e+3`, without leading zeros.
    pub(super) fn skip_number(&mut self) -> Result<(), Failure> {
        self.pass(b'-');
        if !self.pass(b'0') {
            self.digits()?;
        }
        if self.pass(b'.') {
            self.digits()?;
        }
        if self.pass(b'e') || self.pass(b'E') {
            let _ = self.pass(b'+') || self.pass(b'-');
            self.digits()?;
        }
        Ok(())
    }

    fn pass(&mut self, byte: u8) -> bool {
        let is_here = self.peek() == byte;
        self.at += usize::from(is_here);
        is_here
    }

    fn digits(&mut self) -> Result<(), Failure> {
        if !self.peek().is_ascii_digit() {
            return Err(self.broken());
        }
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        Ok(())
    }
}

const fn closing(is_object: bool) -> u8 {
    if is_object { b'}' } else { b']' }
}
