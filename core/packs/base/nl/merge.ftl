# Twee exemplaren van een verloop samengevoegd. $count is hoeveel dingen: notities, plannen, instellingen.
merge-nothing = Er zat niets nieuws in. Alles hier blijft zoals het was.
merge-new = { $count ->
    [one] Er kwam één ding bij dat hier nog niet stond.
   *[other] Er kwamen { $count } dingen bij die hier nog niet stonden.
}
merge-newer = { $count ->
    [one] Eén ding was daar nieuwer. Het is hier nu ook bij.
   *[other] { $count } dingen waren daar nieuwer. Ze zijn hier nu ook bij.
}
merge-older = { $count ->
    [one] Eén ding was hier nieuwer. Het blijft zoals het is.
   *[other] { $count } dingen waren hier nieuwer. Ze blijven zoals ze zijn.
}
merge-settled = { $count ->
    [one] Eén ding is aan beide kanten gewijzigd. De laatste wijziging telt.
   *[other] { $count } dingen zijn aan beide kanten gewijzigd. De laatste wijzigingen tellen.
}
merge-from-newer = { $count ->
    [one] Eén ding komt van een nieuwere Koers. Het blijft bewaard en je ziet het na een update.
   *[other] { $count } dingen komen van een nieuwere Koers. Ze blijven bewaard en je ziet ze na een update.
}
merge-conflicts = { $count ->
    [one] Eén tekst is aan beide kanten gewijzigd. Beide blijven bewaard tot je kiest.
   *[other] { $count } teksten zijn aan beide kanten gewijzigd. Alles blijft bewaard tot je kiest.
}
merge-deleted = { $count ->
    [one] Eén ding is aan de ene kant gewist en aan de andere gewijzigd. Het blijft weg tot je kiest.
   *[other] { $count } dingen zijn aan de ene kant gewist en aan de andere gewijzigd. Ze blijven weg tot je kiest.
}
merge-resolved = Bewaard. De andere versie is weg.
merge-resolved-before = Hier is al gekozen. Wat er nu staat, geldt.

# Wat aan beide kanten gewijzigd is. $kind is de soort.
merge-what = { $kind ->
    [profile] Je instellingen
    [goal] Je doel
    [agreement] Een afspraak
    [own_situation] Een eigen situatie
    [situation] Een situatie op je lijst
    [episode] Een notitie
    [closing] Het einde van een dag
    [plan] Een plan voor een situatie
    [plan_use] Een plan dat je probeerde
    [emergency_plan] Je plan voor na gebruik
    [supporter] Iemand die je steunt
    [note] Een aantekening in je dagboek
    [answer] Een oefening
   *[other] Iets wat je noteerde
}
merge-copy-written = Gewijzigd op { $date } om { $time }
merge-copy-deleted = Gewist op { $date } om { $time }
merge-copy-empty = Geen eigen woorden.
merge-none = Er valt niets te kiezen. Niets is aan twee kanten gewijzigd.
merge-no-such = Die versie is er niet. Bekijk de nummers met: koers conflicts

# Wat van een beschadigde kluis gered kon worden. $count is hoeveel, $path waar het beschadigde bestand staat.
salvage-not-needed = Deze kluis is in orde. Er is niets gewijzigd.
salvage-back = { $count ->
    [one] Eén ding dat je noteerde, is terug.
   *[other] { $count } dingen die je noteerde, zijn terug.
}
salvage-all = Er ontbreekt niets.
salvage-lost = { $count ->
    [one] Eén deel van het bestand was niet te lezen. Misschien was het leeg.
   *[other] { $count } delen van het bestand waren niet te lezen. Misschien waren er lege bij.
}
salvage-lost-unknown = Hoeveel er ontbreekt, is niet te zeggen.
salvage-kept-aside = Het beschadigde bestand is bewaard: { $path }
salvage-merge = Heb je een reservekopie? Voeg ze samen: wat hier ontbreekt, komt dan misschien terug.
