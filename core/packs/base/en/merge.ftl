# Two copies of a journey made one. $count is how many things: entries, plans, settings.
merge-nothing = There was nothing new in it. Everything here stays as it was.
merge-new = { $count ->
    [one] One thing came in that was not here yet.
   *[other] { $count } things came in that were not here yet.
}
merge-newer = { $count ->
    [one] One thing was newer there. It is up to date here now.
   *[other] { $count } things were newer there. They are up to date here now.
}
merge-older = { $count ->
    [one] One thing was newer here. It stays as it is.
   *[other] { $count } things were newer here. They stay as they are.
}
merge-settled = { $count ->
    [one] One thing was changed on both sides. The last change counts.
   *[other] { $count } things were changed on both sides. The last changes count.
}
merge-from-newer = { $count ->
    [one] One thing comes from a newer Koers. It is kept, and you see it after an update.
   *[other] { $count } things come from a newer Koers. They are kept, and you see them after an update.
}
merge-conflicts = { $count ->
    [one] One text was changed on both sides. Both are kept until you choose.
   *[other] { $count } texts were changed on both sides. Both are kept until you choose.
}
merge-deleted = { $count ->
    [one] One thing was deleted on one side and changed on the other. It stays away until you choose.
   *[other] { $count } things were deleted on one side and changed on the other. They stay away until you choose.
}
merge-resolved = Kept. The other copy is gone.
merge-resolved-before = This was chosen before. What stands there now holds.

# What was changed on both sides. $kind is its kind.
merge-what = { $kind ->
    [profile] Your settings
    [goal] Your goal
    [agreement] An agreement
    [own_situation] A situation of your own
    [situation] A situation on your list
    [episode] An entry
    [closing] The end of a day
    [plan] A plan for a situation
    [plan_use] A plan that you tried
    [emergency_plan] Your plan for after use
    [supporter] Someone who supports you
    [note] A note
    [answer] An exercise
   *[other] Something you noted
}
merge-copy-written = Changed on { $date } at { $time }
merge-copy-deleted = Deleted on { $date } at { $time }
merge-copy-empty = No words of your own.
merge-none = There is nothing to choose. Nothing was changed on two sides.
merge-no-such = There is no such copy. See the numbers with: koers conflicts

# What could be saved of a damaged vault. $count is how many, $path where the damaged file is.
salvage-not-needed = This vault is sound. Nothing was changed.
salvage-back = { $count ->
    [one] One thing that you noted is back.
   *[other] { $count } things that you noted are back.
}
salvage-all = Nothing is missing.
salvage-lost = { $count ->
    [one] One part of the file could not be read. It may have been empty.
   *[other] { $count } parts of the file could not be read. Some of them may have been empty.
}
salvage-lost-unknown = How much is missing, cannot be told.
salvage-kept-aside = The damaged file is kept: { $path }
salvage-merge = Do you have a backup? Merge it, and what is missing here may come back.
