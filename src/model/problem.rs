//! What can be wrong with the values of a file, as facts: `check/rules/` says them to people.

use chrono::NaiveDate;

use super::date::PartialDate;
use super::kind::Kind;
use super::money::Money;
use super::requirement::Requirement;
use super::time::TimeOfDay;

/// Something that is wrong with a value or a key. Each kind of problem belongs to one rule of `check`.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// A key that is no field.
    UnknownField {
        /// The key as written.
        key: String,
        /// What may have been meant.
        meant: MeantField,
    },
    /// A field that only other kinds of item have.
    FieldOfOtherKind {
        /// The key.
        key: String,
        /// The kind of the item.
        kind: Kind,
        /// The kinds that have the field.
        others: Vec<Kind>,
    },
    /// A key without a value.
    EmptyField {
        /// The key.
        key: String,
    },
    /// A key of digits without a value: what stood behind the comma of a sum within braces.
    CommaSplitsValue {
        /// The digits.
        key: String,
    },
    /// A value of another shape than its field's.
    WrongType {
        /// The value.
        written: Written,
        /// What the field takes.
        expected: Expected,
    },
    /// A word outside a vocabulary.
    UnknownWord {
        /// The value.
        written: Written,
        /// The vocabulary.
        words: &'static [&'static str],
        /// The word of the vocabulary that is like it.
        meant: Option<&'static str>,
    },
    /// `tipo` is missing or none of the seven.
    UnknownKind {
        /// The value; `None` where there is no `tipo`.
        written: Option<Written>,
        /// The kind that is like it.
        meant: Option<&'static str>,
    },
    /// A date that does not exist or has another form.
    InvalidDate(InvalidDate),
    /// An hour or a range of hours that does not exist or has another form.
    InvalidTime(InvalidTime),
    /// A period that ends before it starts.
    InvertedPeriod(InvertedPeriod),
    /// Not a number, not a sum of money.
    InvalidNumber {
        /// The value.
        written: Written,
        /// Which number the field takes.
        expected: ExpectedNumber,
    },
    /// Not an address that mail can be sent to.
    InvalidEmail {
        /// The value.
        written: Written,
        /// Why, as far as it can be told.
        cause: EmailFault,
    },
    /// Not a number that can be called.
    InvalidPhone {
        /// The value.
        written: Written,
        /// Why, as far as it can be told.
        cause: PhoneFault,
    },
    /// Not an address that a browser opens.
    InvalidUrl {
        /// The value.
        written: Written,
        /// Why, as far as it can be told.
        cause: UrlFault,
    },
    /// Not the name of an item.
    InvalidSlug {
        /// The value.
        written: Written,
    },
    /// No way in which somebody could enrol.
    UnusableEnrolment(UnusableEnrolment),
    /// Paid for, and no aid.
    CostWithoutAid(CostWithoutAid),
    /// A required field that is not there.
    MissingField {
        /// The field.
        field: Requirement,
        /// What requires it.
        by: RequiredBy,
    },
}

/// A value as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// A scalar, without its quotes.
    Text(String),
    /// A list.
    List,
    /// A map.
    Map,
}

/// What an unknown key may have been meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeantField {
    /// One end of a period whose two dates stand together in `date`.
    EndOfPeriod,
    /// This field.
    Field(&'static str),
    /// Nobody knows: one of these.
    OneOf(Vec<&'static str>),
}

/// The shape that a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// `sì` or `no`.
    YesOrNo,
    /// A date.
    Date,
    /// A map with some of these keys.
    Fields(Vec<&'static str>),
    /// A text, or a map with some of these keys.
    TextOrFields(Vec<&'static str>),
    /// A language code.
    LanguageCode,
    /// Latitude and longitude.
    Coordinates,
    /// Whom an offer is for, rather than yes or no.
    Audience,
    /// The name of a paper, or several of which one will do.
    RequiredDocument,
    /// The way to enrol.
    EnrolmentWay,
    /// How many places there are.
    Seats,
    /// The first day of a period.
    PeriodStart,
    /// Days of the week with their hours.
    HoursOfDays,
    /// The kind of a cost.
    CostKind,
    /// The name of an organisation that is described in the item.
    OrganisationName,
    /// Names of rules with the reasons for their silence.
    Suppressions,
}

/// What is wrong with a date; each text is the part of the value that was read as a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidDate {
    /// A month or a year where a day belongs.
    NoDay(Written),
    /// There is no month with this number.
    NoSuchMonth(u32),
    /// A day that no calendar has.
    NoSuchDay {
        /// Day of the month.
        day: u32,
        /// Month, 1 to 12.
        month: u32,
        /// Year.
        year: i32,
    },
    /// A date in another form.
    OtherForm {
        /// As written.
        text: String,
        /// The day that is meant.
        date: NaiveDate,
        /// The whole value with the date as it is written here.
        corrected: String,
    },
    /// A day of any year.
    NoYear {
        /// As written.
        text: String,
        /// The first such day after publication, and the whole value with it.
        next: Option<(NaiveDate, String)>,
    },
    /// A year in which nothing is announced.
    FarYear {
        /// As written.
        text: String,
        /// The year.
        year: u32,
    },
    /// No date at all.
    NotADate(String),
    /// No date and none of the words of a deadline.
    NotADeadline(String),
    /// A period in words: its first and last day.
    PeriodInWords(NaiveDate, NaiveDate),
}

/// What is wrong with an hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidTime {
    /// Not an hour.
    NotATime(Written),
    /// Not a range of hours.
    NotASlot {
        /// The value.
        written: Written,
        /// From when until when, if the words tell.
        meant: Option<(TimeOfDay, TimeOfDay)>,
    },
    /// Not an hour behind the date of a deadline.
    NotATimeOfDeadline {
        /// What stands there.
        time: String,
        /// The date.
        date: NaiveDate,
    },
}

/// What ends before it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvertedPeriod {
    /// Two dates.
    Dates {
        /// The first.
        start: PartialDate,
        /// The last, which is before.
        end: PartialDate,
    },
    /// Two hours, as written.
    Hours(String),
}

/// Which number a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExpectedNumber {
    /// A whole number; what was written without its decimals, if that is one.
    Whole(Option<String>),
    /// A decimal number.
    Decimal,
    /// A sum in euro.
    Money,
}

/// Why something is no e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailFault {
    /// Its signs are spelt out («chiocciola»): the address.
    SpelledOut(String),
    /// A site hides it from robots.
    Hidden,
    /// Anything else.
    Other,
}

/// Why something is no telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneFault {
    /// A link to WhatsApp.
    WhatsappLink,
    /// A letter that looks like a digit.
    LetterForDigit,
    /// Several numbers or extensions.
    SeveralNumbers,
    /// Anything else.
    Other,
}

/// Why something is no web address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UrlFault {
    /// What stands before its `@` hides the host to which it leads.
    LeadsElsewhere(String),
    /// It starts a program.
    StartsProgram,
    /// Its scheme is missing: the whole address.
    NoScheme(String),
    /// Anything else.
    Other,
}

/// Why nobody can enrol in a way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnusableEnrolment {
    /// A form whose address is missing.
    FormWithoutAddress,
    /// One should call, and there is no number.
    NoNumber(Written),
    /// It does not say what to do.
    Unclear(Written),
}

/// Why a cost is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CostWithoutAid {
    /// There is no aid.
    NoAid,
    /// What is called an aid is none.
    NotAnAid,
    /// A fee so high that it is a price.
    FeeIsPrice(Money),
    /// To be paid later, on unknown terms.
    UnknownTerms,
}

/// What requires a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequiredBy {
    /// A kind of item.
    Kind(Kind),
    /// The file of an organisation.
    Organisation,
    /// The file of a contact point.
    Centre,
    /// A page.
    Page,
}
