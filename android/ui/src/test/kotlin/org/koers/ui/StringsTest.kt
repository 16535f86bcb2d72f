package org.koers.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory

/** The app's own labels: the same ones in each language, and in the tone of Koers. */
class StringsTest {
    private fun labels(folder: String): Map<String, String> {
        val file = File("src/main/res/$folder/strings.xml")
        val root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).documentElement
        return (0 until root.childNodes.length).map(root.childNodes::item).filter { it.nodeName in setOf("string", "plurals") }
            .associate { it.attributes.getNamedItem("name").nodeValue to it.textContent }
    }

    private val english = labels("values")
    private val dutch = labels("values-nl")

    @Test
    fun `every label is there in Dutch and in English, with the same gaps to fill`() {
        assertEquals(english.keys, dutch.keys)
        val gap = Regex("%\\d\\\$[sd]")
        for ((name, text) in english) {
            val gaps = { words: String -> gap.findAll(words).map { it.value }.toSet() }
            assertEquals(name, gaps(text), gaps(dutch.getValue(name)))
        }
    }

    @Test
    fun `no label shouts, blames or promises`() {
        val never = Regex("!|\\b(just|should|unfortunately|failure|addict|clean|relapse|helaas|moet|mislukt|verslaafd|terugval)\\b", RegexOption.IGNORE_CASE)
        for ((name, text) in english + dutch.mapKeys { "nl ${it.key}" }) {
            assertTrue("$name: $text", never.find(text) == null)
        }
    }

    @Test
    fun `no sentence is longer than 25 words`() {
        for ((name, text) in english + dutch.mapKeys { "nl ${it.key}" }) {
            for (sentence in text.split(Regex("[.?]"))) {
                assertTrue("$name: $sentence", sentence.trim().split(Regex("\\s+")).size <= 25)
            }
        }
    }
}
