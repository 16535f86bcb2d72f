# Results: headings, axis labels and one sentence for each chart.
results-title = Results
results-week = week { $week }
results-week-title = Week { $week }, from { $date }
results-week-of = week of { $date }
results-baseline = week before you started
results-last-week = last week
results-goal = goal
results-limit = limit
results-axis-craving = craving (0–10)
results-axis-use = use ({ $unit })
results-axis-days = days
results-craving-by-week = Craving by week
results-use-by-week = Use by week
results-days = Days used, not used and not filled in
results-by-situation = Craving by situation
results-end = Week before you started, last week and goal
results-bar-amount = { $high }
results-bar-range = { $low } to { $high }
results-bar-goal = { $amount } at most
results-bar-stop = not using
results-legend-lo = noted
results-legend-hi = at most, with the days that are not filled in
results-coverage = { $closed } of { $days } days are filled in.
results-no-data = There is nothing to show here yet.
results-before-short = before
results-week-head = week
results-filled-in = filled in
results-figures = Figures by week
results-range = { $low } to { $high }
results-use-so-far = This week you noted { $amount } so far.

results-craving-summary = { $weeks ->
    [one] Average craving: { $last } out of 10 in the only week with entries.
   *[other] Average craving: from { $first } out of 10 in the first week to { $last } out of 10 in the last.
}
results-craving-none = There are no entries with a number for craving yet.
results-use-summary = The week before you started { $before }, last week { $after }. Your goal is { $goal }.
results-use-summary-no-goal = The week before you started { $before }, last week { $after }.
results-use-range = Last week it was at least { $low } and at most { $high }, because not every day is filled in.
results-days-summary = { $used ->
    [one] Used on { $used } day
   *[other] Used on { $used } days
}, not used on { $not-used }, and { $unknown ->
    [one] { $unknown } day is not filled in
   *[other] { $unknown } days are not filled in
}.
results-days-open = { $count ->
    [one] { $count } day with use is not closed yet.
   *[other] { $count } days with use are not closed yet.
}
results-situations-summary = Craving is strongest with ‘{ $first }’: { $score } out of 10.
results-end-summary = The week before you started: { $before }. Last week: { $after }. Goal: { $goal } at most.
results-end-summary-stop = The week before you started: { $before }. Last week: { $after }. Goal: no use.
results-use-days-summary = Days of use: { $before } in the week before you started, { $after } last week.
results-money = At your price that is { $amount } a week.

# The week strip, read aloud.
strip-day = { CAP($day) }: { $state }
strip-summary = { $closed } of { $days } days filled in, { $used } with use

# The summary to print or hand over.
report-title = Summary of { $nickname }
report-title-plain = Summary
report-made-on = Made on { $date }.
report-period = From { $from } to { $to }
report-own-choice = The person chose which parts stand here.
report-unknown-note = Days that are not filled in count as unknown and never as nought.
report-not-clinical = These are personal notes, no diagnosis and no measurement.
report-goal = Goal
report-reasons = Reasons
report-situations = Risk situations
report-plans = Plans
report-verdicts = How each week went
report-end = End of the programme
report-agreements = Agreements
report-reminders = Reminders
report-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
report-sure = How sure
report-use = Use

# Files that leave the vault. $path is where, $option what replaces a file.
export-written = Saved: { $path }
export-not-encrypted = This is not encrypted: whoever finds it can read everything in it.
export-already-there = There is a file already: { $path }. Nothing was overwritten. With { $option } you replace it.
export-no-folder = This folder does not exist: { $path }. Make it first, or choose another place.
export-storage-full = Your device is full. Nothing was saved. Make some room and try again.
