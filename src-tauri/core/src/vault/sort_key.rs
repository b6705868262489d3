//! The stored key that sorts Chinese by pinyin and everything else by letters, in any SQLCipher shell.

use pinyin::ToPinyin;

/// Pinyin with tone for Han characters, lower case for the rest; Chinese half first, English where it is missing.
pub fn sort_key(zh: Option<&str>, en: Option<&str>) -> Option<String> {
    let text = zh.or(en)?;
    let mut key = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        match c.to_pinyin() {
            Some(pinyin) => {
                key.push_str(pinyin.with_tone_num_end());
                key.push(' ');
            }
            None => key.extend(c.to_lowercase()),
        }
    }
    Some(key)
}
