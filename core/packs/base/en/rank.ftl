# Why a situation stands where it stands. $situation and $other are labels or own words.
rank-own-logs = Average craving { $mean } out of 10, from { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}.
rank-few-logs = Only { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} so far, so this does not stand higher yet.
rank-own-rating = No entries yet; here your own estimate counts most.
rank-no-data = No entries and no estimate of your own yet; this stands in the middle.
rank-rated = You gave it a { $rating }.
rank-rare-strong = Seldom in your entries. You gave it a { $rating }.
rank-often-together = Often together with ‘{ $other }’.
rank-hard-to-tell = Nearly always together with ‘{ $other }’. Your entries can't show which of the two goes with the craving.
rank-contribution-more = Apart from what comes with it, this too goes along with more craving.
rank-contribution-less = Apart from what comes with it, craving is less strong here.
rank-automatic = Here you used { $used } of the last { $of } times, even when craving was small.
rank-automatic-counts = Here you used { $used } of the last { $of } times.
rank-pinned = You put this on top.
rank-score = Strength: { $score } out of 10.
rank-range = Probably between { $low } and { $high }.
rank-suggestion = ‘{ CAP($situation) }’ came up { $times ->
    [one] { $times } time
   *[other] { $times } times
} with strong craving. Add it to your list?
rank-suggestion-use = ‘{ CAP($situation) }’ came up { $times ->
    [one] { $times } time
   *[other] { $times } times
} with use. Add it to your list?

# How sure a place is: low under 5 entries, medium 5 to 19, high from 20.
confidence-low = few entries yet
confidence-medium = some entries
confidence-high = many entries

# Use given the situation: counts from 5 entries, percentages from 20.
chance-counts = You used here { $used } of { $of } times.
chance-percent = The chance that you use here is about { $percent }%, going by { $of } times.
chance-none = You used here none of { $of } times.
chance-combination = { CAP($first) } + { $second }: { $used } of { $of }
chance-combination-explained = Together they came up { $of } times; { $used ->
    [one] once
   *[other] { $used } times
} you used.

# Headings.
rank-title = Your risk situations
rank-title-strongest = Strongest craving
rank-title-rare = Seldom, but strong
rank-title-automatic = Where you mostly use
rank-title-suggestions = Perhaps for your list
rank-title-together = When two things come together: how often you used
rank-title-pinned = Put on top by you
rank-empty = Your list is still empty. With your first entry you choose a situation, or write one of your own.
rank-why = Why does this stand here?
rank-how = The list follows how strong your craving was in each situation. With few entries your own estimate counts too.
