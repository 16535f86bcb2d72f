substance = cannabis
unit-joint = joints
    .count = { $amount ->
        [one] { $amount } joint
       *[other] { $amount } joints
    }
unit-gram = grams
    .count = { $amount ->
        [one] { $amount } gram
       *[other] { $amount } grams
    }
unit-load = loads
    .count = { $amount ->
        [one] { $amount } load
       *[other] { $amount } loads
    }
unit-edible = edibles
    .count = { $amount ->
        [one] { $amount } edible
       *[other] { $amount } edibles
    }
situation-cannot-sleep = I cannot sleep
situation-withdrawal = Withdrawal: irritable, sweating, no appetite
situation-tobacco = Craving a cigarette, or rolling tobacco
situation-nice-weather = Nice weather, terrace, park
situation-gear-in-sight = Papers, grinder, bong, vape or lighter
situation-joint-passed-round = A joint is being passed round
situation-evening-at-home = Evening after dinner or before bed
situation-on-waking = Morning, right after waking
situation-coffee-shop = Coffee shop, park or balcony
thought-cannot-sleep-without = I can't sleep without it
    .prompt = When did you sleep without?
function-appetite = get an appetite
measure-papers-out-of-sight = I keep tobacco and papers out of sight
measure-start-after = I don't start before { $blank } o'clock
measure-weaker-joints = I roll smaller or weaker joints
measure-without-tobacco = I use without tobacco
measure-no-synthetic = I take no synthetic cannabis
measure-no-deep-inhaling = I don't inhale deeply or hold the smoke
measure-edibles-slowly = With edibles I take little and wait for the effect
reason-sleep-comes = It helps me fall asleep
reason-foggy = My head is often foggy
reason-lungs = My lungs suffer from it
reason-clear-head = My memory and attention get better
reason-dreams-back = I sleep by myself again
reason-restless-nights = The first nights are restless
safer-composition = Sometimes there are synthetic substances on cannabis. You cannot always see or smell them, and people got very ill from them.
    .source = UNODC, 2021; EMCDDA, 2021
