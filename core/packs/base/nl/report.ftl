# Results: headings, axis labels and one sentence for each chart.
results-title = Resultaten
results-week = week { $week }
results-week-title = Week { $week }, vanaf { $date }
results-week-of = week van { $date }
results-baseline = week voor je begon
results-last-week = vorige week
results-goal = doel
results-limit = grens
results-axis-craving = zin (0–10)
results-axis-use = gebruik ({ $unit })
results-axis-days = dagen
results-craving-by-week = Zin om te gebruiken per week
results-use-by-week = Gebruik per week
results-days = Dagen gebruikt, niet gebruikt en niet ingevuld
results-by-situation = Zin om te gebruiken per situatie
results-end = Week voor je begon, vorige week en doel
results-bar-amount = { $high }
results-bar-range = { $low } tot { $high }
results-bar-goal = hoogstens { $amount }
results-bar-stop = niet gebruiken
results-legend-lo = genoteerd
results-legend-hi = hoogstens, met de dagen die niet ingevuld zijn
results-coverage = { $closed } van de { $days } dagen zijn ingevuld.
results-no-data = Hier is nog niets om te tonen.
results-before-short = voor
results-week-head = week
results-filled-in = ingevuld
results-figures = Cijfers per week
results-range = { $low } tot { $high }
results-use-so-far = Deze week noteerde je tot nu { $amount }.

results-craving-summary = { $weeks ->
    [one] Gemiddelde zin: { $last } op 10 in de enige week met notities.
   *[other] Gemiddelde zin: van { $first } op 10 in de eerste week naar { $last } op 10 in de laatste.
}
results-craving-none = Er zijn nog geen notities met een cijfer voor de zin.
results-use-summary = In de week voor je begon { $before }, vorige week { $after }. Je doel is { $goal }.
results-use-summary-no-goal = In de week voor je begon { $before }, vorige week { $after }.
results-use-range = Vorige week was het minstens { $low } en hoogstens { $high }, want niet elke dag is ingevuld.
results-days-summary = { $used ->
    [one] Op { $used } dag gebruikt
   *[other] Op { $used } dagen gebruikt
}, op { $not-used } niet, en { $unknown ->
    [one] { $unknown } dag is niet ingevuld
   *[other] { $unknown } dagen zijn niet ingevuld
}.
results-days-open = { $count ->
    [one] { $count } dag met gebruik is nog niet afgesloten.
   *[other] { $count } dagen met gebruik zijn nog niet afgesloten.
}
results-situations-summary = De zin is het sterkst bij ‘{ $first }’: { $score } op 10.
results-end-summary = In de week voor je begon: { $before }. Vorige week: { $after }. Doel: hoogstens { $goal }.
results-end-summary-stop = In de week voor je begon: { $before }. Vorige week: { $after }. Doel: niet gebruiken.
results-use-days-summary = Dagen met gebruik: { $before } in de week voor je begon, { $after } vorige week.
results-money = Aan jouw prijs is dat { $amount } per week.

# The week strip, read aloud.
strip-day = { CAP($day) }: { $state }
strip-summary = { $closed } van de { $days } dagen ingevuld, { $used } met gebruik

# The summary to print or hand over.
report-title = Samenvatting van { $nickname }
report-title-plain = Samenvatting
report-made-on = Gemaakt op { $date }.
report-period = Van { $from } tot { $to }
report-own-choice = De persoon koos zelf welke delen hier staan.
report-unknown-note = Dagen die niet ingevuld zijn, gelden als onbekend en nooit als nul.
report-not-clinical = Dit zijn eigen notities, geen diagnose en geen meting.
report-goal = Doel
report-reasons = Redenen
report-situations = Risicosituaties
report-plans = Plannen
report-verdicts = Hoe het per week ging
report-end = Einde van het programma
report-agreements = Afspraken
report-reminders = Herinneringen
report-entries = { $count ->
    [one] { $count } notitie
   *[other] { $count } notities
}
report-sure = Hoe zeker
report-use = Gebruik

# Files that leave the vault. $path is where, $option what replaces a file.
export-written = Bewaard: { $path }
export-not-encrypted = Dit is niet versleuteld: wie het vindt, kan alles lezen wat erin staat.
export-already-there = Er staat al een bestand: { $path }. Er is niets overschreven. Met { $option } vervang je het.
export-no-folder = Deze map bestaat niet: { $path }. Maak ze eerst, of kies een andere plaats.
export-storage-full = Je toestel is vol. Er is niets bewaard. Maak wat ruimte en probeer opnieuw.
