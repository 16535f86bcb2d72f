substance = cannabis
unit-joint = joints
    .count = { $amount ->
        [one] { $amount } joint
       *[other] { $amount } joints
    }
unit-gram = gram
    .count = { $amount } gram
unit-load = vullingen
    .count = { $amount ->
        [one] { $amount } vulling
       *[other] { $amount } vullingen
    }
unit-edible = edibles
    .count = { $amount ->
        [one] { $amount } edible
       *[other] { $amount } edibles
    }
situation-cannot-sleep = Ik kan niet slapen
situation-withdrawal = Ontwenning: prikkelbaar, zweten, geen eetlust
situation-tobacco = Zin in een sigaret, of tabak rollen
situation-nice-weather = Goed weer, terras, park
situation-gear-in-sight = Vloei, grinder, bong, vape of aansteker
situation-joint-passed-round = Er gaat een joint rond
situation-evening-at-home = 's Avonds na het eten of voor het slapen
situation-on-waking = 's Ochtends, meteen na het opstaan
situation-coffee-shop = Coffeeshop, park of balkon
thought-cannot-sleep-without = Zonder kan ik niet slapen
    .prompt = Wanneer sliep je wel zonder?
function-appetite = eetlust krijgen
measure-papers-out-of-sight = Ik leg tabak en vloei niet klaar
measure-start-after = Ik begin pas na { $blank } uur
measure-weaker-joints = Ik rol kleinere of minder sterke joints
measure-without-tobacco = Ik gebruik zonder tabak
measure-no-synthetic = Ik neem geen synthetische cannabis
measure-no-deep-inhaling = Ik inhaleer niet diep en hou de rook niet vast
measure-edibles-slowly = Bij edibles neem ik weinig en wacht ik het effect af
reason-sleep-comes = Ik val ermee in slaap
reason-foggy = Mijn hoofd is vaak wazig
reason-lungs = Mijn longen hebben er last van
reason-clear-head = Mijn geheugen en aandacht worden beter
reason-dreams-back = Ik slaap weer uit mezelf
reason-restless-nights = De eerste nachten zijn onrustig
safer-composition = Soms zitten er synthetische stoffen op cannabis. Je ziet of ruikt dat niet altijd, en mensen werden er erg ziek van.
    .source = UNODC, 2021; EMCDDA, 2021
