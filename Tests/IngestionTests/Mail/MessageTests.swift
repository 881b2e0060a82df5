import Source
import Testing

@testable import Ingestion

@Suite("e-mail")
struct MessageTests {
  private let head = """
    From: "Harbour Office" <press@harbour.example>
    Date: Tue, 14 May 2024 09:30:00 +0900
    Subject: Pier reopens
    Message-ID: <1@harbour.example>
    """

  private func message(_ fields: String, _ body: String, named name: String = "a.eml") throws
    -> Account
  {
    try account("\(head)\n\(fields)\n\n\(body)", named: name)
  }

  @Test("header fields give author, publisher, time, title and kind; the subject is the headline")
  func header() throws {
    let account = try message("", "The pier at Halden opened on Monday.")
    #expect(account.author == "Harbour Office")
    #expect(account.publisher == "Harbour Office")
    #expect(account.published?.description == "2024-05-14T09:30:00+09:00")
    #expect(account.title == "Pier reopens")
    #expect(account.kind == AccountKind(rawValue: "message"))
    #expect(account.text.string == "Pier reopens\n\nThe pier at Halden opened on Monday.")
    #expect(account.headline == 0..<12)
    #expect(account.metadataOrigins["published"] == "mail header")
  }

  @Test("an address without a name stands for its author")
  func addressOnly() throws {
    let account = try account("From: desk@paper.example\n\nThe pier is open.", named: "a.eml")
    #expect(account.author == "desk@paper.example")
  }

  @Test("a field may run over several lines")
  func folded() throws {
    let account = try account(
      "From: Desk\nSubject: Pier\n reopens\n\tat last\n\nThe pier is open.", named: "a.eml")
    #expect(account.title == "Pier reopens at last")
  }

  @Test(
    "encoded words are decoded, whatever their charset and wherever they are cut",
    arguments: [
      ("=?UTF-8?B?5qmL?=", "橋"), ("=?utf-8?q?caf=C3=A9_=C3=A0?=", "café à"),
      ("=?ISO-2022-JP?B?GyRCNjYbKEI=?= A", "橋 A"), ("=?Shift_JIS?B?i7Q=?=", "橋"),
      ("=?UTF-8?B?5g==?= =?UTF-8?B?qYs=?=", "橋"),
      ("a =?utf-8?q?b?= =?iso-8859-1?q?=E9?= c", "a bé c"),
      ("=?utf-8*en?Q?b?=", "b"), ("=?nosuch?Q?b?=", "b"), ("=?utf-8?X?b?=", "=?utf-8?X?b?="),
      ("2 =? 3", "2 =? 3"), ("橋", "橋"),
    ])
  func encodedWords(value: String, text: String) throws {
    #expect(try EncodedWords.decoded(Array(value.utf8)) == text)
  }

  @Test(
    "quoted-printable: bytes, soft line breaks, spaces before them, and a mark that means nothing")
  func quotedPrintable() {
    let text = "caf=C3=A9 is =\r\nopen=  \nnow = yes=3d"
    let decoded = TransferEncoding.quotedPrintable.decoded(Array(text.utf8)[...])
    #expect(String(decoding: decoded, as: UTF8.self) == "café is opennow = yes=")
  }

  @Test(
    "base64 with and without padding, line ends, strange characters and joined pieces",
    arguments: [
      ("VGhlIHBpZXI=", "The pier"), ("VGhlIHBpZXI", "The pier"),
      ("VGhl\r\nIHBp*ZXI=\n", "The pier"),
      ("VA==aGU=", "The"), ("", ""), ("=", ""), ("V", ""),
    ])
  func base64(encoded: String, text: String) {
    let decoded = TransferEncoding.base64.decoded(Array(encoded.utf8)[...])
    #expect(String(decoding: decoded, as: UTF8.self) == text)
  }

  @Test("a part in ISO-2022-JP is read by the charset of its field")
  func japanese() throws {
    let jis = bytes(hex: "1B2442 3636 244F 3337 4C24 1B2842")
    let message = Array("From: A\nContent-Type: text/plain; charset=iso-2022-jp\n\n".utf8) + jis
    #expect(try account(message, named: "a.eml").text.string.hasPrefix("橋は"))
  }

  @Test("US-ASCII that is plainly UTF-8 is read as that")
  func mislabelled() throws {
    let body = String(repeating: "Das Café öffnet. ", count: 8)
    let account = try message("Content-Type: text/plain; charset=us-ascii", body)
    #expect(account.text.string.contains("Café öffnet"))
  }

  private func alternative(plain: String, html: String) -> String {
    """
    preamble
    --x
    Content-Type: text/plain

    \(plain)
    --x
    Content-Type: text/html; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    \(html)
    --x--
    epilogue
    """
  }

  @Test("of two forms of a text the plain one is read")
  func plainAlternative() throws {
    let body = alternative(
      plain: "The pier at Halden opened.", html: "<p>The pier at <b>Halden</b> opened.</p>")
    let account = try message("Content-Type: multipart/alternative; boundary=\"x\"", body)
    #expect(account.text.string == "Pier reopens\n\nThe pier at Halden opened.")
  }

  @Test("HTML is read where the plain form only says that there is HTML")
  func htmlAlternative() throws {
    let html = "<p>The pier at Halden opened=20on Monday, and the first ferry left at noon.</p>"
    let body = alternative(plain: "See HTML.", html: html)
    let account = try message("Content-Type: multipart/alternative; boundary=x", body)
    #expect(account.text.string.contains("opened on Monday, and"))
    #expect(!account.text.string.contains("See HTML"))
    #expect(!account.text.string.contains("preamble"))
  }

  @Test("attachments are left out and told of; texts that are shown in line are read")
  func attachments() throws {
    let text = """
      \(head)
      Content-Type: multipart/mixed; boundary=m

      --m

      The pier is open.
      --m
      Content-Type: application/pdf; name="=?x?"
      Content-Disposition: attachment; filename*=utf-8''plan%20b.pdf
      Content-Transfer-Encoding: base64

      JVBERi0=
      --m
      Content-Type: text/plain

      The café is shut.
      --m--
      """
    let reading = try AccountReader().read(Array(text.utf8), named: "a.eml")
    #expect(
      reading.accounts.map(\.text.string) == [
        "Pier reopens\n\nThe pier is open.\n\nThe café is shut."
      ])
    #expect(
      reading.notes == [
        IngestionError(file: "a.eml", isNote: true, .leftOut(parts: "attachments plan b.pdf"))
      ])
  }

  @Test("what an answer quotes is its author's, and the line above names him")
  func reply() throws {
    let account = try message(
      "",
      """
      I can confirm that.

      On Tue, 3 May 2022 at 10:12 AM Ada Brook <ada@town.example>
      wrote:
      > The pier is open.
      > > When does it open?
      -- 
      Harbour Office, Halden
      """)
    #expect(!account.text.string.contains("wrote"))
    #expect(!account.text.string.contains("Harbour Office, Halden"))
    let quotes = account.embeddedQuotes.map { (account.text[$0.range], $0.attribution) }
    #expect(quotes.first?.0 == "The pier is open.")
    #expect(quotes.first?.1 == "Ada Brook")
    #expect(quotes.count == 2)
  }

  @Test(
    "the line above a quoted message gives its author's name",
    arguments: [
      ("On 3 May 2022, at 10:12, Ada Brook wrote:", "Ada Brook"),
      ("2022年5月3日(火) 10:12 林花子 <hana@town.example>:", "林花子"),
      ("林花子さんは書きました:", "林花子"), ("Am 03.05.22 um 10:12 schrieb Ada:", nil),
    ])
  func introduction(line: String, name: String?) throws {
    let account = try message("", "Yes.\n\n\(line)\n> The pier is open.")
    #expect(account.embeddedQuotes.first?.attribution == name)
  }

  @Test("a message that is forwarded without a word is its author's account")
  func forwarded() throws {
    let account = try message(
      "",
      """
      ---------- Forwarded message ---------
      From: Town Council <council@town.example>
      Date: Mon, 13 May 2024 at 18:00
      Subject: Fwd: The pier opens
      To: <all@town.example>

      The pier at Halden opens today.
      """)
    #expect(account.publisher == "Town Council")
    #expect(account.published?.description == "2024-05-13T18:00:00")
    #expect(account.text.string == "The pier opens\n\nThe pier at Halden opens today.")
    #expect(account.embeddedQuotes.isEmpty)
  }

  @Test("a message that is forwarded with a comment is a quote of its author")
  func forwardedWithComment() throws {
    let account = try message(
      "", "They are wrong.\n\n-----Original Message-----\nFrom: Ada Brook\n\nThe pier is open.")
    let quote = try #require(account.embeddedQuotes.first)
    #expect(account.text[quote.range] == "The pier is open.")
    #expect(quote.attribution == "Ada Brook")
  }

  @Test("lines that a mail program broke softly are joined, those of quotes among themselves")
  func flowed() throws {
    let account = try message(
      "Content-Type: text/plain; format=flowed",
      "The pier at Halden \nopened on Monday.\n> It was \n> shut.\n A line.")
    #expect(account.text.string.contains("The pier at Halden opened on Monday."))
    #expect(account.text.string.contains("It was shut."))
  }

  @Test("a message is known by its fields where the ending does not tell")
  func sniffing() throws {
    let account = try message("MIME-Version: 1.0", "The pier is open.", named: "standard input")
    #expect(account.title == "Pier reopens")
    let text = "From: the harbour office\nDate: Monday\n\nThe pier is open."
    #expect(try plain(text).kind == .document)
  }

  private func plain(_ text: String) throws -> Account {
    try account(text, named: "a.txt")
  }

  @Test("an encrypted message is refused with what to do")
  func encrypted() {
    let text = "\(head)\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\nabc\n--x--"
    guard case .unsupported(let format, _)? = trouble(Array(text.utf8), named: "a.eml")?.trouble
    else {
      Issue.record("an encrypted message was read")
      return
    }
    #expect(format == "an encrypted message")
  }

  @Test("messages nested in messages beyond the limit are refused")
  func deep() {
    let text = String(repeating: "Content-Type: message/rfc822\n\n", count: 5000)
    #expect(
      trouble(Array("From: A\n\(text)Text.".utf8), named: "a.eml")?.trouble
        == .tooDeep(what: "its parts", limit: 16))
  }

  @Test("a file that only calls itself a message is an error")
  func noMessage() {
    guard case .malformed("e-mail", _)? = trouble(Array("Hello.".utf8), named: "a.eml")?.trouble
    else {
      Issue.record("text was read as a message")
      return
    }
  }

  @Test(
    "a subject of 200,000 encoded words, and one of as many answers, take linear time",
    .timeLimit(.minutes(10)), arguments: [("=?utf-8?q?ab?= ", "abab"), ("Re: ", "Pier")])
  func longSubject(piece: String, start: String) throws {
    let subject = String(repeating: piece, count: 200_000) + (piece == "Re: " ? "Pier" : "")
    let account = try account("From: Desk\nSubject: \(subject)\n\nIt is open.", named: "a.eml")
    #expect(account.title?.hasPrefix(start) == true)
  }
}
