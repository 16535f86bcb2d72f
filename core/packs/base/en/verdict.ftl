# Weekly verdicts (rules G3, G4). $amount is "3 joints", $limit a bare number.
verdict-all-days = { $days ->
    [7] All seven days are filled in.
   *[other] { $days } of 7 days are filled in.
}
verdict-met = This week you stayed within your limit: { $amount }, your limit was { $limit }. All seven days are filled in.
verdict-over-so-far = You are over your limit for this week: { $amount }, your limit was { $limit }. { $days ->
    [0] This is the last day. What would you like for today?
    [one] One day to come. What would you like for it?
   *[other] { CAP(WORDS($days)) } days to come. What would you like for those?
}
verdict-open = This week you noted { $amount } so far, your limit is { $limit }. { $days ->
    [0] This is the last day.
    [one] One day to come.
   *[other] { CAP(WORDS($days)) } days to come.
}
verdict-not-met = This week: { $amount }, your limit was { $limit }.
verdict-most-on = { CAP($days) } had the most.
verdict-look-at-plan = Look at your plan for ‘{ $situation }’?
verdict-make-a-plan = Make a plan for ‘{ $situation }’?
verdict-not-met-plan = { verdict-not-met } { verdict-most-on } { verdict-look-at-plan }
verdict-step = { $amount } this week. Your step was { $step } at most. Your end goal is { $goal }.
verdict-figures = You noted { $amount } this week.
verdict-nothing-noted = Nothing is noted for this week yet.
verdict-no-step = There was no step for this week. Would you like one for the coming seven days?
verdict-unknown-amount = You noted { $amount }, your limit was { $limit }. Not every day is filled in, so it cannot be said yet.
verdict-days-without = { $without ->
    [0] No day without use noted yet.
    [one] 1 day without use.
   *[other] { $without } days without use.
}
verdict-days-missing = { $count ->
    [one] { CAP($missing) } is not filled in. Do you remember?
   *[other] { CAP($missing) } are not filled in. Do you remember?
}
verdict-days-open = { $count ->
    [one] { CAP($days) } is not closed yet. Was what you noted all?
   *[other] { CAP($days) } are not closed yet. Was what you noted all?
}
verdict-unknown = { verdict-days-without } { verdict-days-missing }
verdict-recalled = You filled in { $days } later.

# Daily limit.
verdict-daily-met = On every day you stayed within { $limit } a day.
verdict-daily-over = On { $days } you went over { $limit } a day.
verdict-daily-open = So far you noted no day over { $limit }.
verdict-daily-unknown = Whether you stayed within { $limit } every day cannot be said yet.

# Allowed weekdays.
verdict-weekdays-met = You used only on the days you chose: { $allowed }.
verdict-weekdays-over = You also used on { $days }. The days you chose: { $allowed }.
verdict-weekdays-open = So far you noted no use on other days than you chose: { $allowed }.
verdict-weekdays-unknown = Whether you used only on { $allowed } cannot be said yet.

# Stop.
verdict-stop-met = This week you did not use. All seven days are filled in.
verdict-stop-met-in-part = You did not use on the days that count for your goal.
verdict-stop-over = You used on { $days }. The other days still count.
verdict-stop-open = So far you noted no use this week.
verdict-stop-unknown = Whether you did not use all week cannot be said yet.

# Agreements about safer use, by the person's own answers.
verdict-agreements-met = { $needed ->
    [one] You kept your agreement on safer use.
   *[other] You kept all { WORDS($needed) } agreements on safer use.
}
verdict-agreements-not-met = You kept { $kept } of { $needed } agreements on safer use.
verdict-agreements-open = At the end of the week Koers asks how your agreements went.
verdict-agreements-unknown = You have not answered about your agreements yet.
verdict-agreements-not-needed = Your agreements were not needed this week.

# A rule that was not in force for the whole week.
verdict-not-judged = This rule was not in force for seven days yet, so there is no verdict.

# Everything together, in a word and in a sentence.
verdict-state-met = met
verdict-state-partly = partly met
verdict-state-not-met = not met
verdict-state-unknown = cannot be said yet
verdict-state-open = still running
verdict-state-over = over your limit
verdict-state-not-judged = no verdict
verdict-overall-met = This week you reached what you chose.
verdict-overall-partly = This week you reached part of what you chose.
verdict-overall-not-met = This week went differently from what you chose. What would help next week?
verdict-overall-unknown = Too few days are filled in for a verdict. That is fine.
verdict-coverage = { $closed } of { $days } days filled in
