//! What a passphrase is worth, and passphrases worth proposing.

use serde::Serialize;
use ts_rs::TS;
use zxcvbn::feedback::{Suggestion, Warning};

use crate::Result;

/// An estimate of how hard a passphrase is to guess.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Strength {
    /// 0 (guessed at once) to 4 (out of reach).
    #[ts(type = "0 | 1 | 2 | 3 | 4")]
    pub score: u8,
    /// Power of ten of the guesses it takes.
    pub log10_guesses: f64,
    /// Fluent id of the most useful advice, if there is any to give.
    pub advice: Option<&'static str>,
}

/// The estimator looks at this many characters; what follows can only help.
const LOOKED_AT: usize = 100;

/// Judges a passphrase. `known` are words an attacker would try first: the company, the person.
pub fn strength(passphrase: &str, known: &[String]) -> Strength {
    let looked_at: String = passphrase.chars().take(LOOKED_AT).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let entropy = zxcvbn::zxcvbn(&looked_at, &known);
    Strength {
        score: u8::from(entropy.score()),
        log10_guesses: entropy.guesses_log10().max(0.0),
        advice: entropy.feedback().and_then(|feedback| {
            feedback
                .warning()
                .map(warned)
                .or_else(|| feedback.suggestions().first().map(suggested))
        }),
    }
}

fn warned(warning: Warning) -> &'static str {
    use Warning as W;
    match warning {
        W::StraightRowsOfKeysAreEasyToGuess | W::ShortKeyboardPatternsAreEasyToGuess => {
            "passphrase-advice-keyboard"
        }
        W::RepeatsLikeAaaAreEasyToGuess | W::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "passphrase-advice-repeats"
        }
        W::ThisIsATop10Password
        | W::ThisIsATop100Password
        | W::ThisIsACommonPassword
        | W::ThisIsSimilarToACommonlyUsedPassword => "passphrase-advice-common",
        W::SequencesLikeAbcAreEasyToGuess => "passphrase-advice-sequence",
        W::RecentYearsAreEasyToGuess | W::DatesAreOftenEasyToGuess => "passphrase-advice-dates",
        W::AWordByItselfIsEasyToGuess => "passphrase-advice-words",
        W::NamesAndSurnamesByThemselvesAreEasyToGuess | W::CommonNamesAndSurnamesAreEasyToGuess => {
            "passphrase-advice-names"
        }
    }
}

fn suggested(suggestion: &Suggestion) -> &'static str {
    use Suggestion as S;
    match suggestion {
        S::UseALongerKeyboardPatternWithMoreTurns => "passphrase-advice-keyboard",
        S::AvoidRepeatedWordsAndCharacters => "passphrase-advice-repeats",
        S::AvoidSequences => "passphrase-advice-sequence",
        S::AvoidRecentYears
        | S::AvoidYearsThatAreAssociatedWithYou
        | S::AvoidDatesAndYearsThatAreAssociatedWithYou => "passphrase-advice-dates",
        S::CapitalizationDoesntHelpVeryMuch
        | S::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase
        | S::ReversedWordsArentMuchHarderToGuess
        | S::PredictableSubstitutionsDontHelpVeryMuch => "passphrase-advice-tricks",
        S::UseAFewWordsAvoidCommonPhrases
        | S::NoNeedForSymbolsDigitsOrUppercaseLetters
        | S::AddAnotherWordOrTwo => "passphrase-advice-words",
    }
}

/// Sixteen beginnings, four vowels and eight endings: a word of two syllables such as `tarumen` or `sibolak`.
const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aiou";
const ENDINGS: &[u8; 8] = b"klmnprst";
const WORDS: usize = 4;

/// Bits of chance in [`suggest`]: four words of three syllables, each 3 × (4 + 2) + 3 bits.
pub const SUGGESTED_BITS: u32 = 84;

/// A passphrase of four made-up words that can be spoken and typed on any keyboard, with [`SUGGESTED_BITS`] bits of chance.
/// The words are made of syllables instead of taken from a list, so the list is these three lines.
pub fn suggest() -> Result<String> {
    let mut words = Vec::with_capacity(WORDS);
    for _ in 0..WORDS {
        let mut chance = [0u8; 7];
        getrandom::fill(&mut chance)
            .map_err(|error| crate::Error::new("no_randomness").with("detail", error))?;
        words.push(word(chance));
    }
    Ok(words.join("-"))
}

/// One word from seven bytes. Every list has a power of two of letters, so taking the low bits is fair.
fn word(chance: [u8; 7]) -> String {
    let mut letters = Vec::with_capacity(7);
    for syllable in chance[..6].chunks(2) {
        letters.push(CONSONANTS[usize::from(syllable[0] % 16)]);
        letters.push(VOWELS[usize::from(syllable[1] % 4)]);
    }
    letters.push(ENDINGS[usize::from(chance[6] % 8)]);
    letters.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_passphrases_are_told_apart_from_good_ones() {
        assert_eq!(strength("password1", &[]).score, 0);
        assert_eq!(
            strength("password1", &[]).advice,
            Some("passphrase-advice-common")
        );
        let named = strength("kestrel industries", &["Kestrel Industries".to_owned()]);
        assert!(
            named.score < 3,
            "the company's own name is worth little: {named:?}"
        );
        assert_eq!(strength(&suggest().unwrap(), &[]).score, 4);
        assert!(strength("", &[]).log10_guesses >= 0.0);
    }

    #[test]
    fn suggestions_have_the_stated_bits() {
        let bits = |letters: &[u8]| letters.len().ilog2();
        let word_bits = 3 * (bits(CONSONANTS) + bits(VOWELS)) + bits(ENDINGS);
        assert_eq!(SUGGESTED_BITS, word_bits * 4);
        let many: std::collections::BTreeSet<String> =
            (0..500).map(|_| suggest().unwrap()).collect();
        assert_eq!(many.len(), 500);
        for passphrase in many {
            assert_eq!(passphrase.len(), 4 * 7 + 3, "{passphrase}");
            assert!(
                passphrase
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-')
            );
        }
    }
}
