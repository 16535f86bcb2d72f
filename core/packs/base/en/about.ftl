# What Koers is, can do and cannot do. Said once, and always there to read.
about-what = Koers is self-help for adults who want to think about their use and change it.
about-can-1 = Koers shows you when craving is strong, and what goes along with it.
about-can-2 = You make plans and agreements with it, in your own words.
about-can-3 = You see honestly how your goal is going, also what is not known.
about-cannot-1 = Koers makes no diagnosis and is no treatment.
about-cannot-2 = Koers does not know whether it works for you. In studies such programmes help a little, and many people leave early.
about-cannot-3 = People in studies also used less after a while without a programme.
about-cannot-4 = Koers does not replace a doctor or care worker. They can always go along with it.
about-cannot-5 = Koers calls nobody and warns nobody.
about-private-1 = Everything stays on this device, encrypted. There is no account and nothing is sent.
about-private-2 = Without passphrase or recovery code everything is gone. Nobody can bring it back.
about-private-3 = Whoever forces you to unlock can read everything. Koers does not protect against that.
about-adults = Koers is for people of 18 and older.
about-director = You decide: skip, repeat, change, delete.
about-doctor = Talk to a doctor if you are pregnant, take medicine, or have felt low for long.
about-demo = This is an invented person. None of this really happened.
about-demo-start = To start for yourself: { $command }
