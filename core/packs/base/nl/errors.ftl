# What went wrong, and a way out.
error-wrong-secret = Hiermee gaat het niet open. Probeer het nog eens, of kies een andere manier.
error-wrong-recovery-code = Deze herstelcode klopt niet. Kijk na of alle tekens er staan.
error-no-passphrase = Je kluis heeft nog geen wachtwoord. Kies er eerst een, dan kan dit.
error-passphrase-there = Je kluis heeft al een wachtwoord. Wijzig het, met je huidige wachtwoord erbij.
error-recovery-code-group = In groep { $group } van de herstelcode zit een foutje. Vergelijk die nog eens met je papier.
error-not-a-vault = Dit bestand is geen kluis van Koers, of het begin ervan is stuk. Er is niets gewijzigd. Is het wel je kluis, dan is er misschien nog iets te redden. Kies anders een ander bestand.
error-damaged = Een deel van dit bestand is beschadigd. Er is niets gewijzigd. Je kan redden wat leesbaar is.
error-cut-short = Dit bestand is niet volledig. Er is niets gewijzigd. Gebruik een reservekopie als je er een hebt.
error-newer-format = Dit bestand is gemaakt met een nieuwere Koers. Er is niets gewijzigd. Werk Koers bij en probeer opnieuw.
error-older-than-last = Deze kluis is ouder dan de laatste die hier open was. Wil je ze vergelijken, houden of een kopie terugzetten?
error-in-use = Koers is al ergens anders open. Sluit het daar en probeer opnieuw.
error-no-permission = Koers mag dit bestand niet openen. Kijk de rechten na, of kies een andere plaats.
error-is-a-folder = Op deze plaats staat een map. Kies een bestandsnaam in die map.
error-not-found = Hier staat nog geen kluis. Begin een nieuwe, of kies een andere plaats.
error-already-there = Hier staat al een bestand. Er is niets overschreven. Kies een andere naam.
error-storage-full = Je toestel is vol. Je notitie is nog niet bewaard. Maak wat ruimte en bewaar opnieuw.
error-drop-box-full = Er passen geen notities meer bij zolang Koers vergrendeld is. Ontgrendel één keer, dan kun je verder.
error-locked = Koers is vergrendeld. Ontgrendel eerst.
error-uncertain = Het is niet zeker of je laatste wijziging bewaard is. Open Koers opnieuw, dan zie je het.
error-memory-refused = Er was te weinig geheugen om te openen. Sluit andere apps en probeer opnieuw.
error-too-costly = Dit bestand vraagt meer rekenkracht dan veilig is. Er is niets geopend.
error-cancelled = Gestopt. Er is niets gewijzigd.
error-pack-refused = { $faults ->
    [one] Dit pakket heeft { $faults } fout en is niet gebruikt.
   *[other] Dit pakket heeft { $faults } fouten en is niet gebruikt.
}
error-newer-record = Dit is gemaakt met een nieuwere Koers. Het is bewaard, maar kan hier niet worden aangepast.
error-other = Er ging iets mis dat Koers niet kent. Wat al bewaard was, blijft bewaard. Probeer het opnieuw.

# Why a draft was refused. $field is one of the labels in fields.ftl.
draft-craving-range = Kies een getal van 0 tot 10. Er stond { $value }.
draft-rating-range = { CAP($field) }: kies een getal van 0 tot 10. Er stond { $value }.
draft-number-range = { CAP($field) }: kies een getal van { $least } tot { $most }. Er stond { $value }.
draft-days-number = { CAP($field) }: hier horen { $most } dagen. Nu zijn het er { $value }.
draft-not-a-number = { CAP($field) }: dit is geen getal. Schrijf het in cijfers.
draft-amount-not-positive = Een hoeveelheid is meer dan 0. Gebruikte je niet, kies dan ‘niet gebruikt’.
draft-amount-too-large = Hoogstens { $most } in één keer. Klopt het getal?
draft-amount-decimals = Hoogstens drie cijfers na de komma.
draft-future = Dit moment is nog niet geweest. Kies een moment tot nu.
draft-too-early = { CAP($field) }: kies een datum vanaf { $date }.
draft-unknown-id = { CAP($field) }: dit staat niet in de lijst. Kies iets uit de lijst, of schrijf het zelf.
draft-text-too-long = { CAP($field) }: hoogstens { $most } tekens. Maak het wat korter.
draft-control-character = { CAP($field) }: er staat een onzichtbaar teken in. Haal het weg en bewaar opnieuw.
draft-bidi-override = { CAP($field) }: er staat een teken in dat de leesrichting omkeert. Haal het weg en bewaar opnieuw.
draft-deleted = Dit werd gewist en kan niet meer worden aangepast. Je kan het opnieuw noteren.
draft-empty = { CAP($field) }: vul hier iets in.
draft-date-invalid = { CAP($field) }: deze datum bestaat niet.
draft-time-invalid = { CAP($field) }: dit uur bestaat niet.
draft-unknown-unit = Deze eenheid hoort niet bij { $substance }. Kies er een uit de lijst.
draft-unknown-substance = Dit middel kent Koers niet. Kies er een uit de lijst.
draft-zone-unknown = Deze tijdzone kent Koers niet. Geef erbij hoeveel de klok voorloopt op de wereldtijd.
draft-offset-range = De klok kan hoogstens 18 uur verschillen van de wereldtijd.
draft-duplicate = { CAP($field) }: dit staat er al.
draft-too-many = { CAP($field) }: hoogstens { $most }.
draft-not-followed = Je volgt { $substance } niet. Voeg het eerst toe in je instellingen.
draft-id-taken = Dit staat er al met een andere inhoud. Noteer het als iets nieuws.
draft-day-filled = Een van deze dagen is intussen ingevuld. Er is niets gewijzigd.
draft-not-possible = { CAP($field) }: dit antwoord kan hier niet. Kies een ander.
draft-unknown-entry = Deze notitie is er niet. Je dagboek toont hoe elke notitie heet.
