//! What the programme offers today: agenda, suggestions and safety.
//!
//! Pure functions over a journey, the packs and the moment. Nothing here locks anything.
