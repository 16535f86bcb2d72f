package org.koers.platform

import android.os.Build
import androidx.biometric.BiometricManager.Authenticators
import androidx.biometric.BiometricPrompt
import androidx.core.content.ContextCompat
import androidx.fragment.app.FragmentActivity
import javax.crypto.Cipher
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlinx.coroutines.CancellableContinuation
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.withContext
import org.koers.logic.KeyRefused

/**
 * Asks by the system's own dialogue: a strong biometric, or the lock of the screen. [ended] hears each
 * time that it is over. Used on the main thread, but for [person].
 */
class BiometricAsk(private val activity: FragmentActivity, private val ended: () -> Unit) : Ask {
    private var waiting: CancellableContinuation<Cipher?>? = null

    /** It is being asked. Before Android 10 the lock of the screen may be a screen of its own, which stops this one. */
    val open: Boolean get() = waiting != null

    override suspend fun person(cipher: Cipher?): Cipher? = withContext(Dispatchers.Main.immediate) {
        // Over a screen that the person has left, the dialogue would never come, nor an answer.
        if (activity.supportFragmentManager.isStateSaved) throw KeyRefused()
        suspendCancellableCoroutine { asked ->
            waiting = asked
            val prompt = BiometricPrompt(activity, ContextCompat.getMainExecutor(activity), answers(asked))
            val dialogue = BiometricPrompt.PromptInfo.Builder()
                .setTitle(activity.getString(R.string.ask_title))
                .setAllowedAuthenticators(allowed)
                .setConfirmationRequired(false)
                .build()
            if (cipher == null) prompt.authenticate(dialogue) else prompt.authenticate(dialogue, BiometricPrompt.CryptoObject(cipher))
            asked.invokeOnCancellation { prompt.cancelAuthentication() }
        }
    }

    override fun giveUp() {
        waiting?.let { refuse(it) }
    }

    private fun answers(asked: CancellableContinuation<Cipher?>) = object : BiometricPrompt.AuthenticationCallback() {
        override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult) =
            end(asked) { asked.resume(result.cryptoObject?.cipher) }

        override fun onAuthenticationError(code: Int, text: CharSequence) = refuse(asked)
    }

    private fun refuse(asked: CancellableContinuation<Cipher?>) = end(asked) { asked.resumeWithException(KeyRefused()) }

    /** An answer that comes after it was given up is none. */
    private fun end(asked: CancellableContinuation<Cipher?>, answer: () -> Unit) {
        if (waiting !== asked) return
        waiting = null
        if (asked.isActive) answer()
        ended()
    }

    private val allowed: Int
        get() = Authenticators.DEVICE_CREDENTIAL or
            // Before Android 11 a strong one cannot be asked for together with the screen lock; a weak
            // one then opens the dialogue, but not the key.
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) Authenticators.BIOMETRIC_STRONG else Authenticators.BIOMETRIC_WEAK
}
