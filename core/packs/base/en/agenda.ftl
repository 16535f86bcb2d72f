# What today holds: safety, yesterday, older days, letter, assignments, suggestions.
agenda-title = Today
agenda-empty = Nothing is waiting for today. Note something whenever you like.
agenda-yesterday-open = Yesterday is not closed yet.
agenda-yesterday-all = Yesterday is not closed yet. Was what you noted all?
agenda-letter = The letter of week { $week } is ready.
agenda-not-for-me = Not for me
agenda-not-for-me-done = This will not come back this round.

# Suggestions, each with its reason.
suggest-plan = Make a plan for ‘{ $situation }’.
suggest-plan-strong = This stands at place { $rank } in your list and has no plan yet.
suggest-plan-automatic = Here you used { $used } of the last { $of } times, and there is no plan yet.
suggest-situation = Add ‘{ $situation }’ to your list?
suggest-situation-reason = It came up { $times } times with strong craving or use.
suggest-review-plan = Did your plan for ‘{ $situation }’ help?
suggest-review-plan-reason = You used it { $times } times, and did not note yet whether it helped.
suggest-review-plan-day = On { $day } you noted this situation.
suggest-review-agreement = How is the agreement ‘{ $agreement }’ going?
suggest-review-agreement-reason = You have not looked at it for { $days } days.
suggest-look-back = Would you like to look back at { $day } for a moment?
suggest-look-back-reason = You used then after days without. Looking back can make your plan better.
suggest-support = You noted twice in a row that it is heavy. Would you like someone with you in this?
suggest-goal-fit = Does your goal still fit?
suggest-goal-fit-reason = You used on { $days } of the last 7 days.
suggest-step = Choose a step for the coming seven days.
suggest-baseline = Fill in the week before you started.
suggest-baseline-reason = With it you can see later what has changed.
suggest-emergency-plan = Write your emergency plan, in a calm moment.
suggest-emergency-plan-reason = There is no plan of your own yet. The standard one is ready until you have one.

# Gains: what the person did.
gain-first-log = You wrote your first entry. Writing it down shows more of what happens.
gain-craving-passed = You had a strong craving on { $day } and did not use.
gain-first-plan = You made your first plan, for ‘{ $situation }’.
gain-asked-help = You asked someone for support.
gain-plan-used = You used your plan for ‘{ $situation }’.

# Co-use: said at once when one of these is noted or is to be stopped.
also-use-warning = Do not stop { $what } alone and suddenly. It can be dangerous. Call your doctor first.
also-use-ask = Do you also use something from this list? This is optional.
also-use-alcohol-daily = alcohol, (almost) every day
