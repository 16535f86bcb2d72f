# What went wrong, and a way out.
error-wrong-secret = This does not open it. Try once more, or choose another way.
error-wrong-recovery-code = That recovery code isn't right. Check that every character is there.
error-no-passphrase = Your vault has no passphrase yet. Choose one first, then this works.
error-passphrase-there = Your vault has a passphrase already. Change it, with the one you have now.
error-recovery-code-group = There is a slip in group { $group } of the recovery code. Compare it with your paper once more.
error-not-a-vault = This file is not a Koers vault, or its beginning is damaged. Nothing was changed. If it is your vault, something may still be saved. Otherwise choose another file.
error-damaged = Part of this file is damaged. Nothing was changed. You can save what is readable.
error-cut-short = This file is not complete. Nothing was changed. Use a backup if you have one.
error-newer-format = This file was made by a newer Koers. Nothing was changed. Update Koers and try again.
error-older-than-last = This vault is older than the last one used here. Compare them, keep it, or restore a backup?
error-in-use = Koers is already open somewhere else. Close it there and try again.
error-no-permission = Koers may not open this file. Check its permissions, or choose another place.
error-is-a-folder = There is a folder in this place. Choose a file name inside it.
error-not-found = There is no vault here yet. Start a new one, or choose another place.
error-already-there = There is a file here already. Nothing was overwritten. Choose another name.
error-storage-full = Your device is full. Your note is not saved yet. Make some room and save again.
error-drop-box-full = There is no room for more notes while Koers is locked. Unlock it once, then you can go on.
error-locked = Koers is locked. Unlock it first.
error-uncertain = It is not certain that your last change was saved. Open Koers again and you will see.
error-memory-refused = There was too little memory to open. Close other apps and try again.
error-too-costly = This file asks for more computing than is safe. Nothing was opened.
error-cancelled = Stopped. Nothing was changed.
error-pack-refused = { $faults ->
    [one] This pack has { $faults } fault and is not used.
   *[other] This pack has { $faults } faults and is not used.
}
error-newer-record = This was made by a newer Koers. It is kept, but cannot be changed here.
error-other = Something went wrong that Koers does not know. What was saved stays saved. Try again.

# Why a draft was refused. $field is one of the labels in fields.ftl.
draft-craving-range = Choose a number from 0 to 10. It said { $value }.
draft-rating-range = { CAP($field) }: choose a number from 0 to 10. It said { $value }.
draft-number-range = { CAP($field) }: choose a number from { $least } to { $most }. It said { $value }.
draft-days-number = { CAP($field) }: { $most } days belong here. Now there are { $value }.
draft-not-a-number = { CAP($field) }: this is not a number. Write it in figures.
draft-amount-not-positive = An amount is more than 0. If you did not use, choose ‘not used’.
draft-amount-too-large = At most { $most } at once. Is the number right?
draft-amount-decimals = At most three digits after the point.
draft-future = This moment has not come yet. Choose a moment up to now.
draft-too-early = { CAP($field) }: choose a date from { $date }.
draft-unknown-id = { CAP($field) }: this is not in the list. Choose something from the list, or write it yourself.
draft-text-too-long = { CAP($field) }: at most { $most } characters. Make it a little shorter.
draft-control-character = { CAP($field) }: there is an invisible character in it. Take it out and save again.
draft-bidi-override = { CAP($field) }: there is a character in it that turns the reading direction. Take it out and save again.
draft-deleted = This was deleted and can no longer be changed. You can note it again.
draft-empty = { CAP($field) }: fill something in here.
draft-date-invalid = { CAP($field) }: this date does not exist.
draft-time-invalid = { CAP($field) }: this time does not exist.
draft-unknown-unit = This unit does not belong to { $substance }. Choose one from the list.
draft-unknown-substance = Koers does not know this substance. Choose one from the list.
draft-zone-unknown = Koers does not know this time zone. Add how much the clock is ahead of world time.
draft-offset-range = The clock can differ from world time by 18 hours at most.
draft-duplicate = { CAP($field) }: this is there already.
draft-too-many = { CAP($field) }: { $most } at most.
draft-not-followed = You do not follow { $substance }. Add it in your settings first.
draft-id-taken = This is there already with other content. Note it as something new.
draft-day-filled = One of these days was filled in meanwhile. Nothing was changed.
draft-not-possible = { CAP($field) }: this answer is not possible here. Choose another.
draft-unknown-entry = This entry is not there. Your diary shows which name each entry has.
