//! What puts a situation on a list: one of the catalogue, a suggestion, or own words.

use crate::app::{Command, Koers, KoersError, SuggestionView};
use crate::content::{Code, Kind, SituationId};
use crate::journey::draft::{ListDraft, OwnSituationDraft};

impl Koers {
    /// What to record so that a situation stands on the list for a substance, with the craving
    /// that the person expects there. It is named by its id or its words; what neither the list
    /// nor the catalogue knows becomes a situation in own words. One that was suggested covers
    /// the circumstance that it was suggested from, and is not suggested again.
    pub fn listing(
        &self,
        substance: &Code,
        named: &str,
        own_rating: Option<i64>,
    ) -> Result<Vec<Command>, KoersError> {
        let wanted = named.trim();
        let is = |label: &str| label.to_lowercase() == wanted.to_lowercase();
        let view = self.situations(Some(substance))?;
        let listed = view.places.iter().find(|one| one.id.as_str() == wanted || is(&one.label));
        let known = listed.map(|one| one.id.clone()).or_else(|| {
            let words = self.content.vocabulary(Kind::Situation, substance);
            let label = |code: &Code| self.content.label(code, self.lang).unwrap_or_default();
            let mut words = words.into_iter().map(|word| &word.code);
            words
                .find(|code| code.as_str() == wanted || is(&label(code)))
                .map(SituationId::catalogue)
        });
        if let Some(situation) = known {
            let before = self.list_draft(substance, &situation)?;
            let own_rating = own_rating.or(before.own_rating);
            return Ok(vec![Command::List(ListDraft { own_rating, hidden: false, ..before })]);
        }
        let from = view.suggestions.iter().find(|one| one.key == wanted || is(&one.label));
        let own = self.in_own_words(wanted, from)?;
        let list =
            ListDraft { own_rating, ..self.list_draft(substance, &SituationId::own(own.id))? };
        Ok(vec![Command::OwnSituation(own), Command::List(list)])
    }

    fn in_own_words(
        &self,
        words: &str,
        from: Option<&SuggestionView>,
    ) -> Result<OwnSituationDraft, KoersError> {
        let id = self.new_id()?;
        let Some(from) = from else {
            let words = words.to_owned();
            return Ok(OwnSituationDraft { id, words, covers: vec![], covers_words: vec![] });
        };
        Ok(OwnSituationDraft {
            id,
            words: from.label.clone(),
            covers: from.id.as_deref().map(Code::from).into_iter().collect(),
            covers_words: from.id.is_none().then(|| from.label.clone()).into_iter().collect(),
        })
    }
}
