//! The content model: seven kinds of opportunities, their fields, and the types of field values.
//!
//! Every field is declared once, with [`record!`]: name, type, key, label in both languages, example. Decoding, the
//! JSON Schema and the public data all come from that line. Which of an opportunity's fields a kind
//! has, and which it must have, is declared once in `kind/<kind>.rs`.

mod amount;
mod answering_hours;
mod audience;
mod channel_name;
mod contact;
mod contact_point;
mod date;
mod date_among_words;
mod dates;
mod deadline;
mod declared_keys;
mod edition;
mod enrolment;
mod fact;
mod field_path;
mod free_for;
mod genre;
mod kind;
mod last_day_field;
mod levels;
mod limit;
mod money;
mod number_word;
mod one_or_many;
mod opening_hours;
mod opportunity;
mod organisation;
mod page;
mod pauses;
mod phone;
mod place;
mod placeholder;
mod problem;
mod publication;
mod record;
mod required_language;
mod requirement;
mod schema;
mod spans;
mod spelled_date;
mod tax_code;
mod text;
mod text_fields;
mod time;
mod told_facts;
mod unfit_text;
mod vocabulary;
mod weekday;
mod work;
mod written_date;

pub use answering_hours::parse_answering_hours;
pub use audience::{Audience, RequiredDocument};
pub use channel_name::{MESSENGER_NAMES, is_channel_name, meant_messenger};
pub use contact::{Contacts, Email, Link};
pub use contact_point::ContactPoint;
pub use date::PartialDate;
pub use dates::Dates;
pub use deadline::Deadline;
pub use declared_keys::{fields_within, is_declared, last_key, record_with_keys};
pub use edition::{Edition, Seats};
pub use enrolment::Enrolment;
pub use fact::Fact;
pub use field_path::{FieldPath, Step};
pub use free_for::FreeFor;
pub use genre::Genre;
pub use kind::{COMMON_FIELDS, EDITORS_FIELDS, Kind, KindSpec, SINGLE_EDITION};
pub use last_day_field::LastDayField;
pub use levels::Levels;
pub use limit::Limit;
pub use money::{Benefit, Cost, Fee, Money, Pay};
pub use number_word::number_in_words;
pub use one_or_many::OneOrMany;
pub use opening_hours::{Closure, ExtraOpening, HoursOfDay, OpeningHours, WeeklySlot};
pub use opportunity::{LastDay, Opportunity, decode as decode_opportunity};
pub use organisation::{CharterAcceptance, ORGANISATION_EDITORS_FIELDS, Organisation, Organiser};
pub use page::{Page, TranslatedText, Translation};
pub use pauses::{Pause, Pauses};
pub use phone::Phone;
pub use place::{Coordinates, Place};
pub use placeholder::{NOT_OFFERED, NOT_STATED, TO_ASK, placeholder};
pub use problem::{
    CostWithoutAid, EmailFault, Expected, ExpectedNumber, InvalidDate, InvalidTime, InvertedPeriod, MeantField,
    PhoneFault, Problem, RequiredBy, TaxCodeFault, UnusableEnrolment, UrlFault, Written,
};
pub use publication::{
    PUBLICATIONS_ENDING, PUBLICATIONS_LIMIT, PostTime, Publication, publications_path, publications_schema,
};
pub use record::{Field, Reader, Record, Value, decode_record, keys, read_yaml, record_schema};
pub use required_language::RequiredLanguage;
pub(crate) use requirement::required_key;
pub use requirement::{Requirement, requirement};
pub use schema::{SCHEMA_PATH, json_schema, kind_schema};
pub use spans::Spans;
pub use spelled_date::{spell_out_date, spell_out_day, spell_out_iso_dates, spell_out_with_article, with_article};
pub use tax_code::TaxCode;
pub use text::{Hours, Identifier, LanguageCode, Slug};
pub use text_fields::text_fields;
pub use time::{TimeOfDay, TimeSlot};
pub use told_facts::{FactChange, ToldDays, ToldFacts, ToldState};
pub use unfit_text::report_unfit_texts;
pub use vocabulary::*;
pub use work::{
    Contract, CourseInternship, Image, LegalAct, NewsFigure, ProgrammeEntry, ProjectAccess, ProjectPhase, Refusal,
    RequestedAction, SourceOfFacts, Suppressions,
};
pub use written_date::{WrittenDate, find_written_dates};
