# Weekly verdicts (rules G3, G4). $amount is "3 joints", $limit a bare number.
verdict-all-days = { $days ->
    [7] Alle zeven dagen zijn ingevuld.
   *[other] { $days } van de 7 dagen zijn ingevuld.
}
verdict-met = Deze week bleef je binnen je grens: { $amount }, je grens was { $limit }. Alle zeven dagen zijn ingevuld.
verdict-over-so-far = Je zit boven je grens voor deze week: { $amount }, je grens was { $limit }. { $days ->
    [0] Dit is de laatste dag. Wat wil je voor vandaag?
    [one] Er komt nog één dag. Wat wil je voor die dag?
   *[other] Er komen nog { WORDS($days) } dagen. Wat wil je voor die dagen?
}
verdict-open = Deze week noteerde je tot nu { $amount }, je grens is { $limit }. { $days ->
    [0] Dit is de laatste dag.
    [one] Er komt nog één dag.
   *[other] Er komen nog { WORDS($days) } dagen.
}
verdict-not-met = Deze week: { $amount }, je grens was { $limit }.
verdict-most-on = Op { $days } noteerde je het meest.
verdict-look-at-plan = Wil je je plan voor ‘{ $situation }’ bekijken?
verdict-make-a-plan = Wil je een plan maken voor ‘{ $situation }’?
verdict-not-met-plan = { verdict-not-met } { verdict-most-on } { verdict-look-at-plan }
verdict-step = Deze week { $amount }. Je stap was hoogstens { $step }. Je einddoel is { $goal }.
verdict-figures = Deze week noteerde je { $amount }.
verdict-nothing-noted = Voor deze week is nog niets genoteerd.
verdict-no-step = Voor deze week was er geen stap. Wil je er een voor de komende zeven dagen?
verdict-unknown-amount = Je noteerde { $amount }, je grens was { $limit }. Niet alle dagen zijn ingevuld, dus het is nog niet te zeggen.
verdict-days-without = { $without ->
    [0] Nog geen dag zonder genoteerd.
    [one] 1 dag niet gebruikt.
   *[other] { $without } dagen niet gebruikt.
}
verdict-days-missing = { $count ->
    [one] { CAP($missing) } is niet ingevuld. Weet je het nog?
   *[other] { CAP($missing) } zijn niet ingevuld. Weet je het nog?
}
verdict-days-open = { $count ->
    [one] { CAP($days) } is nog niet afgesloten. Was wat je noteerde alles?
   *[other] { CAP($days) } zijn nog niet afgesloten. Was wat je noteerde alles?
}
verdict-unknown = { verdict-days-without } { verdict-days-missing }
verdict-recalled = { CAP($days) } vulde je later in.

# Daily limit.
verdict-daily-met = Op elke dag bleef je binnen { $limit } per dag.
verdict-daily-over = Op { $days } ging je boven { $limit } per dag.
verdict-daily-open = Tot nu noteerde je geen dag boven { $limit }.
verdict-daily-unknown = Of je elke dag binnen { $limit } bleef, is nog niet te zeggen.

# Allowed weekdays.
verdict-weekdays-met = Je gebruikte alleen op de dagen die je koos: { $allowed }.
verdict-weekdays-over = Je gebruikte ook op { $days }. De dagen die je koos: { $allowed }.
verdict-weekdays-open = Tot nu noteerde je geen gebruik op andere dagen dan je koos: { $allowed }.
verdict-weekdays-unknown = Of je alleen op { $allowed } gebruikte, is nog niet te zeggen.

# Stop.
verdict-stop-met = Deze week gebruikte je niet. Alle zeven dagen zijn ingevuld.
verdict-stop-met-in-part = Op de dagen die voor je doel tellen, gebruikte je niet.
verdict-stop-over = Je gebruikte op { $days }. De andere dagen blijven tellen.
verdict-stop-open = Deze week noteerde je tot nu geen gebruik.
verdict-stop-unknown = Of je de hele week niet gebruikte, is nog niet te zeggen.

# Agreements about safer use, by the person's own answers.
verdict-agreements-met = { $needed ->
    [one] Je hield je aan je afspraak over veiliger gebruik.
   *[other] Je hield je aan alle { WORDS($needed) } afspraken over veiliger gebruik.
}
verdict-agreements-not-met = Je hield je aan { $kept } van { $needed } afspraken over veiliger gebruik.
verdict-agreements-open = Aan het einde van de week vraagt Koers hoe het met je afspraken ging.
verdict-agreements-unknown = Over je afspraken antwoordde je nog niet.
verdict-agreements-not-needed = Je afspraken waren deze week niet nodig.

# A rule that was not in force for the whole week.
verdict-not-judged = Deze regel gold nog geen zeven dagen, dus er is geen oordeel.

# Everything together, in a word and in a sentence.
verdict-state-met = gehaald
verdict-state-partly = deels gehaald
verdict-state-not-met = niet gehaald
verdict-state-unknown = nog niet te zeggen
verdict-state-open = loopt nog
verdict-state-over = boven je grens
verdict-state-not-judged = geen oordeel
verdict-overall-met = Deze week haalde je wat je koos.
verdict-overall-partly = Deze week haalde je een deel van wat je koos.
verdict-overall-not-met = Deze week liep het anders dan je koos. Wat zou volgende week helpen?
verdict-overall-unknown = Er zijn te weinig dagen ingevuld voor een oordeel. Dat mag.
verdict-coverage = { $closed } van { $days } dagen ingevuld
