substance = cocaine
unit-gram = grams
    .count = { $amount ->
        [one] { $amount } gram
       *[other] { $amount } grams
    }
unit-line = lines
    .count = { $amount ->
        [one] { $amount } line
       *[other] { $amount } lines
    }
unit-pipe = pipes
    .count = { $amount ->
        [one] { $amount } pipe
       *[other] { $amount } pipes
    }
situation-days-after = The days after using, in a dip
situation-worn-out = Worn out after a long night, I want a lift
situation-note-card-mirror = A note, bank card or mirror
situation-drinks-after-work = Drinks after work
situation-from-the-nth-drink = From the ({ $blank })th drink I crave
situation-coming-down = I use something to come down
situation-weekend-after-payday = Weekend after payday
situation-bar-toilet = Bar or club toilet, after-party
situation-gambling = Gambling or betting
measure-less-alcohol = I drink no or less alcohol
measure-no-alcohol-with-it = I drink no alcohol when I use
measure-own-straw = I use my own new straw, no banknote
measure-rinse-nose = I rinse my nose and give it rest
measure-not-to-come-down = I take no other drug to come down
measure-money-and-time-limit = I set a limit in money and time beforehand
measure-leave-card-at-home = I leave my bank card at home
reason-awake = I stay awake and have energy
reason-bold = I dare more
reason-days-low = I feel down for days
reason-nose-heart = My nose or my heart suffers from it
reason-weekends-back = I have my weekends back
reason-quiet-evenings = Evenings go quiet
safety-low-after-use =
    After cocaine one can feel very low for some days. Often it gets better after that.
    Does it get too heavy? Call or chat with one of these lines.
    .source = National Drug Strategy Monograph 51 (Australia)
safety-alcohol =
    Alcohol and cocaine together form a third substance in your body. It works longer and strains your heart.
    Chest pain, or hard to breathe? Call the emergency number at once.
    .source = van Amsterdam and others, 2024
safer-composition = Powder that was sold as cocaine sometimes turned out to be heroin. People died of it. Do you get drowsy or breathe slowly? Call the emergency number at once.
    .source = Amsterdam, 2014–2015
