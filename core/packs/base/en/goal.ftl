# Goals (G0), days without (G5), change (G6), end of the programme (G7), agreements (G8), after
# one use (G9).
goal-kind-stop = Stop
goal-kind-reduce = Cut down
goal-kind-safer = Use more safely
goal-rule-weekly = { $amount } a week at most
goal-rule-daily = { $amount } a day at most
goal-rule-weekdays = Only on { $days }
goal-rule-stop = No use from { $date }
goal-rule-stop-open = Stop, no date yet
goal-rule-agreements = { $count ->
    [one] 1 agreement
   *[other] { $count } agreements
} on safer use
goal-step = Step for the coming seven days: { $rule }
goal-step-ask = What would you like for the coming seven days? Your last step was: { $rule }
goal-right-away = My end goal right away
goal-step-by-step = Step by step
goal-end = End goal
goal-none = You have not chosen a goal yet. You can at any time.
goal-saved = Your goal is saved. You can always change it.
goal-changed = Your goal has changed. What you noted before stays as it was.
goal-starts = Daily rules hold from { $day }, weekly limits from { $week }.

# Days without since the stop date.
without-headline = { $days ->
    [one] { $days } day without since { $date }, { $missing } not filled in.
   *[other] { $days } days without since { $date }, { $missing } not filled in.
}
without-headline-complete = { $days ->
    [one] { $days } day without since { $date }.
   *[other] { $days } days without since { $date }.
}
without-none-yet = No day without noted since { $date } yet.
without-run = { $days ->
    [one] Since you last used: { $days } day without.
   *[other] Since you last used: { $days } days without.
}
without-run-paused = { $missing ->
    [one] { $missing } day in between is not filled in. It does not count and breaks nothing off.
   *[other] { $missing } days in between are not filled in. They do not count and break nothing off.
}
without-longest = { $days ->
    [one] Longest run: { $days } day without.
   *[other] Longest run: { $days } days without.
}

# Change against the week before the start.
change-absolute = The week before you started: { $before }. Last week: { $after }.
change-percent = That is { $percent }% less.
change-percent-range = That is { $low } to { $high }% less, because not every day is filled in.
change-more = That is { $percent }% more.
change-more-range = That is { $low } to { $high }% more, because not every day is filled in.
change-same = That is about the same.
change-too-few = Not enough days are filled in to compare the weeks.
change-days = Days of use: { $before } before, { $after } last week.
change-usual = You called { $amount } a week usual for you.

# End of the programme: verdict, then two or three ways to go on.
end-reached = You reached the goal you chose.
end-reached-1 = Choose three agreements you want to keep.
end-reached-2 = Write down which days of the coming months may be hard, and what helps then.
end-reached-3 = After a break your body can bear less. Keep that in mind if you ever use again.
end-partly = You reached part of the goal you chose.
end-partly-1 = See which agreements helped, and where it stayed hard.
end-partly-2 = You can adjust your goal, or go on for two weeks.
end-partly-3 = Ask someone to look along. That can be a doctor too.
end-not-yet = The goal you chose is not reached yet.
end-not-yet-1 = What did help, even a little? Start there.
end-not-yet-2 = Another goal, a smaller step or more time may fit better.
end-not-yet-3 = Extra support from a doctor or drug service can go along with Koers.
end-too-few = Too few days are filled in to say anything about your goal.
end-too-few-1 = One tap a day closes a day. No more is needed.
end-too-few-2 = A reminder at another moment may fit better.
end-title = End of your programme
end-next-keep = Go on as now
end-next-round = A new round
end-next-help = Ask for help

# Agreements about safer use, judged by the person's own answer.
agreement-ask = Did this agreement work out this week?
agreement-yes = yes
agreement-partly = partly
agreement-no = no
agreement-not-needed = was not needed
agreement-unknown = not answered yet
agreement-helped = Did it help?

# After one use.
lapse-after-use = { $days ->
    [one] You used after { $days } day without. That one day still counts.
   *[other] You used after { $days } days without. Those { $days } days still count.
} Are you safe? What do you need right now?
lapse-after-break = After a break your body can bear less than before.
lapse-over-limit = You are over what you wanted for this week. Are you safe? What do you need right now?
lapse-look-back = Would you like to look back at { $day } for a moment? What came before it, and what helped a little?
lapse-does-goal-fit = You used on { $days } of the last 7 days. Does your goal still fit?
lapse-goal-keep = I keep my goal
lapse-goal-smaller = A smaller step
lapse-goal-other-date = Another start date
lapse-goal-talk = Talk about it with someone
