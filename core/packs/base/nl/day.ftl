# Days: states, closing, confirming (G1, G2), and the receipts for what was recorded.
day-used = gebruikt
day-not-used = niet gebruikt
day-unknown = niet ingevuld
day-open = nog open
day-recalled = later ingevuld
day-from-notification = vanuit de melding
day-mark = aangestipt, nog in te vullen
day-today = vandaag
day-yesterday = gisteren
day-early-closing = Gisteren om { $time } had je niet gebruikt. Bleef dat zo?
day-early-closing-on = Op { $day } om { $time } had je niet gebruikt. Bleef dat zo?
day-confirm-several = Bleef het zo op { $days }?
day-confirm-done = Gisteren om { $time } noteerde je: dat is alles. Bleef dat zo?
day-confirm-yes = Ja, het bleef zo
day-confirm-no = Nee, er kwam nog iets bij
day-gaps = { $days ->
    [one] Er is { $days } dag niet ingevuld. Dat mag.
   *[other] Er zijn { $days } dagen niet ingevuld. Dat mag.
}
day-go-on = Verder vanaf vandaag
day-fill-period = Een periode invullen
day-fill-explain = Vul in wat je nog weet. De rest blijft niet ingevuld, en dat mag.
day-fill-none = Wat nog open is: niet gebruikt
day-fill-amount = Hoeveel je gebruikte, kan je later in je dagboek toevoegen.
day-no-gaps = Er staat geen dag meer open van voor gisteren.
day-fill-more = { $days ->
    [one] Voor deze dagen is er nog { $days } dag niet ingevuld. Die komt hierna.
   *[other] Voor deze dagen zijn er nog { $days } dagen niet ingevuld. Die komen hierna.
}
day-went-on = Goed. Die dagen blijven niet ingevuld. Weet je er later nog iets van, noteer het dan bij die dag.
day-last-night = Hoort dit bij de nacht van { $yesterday } op { $today }?
day-last-night-short = Hoort dit bij afgelopen nacht?
day-was-that-all = Je noteerde eerder { $amount } op die dag. Was dat alles?
day-none = Niet gebruikt
day-note-use = Ik gebruikte wel
day-done = Dat was alles
day-so-far = Tot nu toe niets

# Receipts. $what names the substances.
receipt-closed-none = { CAP($day) } afgesloten voor { $what }: niet gebruikt.
receipt-closed-done = { CAP($day) } afgesloten voor { $what }: dat was alles.
receipt-so-far = Genoteerd voor { $what }: tot nu toe niets. Morgen vraagt Koers of het zo bleef.
day-noted-so-far = Genoteerd voor { $what }: tot nu toe niets.
receipt-confirmed = { $days ->
    [one] { $days } dag bevestigd.
   *[other] { $days } dagen bevestigd.
}
receipt-filled = { $days ->
    [one] { $days } dag later ingevuld.
   *[other] { $days } dagen later ingevuld.
}
receipt-reopened = { CAP($day) } staat weer open.
receipt-log = Genoteerd.
receipt-log-craving = Genoteerd: zin { $craving } op 10.
receipt-log-use = Genoteerd: { $amount } gebruikt.
receipt-log-use-unknown = Genoteerd: gebruikt, hoeveelheid onbekend.
receipt-log-on = Genoteerd voor { $day }.
receipt-let-pass = Sterke zin, en je gebruikte niet. Je schreef het op; dat helpt je zien wat er gebeurt.
receipt-let-pass-plan = Wil je je plan voor ‘{ $situation }’ erbij nemen?
receipt-let-pass-stay = Vijf minuten bij het gevoel blijven
receipt-let-pass-call = Iemand bellen
receipt-situation-added = ‘{ $situation }’ staat nu in je lijst.
receipt-situation-removed = ‘{ $situation }’ staat niet meer in je lijst. Je notities blijven bewaard.
receipt-rated = ‘{ $situation }’: jouw inschatting is nu { $rating } op 10.
receipt-pinned = ‘{ $situation }’ staat nu bovenaan.
receipt-unpinned = ‘{ $situation }’ staat niet meer vast.
receipt-saved = Bewaard.
receipt-plan-saved = Je plan voor ‘{ $situation }’ is bewaard.
receipt-plan-not-used = Genoteerd: toen gebruikte je je plan niet.
receipt-edited = Aangepast.
receipt-deleted = Gewist.
receipt-undone = Ongedaan gemaakt.
receipt-undone-log = Ongedaan gemaakt: je notitie van { $day } is weg.
receipt-undone-edit = Ongedaan gemaakt: alles staat weer zoals voor je aanpassing.
receipt-undone-delete = Ongedaan gemaakt: je notitie van { $day } is terug.
receipt-undone-closing = Ongedaan gemaakt: { $day } staat weer open.
receipt-nothing-to-undo = Er is niets om ongedaan te maken.
receipt-twice = Dit stond er al; het telt één keer.
receipt-wiped = Alles is gewist.
receipt-time-moved = De klok werd verzet en dit uur bestond niet. Genoteerd als { $time }.
receipt-time-twice = Door de verzette klok kwam dit uur twee keer voor. Genoteerd als de { $which ->
    [second] tweede
   *[first] eerste
} keer.
