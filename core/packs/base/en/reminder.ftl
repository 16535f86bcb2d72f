# On the lock screen: neutral, nothing that gives anything away.
reminder-title = Koers
reminder-check-in = Time for your daily note
reminder-not-closed = Yesterday's note isn't finished yet
reminder-new = Something new is ready
reminder-action-so-far = Nothing so far
reminder-action-log = Note
reminder-action-later = In an hour
reminder-kind-check-in = daily note
reminder-kind-not-closed = yesterday still open
reminder-kind-letter = new letter
reminder-kind-follow-up = looking back
reminder-kind-pre-risk = before a risk time
reminder-kind-programme-end = end and after-care
reminder-stopped = This reminder was left a few times and is off now. Would another moment fit better?
reminder-list-line = { CAP($day) } at { $time }: { $text }
reminder-list-empty = No reminders are planned.
reminder-own-words = { $words }

# What was noted from a notification, said when Koers is unlocked.
porch-taken = { $entries ->
    [one] { $entries } note from the notification is now in your diary.
   *[other] { $entries } notes from the notification are now in your diary.
}
porch-not-taken = { $entries ->
    [one] { $entries } note from the notification could not be read. You can note it again.
   *[other] { $entries } notes from the notification could not be read. You can note them again.
}
