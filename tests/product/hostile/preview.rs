//! Requests to the preview.
