import Koers

// Between a half-filled entry, the form of the core, what the screen shows, and the draft to record.

extension LogState {
    /// The form with what is filled in.
    init(_ half: HalfFilled, _ form: LogFormView) {
        title = form.title
        substances = form.substances.choices(chosen: form.substance)
        craving = half.craving
        dontKnow = half.dontKnow
        least = form.least
        most = form.most
        situations = Self.offered(half, form).map {
            Choice(
                id: $0.id, label: $0.label, chosen: half.situations.contains($0.id), group: $0.group
            )
        }
        allSituations = half.allSituations
        used = half.used
        amount = half.amount
        let unit = half.unit(form)
        units = form.units.map { Choice(id: $0.code, label: $0.label, chosen: $0.code == unit) }
        alcoholLabel = form.alcohol?.label
        alcohol = half.alcohol
        more = half.more ? More(half, form) : nil
        editing = half.editing
    }

    /// The likely ones, and what was picked besides; or all.
    private static func offered(_ half: HalfFilled, _ form: LogFormView) -> [LogSituation] {
        if half.allSituations { return form.situations }
        let likely = Set(form.likely.map(\.id))
        let besides = form.situations.filter {
            half.situations.contains($0.id) && !likely.contains($0.id)
        }
        return form.likely + besides
    }
}

extension More {
    fileprivate init(_ half: HalfFilled, _ form: LogFormView) {
        func choices(_ list: MoreList, _ words: [WordView]) -> [Choice] {
            let picked = half.picked[list] ?? []
            let known = words.map { word in
                Choice(
                    id: word.code, label: word.label,
                    chosen: picked.contains { $0.code == word.code }, group: word.group)
            }
            let own = picked.filter { $0.code == nil }
            return known + own.map { Choice(id: $0.words, label: $0.words, chosen: true) }
        }
        thoughts = choices(.thoughts, form.thoughts)
        feelings = choices(.feelings, form.feelings)
        body = choices(.body, form.body)
        place = choices(.place, form.place)
        company = choices(.company, form.company)
        activity = choices(.activity, form.activity)
        note = half.note
        at = half.at
        until = form.today
    }
}

extension HalfFilled {
    /// An entry of the diary, to be changed.
    init(_ draft: EpisodeDraft, alcohol: Code?) {
        let own = draft.uses.first { $0.substance == draft.substance }
        id = draft.id
        editing = true
        substance = draft.substance
        craving = draft.craving.map(Int.init)
        situations = draft.situations
        used = own != nil
        amount = own?.amount ?? ""
        unit = own?.unit
        self.alcohol = draft.uses.contains { $0.substance == alcohol }
        for list in MoreList.allCases {
            picked[list] = draft.tags(list).map {
                Picked(code: $0.code, words: $0.code == nil ? $0.words : "")
            }
        }
        note = draft.note
        more = !note.isEmpty || !picked.values.allSatisfy(\.isEmpty)
    }

    func unit(_ form: LogFormView) -> Code? { unit ?? form.units.first?.code }

    /// What is recorded. What the screen does not show of an entry that is changed stays as it was.
    func draft(_ form: LogFormView, before: EpisodeDraft?, zone: String) -> EpisodeDraft {
        func tags(_ list: MoreList) -> [TagDraft] {
            let old = before?.tags(list) ?? []
            return (picked[list] ?? []).map { picked in
                old.first { $0.is(picked) } ?? TagDraft(code: picked.code, words: picked.words)
            }
        }
        return EpisodeDraft(
            id: before?.id ?? id, substance: form.substance, craving: craving.map(Int64.init),
            situations: situations, thoughts: tags(.thoughts), feelings: tags(.feelings),
            body: tags(.body), place: tags(.place), company: tags(.company),
            activity: tags(.activity), uses: uses(form, before), note: note,
            when: at.flatMap { When(local: $0, zone: zone) }, made: before?.made,
            source: before?.source ?? .app)
    }

    private func uses(_ form: LogFormView, _ before: EpisodeDraft?) -> [UseDraft] {
        let drink = form.alcohol?.code
        let earlier = before?.uses ?? []
        var uses: [UseDraft] = []
        if used == true {
            uses.append(UseDraft(substance: form.substance, amount: amount.orNil, unit: unit(form)))
        }
        if alcohol, let drink {
            uses.append(earlier.first { $0.substance == drink } ?? UseDraft(substance: drink))
        }
        return uses + earlier.filter { $0.substance != form.substance && $0.substance != drink }
    }
}

extension EpisodeDraft {
    fileprivate func tags(_ list: MoreList) -> [TagDraft] {
        switch list {
        case .thoughts: thoughts
        case .feelings: feelings
        case .body: body
        case .place: place
        case .company: company
        case .activity: activity
        }
    }
}

extension TagDraft {
    fileprivate func `is`(_ picked: Picked) -> Bool {
        picked.code == nil ? code == nil && words == picked.words : code == picked.code
    }
}

extension When {
    /// A day, or a day and a time of the clock in this zone.
    fileprivate init?(local: String, zone: String) {
        guard let split = local.firstIndex(of: "T") else {
            self = .sometime(day: local)
            return
        }
        guard let at = WallTime(iso: local) else { return nil }
        self = .at(
            date: String(local[..<split]), hour: UInt32(at.hour), minute: UInt32(at.minute),
            zone: zone, offsetMinutes: nil, secondOccurrence: false)
    }
}
