import ArgumentParser
import CrossreadKit

/// The program: one command a verb.
@main
struct CrossreadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crossread",
    abstract:
      "Compare several accounts of one event: what all say, what each leaves out, where they differ.",
    discussion: """
      Put the accounts of one event into a folder — web pages, texts, mails, PDF and office documents, feeds, \
      transcripts, posts — and run

        crossread compare FOLDER

      for a report in Markdown. Everything stays on this machine, and the same files give the same bytes.

      Exit status: 0 done; 1 done, and --fail-on matched; 64 wrong usage; 65 bad input; 69 a model or \
      library is missing (see `crossread doctor`); 70 a defect of Crossread; 74 reading or writing failed.
      """,
    version: Crossread.version,
    subcommands: [
      CompareCommand.self, InitCommand.self, ReviewCommand.self, CheckCommand.self,
      ExtractCommand.self,
      AnalyzeCommand.self, ClaimsCommand.self, ValuesCommand.self, DoctorCommand.self,
      TrainCommand.self,
    ])
}
