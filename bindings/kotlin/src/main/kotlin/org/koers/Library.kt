package org.koers

/** Whether the library and the sources made from it belong together. */
internal object Library {
    /** The version that these sources belong to; the library says its own. */
    const val VERSION = "0.1.0"

    /** Why the library cannot be used; null where it fits. Asked once. */
    val misfit: String? by lazy {
        try {
            // The generated object looks at checksums only where somebody asks for it.
            org.koers.internal.uniffiEnsureInitialized()
            val found = org.koers.internal.version()
            if (found == VERSION) null else "the library is of Koers $found, and Koers for Kotlin of $VERSION"
        } catch (error: LinkageError) {
            // No library, a call that is not there, or UniFFI's own check.
            val detail = (error as? ExceptionInInitializerError)?.cause ?: error
            "the library does not fit Koers for Kotlin $VERSION: ${detail.message}"
        }
    }

    /** What every way to the library begins with. */
    fun check() {
        misfit?.let { throw KoersException.Other(it) }
    }
}
