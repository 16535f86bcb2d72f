# Goals (G0), days without (G5), change (G6), end of the programme (G7), agreements (G8), after
# one use (G9).
goal-kind-stop = Stoppen
goal-kind-reduce = Minderen
goal-kind-safer = Veiliger gebruiken
goal-rule-weekly = Hoogstens { $amount } per week
goal-rule-daily = Hoogstens { $amount } per dag
goal-rule-weekdays = Alleen op { $days }
goal-rule-stop = Niet gebruiken vanaf { $date }
goal-rule-stop-open = Stoppen, nog zonder datum
goal-rule-agreements = { $count ->
    [one] 1 afspraak
   *[other] { $count } afspraken
} over veiliger gebruik
goal-step = Stap voor de komende zeven dagen: { $rule }
goal-step-ask = Wat wil je voor de komende zeven dagen? Je vorige stap was: { $rule }
goal-right-away = Meteen mijn einddoel
goal-step-by-step = Stap voor stap
goal-end = Einddoel
goal-none = Je koos nog geen doel. Dat kan op elk moment.
goal-saved = Je doel is bewaard. Je kan het altijd veranderen.
goal-changed = Je doel is veranderd. Wat je al noteerde, blijft zoals het was.
goal-starts = Regels per dag gelden vanaf { $day }, grenzen per week vanaf { $week }.

# Days without since the stop date.
without-headline = { $days ->
    [one] { $days } dag zonder sinds { $date }, { $missing } niet ingevuld.
   *[other] { $days } dagen zonder sinds { $date }, { $missing } niet ingevuld.
}
without-headline-complete = { $days ->
    [one] { $days } dag zonder sinds { $date }.
   *[other] { $days } dagen zonder sinds { $date }.
}
without-none-yet = Nog geen dag zonder genoteerd sinds { $date }.
without-run = { $days ->
    [one] Sinds je laatste gebruik: { $days } dag zonder.
   *[other] Sinds je laatste gebruik: { $days } dagen zonder.
}
without-run-paused = { $missing ->
    [one] Daartussen is { $missing } dag niet ingevuld. Die telt niet mee en breekt niets af.
   *[other] Daartussen zijn { $missing } dagen niet ingevuld. Die tellen niet mee en breken niets af.
}
without-longest = { $days ->
    [one] Langste reeks: { $days } dag zonder.
   *[other] Langste reeks: { $days } dagen zonder.
}

# Change against the week before the start.
change-absolute = In de week voor je begon: { $before }. Vorige week: { $after }.
change-percent = Dat is { $percent } % minder.
change-percent-range = Dat is { $low } tot { $high } % minder, want niet elke dag is ingevuld.
change-more = Dat is { $percent } % meer.
change-more-range = Dat is { $low } tot { $high } % meer, want niet elke dag is ingevuld.
change-same = Dat is ongeveer evenveel.
change-too-few = Er zijn niet genoeg dagen ingevuld om de weken te vergelijken.
change-days = Dagen met gebruik: eerst { $before }, vorige week { $after }.
change-usual = Voor jou was { $amount } per week een gebruikelijke week.

# End of the programme: verdict, then two or three ways to go on.
end-reached = Je haalde het doel dat je koos.
end-reached-1 = Kies drie afspraken die je wil houden.
end-reached-2 = Schrijf op welke dagen de komende maanden lastig kunnen zijn, en wat dan helpt.
end-reached-3 = Na een pauze verdraagt je lichaam minder. Hou daar rekening mee als je ooit weer gebruikt.
end-partly = Je haalde een deel van het doel dat je koos.
end-partly-1 = Kijk welke afspraken hielpen, en bij welke situaties het lastig bleef.
end-partly-2 = Je kan je doel bijstellen, of twee weken verdergaan.
end-partly-3 = Vraag iemand om mee te kijken. Dat mag ook een huisarts zijn.
end-not-yet = Het doel dat je koos, is nog niet gehaald.
end-not-yet-1 = Wat hielp wel, al was het een beetje? Begin daar.
end-not-yet-2 = Een ander doel, een kleinere stap of meer tijd kan beter passen.
end-not-yet-3 = Extra steun van een huisarts of drughulp kan naast Koers.
end-too-few = Er zijn te weinig dagen ingevuld om iets over je doel te zeggen.
end-too-few-1 = Met één tik per dag sluit je een dag af. Meer hoeft niet.
end-too-few-2 = Een herinnering op een ander moment past misschien beter.
end-title = Einde van je programma
end-next-keep = Verdergaan zoals nu
end-next-round = Een nieuwe ronde
end-next-help = Hulp vragen

# Agreements about safer use, judged by the person's own answer.
agreement-ask = Lukte deze afspraak deze week?
agreement-yes = ja
agreement-partly = deels
agreement-no = nee
agreement-not-needed = was niet nodig
agreement-unknown = nog niet beantwoord
agreement-helped = Hielp het?

# After one use.
lapse-after-use = { $days ->
    [one] Je hebt gebruikt na { $days } dag zonder. Die ene dag blijft tellen.
   *[other] Je hebt gebruikt na { $days } dagen zonder. Die { $days } dagen blijven tellen.
} Ben je veilig? Wat heb je nu nodig?
lapse-after-break = Na een pauze verdraagt je lichaam minder dan vroeger.
lapse-over-limit = Je zit boven wat je deze week wou. Ben je veilig? Wat heb je nu nodig?
lapse-look-back = Wil je kort terugkijken op { $day }? Wat ging eraan vooraf, en wat hielp een beetje?
lapse-does-goal-fit = Je gebruikte { $days } van de laatste 7 dagen. Past je doel nog?
lapse-goal-keep = Ik hou mijn doel
lapse-goal-smaller = Een kleinere stap
lapse-goal-other-date = Een andere startdatum
lapse-goal-talk = Er met iemand over praten
