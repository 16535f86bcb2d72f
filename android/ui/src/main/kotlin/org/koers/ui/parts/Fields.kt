package org.koers.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.foundation.text.input.TextFieldState
import androidx.compose.foundation.text.input.TextObfuscationMode
import androidx.compose.foundation.text.input.clearText
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedSecureTextField
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.koers.ui.R
import org.koers.ui.theme.Space
import java.nio.CharBuffer

/** Words of the person. What is typed goes on at once; nothing of it is kept in a Bundle. */
@Composable
internal fun WordsField(
    label: String,
    value: String,
    onChange: (String) -> Unit,
    modifier: Modifier = Modifier,
    problem: String? = null,
    lines: Int = 1,
    done: (() -> Unit)? = null,
) {
    val typing = typing(value)
    OutlinedTextField(
        typing.text,
        { typing.type(it); onChange(it) },
        modifier.fillMaxWidth().semantics { problem?.let { error(it) } },
        label = { Text(label) },
        isError = problem != null,
        supportingText = problem?.let { { Text(it) } },
        singleLine = lines == 1,
        minLines = lines,
        shape = MaterialTheme.shapes.small,
        keyboardOptions = KeyboardOptions(
            capitalization = KeyboardCapitalization.Sentences,
            imeAction = if (lines > 1) ImeAction.Default else ImeAction.Done,
        ),
        keyboardActions = KeyboardActions { done?.invoke() ?: defaultKeyboardAction(ImeAction.Done) },
    )
}

/** A number, as typed; the core reads it. */
@Composable
internal fun NumberField(
    label: String,
    value: String,
    onChange: (String) -> Unit,
    modifier: Modifier = Modifier,
    problem: String? = null,
) {
    val typing = typing(value)
    OutlinedTextField(
        typing.text,
        { typing.type(it); onChange(it) },
        modifier.semantics { problem?.let { error(it) } },
        label = { Text(label) },
        isError = problem != null,
        supportingText = problem?.let { { Text(it) } },
        singleLine = true,
        shape = MaterialTheme.shapes.small,
        keyboardOptions = KeyboardOptions(keyboardType = KeyboardType.Decimal, imeAction = ImeAction.Done),
    )
}

/** A line of one's own, added by its button. What stands here is gone when the screen is left. */
@Composable
internal fun AddLine(label: String, onAdd: (String) -> Unit, modifier: Modifier = Modifier) {
    var text by remember { mutableStateOf("") }
    fun add() {
        if (text.isNotBlank()) onAdd(text)
        text = ""
    }
    Row(modifier.fillMaxWidth(), Arrangement.spacedBy(Space.one), Alignment.CenterVertically) {
        WordsField(label, text, { text = it }, Modifier.weight(1f), done = ::add)
        SignButton(Icons.plus, stringResource(R.string.add_what, label), ::add, Modifier.padding(top = Space.one), text.isNotBlank())
    }
}

/** An amount with a button for less and one for more; the core says how far each goes. */
@Composable
internal fun Stepper(
    amount: String,
    onStep: (Boolean) -> Unit,
    onType: (String) -> Unit,
    modifier: Modifier = Modifier,
    what: String = stringResource(R.string.amount),
) = Row(modifier, Arrangement.spacedBy(Space.half), Alignment.CenterVertically) {
    val typing = typing(amount)
    StepButton(Icons.minus, stringResource(R.string.less_of, what), { onStep(false) }, amount.isNotEmpty())
    OutlinedTextField(
        typing.text,
        { typing.type(it); onType(it) },
        Modifier.width(64.dp * LocalDensity.current.fontScale.coerceAtMost(1.6f)).semantics { contentDescription = what },
        textStyle = MaterialTheme.typography.titleMedium.copy(textAlign = TextAlign.Center),
        placeholder = { Text("?", Modifier.fillMaxWidth(), textAlign = TextAlign.Center) },
        singleLine = true,
        shape = MaterialTheme.shapes.small,
        keyboardOptions = KeyboardOptions(keyboardType = KeyboardType.Decimal, imeAction = ImeAction.Done),
    )
    StepButton(Icons.plus, stringResource(R.string.more_of, what), { onStep(true) })
}

/** A passphrase or a code: not shown unasked, not kept, handed on as bytes. */
@Composable
internal fun SecretField(
    label: String,
    secret: TextFieldState,
    modifier: Modifier = Modifier,
    problem: String? = null,
    visible: Boolean = false,
    onDone: () -> Unit = {},
) = OutlinedSecureTextField(
    secret,
    modifier.fillMaxWidth().semantics { problem?.let { error(it) } },
    label = { Text(label) },
    isError = problem != null,
    supportingText = problem?.let { { Text(it) } },
    shape = MaterialTheme.shapes.small,
    textObfuscationMode = if (visible) TextObfuscationMode.Visible else TextObfuscationMode.RevealLastTyped,
    onKeyboardAction = { onDone() },
)

/** What was typed, in UTF-8, and the field empty again. */
internal fun TextFieldState.take(): ByteArray {
    val bytes = Charsets.UTF_8.encode(CharBuffer.wrap(text))
    return ByteArray(bytes.remaining()).also {
        bytes.get(it)
        bytes.array().fill(0)
        clearText()
    }
}
