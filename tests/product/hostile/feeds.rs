//! Feeds of other boards, and what our feeds and calendars say to their readers.
