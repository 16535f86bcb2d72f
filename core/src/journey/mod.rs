//! What a person has recorded.
//!
//! The entities, their record kinds, and the fold from versions to one in-memory state. This
//! room must not judge, rank or remind; reading never validates.
