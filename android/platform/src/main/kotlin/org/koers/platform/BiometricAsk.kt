package org.koers.platform

import android.os.Build
import androidx.biometric.BiometricManager.Authenticators
import androidx.biometric.BiometricPrompt
import androidx.core.content.ContextCompat
import androidx.fragment.app.FragmentActivity
import javax.crypto.Cipher
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.withContext
import org.koers.logic.KeyRefused

/** Asks by the system's own dialogue: a strong biometric, or the lock of the screen. */
class BiometricAsk(private val activity: FragmentActivity) : Ask {
    override suspend fun person(cipher: Cipher?): Cipher? = withContext(Dispatchers.Main.immediate) {
        suspendCancellableCoroutine { waiting ->
            val answer = object : BiometricPrompt.AuthenticationCallback() {
                override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult) {
                    if (waiting.isActive) waiting.resume(result.cryptoObject?.cipher)
                }

                override fun onAuthenticationError(code: Int, text: CharSequence) {
                    if (waiting.isActive) waiting.resumeWithException(KeyRefused())
                }
            }
            val prompt = BiometricPrompt(activity, ContextCompat.getMainExecutor(activity), answer)
            val dialogue = BiometricPrompt.PromptInfo.Builder()
                .setTitle(activity.getString(R.string.ask_title))
                .setAllowedAuthenticators(allowed)
                .setConfirmationRequired(false)
                .build()
            if (cipher == null) prompt.authenticate(dialogue) else prompt.authenticate(dialogue, BiometricPrompt.CryptoObject(cipher))
            waiting.invokeOnCancellation { prompt.cancelAuthentication() }
        }
    }

    private val allowed: Int
        get() = Authenticators.DEVICE_CREDENTIAL or
            // Before Android 11 a strong one cannot be asked for together with the screen lock; a weak
            // one then opens the dialogue, but not the key.
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) Authenticators.BIOMETRIC_STRONG else Authenticators.BIOMETRIC_WEAK
}
