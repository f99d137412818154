//! «Accessibilità»: costs, aid and requirements that exclude people.

super::rules! {
    age_disagrees,
    audience_not_people,
    cost_without_aid,
    discrimination,
    free_but_paid,
    internship_allowance_low,
    nationality_required,
    paid_but_called_free,
    payment_asked_of_candidate,
    work_without_permit,
}
