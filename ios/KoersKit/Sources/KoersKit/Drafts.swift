import Koers

// The core's records cannot be changed, only made anew: what changes is named, all else stays.

extension ListDraft {
    func with(ownRating: Int64?) -> ListDraft {
        ListDraft(
            substance: substance, situation: situation, ownRating: ownRating, pinned: pinned,
            hidden: hidden, blank: blank)
    }

    func with(pinned: Bool? = nil, hidden: Bool? = nil) -> ListDraft {
        ListDraft(
            substance: substance, situation: situation, ownRating: ownRating,
            pinned: pinned ?? self.pinned, hidden: hidden ?? self.hidden, blank: blank)
    }
}

extension KindSettings {
    func with(on: Bool, at: Int?) -> KindSettings { KindSettings(on: on, at: at.map(UInt16.init)) }
}

extension ReminderSettings {
    /// With what the form of the settings holds; the kinds that it does not show stay.
    func with(_ form: ReminderForm) -> ReminderSettings {
        ReminderSettings(
            checkIn: checkIn.with(on: form.checkIn, at: form.checkInAt),
            notClosed: notClosed.with(on: form.notClosed, at: form.notClosedAt),
            letter: letter, followUp: followUp, preRisk: preRisk, programmeEnd: programmeEnd,
            perDay: UInt8(form.perDay), quietFrom: UInt16(form.quietFrom),
            quietTo: UInt16(form.quietTo), riskTimes: riskTimes)
    }
}

extension ProfileDraft {
    func with(
        nickname: String? = nil, language: Lang? = nil, cutOff: UInt32? = nil,
        reminders: ReminderSettings? = nil, country: String? = nil
    ) -> ProfileDraft {
        ProfileDraft(
            nickname: nickname ?? self.nickname, language: language ?? self.language, zone: zone,
            cutOff: cutOff ?? self.cutOff, reminders: reminders ?? self.reminders,
            country: country ?? self.country)
    }
}
