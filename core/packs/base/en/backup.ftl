# Backups. $path is where a file lies, $date when a backup was made.
backup-made = Your backup is ready and checked: { $path }
backup-still-good = Nothing has changed since your last backup: { $path }
backup-checked = This backup is complete and readable. It was made on { $date }.
backup-restored = Everything from your backup of { $date } is back.
backup-kept-aside = What was here before is kept: { $path }
backup-opens-with-passphrase = It opens with the passphrase you had when it was made.
backup-opens-with-code = It opens with the recovery code you had when it was made.
backup-opens-with-both = It opens with the passphrase or the recovery code you had when it was made.

# Why a backup cannot be used or made.
backup-not-found = There is no backup here. Choose another file.
backup-no-folder = This folder does not exist. Make it first, or choose another place.
backup-not-a-backup = This file is not a backup of Koers. Nothing was changed. Choose another file.
backup-cut-short = The end of this backup is missing. Nothing was changed. Copy it again, or take another one.
backup-changed = This backup is damaged or was changed. Nothing was changed in your vault. Take another one.
backup-newer = This backup was made by a newer Koers. Nothing was changed. Update Koers and try again.
backup-no-key = Koers cannot make a backup yet. Give your passphrase once, then it can.
backup-vault-there = There is a vault here already: { $path }. Nothing was changed. With { $option } it is kept aside first.
