//! `JobPosting`, only while one can apply (schema.org/JobPosting; Google Search, «Job posting»: a posting that is
//! over must go).

use super::data::{JsonObject, Property, nested_object, scalar};
use super::parts::CURRENCY;
use super::{JsonLdContext, html_list};
use crate::model::{Attendance, Contract, ContractKind, Pay, PayPeriod};
use crate::text::escape::Html;

/// From so many hours a week a job is a full one.
const FULL_TIME_HOURS: f64 = 36.0;

/// `None` when it is not open, or when nobody says whose it is or where: no search engine takes such a posting.
pub(super) fn job_posting<'s>(subject: JsonLdContext<'s>) -> Option<JsonObject<'s>> {
    let facts = &subject.item.facts;
    let employer = subject.organisation().filter(|_| subject.item.status.is_open())?;
    let remote = matches!(facts.attendance.value(), Some(Attendance::Online | Attendance::Remote));
    let place = subject.place_of(None);
    if place.is_none() && !remote {
        return None;
    }
    let listed =
        |list: Option<&'s Vec<String>>| html_list(list.into_iter().flatten().map(|words| subject.translated(words)));
    let summary = Html::from_text(&subject.sheet.summary.text);
    let description = format!("<p>{summary}</p>{}{}", listed(facts.duties.value()), listed(facts.requirements.value()));
    Some(subject.common_properties("JobPosting", "title").with([
        ("description", Some(description.into())),
        ("datePosted", subject.published()),
        ("validThrough", subject.act_by()),
        ("employmentType", facts.contract.value().map(|contracts| employment(contracts))),
        ("hiringOrganization", Some(employer)),
        ("jobLocation", place.filter(|_| !remote)),
        ("jobLocationType", remote.then(|| "TELECOMMUTE".into())),
        ("applicantLocationRequirements", remote.then(|| nested_object("Country", [("name", Some("IT".into()))]))),
        ("baseSalary", facts.pay.value().and_then(salary)),
        ("totalJobOpenings", facts.seats.map(|seats| scalar(seats.maximum))),
    ]))
}

/// Google's words for contracts; by the hours of a week where they are known.
fn employment(contracts: &[Contract]) -> Property<'static> {
    let mut words: Vec<&str> = contracts.iter().flat_map(words_for_contract).collect();
    words.sort_unstable();
    words.dedup();
    let words = if words.is_empty() { vec!["OTHER"] } else { words };
    Property::List(words.into_iter().map(Property::from).collect())
}

fn words_for_contract(contract: &Contract) -> impl Iterator<Item = &'static str> + use<> {
    let kind = match contract.kind.value() {
        Some(ContractKind::FixedTerm | ContractKind::Seasonal | ContractKind::Agency) => Some("TEMPORARY"),
        Some(ContractKind::OnCall | ContractKind::Occasional) => Some("PER_DIEM"),
        Some(ContractKind::Collaboration | ContractKind::SelfEmployed) => Some("CONTRACTOR"),
        Some(ContractKind::Internship) => Some("INTERN"),
        Some(ContractKind::CivilService | ContractKind::Volunteering) => Some("VOLUNTEER"),
        Some(
            ContractKind::Permanent | ContractKind::Apprenticeship | ContractKind::Domestic | ContractKind::ShortList,
        )
        | None => None,
    };
    let hours =
        contract.weekly_hours.map(|hours| if f64::from(hours) < FULL_TIME_HOURS { "PART_TIME" } else { "FULL_TIME" });
    hours.into_iter().chain(kind)
}

/// What it pays, where it is a sum for a time.
fn salary(pay: &Pay) -> Option<Property<'_>> {
    let unit = match pay.per? {
        PayPeriod::Hour => "HOUR",
        PayPeriod::Day => "DAY",
        PayPeriod::Week => "WEEK",
        PayPeriod::Month => "MONTH",
        PayPeriod::Year => "YEAR",
        PayPeriod::Once => return None,
    };
    let amount = pay.amount?;
    let value = nested_object(
        "QuantitativeValue",
        [
            ("value", pay.maximum.is_none().then(|| scalar(amount))),
            ("minValue", pay.maximum.map(|_| scalar(amount))),
            ("maxValue", pay.maximum.map(scalar)),
            ("unitText", Some(unit.into())),
        ],
    );
    let properties = [("currency", Some(CURRENCY.into())), ("value", Some(value))];
    Some(nested_object("MonetaryAmount", properties))
}
