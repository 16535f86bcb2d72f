plugins {
    alias(libs.plugins.android.library)
}

android {
    namespace = "org.koers.platform"
    compileSdk = libs.versions.compileSdk.get().toInt()
    defaultConfig.minSdk = libs.versions.minSdk.get().toInt()
    testOptions.unitTests.isIncludeAndroidResources = true
    sourceSets.named("test") {
        kotlin.directories += listOf("../logic/src/fakes/kotlin", "src/fakes/kotlin")
        resources.directories += "../robolectric"
    }
}

kotlin.jvmToolchain(libs.versions.jvm.get().toInt())

dependencies {
    implementation(project(":bindings"))
    api(project(":logic"))
    implementation(libs.bundles.platform)
    testImplementation(libs.bundles.platform.test)
}
