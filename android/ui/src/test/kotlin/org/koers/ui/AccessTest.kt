package org.koers.ui

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithTag
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters

/** Every screen for those who listen, who see little, or whose hands are large or unsure. */
@RunWith(ParameterizedRobolectricTestRunner::class)
class AccessTest(private val scene: String) {
    @get:Rule(order = 0)
    val phone = Phone(Setting.Nl)

    @get:Rule(order = 1)
    val compose = createComposeRule()

    private val density get() = compose.density.density

    private fun shown(): List<SemanticsNode> {
        compose.show(Scene.valueOf(scene), Setting.Nl)
        return below(compose.front().fetchSemanticsNode())
    }

    private fun below(node: SemanticsNode): List<SemanticsNode> = listOf(node) + node.children.flatMap(::below)

    private fun SemanticsNode.tappable() = SemanticsActions.OnClick in config || SemanticsActions.SetText in config

    private fun SemanticsNode.words(): String = buildList {
        config.getOrNull(SemanticsProperties.ContentDescription)?.let(::addAll)
        config.getOrNull(SemanticsProperties.Text)?.forEach { add(it.text) }
        config.getOrNull(SemanticsProperties.EditableText)?.let { add("field ${it.text}") }
    }.joinToString(" ")

    @Test
    fun `every control says what it is, in words and by its role and state`() {
        val controls = shown().filter { it.tappable() }
        assertTrue("nothing to tap", controls.isNotEmpty() || Scene.valueOf(scene) == Scene.BackingUp)
        for (control in controls) {
            val said = "${control.words()} ${control.config}"
            assertTrue("without words: $said", control.words().isNotBlank())
            if (SemanticsActions.SetText in control.config) continue
            val role = control.config.getOrNull(SemanticsProperties.Role)
            assertTrue("without role: $said", role != null)
            val state = control.config.getOrNull(SemanticsProperties.Selected) ?: control.config.getOrNull(SemanticsProperties.ToggleableState)
            val chosen = role.toString() in setOf("RadioButton", "Checkbox", "Switch", "Tab")
            assertTrue("without state: $said", !chosen || state != null)
        }
    }

    @Test
    fun `every target is at least 48 dp wide and high, and covers no other`() {
        // The log button floats, and so does for some seconds what was done: what lies under them is
        // scrolled free of it, or free again by itself.
        val all = shown()
        val told = all.firstOrNull { it.config.getOrNull(SemanticsProperties.TestTag) == "told" }
        val above = told?.let(::below).orEmpty().map { it.id }.toSet()
        val hidden = { node: SemanticsNode -> node.id !in above && told?.boundsInRoot?.overlaps(node.touchBoundsInRoot) == true }
        val targets = all.filter { it.tappable() && it.whole() && it.config.getOrNull(SemanticsProperties.TestTag) != "log" && !hidden(it) }
            .map { it.words() to it.touchBoundsInRoot }
        val small = targets.filter { (_, at) -> minOf(at.width, at.height) < 47.5f * density }
        assertTrue("too small: $small", small.isEmpty())
        val covered = targets.flatMapIndexed { nth, one -> targets.drop(nth + 1).map { one to it } }.filter { (one, other) ->
            val both = one.second.intersect(other.second)
            minOf(both.width, both.height) > density
        }
        assertTrue("over each other: $covered", covered.isEmpty())
    }

    /** What the edge of a list cuts off is whole once it is scrolled to. */
    private fun SemanticsNode.whole() =
        boundsInRoot.width >= size.width - 1 && boundsInRoot.height >= size.height - 1 && size.height > 0

    /** Lists that are made as they are scrolled to are read by their place on the screen alone. */
    @Test
    fun `nothing is read aloud before what stands above it`() {
        shown()
        val parts = if (Scene.valueOf(scene).above) listOf(compose.front()).map { it.fetchSemanticsNode() }
        else compose.onAllNodesWithTag("parts").fetchSemanticsNodes()
        for (part in parts) {
            val read = below(part).drop(1).filter { it.words().isNotBlank() && it.size.height > 0 }
            for ((before, after) in read.zipWithNext()) {
                val wholeAbove = after.positionInRoot.y + after.size.height <= before.positionInRoot.y
                assertTrue("'${after.words()}' is read after '${before.words()}'", !wholeAbove)
            }
        }
    }

    /** Of what waits, or is a short list of choices, there is nothing to jump to. */
    @Test
    fun `a screen, and what opens above it, has a heading to jump to`() {
        val headings = shown().filter { SemanticsProperties.Heading in it.config }
        assertTrue(headings.any { it.words().isNotBlank() } || Scene.valueOf(scene) in setOf(Scene.BackingUp, Scene.PickUnit))
    }

    companion object {
        @JvmStatic
        @Parameters(name = "{0}")
        fun scenes(): List<Array<Any>> = Scene.entries.map { arrayOf<Any>(it.name) }
    }
}
