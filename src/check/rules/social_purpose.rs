//! «Finalità sociale»: who offers it, and why.

super::rules! {
    company_called_otherwise,
    company_without_inclusion,
}
