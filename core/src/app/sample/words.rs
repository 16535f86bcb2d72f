//! What the invented people write themselves, as somebody would write it for nobody else.

use crate::content::Lang;

/// Everything in own words, in one language.
pub(super) struct Words {
    pub(super) nickname: &'static str,
    pub(super) country: &'static str,
    pub(super) currency: &'static str,
    pub(super) zone: &'static str,
    pub(super) offset_minutes: i32,
    pub(super) goal: [&'static str; 2],
    pub(super) situation: &'static str,
    pub(super) using_good: &'static str,
    pub(super) using_bad: &'static str,
    pub(super) change_good: &'static str,
    pub(super) change_bad: &'static str,
    pub(super) why_not_lower: &'static str,
    pub(super) agreement: &'static str,
    pub(super) early_signals: &'static [&'static str],
    pub(super) avoid: &'static [&'static str],
    pub(super) prepare: &'static [&'static str],
    pub(super) during: &'static [&'static str],
    pub(super) after: &'static [&'static str],
    pub(super) helping_thought: &'static str,
    pub(super) who: &'static [&'static str],
    pub(super) way_out: &'static str,
    pub(super) alternative: &'static str,
    /// What to change about the plan after it was tried.
    pub(super) tried: [&'static str; 3],
    pub(super) be_safe: &'static [&'static str],
    pub(super) kind_sentence: &'static str,
    pub(super) call: &'static [&'static str],
    pub(super) go_to: &'static str,
    pub(super) next_24_hours: &'static [&'static str],
    pub(super) not_do: &'static [&'static str],
    pub(super) look_back: &'static [&'static str],
    pub(super) back_on_course: &'static [&'static str],
    /// Name, contact, what they are good for.
    pub(super) supporter: [&'static str; 3],
    /// Diary notes, each with how the person feels.
    pub(super) notes: &'static [(&'static str, i64)],
    /// What is written beside an entry.
    pub(super) remarks: &'static [&'static str],
    pub(super) lapse: &'static str,
}

impl Words {
    /// In this language; Dutch stands in where there are none.
    pub(super) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl | Lang::Fr => &DUTCH,
        }
    }
}

const DUTCH: Words = Words {
    nickname: "Sam",
    country: "BE",
    currency: "EUR",
    zone: "Europe/Brussels",
    offset_minutes: 60,
    goal: [
        "Ik wil stoppen en mijn avonden terug.",
        "Ik wil alleen nog gebruiken als ik er echt voor kies.",
    ],
    situation: "Thuiskomen in een leeg huis",
    using_good: "Even niet aan het werk denken",
    using_bad: "Ik zeg afspraken af op het laatste moment",
    change_good: "De zondagen met de kinderen",
    change_bad: "Ik weet niet goed wat ik anders moet met mijn avond",
    why_not_lower: "Vorig jaar lukte het mij drie weken.",
    agreement: "Noor, elke woensdag na het werk, tot een uur of acht",
    early_signals: &[
        "Op de trein denk ik al aan thuis",
        "Ik antwoord niet meer op berichten",
        "Mijn schouders zitten vast",
    ],
    avoid: &[
        "Op dinsdag en donderdag ga ik na het werk eerst zwemmen",
        "Ik fiets naar huis langs het park",
    ],
    prepare: &[
        "'s Morgens beslis ik wat ik om zes uur doe",
        "Ik zet het eten klaar, dan heb ik meteen iets om handen",
    ],
    during: &[
        "Als ik de deur opendoe, dan zet ik eerst de radio aan",
        "Als het gevoel komt, dan bel ik Noor",
        "Als het na tien minuten nog sterk is, dan ga ik wandelen",
    ],
    after: &["Ik schrijf op hoe het ging", "Ik kook iets wat ik graag eet"],
    helping_thought: "Het gaat weer over, ook vanavond.",
    who: &["Noor", "Mijn broer"],
    way_out: "Jas aan en naar buiten, de hond van de buren mag mee.",
    alternative: "Een warme douche en een plaat die ik goed ken",
    tried: [
        "Bellen hielp. De radio had ik niet nodig.",
        "Wandelen deed ik pas laat. Volgende keer neem ik mijn jas meteen.",
        "Noor nam niet op. Ik zet mijn broer erbij.",
    ],
    be_safe: &["Ik stop voor vandaag en drink water", "Ik rijd niet meer", "Ik blijf niet alleen"],
    kind_sentence: "Eén keer is één keer. Ik ben nog altijd onderweg.",
    call: &["Noor", "Mijn broer", "De huisarts als het niet gaat"],
    go_to: "Naar Noor, de sleutel ligt bij de buren",
    next_24_hours: &["Slapen", "Ontbijten, ook zonder honger", "Eén afspraak met iemand buiten"],
    not_do: &["Nieuw gaan halen", "Beslissen dat alles voor niets was"],
    look_back: &["Wat ging eraan vooraf?", "Wat hielp een beetje?"],
    back_on_course: &["Mijn plan herlezen", "Opschrijven wat ik vanavond om zes uur doe"],
    supporter: ["Noor", "staat in mijn telefoon", "Luistert, en vraagt niet of het gelukt is"],
    notes: &[
        ("Vandaag gezwommen na het werk. Moe, maar goed moe.", 7),
        ("Slecht geslapen. Ik droom veel en word vroeg wakker.", 4),
        ("Met Noor gepraat. Ze had het al een tijd gezien, zei ze.", 6),
        ("Het regende de hele dag en de avond leek lang. Toch gelezen.", 5),
        ("De kinderen merkten op dat ik meer lach.", 8),
        ("Op het werk was het druk. Ik was kwaad op iedereen.", 3),
    ],
    remarks: &[
        "Naar buiten gegaan, toen zakte het.",
        "Het kwam plots en het duurde niet lang.",
        "Noor gebeld.",
        "Ik had vandaag bijna niets gegeten.",
    ],
    lapse: "Ik wilde er één keer bij horen. Daarna ben ik naar huis gegaan.",
};

const ENGLISH: Words = Words {
    nickname: "Sam",
    country: "GB",
    currency: "GBP",
    zone: "Europe/London",
    offset_minutes: 0,
    goal: [
        "I want to stop and have my evenings back.",
        "I want to use only when I really choose to.",
    ],
    situation: "Coming home to an empty house",
    using_good: "Not thinking about work for a while",
    using_bad: "I call things off at the last minute",
    change_good: "Sundays with the kids",
    change_bad: "I don't really know what else to do with an evening",
    why_not_lower: "Last year I managed three weeks.",
    agreement: "Nora, every Wednesday after work, until about eight",
    early_signals: &[
        "On the train I'm already thinking of home",
        "I stop answering messages",
        "My shoulders go stiff",
    ],
    avoid: &["Tuesdays and Thursdays I go swimming straight from work", "I cycle home by the park"],
    prepare: &[
        "In the morning I decide what I'll do at six",
        "I put dinner ready, so there's something to do with my hands",
    ],
    during: &[
        "If I open the front door, then I put the radio on first",
        "If it comes up, then I ring Nora",
        "If it's still strong after ten minutes, then I go for a walk",
    ],
    after: &["I write down how it went", "I cook something I like"],
    helping_thought: "It passes, tonight too.",
    who: &["Nora", "My brother"],
    way_out: "Coat on and out of the door; next door's dog likes to come.",
    alternative: "A hot shower and a record I know by heart",
    tried: [
        "Ringing helped. I didn't need the radio.",
        "I left the walk until late. Next time I'll keep my coat on.",
        "Nora didn't pick up. I'll put my brother on the list.",
    ],
    be_safe: &["I stop for today and drink some water", "I don't drive", "I don't stay on my own"],
    kind_sentence: "Once is once. I'm still on my way.",
    call: &["Nora", "My brother", "My GP if I can't manage"],
    go_to: "To Nora's; the neighbours have the key",
    next_24_hours: &["Sleep", "Breakfast, hungry or not", "Meet one person outdoors"],
    not_do: &["Go and get more", "Decide that it was all for nothing"],
    look_back: &["What came before it?", "What helped a little?"],
    back_on_course: &["Read my plan again", "Write down what I'll do at six tonight"],
    supporter: ["Nora", "in my phone", "Listens, and doesn't ask whether it worked"],
    notes: &[
        ("Went swimming after work. Tired, but the good kind.", 7),
        ("Slept badly. Lots of dreams, and awake early.", 4),
        ("Talked to Nora. She said she'd noticed for a while.", 6),
        ("Rain all day and the evening felt long. Read a book anyway.", 5),
        ("The kids told me I laugh more.", 8),
        ("Hectic at work. I was angry with everyone.", 3),
    ],
    remarks: &[
        "Went outside and it got weaker.",
        "It came all at once and didn't last.",
        "Rang Nora.",
        "I'd hardly eaten today.",
    ],
    lapse: "I wanted to belong for once. After that I went home.",
};
