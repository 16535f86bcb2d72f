plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.compose)
}

android {
    namespace = "org.koers.ui"
    compileSdk = libs.versions.compileSdk.get().toInt()
    defaultConfig.minSdk = libs.versions.minSdk.get().toInt()
    buildFeatures.compose = true
    testOptions.unitTests.isIncludeAndroidResources = true
    sourceSets.named("test") {
        kotlin.directories += "../logic/src/fakes/kotlin"
        resources.directories += "../robolectric"
    }
}

kotlin.jvmToolchain(libs.versions.jvm.get().toInt())

// Nothing that was generated reaches a view: the bindings are for its tests alone.
dependencies {
    implementation(project(":logic"))
    implementation(platform(libs.compose.bom))
    implementation(libs.bundles.ui)
    debugImplementation(libs.bundles.ui.debug)
    testImplementation(project(":bindings"))
    testImplementation(libs.bundles.ui.test)
}
