substance = cocaïne
unit-gram = gram
    .count = { $amount } gram
unit-line = lijntjes
    .count = { $amount ->
        [one] { $amount } lijntje
       *[other] { $amount } lijntjes
    }
unit-pipe = pijpjes
    .count = { $amount ->
        [one] { $amount } pijpje
       *[other] { $amount } pijpjes
    }
situation-days-after = De dagen na gebruik, als ik in een dip zit
situation-worn-out = Uitgeput na een lange nacht, ik wil opgepept worden
situation-note-card-mirror = Een briefje, bankkaart of spiegel
situation-drinks-after-work = Na het werk iets drinken
situation-from-the-nth-drink = Vanaf het ({ $blank })e glas krijg ik zin
situation-coming-down = Ik neem iets om tot rust te komen na gebruik
situation-weekend-after-payday = Weekend na betaaldag
situation-bar-toilet = Toilet van café of club, afterparty
situation-gambling = Gokken of wedden
measure-less-alcohol = Ik drink geen of minder alcohol
measure-no-alcohol-with-it = Ik drink geen alcohol als ik gebruik
measure-own-straw = Ik gebruik mijn eigen, nieuwe buisje, geen bankbiljet
measure-rinse-nose = Ik spoel mijn neus en geef hem rust
measure-not-to-come-down = Ik neem geen ander middel om tot rust te komen
measure-money-and-time-limit = Ik spreek vooraf een grens af in geld en in tijd
measure-leave-card-at-home = Ik laat mijn bankkaart thuis
reason-awake = Ik blijf wakker en heb energie
reason-bold = Ik durf meer
reason-days-low = Ik zit er dagen door
reason-nose-heart = Mijn neus of mijn hart heeft er last van
reason-weekends-back = Ik heb mijn weekends terug
reason-quiet-evenings = Avonden worden stil
safety-low-after-use =
    Na cocaïne kan je je een paar dagen erg somber voelen. Vaak wordt het daarna beter.
    Wordt het te zwaar? Bel of chat met een van deze lijnen.
    .source = National Drug Strategy Monograph 51 (Australië)
safety-alcohol =
    Alcohol en cocaïne samen vormen in je lichaam een derde stof. Die blijft langer werken en belast je hart.
    Pijn op de borst of moeilijk ademen? Bel dan meteen het noodnummer.
    .source = van Amsterdam en anderen, 2024
safer-composition = Poeder die als cocaïne verkocht werd, bleek soms heroïne. Mensen zijn daaraan gestorven. Word je suf of adem je traag? Bel meteen het noodnummer.
    .source = Amsterdam, 2014–2015
