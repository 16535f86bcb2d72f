# The prevention plan of one situation (SHP-18) and one's own emergency plan (SHP-19).
plan-title = Plan for ‘{ $situation }’
plan-none = There is no plan for ‘{ $situation }’ yet. A few sentences will do.
plan-offers = What you can take over
plan-signals = Early signals
plan-signals-ask = What do you notice first when this is coming?
plan-avoid = Can I avoid it?
plan-avoid-yes = yes
plan-avoid-partly = partly
plan-avoid-no = no
plan-avoid-how = How do I avoid it?
plan-prepare = Before
plan-prepare-ask = What do you do beforehand, if you do go?
plan-during = While it is there
plan-during-ask = Three things in order: if this happens, then I do that.
plan-if-then = If { $if }, then { $then }.
plan-after = After
plan-after-ask = What do you treat yourself to afterwards, and what do you note?
plan-thought = Helping thought
plan-thought-ask = Which sentence helps you at that moment?
plan-who = Whom I contact
plan-who-ask = Whom may you call or text?
plan-way-out = Way out
plan-way-out-ask = With which sentence do you leave, and how do you get home?
plan-alternative = Instead
plan-alternative-ask = What can play the same role as using?
plan-confidence = Confidence that this works out
plan-confidence-low = Under 7? Make it smaller, or ask someone along.
plan-tried = Used on { $day }
plan-tried-ask = Did you use this plan?
plan-helped-ask = Did it help?
plan-helped-yes = yes
plan-helped-partly = a little
plan-helped-no = no
plan-not-used = not used
plan-ask-use = You used this plan on { $day }. Did it help?
plan-ask-day = On { $day } you noted this situation. Did your plan help then?
plan-ask-today = Did you use this plan today? Then note whether it helped.
plan-helped-once = You used this plan once. It helped.
plan-helped-once-partly = You used this plan once. It helped a little.
plan-helped-times = Your plan helped { $times } of { $of } times.
plan-helped-times-partly = Your plan helped { $times } of { $of } times, and a little { $partly ->
    [one] once
   *[other] { $partly } times
}.
plan-helped-times-partly-only = Your plan helped a little { $partly } of { $of } times.
plan-helped-not = { $of ->
    [one] You used this plan once. It did not help.
   *[other] You used this plan { $of } times. It did not help.
}
plan-adjust-ask = What would you change about it?
plan-field-empty = not filled in yet
plan-suggested-helped = From a plan that helped
plan-suggested-own = Your own
plan-suggested-noted = What you noted here more than once
plan-suggested-ideas = Ideas

# One's own emergency plan: written beforehand, used after one use.
emergency-title = My emergency plan
emergency-stop = Stop and be safe
emergency-stop-ask = What do you do first, and where do you leave from?
emergency-kind = What I say to myself
emergency-kind-ask = What would you say to a good friend?
emergency-call = Whom I call
emergency-call-ask = One to three people, with their number.
emergency-where = Where I go
emergency-where-ask = Where are you safe?
emergency-next-day = The next 24 hours
emergency-next-day-ask = Sleep, eat, wash, leftovers out, no money in hand.
emergency-not = What I do not do
emergency-not-ask = What makes it heavier for you?
emergency-look-back = Looking back, a day later
emergency-look-back-ask = What came before it, and what nearly helped?
emergency-back = Back on course
emergency-back-ask = What is your next step, and whom do you tell?
emergency-saved = Your emergency plan is saved. It is always under Help now.
