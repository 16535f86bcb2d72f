# What today holds: safety, yesterday, older days, letter, assignments, suggestions.
agenda-title = Vandaag
agenda-empty = Voor vandaag staat er niets klaar. Noteer wanneer je wil.
agenda-yesterday-open = Gisteren is nog niet afgesloten.
agenda-yesterday-all = Gisteren is nog niet afgesloten. Was wat je noteerde alles?
agenda-letter = De brief van week { $week } staat klaar.
agenda-not-for-me = Niets voor mij
agenda-not-for-me-done = Dit komt deze ronde niet terug.

# Suggestions, each with its reason.
suggest-plan = Maak een plan voor ‘{ $situation }’.
suggest-plan-strong = Dit staat op plaats { $rank } in je lijst en heeft nog geen plan.
suggest-plan-automatic = Hier gebruikte je { $used } van de laatste { $of } keer, en er is nog geen plan.
suggest-situation = Wil je ‘{ $situation }’ in je lijst?
suggest-situation-reason = Het kwam { $times } keer voor bij sterke zin of gebruik.
suggest-review-plan = Hielp je plan voor ‘{ $situation }’?
suggest-review-plan-reason = Je gebruikte het { $times } keer, nog zonder te noteren of het hielp.
suggest-review-plan-day = Op { $day } noteerde je deze situatie.
suggest-review-agreement = Hoe gaat het met de afspraak ‘{ $agreement }’?
suggest-review-agreement-reason = Je keek er al { $days } dagen niet naar.
suggest-look-back = Wil je kort terugkijken op { $day }?
suggest-look-back-reason = Je gebruikte toen na dagen zonder. Terugkijken kan je plan beter maken.
suggest-support = Je gaf twee keer na elkaar aan dat het zwaar is. Wil je iemand erbij?
suggest-goal-fit = Past je doel nog?
suggest-goal-fit-reason = Je gebruikte { $days } van de laatste 7 dagen.
suggest-step = Kies een stap voor de komende zeven dagen.
suggest-baseline = Vul de week in voor je begon.
suggest-baseline-reason = Daarmee zie je later wat er veranderd is.
suggest-emergency-plan = Schrijf je noodplan, in een rustig moment.
suggest-emergency-plan-reason = Er is nog geen eigen noodplan. Het standaardplan staat klaar tot je er een hebt.

# Gains: what the person did.
gain-first-log = Je schreef je eerste notitie. Wie noteert, ziet meer van wat er gebeurt.
gain-craving-passed = Je had sterke zin op { $day } en gebruikte niet.
gain-first-plan = Je maakte je eerste plan, voor ‘{ $situation }’.
gain-asked-help = Je vroeg steun aan iemand.
gain-plan-used = Je gebruikte je plan voor ‘{ $situation }’.

# Co-use: said at once when one of these is noted or is to be stopped.
also-use-warning = Stop niet alleen en plots met { $what }. Dat kan gevaarlijk zijn. Bel eerst je huisarts.
also-use-ask = Gebruik je ook iets van deze lijst? Dit is vrij in te vullen.
also-use-alcohol-daily = alcohol, (bijna) elke dag
