// The Kotlin module of ../../bindings/kotlin. Half of its sources are made from the library.
plugins {
    alias(libs.plugins.kotlin.jvm)
}

val repository = rootDir.resolve("..")
val made = layout.buildDirectory.dir("made")

val cargoBuild by tasks.registering(Exec::class) {
    workingDir = repository
    commandLine("cargo", "build", "--locked", "-p", "koers-ffi")
}

val sources by tasks.registering(Exec::class) {
    dependsOn(cargoBuild)
    workingDir = repository
    commandLine("bindings/kotlin/place", "$repository/target/debug", made.get().asFile.path)
    outputs.dir(made)
}

kotlin {
    jvmToolchain(libs.versions.jvm.get().toInt())
    sourceSets.main {
        kotlin.srcDir("$repository/bindings/kotlin/src/main/kotlin")
        kotlin.srcDir(sources.map { made.get().dir("sources") })
        // The rules for R8.
        resources.srcDir("$repository/bindings/kotlin/src/main/resources")
    }
}

dependencies {
    api(libs.bundles.bindings)
    compileOnly(libs.bundles.bindings.compile)
}
