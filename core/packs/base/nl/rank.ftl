# Why a situation stands where it stands. $situation and $other are labels or own words.
rank-own-logs = Zin om te gebruiken: gemiddeld { $mean } op 10, in { $entries ->
    [one] { $entries } notitie
   *[other] { $entries } notities
}.
rank-few-logs = Nog maar { $entries ->
    [one] { $entries } notitie
   *[other] { $entries } notities
}. Daarom staat dit nog niet hoger.
rank-own-rating = Nog geen notities; hier telt vooral je eigen inschatting.
rank-no-data = Nog geen notities en geen eigen inschatting; dit staat in het midden.
rank-rated = Jij gaf dit een { $rating }.
rank-rare-strong = Komt weinig voor in je notities. Jij gaf dit een { $rating }.
rank-often-together = Komt vaak samen voor met ‘{ $other }’.
rank-hard-to-tell = Komt bijna altijd samen voor met ‘{ $other }’. Je notities tonen niet welke van de twee met de zin samengaat.
rank-contribution-more = Ook los van wat er samen mee voorkomt, gaat dit samen met meer zin.
rank-contribution-less = Los van wat er samen mee voorkomt, is de zin hier minder sterk.
rank-automatic = Hier gebruikte je { $used } van de laatste { $of } keer, ook als de zin klein was.
rank-automatic-counts = Hier gebruikte je { $used } van de laatste { $of } keer.
rank-pinned = Jij zette dit bovenaan.
rank-score = Sterkte: { $score } op 10.
rank-range = Waarschijnlijk tussen { $low } en { $high }.
rank-suggestion = ‘{ CAP($situation) }’ kwam { $times } keer voor bij sterke zin. Wil je het in je lijst?
rank-suggestion-use = ‘{ CAP($situation) }’ kwam { $times } keer voor bij gebruik. Wil je het in je lijst?

# How sure a place is: low under 5 entries, medium 5 to 19, high from 20.
confidence-low = nog weinig notities
confidence-medium = al enkele notities
confidence-high = veel notities

# Use given the situation: counts from 5 entries, percentages from 20.
chance-counts = Je gebruikte hier { $used } van de { $of } keer.
chance-percent = De kans dat je hier gebruikt is ongeveer { $percent } %, op basis van { $of } keer.
chance-none = Je gebruikte hier geen enkele van de { $of } keer.
chance-combination = { CAP($first) } + { $second }: { $used } van { $of }
chance-combination-explained = Samen kwamen ze { $of } keer voor; { $used } keer gebruikte je.

# Headings.
rank-title = Je risicosituaties
rank-title-strongest = Sterkste zin
rank-title-rare = Zelden, maar sterk
rank-title-automatic = Waar je het vaakst gebruikt
rank-title-suggestions = Misschien iets voor je lijst
rank-title-together = Als twee dingen samenkomen: hoe vaak je dan gebruikte
rank-title-pinned = Door jou bovenaan gezet
rank-empty = Je lijst is nog leeg. Bij je eerste notitie kies je een situatie, of schrijf je er zelf een.
rank-why = Waarom staat dit hier?
rank-how = De lijst volgt hoe sterk je zin in elke situatie was. Met weinig notities telt je eigen inschatting mee.
