// swift-tools-version: 6.0
import PackageDescription

// The Rust half. On Linux it is the library that cargo built; on Apple's systems the XCFramework
// that `xcframework` puts here. KOERS_LIBRARY names a folder with a library on any system.
let folder = Context.environment["KOERS_LIBRARY"]
#if os(Linux)
    let isLocal = true
#else
    let isLocal = folder != nil
#endif

let rust: Target
var link: [LinkerSetting] = []
if isLocal {
    let library = folder ?? "\(Context.packageDirectory)/../../target/debug"
    rust = .systemLibrary(name: "KoersRust", path: "Made/headers")
    link = [
        .unsafeFlags(["-L\(library)", "-Xlinker", "-rpath", "-Xlinker", library]),
        .linkedLibrary("koers_ffi"),
    ]
} else {
    rust = .binaryTarget(name: "KoersRust", path: "Made/Koers.xcframework")
    // The library asks it for the time zone.
    link = [.linkedFramework("CoreFoundation")]
}

/// For what is written by hand; the generated sources do not take it.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "Koers",
    platforms: [.iOS(.v16), .macOS(.v13)],
    products: [.library(name: "Koers", targets: ["Koers"])],
    targets: [
        rust,
        .target(
            name: "KoersVocabulary", dependencies: ["KoersRust"], path: "Made/vocabulary",
            linkerSettings: link),
        .target(name: "KoersObject", dependencies: ["KoersVocabulary"], path: "Made/object"),
        .target(
            name: "Koers", dependencies: ["KoersObject", "KoersVocabulary"], swiftSettings: strict),
        .executableTarget(
            name: "Sample", dependencies: ["Koers"], path: "Made/sample", swiftSettings: strict),
        .executableTarget(name: "Measure", dependencies: ["Koers"], swiftSettings: strict),
        .testTarget(
            name: "KoersTests", dependencies: ["Koers", "KoersObject"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
