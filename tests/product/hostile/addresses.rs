//! Links, telephone numbers and e-mail addresses that lead elsewhere than they say.
