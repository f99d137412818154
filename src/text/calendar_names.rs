//! Names of months and days of the week in the languages of announcements and translations.

/// Italian months, from January.
pub const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// Italian days of the week, from Monday.
pub const WEEKDAYS: [&str; 7] = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];

/// English months, from January.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// English days of the week, from Monday.
pub const ENGLISH_WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Italian name of a month from 1 to 12; empty for other numbers.
#[must_use]
pub fn month_name(month: u32) -> &'static str {
    nth_month(&MONTHS, month)
}

/// English name of a month from 1 to 12; empty for other numbers.
#[must_use]
pub fn english_month_name(month: u32) -> &'static str {
    nth_month(&ENGLISH_MONTHS, month)
}

fn nth_month(months: &[&'static str; 12], month: u32) -> &'static str {
    usize::try_from(month).ok().and_then(|month| months.get(month.checked_sub(1)?)).copied().unwrap_or_default()
}

/// Italian name of a day of the week.
#[must_use]
pub fn weekday_name(weekday: chrono::Weekday) -> &'static str {
    nth_weekday(&WEEKDAYS, weekday)
}

/// English name of a day of the week, as used by schema.org.
#[must_use]
pub fn english_weekday_name(weekday: chrono::Weekday) -> &'static str {
    nth_weekday(&ENGLISH_WEEKDAYS, weekday)
}

fn nth_weekday(weekdays: &[&'static str; 7], weekday: chrono::Weekday) -> &'static str {
    weekdays.get(weekday.num_days_from_monday() as usize).copied().unwrap_or_default()
}

/// Names used in dates of a language.
pub struct CalendarNames {
    /// Language code.
    pub language: &'static str,
    /// Months from January; alternative forms are separated by `|`.
    pub months: [&'static str; 12],
    /// Days of the week from Monday; alternative forms are separated by `|`.
    pub weekdays: [&'static str; 7],
}

/// Languages into which announcements are translated. Arabic has two sets of month names.
pub const TRANSLATED: [CalendarNames; 6] = [
    CalendarNames { language: "en", months: ENGLISH_MONTHS, weekdays: ENGLISH_WEEKDAYS },
    CalendarNames {
        language: "fr",
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    },
    CalendarNames {
        language: "es",
        months: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre|setiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    },
    CalendarNames {
        language: "uk",
        months: [
            "січня",
            "лютого",
            "березня",
            "квітня",
            "травня",
            "червня",
            "липня",
            "серпня",
            "вересня",
            "жовтня",
            "листопада",
            "грудня",
        ],
        weekdays: [
            "понеділок|понеділка",
            "вівторок|вівторка",
            "середа|середу|середи",
            "четвер|четверга",
            "п'ятниця|п'ятницю|п’ятниця|п’ятницю",
            "субота|суботу",
            "неділя|неділю",
        ],
    },
    CalendarNames {
        language: "ar",
        months: [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل|ابريل|إبريل",
            "مايو|ماي",
            "يونيو|يونيه",
            "يوليو|يوليوز|يوليه",
            "أغسطس|اغسطس",
            "سبتمبر|شتنبر",
            "أكتوبر|اكتوبر",
            "نوفمبر|نونبر",
            "ديسمبر|دجنبر",
        ],
        weekdays: ["الاثنين|الإثنين", "الثلاثاء", "الأربعاء|الاربعاء", "الخميس", "الجمعة", "السبت", "الأحد|الاحد"],
    },
    CalendarNames {
        language: "bn",
        months: [
            "জানুয়ারি|জানুয়ারী",
            "ফেব্রুয়ারি|ফেব্রুয়ারী",
            "মার্চ",
            "এপ্রিল",
            "মে",
            "জুন",
            "জুলাই",
            "আগস্ট",
            "সেপ্টেম্বর",
            "অক্টোবর",
            "নভেম্বর",
            "ডিসেম্বর",
        ],
        weekdays: ["সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার", "রবিবার"],
    },
];
