//! «Finalità sociale»: which organisations may offer opportunities.

super::rules! {
    company_called_otherwise,
    company_without_inclusion,
    organisation_kind_missing,
    private_announcer,
}
