import ArgumentParser

/// Times stages of Crossread inside one process, models loaded: what the whole program's time cannot show.
@main
struct Stages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crossread-stages",
    abstract:
      "Time the sentence encoder, the comparison of pairs and the reading of pages, for the scripts of Benchmarks.",
    subcommands: [EncoderStage.self, PairStage.self, PageStage.self])
}
