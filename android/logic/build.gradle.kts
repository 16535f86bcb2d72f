plugins {
    alias(libs.plugins.kotlin.jvm)
}

kotlin {
    jvmToolchain(libs.versions.jvm.get().toInt())
    sourceSets.test {
        kotlin.srcDirs("src/fakes/kotlin", "../../bindings/kotlin/src/walk/kotlin")
    }
}

dependencies {
    implementation(project(":bindings"))
    api(libs.bundles.logic)
    testImplementation(libs.bundles.logic.test)
}
