import Testing

@testable import Ingestion

@Suite("subtitles: WebVTT and SRT")
struct SubtitleTests {
  private func read(_ text: String, _ name: String = "a.vtt") throws -> Account {
    try account(text, named: name)
  }

  /// What each quote of an account says, and who is named for it.
  private func quotes(_ account: Account) -> [String] {
    account.embeddedQuotes.map { "\($0.attribution ?? "-"): \(account.text[$0.range])" }
  }

  @Test("voice tags name the speakers; cues of one speaker are one paragraph with its time")
  func voices() throws {
    let account = try read(
      """
      WEBVTT - The pier
      Kind: captions
      Language: en

      NOTE a remark

      STYLE
      ::cue { color: red }

      1
      00:00:01.000 --> 00:00:03.000 align:start
      <v Ada Brook>The pier is <i>open</i>,

      00:00:03.000 --> 00:00:05.000
      <v Ada Brook>and dry &amp; safe.

      01:02:03.000 --> 01:02:04.000
      <v.loud Ben>At last!</v>
      """)
    #expect(quotes(account) == ["Ada Brook: The pier is open, and dry & safe.", "Ben: At last!"])
    #expect(account.paragraphs.map(\.label) == ["0:01", "1:02:03"])
    #expect(account.title == "The pier")
    #expect(account.language == .english)
    #expect(account.kind == AccountKind(rawValue: "transcript"))
  }

  @Test("SRT: names in capitals, names that come again, and marks of a new speaker")
  func subRip() throws {
    let account = try read(
      """
      1
      00:00:01,000 --> 00:00:02,000
      ADA BROOK: The pier is open.

      2
      00:00:02,000 --> 00:00:03,000
      {\\an8}It opened at 12:20.

      3
      00:00:03,000 --> 00:00:04,000
      >> Ben Ash: When?

      4
      00:00:04,000 --> 00:00:05,000
      >> At noon: that is what matters.
      """, "a.srt")
    #expect(
      quotes(account) == ["ADA BROOK: The pier is open. It opened at 12:20.", "Ben Ash: When?"])
    #expect(paragraphs(account).last == "At noon: that is what matters.")
  }

  @Test("a word before a colon that stands there once is no speaker, one that comes again is")
  func recurringNames() throws {
    let text = { (name: String) in
      "00:01.000 --> 00:02.000\n\(name): The pier is open.\n\n00:02.000 --> 00:03.000\nBen: Yes.\n\n00:03.000 --> 00:04.000\nBen: It is."
    }
    let account = try read("WEBVTT\n\n" + text("Today"))
    #expect(quotes(account) == ["Ben: Yes. It is."])
    #expect(account.text.string.hasPrefix("Today: The pier"))
  }

  @Test("Japanese names before a full-width colon are speakers; lines are joined without a space")
  func japanese() throws {
    let account = try read(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n林：桟橋は\n再開した。\n\n00:02.000 --> 00:03.000\n林：以上です。")
    #expect(quotes(account) == ["林: 桟橋は再開した。以上です。"])
  }

  @Test("sounds are left out, a pause begins a paragraph")
  func soundsAndPauses() throws {
    let account = try read(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n[applause]\nThe pier is open.\n\n00:09.000 --> 00:10.000\n♪ music ♪\nIt is dry."
    )
    #expect(paragraphs(account) == ["The pier is open.", "It is dry."])
  }

  @Test("a line that stays on the screen is said once")
  func rollingLines() throws {
    let account = try read(
      "WEBVTT\n\n00:01.000 --> 00:02.000\nThe pier at Halden\n\n00:02.000 --> 00:03.000\nThe pier at Halden\nis open today,\n\n00:03.000 --> 00:04.000\nis open today,\nand dry."
    )
    #expect(account.text.string == "The pier at Halden is open today, and dry.")
  }

  @Test("cues without blank lines between them are read apart")
  func withoutBlankLines() throws {
    let account = try read(
      "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:09,000 --> 00:00:10,000\nTwo.", "a.srt")
    #expect(paragraphs(account) == ["One.", "Two."])
  }

  @Test("subtitles are known by their content", arguments: ["a", "a.txt"])
  func sniffing(name: String) throws {
    #expect(try read("1\n00:00:01,000 --> 00:00:02,000\nOne.", name).kind.rawValue == "transcript")
  }

  @Test("a file without times is an error that shows one")
  func withoutTimes() {
    let error = trouble(Array("WEBVTT\n\nThe pier is open.".utf8), named: "a.vtt")
    #expect(error?.description.contains("00:00:01.000 --> 00:00:04.000") == true)
  }

  @Test("100,000 cues without a blank line take linear time", .timeLimit(.minutes(10)))
  func endless() throws {
    let cue = "00:01.000 --> 00:02.000\nThe pier is open.\n"
    _ = trouble(Array(String(repeating: cue, count: 100_000).utf8), named: "a.srt")
  }

  @Test(
    "tags that never end take linear time", .timeLimit(.minutes(10)),
    arguments: ["<", "{\\", "<{\\"])
  func endlessTags(tag: String) throws {
    let line = String(repeating: tag, count: 300_000)
    let account = try read("00:01.000 --> 00:02.000\n<i>One.</i> \(line)", "a.vtt")
    #expect(account.text.string.hasPrefix("One. \(tag)"))
  }
}
