package org.koers.ui.theme

import android.view.inputmethod.EditorInfo
import android.view.inputmethod.InputConnection
import androidx.compose.runtime.Composable
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.platform.InterceptPlatformTextInput
import androidx.compose.ui.platform.PlatformTextInputInterceptor
import androidx.compose.ui.platform.PlatformTextInputMethodRequest
import androidx.compose.ui.platform.PlatformTextInputSession

/** Asks the keyboard not to learn from what is typed in any field within. */
@OptIn(ExperimentalComposeUiApi::class)
@Composable
internal fun Unlearned(content: @Composable () -> Unit) = InterceptPlatformTextInput(AskNotToLearn, content)

@OptIn(ExperimentalComposeUiApi::class)
private object AskNotToLearn : PlatformTextInputInterceptor {
    override suspend fun interceptStartInputMethod(
        request: PlatformTextInputMethodRequest,
        nextHandler: PlatformTextInputSession,
    ): Nothing = nextHandler.startInputMethod(Asking(request))
}

/** The same request, with the flag that says so. */
internal class Asking(private val request: PlatformTextInputMethodRequest) : PlatformTextInputMethodRequest {
    override fun createInputConnection(outAttributes: EditorInfo): InputConnection =
        request.createInputConnection(outAttributes).also {
            outAttributes.imeOptions = outAttributes.imeOptions or EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING
        }
}
