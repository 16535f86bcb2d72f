# What opens the vault: a new key for everything, the recovery code, and how strong a passphrase is.
rekey-explain = Koers puts everything in your vault under a new key. Do this if someone may know your passphrase, or to erase for good what you deleted.
rekey-explain-after = You get a new recovery code and the old one stops working. Your last change can then no longer be undone.
rekey-new-ask = Would you like another passphrase too?
rekey-code = This is your new recovery code. Write it down now. You see it only this once.
rekey-code-ask = Type the code as it stands on your paper.
rekey-code-help = Capitals, spaces and dashes do not matter. Esc: stop, and nothing changes.
rekey-working = Putting everything under the new key
rekey-done = Your vault has a new key. Old passphrases and codes no longer open it.
rekey-old-copies = Older copies of your vault still open with their old key. Delete those you no longer need.
rekey-device-gone = Opening with this device's own lock is off now. You can turn it on again.

# Asked once there is something to lose, with what happens otherwise.
keys-ask = You have noted a few moments now. Choose a passphrase and write down a recovery code: without them, everything is lost when your phone breaks.
keys-ask-passphrase = Choose a passphrase too. If your paper gets lost and your phone breaks, everything is gone otherwise.
keys-ask-code = Write down a recovery code too. If you forget your passphrase and your phone breaks, everything is gone otherwise.

# Said at the door where the device's own key is gone and there is no other.
keys-gone = This device no longer has a key to your vault, and there was no passphrase or recovery code yet. If you have a backup, put it back. Otherwise what was in it can no longer be read, and you can begin anew.

# How long a passphrase holds out against guessing, from 0 to 4, and what would help. Advice only.
passphrase-strength-0 = Someone who tries would guess this right away.
passphrase-strength-1 = Someone who tries would guess this soon.
passphrase-strength-2 = This holds for a while, but not long enough against someone who keeps trying.
passphrase-strength-3 = This is a good passphrase. It takes long to guess.
passphrase-strength-4 = This is a strong passphrase. It takes very long to guess.
passphrase-hint-words = Four or five words that have nothing to do with each other are strong, and easier to remember.
passphrase-hint-common = It is on the lists that are tried first.
passphrase-hint-word = One word or name by itself is found quickly, also with a number behind it.
passphrase-hint-keys = Keys that lie next to each other are tried early.
passphrase-hint-repeat = Repeating the same thing adds little.
passphrase-hint-sequence = Rows like abc or 123 are tried early.
passphrase-hint-date = Dates and years are tried early.
passphrase-yours = You choose. Koers takes any passphrase.
