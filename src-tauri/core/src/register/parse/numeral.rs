//! Numbers written in Chinese characters: simple ones, and the capitals that contracts and fapiao write amounts in.

/// The digit that a character stands for.
pub(super) fn digit(c: char) -> Option<u64> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '貳' | '两' | '兩' => 2,
        '三' | '叁' | '叄' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten that a character multiplies the digit before it with.
fn power(c: char) -> Option<u32> {
    match c {
        '十' | '拾' => Some(1),
        '百' | '佰' => Some(2),
        '千' | '仟' => Some(3),
        _ => None,
    }
}

/// The number a text writes, if it can only be that one: `一百二` may be 120 as well as 102.
pub(super) fn value(text: &str) -> Option<u64> {
    if matches!(text, "零" | "〇") {
        return Some(0);
    }
    let mut number = Number::default();
    let low = number.marked(text, ['亿', '億'], 8)?;
    let rest = number.marked(low, ['万', '萬'], 4)?;
    if !rest.is_empty() {
        number.section(rest, 0)?;
    }
    number.lowest.is_some().then_some(number.total)
}

/// A number as far as it is read.
#[derive(Default)]
struct Number {
    total: u64,
    /// The power of its last digit.
    lowest: Option<u32>,
}

impl Number {
    /// Reads what stands before a mark of `base` powers, which may itself count in ten thousands; gives back what follows.
    fn marked<'a>(&mut self, text: &'a str, marks: [char; 2], base: u32) -> Option<&'a str> {
        let Some((high, low)) = text.split_once(marks) else {
            return Some(text);
        };
        let last = if base == 8 {
            self.marked(high, ['万', '萬'], 12)?
        } else {
            high
        };
        if !last.is_empty() {
            self.section(last, base)?;
        }
        (!high.is_empty()).then_some(low)
    }

    /// Reads up to four digits with their powers, which count from `base`.
    fn section(&mut self, text: &str, base: u32) -> Option<()> {
        let alone = text.chars().count() == 1;
        let mut chars = text.chars().peekable();
        while let Some(mut c) = chars.next() {
            let zero = digit(c) == Some(0);
            if zero {
                c = chars.next()?;
            }
            let (digit, power) = match (digit(c), power(c)) {
                // ten without a one before it, at the very beginning
                (None, Some(1)) if self.lowest.is_none() => (1, 1),
                (Some(digit @ 1..), _) => {
                    let power = chars.peek().and_then(|next| power(*next));
                    chars.next_if(|_| power.is_some());
                    (digit, power.unwrap_or(0))
                }
                _ => return None,
            };
            let pair = matches!(c, '两' | '兩');
            if pair && !(power > 1 || power == 0 && alone) {
                return None;
            }
            self.add(digit, base + power, zero, base)?;
        }
        Some(())
    }

    /// Adds a digit. One without its power is only clear after a ten or a zero.
    fn add(&mut self, digit: u64, power: u32, zero: bool, base: u32) -> Option<()> {
        let gap = match self.lowest {
            Some(lowest) => lowest.checked_sub(power).filter(|gap| *gap > 0)? > 1,
            None => false,
        };
        if zero != gap && (zero || power == base) {
            return None;
        }
        self.total = self
            .total
            .checked_add(digit.checked_mul(10_u64.checked_pow(power)?)?)?;
        self.lowest = Some(power);
        Some(())
    }
}
