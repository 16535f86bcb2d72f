//! Reading a diary from CSV.
//!
//! Columns: `kind,substance,when,craving,situations,used,amount,unit,circumstances,note,made`.
//! Every line is checked before anything is written; importing the same file twice adds nothing,
//! because the id of a line follows from what it says.
