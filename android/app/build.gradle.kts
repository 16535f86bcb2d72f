plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.kotlin.compose)
}

android {
    namespace = "org.koers.app"
    compileSdk = libs.versions.compileSdk.get().toInt()
    defaultConfig {
        applicationId = "org.koers.app"
        minSdk = libs.versions.minSdk.get().toInt()
        targetSdk = libs.versions.targetSdk.get().toInt()
        versionCode = 1
        versionName = "0.1.0"
    }
    buildFeatures.compose = true
    buildTypes.release {
        // What is called from the native side is kept by the rules inside the bindings.
        isMinifyEnabled = true
        isShrinkResources = true
        proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"))
    }
    testOptions.unitTests.isIncludeAndroidResources = true
    sourceSets.named("test") {
        kotlin.directories += listOf("../logic/src/fakes/kotlin", "../platform/src/fakes/kotlin")
        resources.directories += "../robolectric"
    }
}

kotlin.jvmToolchain(libs.versions.jvm.get().toInt())

/** The core for phones: needs the NDK, cargo-ndk and the targets of rustup. */
val cargoNdk by tasks.registering(Exec::class) {
    workingDir = rootDir.resolve("..")
    commandLine(
        "cargo", "ndk", "--platform", libs.versions.minSdk.get(), "--output-dir", file("src/main/jniLibs").path,
        "-t", "arm64-v8a", "-t", "armeabi-v7a", "-t", "x86_64",
        "build", "--profile", "app", "--locked", "-p", "koers-ffi",
    )
}
tasks.named("preBuild") { dependsOn(cargoNdk) }

dependencies {
    implementation(project(":bindings"))
    implementation(project(":logic"))
    implementation(project(":ui"))
    implementation(project(":platform"))
    implementation(platform(libs.compose.bom))
    implementation(libs.bundles.ui)
    implementation(libs.bundles.platform)
    implementation(libs.bundles.app)
    // On Android, JNA brings its native half.
    implementation(variantOf(libs.jna) { artifactType("aar") })
    testImplementation(libs.bundles.app.test)
}
