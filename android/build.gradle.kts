// Plugins come once, with the versions of gradle/libs.versions.toml.
plugins {
    alias(libs.plugins.android.application) apply false
    alias(libs.plugins.android.library) apply false
    alias(libs.plugins.kotlin.jvm) apply false
    alias(libs.plugins.kotlin.compose) apply false
}

// Tests find the core's library where cargo puts it.
subprojects {
    tasks.withType<Test>().configureEach {
        dependsOn(":bindings:cargoBuild")
        maxHeapSize = "3g"
        systemProperty("jna.library.path", rootDir.resolve("../target/debug").path)
        systemProperty("koers.pictures", layout.buildDirectory.dir("pictures").get().asFile.path)
        systemProperty("robolectric.graphicsMode", "NATIVE")
        systemProperty("robolectric.pixelCopyRenderMode", "hardware")
        systemProperty("roborazzi.test.${if (System.getenv("KOERS_RECORD") == null) "verify" else "record"}", "true")
    }
}
