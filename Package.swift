// swift-tools-version: 6.0

import PackageDescription

let package = Package(
  name: "crossread",
  products: [
    .executable(name: "crossread", targets: ["crossread"]),
    .library(name: "CrossreadKit", targets: ["CrossreadKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries, each behind one wrapper type.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CMeCab", providers: [.apt(["libmecab-dev"])]),
    .target(name: "COpenVINO", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CVectorKernels", exclude: ["affine.inc"]),

    // The stages, in the order in which the data goes through them.
    .target(
      name: "Source", dependencies: [.product(name: "Crypto", package: "swift-crypto"), "Yams"]),
    .target(
      name: "Ingestion", dependencies: ["Source", "CLibXML2", "CZlib", "Yams"],
      resources: [.copy("Resources")]),
    .target(
      name: "Language",
      dependencies: ["Source", "Ingestion", "CMeCab", "COpenVINO", "CVectorKernels", "Yams"],
      resources: [.copy("Resources")]),
    .target(
      name: "Values", dependencies: ["Source", "Yams"], exclude: ["README.md"],
      resources: [.copy("Resources")]),
    .target(
      name: "Claims", dependencies: ["Source", "Ingestion", "Language", "Values", "Yams"],
      resources: [.copy("Resources")]),
    .target(
      name: "Alignment", dependencies: ["Source", "Ingestion", "Language", "Values", "Claims"],
      resources: [.copy("Resources")]),
    .target(
      name: "Findings", dependencies: ["Source", "Alignment", "Claims", "Ingestion", "Values"],
      resources: [.copy("Resources")]),
    .target(
      name: "Review", dependencies: ["Source", "Findings", "Ingestion", "Yams"],
      resources: [.copy("Resources")]),
    .target(
      name: "Reports",
      dependencies: [
        "Source", "Review", "Findings", "Alignment", "Claims", "Ingestion", "Values",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.copy("Resources")]),

    // What a program imports, and what a person runs.
    .target(
      name: "CrossreadKit",
      dependencies: [
        "Source", "Ingestion", "Language", "Values", "Claims", "Alignment", "Findings", "Review",
        "Reports",
      ]),
    .executableTarget(
      name: "crossread",
      dependencies: [
        "CrossreadKit", "Source", "Ingestion", "Language", "Values", "Claims", "Alignment",
        "Findings", "Review", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/CommandLine"),

    // What the benchmarks time inside one process.
    .executableTarget(
      name: "crossread-stages",
      dependencies: [
        "CrossreadKit", "Language", "Claims", "Alignment", "Ingestion", "Reports", "Review",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/Stages"),

    // What the tests share.
    .target(name: "SeededRandomness", path: "Tests/SeededRandomness"),

    .testTarget(
      name: "SourceTests", dependencies: ["SeededRandomness", "Source"]),
    .testTarget(
      name: "IngestionTests", dependencies: ["SeededRandomness", "Ingestion", "Source", "CZlib"],
      exclude: ["Formats"]),
    .testTarget(
      name: "LanguageTests",
      dependencies: ["SeededRandomness", "Language", "Source", "CVectorKernels"],
      exclude: ["English/Golden", "Embedding/Golden"]),
    .testTarget(name: "ValuesTests", dependencies: ["SeededRandomness", "Values", "Source"]),
    .testTarget(
      name: "ClaimsTests",
      dependencies: [
        "SeededRandomness", "Claims", "Language", "Ingestion", "Source", "Values",
      ]),
    .testTarget(
      name: "AlignmentTests",
      dependencies: [
        "SeededRandomness", "Alignment", "Claims", "Ingestion", "Language", "Source", "Values",
        "Yams",
      ], exclude: ["Contradictions/pairs.yaml"]),
    .testTarget(
      name: "FindingsTests",
      dependencies: ["Findings", "CrossreadKit", "Alignment", "Claims", "Ingestion", "Source"]),
    .testTarget(
      name: "ReviewTests",
      dependencies: [
        "SeededRandomness", "Review", "Reports", "Findings", "CrossreadKit", "Ingestion", "Source",
      ]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "SeededRandomness", "Reports", "Review", "Findings", "CrossreadKit", "Ingestion", "Source",
      ]),
    .testTarget(name: "CommandLineTests", dependencies: ["crossread"]),
  ],
  swiftLanguageModes: [.v6]
)
