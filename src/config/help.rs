//! `[aiuto]`: telephone numbers for whoever needs help that no contact point of the board gives.

use serde::{Deserialize, Deserializer, de::Error};

use crate::model::{Emergency, Phone};

/// `[aiuto]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// Numbers for emergencies, the most general first.
    #[serde(default, rename = "urgenze")]
    pub emergencies: Vec<EmergencyNumber>,
    /// A telephone that answers in many languages, for whoever finds no desk that speaks theirs.
    #[serde(default, rename = "interpreti")]
    pub interpreters: Option<InterpreterLine>,
}

/// `[[aiuto.urgenze]]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyNumber {
    /// The number.
    #[serde(rename = "numero", deserialize_with = "read_phone")]
    pub number: Phone,
    /// Whom it is for.
    #[serde(rename = "per", deserialize_with = "read_emergency")]
    pub emergency: Emergency,
}

/// `[aiuto.interpreti]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterpreterLine {
    /// Who answers.
    #[serde(rename = "nome")]
    pub name: String,
    /// The number that is called, in Italy free of charge or not.
    #[serde(rename = "numero", deserialize_with = "read_phone")]
    pub number: Phone,
    /// A number that takes WhatsApp messages and calls without credit.
    #[serde(default, rename = "whatsapp", deserialize_with = "read_whatsapp")]
    pub whatsapp: Option<Phone>,
    /// Number of languages that are spoken, if it is said.
    #[serde(default, rename = "lingue")]
    pub languages: Option<u16>,
}

fn read_phone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Phone, D::Error> {
    let text = String::deserialize(deserializer)?;
    Phone::new(&text).ok_or_else(|| D::Error::custom(format!("«{text}»: un numero di telefono, per esempio \"112\"")))
}

/// Free and short numbers are dialled without a country, and so have no WhatsApp.
fn read_whatsapp<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Phone>, D::Error> {
    let phone = read_phone(deserializer)?;
    if !phone.dialled().starts_with('+') {
        let message = format!("«{phone}»: un numero che può avere WhatsApp, per esempio \"+39 351 592 7691\"");
        return Err(D::Error::custom(message));
    }
    Ok(Some(phone))
}

fn read_emergency<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Emergency, D::Error> {
    let text = String::deserialize(deserializer)?;
    let words: Vec<&str> = Emergency::ALL.iter().map(|word| word.word()).collect();
    Emergency::from_word(&text)
        .ok_or_else(|| D::Error::custom(format!("«{text}»: una di queste parole: {}", words.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_can_be_dialled_and_emergencies_are_known() {
        let help = "[[urgenze]]\nnumero = \"112\"\nper = \"emergenza\"\n[interpreti]\nnome = \"Arci\"\nnumero = \"800 905 570\"\n";
        let help: Help = toml::from_str(help).unwrap();
        assert_eq!(help.emergencies.first().unwrap().emergency, Emergency::Any);
        assert_eq!(help.interpreters.unwrap().number.dialled(), "800905570");
        for (wrong, said) in [
            ("[[urgenze]]\nnumero = \"dodici\"\nper = \"emergenza\"\n", "«dodici»: un numero di telefono"),
            (
                "[[urgenze]]\nnumero = \"112\"\nper = \"polizia\"\n",
                "«polizia»: una di queste parole: emergenza, violenza",
            ),
        ] {
            let error = toml::from_str::<Help>(wrong).unwrap_err();
            assert!(error.message().contains(said), "{}", error.message());
        }
    }

    #[test]
    fn whatsapp_takes_a_number_that_can_be_called_from_abroad() {
        let help = |whatsapp: &str| {
            toml::from_str::<Help>(&format!(
                "[interpreti]\nnome = \"Arci\"\nnumero = \"800 905 570\"\nwhatsapp = \"{whatsapp}\"\n"
            ))
        };
        for (written, dialled) in [("351 137 6335", "+393511376335"), ("+44 20 7946 0018", "+442079460018")] {
            let whatsapp = help(written).unwrap().interpreters.unwrap().whatsapp.unwrap();
            assert_eq!(whatsapp.dialled(), dialled);
        }
        for wrong in ["800 905 570", "112"] {
            let error = help(wrong).unwrap_err();
            let said = format!("«{wrong}»: un numero che può avere WhatsApp");
            assert!(error.message().contains(&said), "{}", error.message());
        }
    }
}
