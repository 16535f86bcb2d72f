# The prevention plan of one situation (SHP-18) and one's own emergency plan (SHP-19).
plan-title = Plan voor ‘{ $situation }’
plan-none = Er is nog geen plan voor ‘{ $situation }’. Een paar zinnen zijn genoeg.
plan-offers = Wat je kan overnemen
plan-signals = Vroege signalen
plan-signals-ask = Waaraan merk je het eerst dat dit eraan komt?
plan-avoid = Kan ik het vermijden?
plan-avoid-yes = ja
plan-avoid-partly = deels
plan-avoid-no = nee
plan-avoid-how = Hoe vermijd ik het?
plan-prepare = Vooraf
plan-prepare-ask = Wat doe je vooraf, als je er toch naartoe gaat?
plan-during = Als het er is
plan-during-ask = Drie dingen in volgorde: als dit gebeurt, dan doe ik dat.
plan-if-then = Als { $if }, dan { $then }.
plan-after = Achteraf
plan-after-ask = Wat gun je jezelf daarna, en wat noteer je?
plan-thought = Helpende gedachte
plan-thought-ask = Welke zin helpt jou op dat moment?
plan-who = Wie ik contacteer
plan-who-ask = Wie mag je bellen of schrijven?
plan-way-out = Weg naar buiten
plan-way-out-ask = Met welke zin ga je weg, en hoe raak je thuis?
plan-alternative = In de plaats
plan-alternative-ask = Wat kan dezelfde rol spelen als gebruiken?
plan-confidence = Vertrouwen dat dit lukt
plan-confidence-low = Onder 7? Maak het kleiner, of vraag er iemand bij.
plan-tried = Gebruikt op { $day }
plan-tried-ask = Heb je dit plan gebruikt?
plan-helped-ask = Hielp het?
plan-helped-yes = ja
plan-helped-partly = een beetje
plan-helped-no = nee
plan-not-used = niet gebruikt
plan-ask-use = Je gebruikte dit plan op { $day }. Hielp het?
plan-ask-day = Op { $day } noteerde je deze situatie. Hielp je plan toen?
plan-ask-today = Gebruikte je dit plan vandaag? Noteer dan of het hielp.
plan-helped-once = Je gebruikte dit plan één keer. Het hielp.
plan-helped-once-partly = Je gebruikte dit plan één keer. Het hielp een beetje.
plan-helped-times = Je plan hielp { $times } van de { $of } keer.
plan-helped-times-partly = Je plan hielp { $times } van de { $of } keer, en { $partly ->
    [one] één keer
   *[other] { $partly } keer
} een beetje.
plan-helped-times-partly-only = Je plan hielp { $partly } van de { $of } keer een beetje.
plan-helped-not = { $of ->
    [one] Je gebruikte dit plan één keer. Het hielp niet.
   *[other] Je gebruikte dit plan { $of } keer. Het hielp niet.
}
plan-adjust-ask = Wat zou je eraan veranderen?
plan-field-empty = nog niet ingevuld
plan-suggested-helped = Uit een plan dat hielp
plan-suggested-own = Van jezelf
plan-suggested-noted = Wat je hier vaker noteerde
plan-suggested-ideas = Ideeën

# One's own emergency plan: written beforehand, used after one use.
emergency-title = Mijn noodplan
emergency-stop = Stoppen en veilig zijn
emergency-stop-ask = Wat doe je eerst, en waar ga je weg?
emergency-kind = Wat ik tegen mezelf zeg
emergency-kind-ask = Wat zou je tegen een goede vriend zeggen?
emergency-call = Wie ik bel
emergency-call-ask = Een tot drie mensen, met hun nummer.
emergency-where = Waar ik naartoe ga
emergency-where-ask = Waar ben je veilig?
emergency-next-day = De komende 24 uur
emergency-next-day-ask = Slapen, eten, wassen, restjes weg, geen geld op zak.
emergency-not = Wat ik niet doe
emergency-not-ask = Wat maakt het voor jou zwaarder?
emergency-look-back = Terugkijken, een dag later
emergency-look-back-ask = Wat ging eraan vooraf, en wat hielp bijna?
emergency-back = Terug op koers
emergency-back-ask = Wat is je volgende stap, en aan wie vertel je het?
emergency-saved = Je noodplan is bewaard. Het staat altijd onder Hulp nu.
