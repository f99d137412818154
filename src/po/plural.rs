//! Plural forms of languages, which programs of translators want in the header even of a file without plurals.

/// Value of `Plural-Forms` for a language, as gettext and Unicode CLDR have it; that of English for one not listed.
pub(super) fn plural_forms(language: &str) -> &'static str {
    match language {
        "zh" | "ja" | "ko" | "vi" | "th" | "id" | "ms" | "wo" | "my" => "nplurals=1; plural=0;",
        "fr" | "fa" | "am" | "ti" | "ln" => "nplurals=2; plural=(n > 1);",
        "ru" | "uk" | "be" | "sr" | "hr" | "bs" => {
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
        }
        "pl" => "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
        "ro" => "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);",
        "ar" => "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
        _ => "nplurals=2; plural=(n != 1);",
    }
}
