//! Problems of the values in a file, as data; `check/rules/` turns them into messages.

use chrono::NaiveDate;

use super::date::PartialDate;
use super::kind::Kind;
use super::money::Money;
use super::requirement::Requirement;
use super::time::TimeOfDay;

/// Problem of a value or a key. Each variant is reported by one rule of `check`.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// Unknown key.
    UnknownField {
        /// Key as written.
        key: String,
        /// Suggested field, if any.
        meant: MeantField,
    },
    /// Field that only other kinds of item allow.
    FieldOfOtherKind {
        /// Key.
        key: String,
        /// Kind of the item.
        kind: Kind,
        /// Kinds that allow the field.
        others: Vec<Kind>,
    },
    /// Text longer than its field takes.
    TextTooLong {
        /// Letters written.
        written: usize,
        /// Most letters.
        limit: usize,
    },
    /// List with more entries than its field takes.
    ListTooLong {
        /// Entries written.
        written: usize,
        /// Most entries.
        limit: usize,
    },
    /// Days and time slots of all editions that make more occasions than a calendar is for.
    TooManyOccasions {
        /// Occasions written.
        written: usize,
        /// Most occasions.
        limit: usize,
    },
    /// Value with a line end or a tab.
    LineBreak,
    /// Value with HTML.
    Markup,
    /// Key without a value.
    EmptyField {
        /// Key.
        key: String,
    },
    /// Key of digits without a value: the decimals of an amount with a comma inside `{}`.
    CommaSplitsValue {
        /// Digits.
        key: String,
    },
    /// Value whose shape (scalar, list, map) does not fit the field.
    WrongType {
        /// Value as written.
        written: Written,
        /// Accepted shape.
        expected: Expected,
    },
    /// Word outside a vocabulary.
    UnknownWord {
        /// Value as written.
        written: Written,
        /// Name of the vocabulary.
        words: &'static [&'static str],
        /// Most similar word of the vocabulary.
        meant: Option<&'static str>,
    },
    /// `tipo` is missing or not one of the seven kinds.
    UnknownKind {
        /// Value; `None` without `tipo`.
        written: Option<Written>,
        /// Most similar kind.
        meant: Option<&'static str>,
    },
    /// Date that does not exist or is not in ISO form.
    InvalidDate(InvalidDate),
    /// Time or time slot that does not exist or is malformed.
    InvalidTime(InvalidTime),
    /// Period that ends before it starts.
    InvertedPeriod(InvertedPeriod),
    /// Not a number or amount.
    InvalidNumber {
        /// Value as written.
        written: Written,
        /// Accepted kind of number.
        expected: ExpectedNumber,
    },
    /// Invalid e-mail address.
    InvalidEmail {
        /// Value as written.
        written: Written,
        /// Fault, as far as it can be determined.
        cause: EmailFault,
    },
    /// Invalid telephone number.
    InvalidPhone {
        /// Value as written.
        written: Written,
        /// Fault, as far as it can be determined.
        cause: PhoneFault,
    },
    /// Invalid tax code of an organisation. The value is not kept: it may be a person's.
    InvalidTaxCode(TaxCodeFault),
    /// Invalid URL.
    InvalidUrl {
        /// Value as written.
        written: Written,
        /// Fault, as far as it can be determined.
        cause: UrlFault,
    },
    /// Invalid slug.
    InvalidSlug {
        /// Value as written.
        written: Written,
    },
    /// Enrolment without the address, number or instruction it needs.
    UnusableEnrolment(UnusableEnrolment),
    /// Price without any aid.
    CostWithoutAid(CostWithoutAid),
    /// Required field that one of several editions lacks.
    MissingInEdition {
        /// The field.
        field: Requirement,
        /// Name of the edition, or its number from 1.
        edition: String,
    },
    /// Missing required field.
    MissingField {
        /// Key of the field.
        field: Requirement,
        /// Kind or file type that requires the field.
        by: RequiredBy,
    },
}

/// Value as written in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Scalar, without quotes.
    Text(String),
    /// List.
    List,
    /// Map.
    Map,
}

/// Field suggested in place of an unknown key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeantField {
    /// One end of a period; both dates belong in `date`.
    EndOfPeriod,
    /// One end of the period of enrolment, which is two fields of the announcement.
    EndOfEnrolment,
    /// The most similar field.
    Field(&'static str),
    /// The field that another word certainly stands for; its value was read.
    Alias(&'static str),
    /// No field is similar: all allowed keys.
    OneOf(Vec<&'static str>),
}

/// Shape accepted by a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// Text.
    Text,
    /// Boolean, `sì` or `no`.
    YesOrNo,
    /// Date.
    Date,
    /// Map with any of these keys.
    Fields(Vec<&'static str>),
    /// Text, or a map with any of these keys.
    TextOrFields(Vec<&'static str>),
    /// Language code (BCP 47), and the one of the language whose name was written.
    LanguageCode(Option<&'static str>),
    /// Latitude and longitude in degrees.
    Coordinates,
    /// Description of the audience instead of a boolean.
    Audience,
    /// Name of a document, or a list of accepted alternatives.
    RequiredDocument,
    /// Channel of a post.
    Channel,
    /// Day and minute of a post.
    PostTime,
    /// A language, or alternatives of which one is enough.
    RequiredLanguage,
    /// Enrolment medium.
    EnrolmentWay,
    /// Number of places.
    Seats,
    /// First day of a period.
    PeriodStart,
    /// Weekdays with their time slots.
    HoursOfDays,
    /// Dates with their time slots.
    HoursOfDates,
    /// Dates of a closure.
    ClosedDates,
    /// Kind of cost.
    CostKind,
    /// Name of an organisation described inside the item.
    OrganisationName,
    /// Rule names with the reasons for suppressing them.
    Suppressions,
}

/// Fault of a date; texts are the part of the value that was parsed as a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidDate {
    /// Month or year where a day is required.
    NoDay(Written),
    /// Month number outside 1 to 12.
    NoSuchMonth(u32),
    /// Day that does not exist, e.g. 31 November.
    NoSuchDay {
        /// Day of the month as written.
        day: u32,
        /// Month, 1 to 12.
        month: u32,
        /// Year.
        year: i32,
    },
    /// Date in another notation, e.g. `30/11/2026`.
    OtherForm {
        /// Date as written.
        text: String,
        /// The date.
        date: PartialDate,
        /// Whole value with the date in ISO form.
        corrected: String,
    },
    /// Date that is not all that the value says: other words, or the weekday of another day.
    MoreThanDate {
        /// Value as written.
        text: String,
        /// The date.
        date: NaiveDate,
        /// The other words; empty if only the weekday is wrong.
        more: String,
    },
    /// Date without a year.
    NoYear {
        /// Date as written.
        text: String,
        /// First such day after publication, and the whole value with it.
        next: Option<(NaiveDate, String)>,
    },
    /// Implausible year.
    FarYear {
        /// Date as written.
        text: String,
        /// Calendar year, e.g. 2206.
        year: u32,
    },
    /// Not a date.
    NotADate(String),
    /// Neither a date nor a word allowed for a deadline.
    NotADeadline(String),
    /// Period in words: first and last day.
    PeriodInWords(NaiveDate, NaiveDate),
    /// Several single days in words.
    DaysInWords(Vec<NaiveDate>),
    /// Deadline with an hour in another notation: as written, and as it should be.
    DeadlineInWords(String, String),
}

/// Fault of a time of day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidTime {
    /// Not a time.
    NotATime(Written),
    /// Not a time slot.
    NotASlot {
        /// Value as written.
        written: Written,
        /// Start, and end if given, if that is all that the text says.
        meant: Option<(TimeOfDay, Option<TimeOfDay>)>,
    },
    /// Text after the date of a deadline that is not a time.
    NotATimeOfDeadline {
        /// Text after the date.
        time: String,
        /// Date of the deadline.
        date: NaiveDate,
    },
}

/// Period or time slot that ends before it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvertedPeriod {
    /// Dates.
    Dates {
        /// First date as written.
        start: PartialDate,
        /// Last date as written, before the first.
        end: PartialDate,
    },
    /// Times as written.
    Hours(String),
}

/// Kind of number accepted by a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExpectedNumber {
    /// Whole number; the value without decimals, if that is one.
    Whole(Option<String>),
    /// Decimal number.
    Decimal,
    /// Amount in euro.
    Money,
}

/// Fault of an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailFault {
    /// Punctuation spelled out («chiocciola»); the address meant.
    SpelledOut(String),
    /// Address protected from robots by the site it was copied from.
    Hidden,
    /// Any other fault.
    Other,
}

/// Fault of a telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneFault {
    /// Link to WhatsApp.
    WhatsappLink,
    /// Letter that looks like a digit.
    LetterForDigit,
    /// Several numbers or extensions in one value.
    SeveralNumbers,
    /// Any other fault.
    Other,
}

/// Fault of the tax code of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaxCodeFault {
    /// Code of a person.
    Person,
    /// Digits of another number than eleven.
    Length(usize),
    /// Digits of which one at least is wrong.
    CheckDigit,
    /// Any other fault.
    Other,
}

/// Fault of a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UrlFault {
    /// User information before `@` that disguises the real host.
    LeadsElsewhere(String),
    /// Scheme that runs code, e.g. `javascript:`.
    StartsProgram,
    /// Missing scheme; the complete URL.
    NoScheme(String),
    /// Any other fault.
    Other,
}

/// Fault of an enrolment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnusableEnrolment {
    /// Form without an address.
    FormWithoutAddress,
    /// Enrolment by telephone without a number.
    NoNumber(Written),
    /// No medium and no instruction.
    Unclear(Written),
}

/// Reason for refusing a cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CostWithoutAid {
    /// No aid is given.
    NoAid,
    /// The text given as aid names no aid.
    NotAnAid,
    /// Fee above the limit of a small fee.
    FeeIsPrice(Money),
    /// Deferred payment on unstated terms.
    UnknownTerms,
}

/// Kind or file type that requires a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequiredBy {
    /// Kind of item.
    Kind(Kind),
    /// File of an organisation.
    Organisation,
    /// File of a contact point.
    ContactPoint,
    /// Page.
    Page,
}
