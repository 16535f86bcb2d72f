# Days: states, closing, confirming (G1, G2), and the receipts for what was recorded.
day-used = used
day-not-used = not used
day-unknown = not filled in
day-open = still open
day-recalled = filled in later
day-from-notification = from the notification
day-mark = marked, still to be filled in
day-today = today
day-yesterday = yesterday
day-early-closing = Yesterday at { $time } you had not used. Did it stay that way?
day-early-closing-on = On { $day } at { $time } you had not used. Did it stay that way?
day-confirm-several = Did it stay that way on { $days }?
day-confirm-done = Yesterday at { $time } you noted: that's all. Did it stay that way?
day-confirm-yes = Yes, it stayed that way
day-confirm-no = No, there was more
day-gaps = { $days ->
    [one] { $days } day is not filled in. That is fine.
   *[other] { $days } days are not filled in. That is fine.
}
day-go-on = Go on from today
day-fill-period = Fill in a period
day-fill-explain = Fill in what you still remember. The rest stays not filled in, and that is fine.
day-fill-none = What is still open: not used
day-fill-amount = How much you used can be added later, in your diary.
day-no-gaps = No day before yesterday is open any more.
day-fill-more = { $days ->
    [one] { $days } day before these is not filled in either. It comes next.
   *[other] { $days } days before these are not filled in either. They come next.
}
day-went-on = Fine. Those days stay not filled in. If something comes back to you later, note it on that day.
day-last-night = Does this belong to the night from { $yesterday } to { $today }?
day-last-night-short = Does this belong to last night?
day-was-that-all = You noted { $amount } earlier that day. Was that all?
day-none = Not used
day-note-use = I did use
day-done = That was all
day-so-far = Nothing so far

# Receipts. $what names the substances.
receipt-closed-none = { CAP($day) } closed for { $what }: not used.
receipt-closed-done = { CAP($day) } closed for { $what }: that was all.
receipt-so-far = Noted for { $what }: nothing so far. Tomorrow Koers asks whether it stayed that way.
day-noted-so-far = Noted for { $what }: nothing so far.
receipt-confirmed = { $days ->
    [one] { $days } day confirmed.
   *[other] { $days } days confirmed.
}
receipt-filled = { $days ->
    [one] { $days } day filled in later.
   *[other] { $days } days filled in later.
}
receipt-reopened = { CAP($day) } is open again.
receipt-log = Noted.
receipt-log-craving = Noted: craving { $craving } out of 10.
receipt-log-use = Noted: { $amount } used.
receipt-log-use-unknown = Noted: used, amount unknown.
receipt-log-on = Noted for { $day }.
receipt-let-pass = Strong craving, and you did not use. You wrote it down; that helps you see what happens.
receipt-let-pass-plan = Would you like to see your plan for ‘{ $situation }’?
receipt-let-pass-stay = Stay with the feeling for five minutes
receipt-let-pass-call = Call someone
receipt-situation-added = ‘{ $situation }’ is now in your list.
receipt-situation-removed = ‘{ $situation }’ is no longer in your list. Your entries are kept.
receipt-rated = ‘{ $situation }’: your estimate is now { $rating } out of 10.
receipt-pinned = ‘{ $situation }’ now stands on top.
receipt-unpinned = ‘{ $situation }’ is no longer pinned.
receipt-saved = Saved.
receipt-plan-saved = Your plan for ‘{ $situation }’ is saved.
receipt-plan-not-used = Noted: you did not use your plan then.
receipt-edited = Changed.
receipt-deleted = Deleted.
receipt-undone = Undone.
receipt-undone-log = Undone: your entry of { $day } is gone.
receipt-undone-edit = Undone: everything is as it was before your change.
receipt-undone-delete = Undone: your entry of { $day } is back.
receipt-undone-closing = Undone: { $day } is open again.
receipt-nothing-to-undo = There is nothing to undo.
receipt-twice = This was there already; it counts once.
receipt-wiped = Everything is deleted.
receipt-time-moved = The clock was changed and this hour did not exist. Noted as { $time }.
receipt-time-twice = Because the clock was changed this hour came twice. Noted as the { $which ->
    [second] second
   *[first] first
} time.
