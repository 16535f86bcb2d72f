# Help now: always there, also before the intake, without a vault and while locked.
help-title = Help now
help-question = What is going on?
help-choice-want = I want to use
help-choice-used = I have used
help-choice-wrong = Something is wrong, with me or someone else

help-want-1 = Wait a quarter of an hour first. A craving gets stronger and then weaker again.
help-want-2 = Leave the place where you are, or put away what is there.
help-want-3 = Drink water, eat something, or take a shower.
help-want-4 = Call or text someone you trust.
help-want-5 = Read your own reasons once more.
help-want-plan = Your own plan for ‘{ $situation }’
help-want-stay = Stay with the feeling for five minutes. Where in your body is it? Breathe out calmly.

help-used-safe = Are you safe? If you see a sign from the list below, call the emergency number at once.
help-used-1 = Stop for now and put away what is left.
help-used-2 = Do not stay alone. Do not drive today or tomorrow.
help-used-3 = Drink water, eat something and rest.
help-used-4 = Using once does not undo what you did before.
help-used-5 = Call someone, or write down what happened once you have calmed down.
help-used-mixed = Did you also take alcohol, pills, GHB or heroin? Stay with someone and sleep on your side.

help-wrong-call = Call the emergency number at once for any of these signs
help-wrong-number = Emergency number: { $number }
help-wrong-tell = Say what was taken. Ambulance and doctors keep it to themselves.
help-wrong-stay = Stay there and stay calm. Keep the other person cool.
help-wrong-side = Breathing, but not waking up? Lay the person on their side. Give nothing to eat or drink.
help-wrong-heavy = Do you think about suicide, or are you afraid that someone else does? Call one of these lines now.
help-wrong-danger = Is there danger now? Call the emergency number.

help-flag-chest = chest pain or pressure
help-flag-fit = fits
help-flag-unconscious = unconscious or hard to wake
help-flag-breathing = hard or slow breathing, blue lips
help-flag-hot = very hot, stiff muscles, jerking
help-flag-stroke = sudden severe headache, paralysis or trouble speaking
help-flag-agitated = very agitated or confused, with danger
help-flag-too-much = took too much, or swallowed a packet
help-flag-injury = badly injured

help-doctor-title = Talk to a doctor soon
help-doctor-voices = seeing or hearing things, or suspicion, that stays
help-doctor-mood = low mood or hardly any sleep for more than two weeks
help-doctor-self-harm = hurting yourself
help-doctor-vomiting = vomiting often
help-doctor-heart = palpitations, or a nose that keeps bleeding
help-doctor-pregnant = pregnant
help-doctor-stopping = wanting to stop alcohol, pills, GHB or heroin
help-doctor-no-grip = no grip left after several tries

help-lines-title = People who listen
help-lines-own = Your own people first
help-lines-line = { $name }: { $number }
help-lines-checked-on = checked: { $when }
help-lines-source = source: { $source }
help-lines-other-region = another region
help-lines-none = No numbers were checked for this region yet. The European emergency number is 112. Otherwise call your doctor.
help-country-BE = Belgium
help-country-NL = the Netherlands
help-country-GB = United Kingdom
help-country-FR = France
help-country-IE = Ireland

# The emergency plan that stands when there is no own one.
default-plan-title = Emergency plan
default-plan-own-missing = This is the standard plan. You can make one of your own.
default-plan-stop = I stop for now. I put away what is left and leave the place. I drink water and do not drive.
default-plan-kind = Using once does not undo what I did before.
default-plan-call = I call someone I trust, or one of the lines under Help.
default-plan-where = I go to a place where I am safe and where nobody uses.
default-plan-next-day = The next 24 hours: sleep, eat, wash, leftovers out, no money in hand.
default-plan-not = I chase nothing, catch up on nothing and do not throw my plan away.
default-plan-look-back = Tomorrow I look back for a moment: what came before it, what nearly helped?
default-plan-back = After that I choose my next step and tell someone.
default-plan-more-help = Does it happen more often, or feel too heavy? Then I ask a doctor or drug service for help.
