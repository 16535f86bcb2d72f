"""The diary of a random journey: episodes, closings, and when each was recorded."""

from datetime import datetime, time, timedelta

from journey import day_of, instant_of, wall_of

CIRCUMSTANCES = ("place", "company", "feeling", "body", "activity", "co-use")
OWN_CIRCUMSTANCES = ["op het dak"]
ONE_DAY = timedelta(days=1)


class Diary:
    """The part of a maker that writes rows; the maker brings dice, zones, cut-off and plan."""

    def write_moment(self, zone, instant):
        offset = instant.astimezone(zone).strftime("%z")
        text = wall_of(zone, instant).strftime("%Y-%m-%dT%H:%M") + f"{offset[:3]}:{offset[3:5]}"
        return text + (f"[{zone.key}]" if self.chance(0.8) else "")

    def fresh(self, instant):
        """No two records of the same minute: an order by file would prove nothing."""
        while ("made", instant) in self.taken:
            instant += timedelta(minutes=1)
        self.taken.add(("made", instant))
        return instant

    def diary(self, substance):
        dice = self.dice
        often = dice.choice([0.1, 0.6, 1.5, 3])
        use = dice.choice([0.05, 0.3, 0.6, 0.9])
        closing = dice.choice([0, 0.6, 0.9, 0.98, 1])
        careful = dice.choice([0.5, 0.8, 1])  # closings that are final at once
        if self.plan["round"]:
            often, use, closing, careful = 0.6, dice.choice([0.3, 0.6]), 1, 1
        strength = {k: dice.gauss(5, 2) for k in self.plan["pool"]}
        self.plan["twins"] = dice.choice([0, 0, 0.6, 0.9, 1])
        day = self.start
        while day <= self.today:
            used = False
            for _ in range(min(6, int(dice.expovariate(1 / often)) if often else 0)):
                used |= self.episode(substance, day, use, strength)
            if self.chance(closing):
                self.close(substance, day, used, careful)
            day += ONE_DAY

    def episode(self, substance, day, use, strength):
        dice = self.dice
        minute = dice.randint(self.cut_off, self.cut_off + 1439)
        if self.chance(0.04):
            minute = self.cut_off + dice.choice([0, 1439])
        zone, sometime = self.zone_on(day), self.chance(0.08)
        if sometime:
            instant = instant_of(self.zone, datetime.combine(day, time(12)))
        else:
            instant = self._instant(day, minute)
        if (substance, "when", instant) in self.taken or instant > self.now:
            return False
        day_in = day_of(wall_of(zone, instant), self.cut_off) if not sometime else day
        made, made_text = instant, ""
        if self.chance(0.15) or (sometime and self.chance(0.8)):
            made = instant + timedelta(minutes=dice.choice([5, 90, 600, 1440, 3000, 6000]))
        made = self.fresh(made)
        if made != instant:
            made_text = self.write_moment(zone, made)
        if made > self.quiet_end or made > self.now:
            return False
        self.taken.add((substance, "when", instant))
        pool = list(strength)
        present = dice.sample(pool, min(len(pool), dice.choices([0, 1, 2, 3], [2, 5, 3, 1])[0]))
        if self.plan["twins"] and self.chance(0.3) and pool[0] not in present:
            present.append(pool[0])
        # The first two of some people mostly come together.
        if pool[0] in present and pool[1] not in present and self.chance(self.plan["twins"]):
            present.append(pool[1])
        craving = ""
        if self.chance(0.85):
            level = max((strength[k] for k in present), default=4) + dice.gauss(0, 2)
            craving = str(min(10, max(0, round(level))))
        used = self.chance(use) or craving == "" and self.chance(0.5)
        around = dice.sample(self.circumstances(substance), dice.randint(0, 3))
        note = dice.choice(["", "", "", "moeilijke dag, \"echt\"", "ok"])
        if not (craving or present or used or around or note):
            note = "leeg gelaten"  # a line that says nothing is refused, see FORMATS.md
        self.rows.append(
            {
                "kind": "episode",
                "substance": substance,
                "when": day_in.isoformat() if sometime else self.write_moment(zone, instant),
                "craving": craving,
                "situations": ";".join(present),
                "used": "yes" if used else "no",
                **(self.use(substance) if used else {}),
                "circumstances": ";".join(around),
                "note": note,
                "made": made_text,
            }
        )
        return used

    def circumstances(self, substance):
        if "around" not in self.plan:
            words = self.shelf[substance].words
            every = [w for kind in CIRCUMSTANCES for w in words.get(kind, [])]
            self.plan["around"] = self.dice.sample(every, 8) + OWN_CIRCUMSTANCES
        return self.plan["around"]

    def use(self, substance):
        units = self.shelf[substance].units
        unit = self.plan["unit"] if self.chance(0.85) else self.dice.choice(list(units))
        if self.chance(0 if self.plan["round"] else 0.08):
            return {"amount": "", "unit": self.dice.choice(["", unit])}
        if self.plan["round"]:
            return {"amount": "1", "unit": self.plan["unit"]}
        most = min(float(units[unit].max), float(units[unit].usual_day) * 1.2)
        return {"amount": self.amount(units[unit], most), "unit": unit}

    def close(self, substance, day, used, careful):
        dice = self.dice
        end = self.cut_off + 1440
        said = "done" if used and self.chance(0.95) else dice.choice(["none", "none", "none", "done"])
        if self.chance(careful):
            late = dice.choices(["evening", "edge", "next", "recalled"], [10, 1, 3, 2])[0]
            if self.plan["round"]:
                late = "next"
            minute = {
                "evening": end - dice.randint(1, 359),
                "edge": end - 360,
                "next": end + dice.randint(60, 800),
                "recalled": end + 1440 * dice.randint(1, 4) + dice.randint(60, 800),
            }[late]
            self.closing(substance, day, said, minute)
            return
        early = end - 361 - (0 if self.chance(0.1) else dice.randint(0, 500))
        self.closing(substance, day, dice.choice([said, "so-far"]), early)
        if self.chance(0.15):
            self.closing(substance, day, "so-far", end - dice.randint(1, 300))
        if self.chance(0.65):
            later = 1440 * dice.choice([0, 0, 0, 1, 2]) + dice.randint(60, 800)
            self.closing(substance, day, "stayed", end + later)

    def closing(self, substance, day, said, minute):
        dice = self.dice
        zone = self.zone_on(day)
        made = self.fresh(self._instant(day, minute))
        if made > self.quiet_end or made > self.now:
            return
        row = {"kind": "closing", "substance": substance, "used": said, "made": self.write_moment(zone, made)}
        row["when"] = day.isoformat()
        if day_of(wall_of(zone, made), self.cut_off) == day and self.chance(0.5):
            row["when"], row["made"] = row["made"], ""
        elif said in ("none", "done") and self.chance(0.05):
            last_minute = timedelta(minutes=self.cut_off + 1439)
            bare = instant_of(self.zone, datetime.combine(day, time()) + last_minute)
            if bare <= self.quiet_end and ("made", bare) not in self.taken:
                self.taken.add(("made", bare))
                row["made"] = ""
        self.rows.append(row)
