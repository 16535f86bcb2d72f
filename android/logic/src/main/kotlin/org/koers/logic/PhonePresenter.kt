package org.koers.logic

/** What Android alone leaves to the person. It needs no vault, and keeps nothing itself. */
class PhonePresenter(private val handset: Handset) : Presenter<PhoneState, PhoneEvent>(PhoneState()) {
    override suspend fun handle(event: PhoneEvent) {
        when (event) {
            PhoneEvent.Opened -> Unit
            is PhoneEvent.Minute -> handset.toTheMinute = event.on
            is PhoneEvent.Wear -> handset.face = event.face
        }
        show { PhoneState(ToTheMinute(handset.toTheMinute, handset.minuteAllowed), handset.face) }
    }
}
