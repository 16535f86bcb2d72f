# Help now: always there, also before the intake, without a vault and while locked.
help-title = Hulp nu
help-question = Wat is er aan de hand?
help-choice-want = Ik wil gebruiken
help-choice-used = Ik heb gebruikt
help-choice-wrong = Er is iets mis, met mij of met iemand anders

help-want-1 = Wacht eerst een kwartier. Zin wordt sterker en daarna weer zwakker.
help-want-2 = Ga weg van de plek waar je bent, of leg weg wat er ligt.
help-want-3 = Drink water, eet iets, of neem een douche.
help-want-4 = Bel of stuur een bericht naar iemand die je vertrouwt.
help-want-5 = Lees je eigen redenen nog eens.
help-want-plan = Je eigen plan voor ‘{ $situation }’
help-want-stay = Blijf vijf minuten bij het gevoel. Waar in je lichaam zit het? Adem rustig uit.

help-used-safe = Ben je veilig? Zie je een teken uit de lijst hieronder, bel dan meteen het noodnummer.
help-used-1 = Stop voor nu en leg weg wat er nog is.
help-used-2 = Blijf niet alleen. Rij vandaag niet, en morgen ook niet.
help-used-3 = Drink water, eet iets en rust.
help-used-4 = Eén keer gebruiken wist niet uit wat je al deed.
help-used-5 = Bel iemand, of schrijf op wat er gebeurde als je weer rust hebt.
help-used-mixed = Nam je ook alcohol, pillen, GHB of heroïne? Blijf bij iemand en slaap op je zij.

help-wrong-call = Bel meteen het noodnummer bij een van deze tekens
help-wrong-number = Noodnummer: { $number }
help-wrong-tell = Zeg wat er genomen is. Ambulance en artsen houden dat voor zich.
help-wrong-stay = Blijf erbij en blijf rustig. Hou de ander koel.
help-wrong-side = Ademt de ander, maar wordt die niet wakker? Leg de ander op de zij. Geef niets te eten of te drinken.
help-wrong-heavy = Denk je aan zelfdoding, of ben je bang dat iemand anders dat doet? Bel nu een van deze lijnen.
help-wrong-danger = Is er nu gevaar? Bel het noodnummer.

help-flag-chest = pijn of druk op de borst
help-flag-fit = stuipen
help-flag-unconscious = bewusteloos of moeilijk wakker te krijgen
help-flag-breathing = moeilijk of traag ademen, blauwe lippen
help-flag-hot = heel warm, stijve spieren, schokken
help-flag-stroke = plotse erge hoofdpijn, verlamming of moeilijk spreken
help-flag-agitated = heel opgejaagd of verward, met gevaar
help-flag-too-much = te veel genomen, of een pakje ingeslikt
help-flag-injury = ernstig gewond

help-doctor-title = Praat binnenkort met een arts
help-doctor-voices = dingen zien of horen, of achterdocht, die blijft
help-doctor-mood = langer dan twee weken somber of nauwelijks slaap
help-doctor-self-harm = jezelf pijn doen
help-doctor-vomiting = vaak overgeven
help-doctor-heart = hartkloppingen, of een neus die blijft bloeden
help-doctor-pregnant = zwanger
help-doctor-stopping = willen stoppen met alcohol, pillen, GHB of heroïne
help-doctor-no-grip = geen greep meer na herhaalde pogingen

help-lines-title = Mensen die luisteren
help-lines-own = Eerst je eigen mensen
help-lines-line = { $name }: { $number }
help-lines-checked-on = gecontroleerd: { $when }
help-lines-source = bron: { $source }
help-lines-other-region = andere regio
help-lines-none = Voor deze regio zijn nog geen nummers gecontroleerd. Het Europese noodnummer is 112. Bel anders je huisarts.
help-country-BE = België
help-country-NL = Nederland
help-country-GB = Verenigd Koninkrijk
help-country-FR = Frankrijk
help-country-IE = Ierland

# The emergency plan that stands when there is no own one.
default-plan-title = Noodplan
default-plan-own-missing = Dit is het standaardplan. Je kan er een van jezelf maken.
default-plan-stop = Ik stop voor nu. Ik leg weg wat er nog is en verlaat de plek. Ik drink water en rij niet.
default-plan-kind = Eén keer gebruiken wist niet uit wat ik al deed.
default-plan-call = Ik bel iemand die ik vertrouw, of een van de lijnen onder Hulp.
default-plan-where = Ik ga naar een plek waar ik veilig ben en waar niemand gebruikt.
default-plan-next-day = De komende 24 uur: slapen, eten, wassen, restjes weg, geen geld op zak.
default-plan-not = Ik jaag niets na, haal niets in en gooi mijn plan niet weg.
default-plan-look-back = Morgen kijk ik kort terug: wat ging eraan vooraf, wat hielp bijna?
default-plan-back = Daarna kies ik mijn volgende stap en vertel ik het aan iemand.
default-plan-more-help = Gebeurt het vaker, of voelt het te zwaar? Dan vraag ik hulp aan een huisarts of drughulp.
