import Testing

@testable import Ingestion

@Suite("pages saved as MHTML")
struct SavedPageTests {
  private let page = """
    From: <Saved by Blink>
    Snapshot-Content-Location: https://www.harbour.example/news/7
    Subject: =?utf-8?Q?Pier=20reopens?=
    MIME-Version: 1.0
    Content-Type: multipart/related; type="text/html"; boundary="----b"

    ------b
    Content-Type: text/css
    Content-Location: cid:1

    p { color: red }
    ------b
    Content-Type: text/html
    Content-Transfer-Encoding: quoted-printable
    Content-Location: https://www.harbour.example/news/7

    <html lang=3D"en"><body><article><h1>Pier reopens</h1><p>The pier at Halden opened on Mon=
    day, two years after the storm that broke it, and the first ferry left at noon.</p>
    </article></body></html>
    ------b--
    """

  @Test("the page is read, with its address from the header", arguments: ["a.mhtml", "a.mht", "a"])
  func savedPage(name: String) throws {
    let account = try account(page, named: name)
    #expect(account.text.string.contains("opened on Monday, two years"))
    #expect(!account.text.string.contains("color"))
    #expect(account.url == "https://www.harbour.example/news/7")
    #expect(account.publisher == "harbour.example")
    #expect(account.title == "Pier reopens")
  }

  private func packed(_ bytes: [UInt8], _ encoding: String) -> [UInt8] {
    let head = """
      From: <Saved by Blink>
      Content-Type: text/html
      Content-Encoding: \(encoding)


      """
    return Array(head.utf8) + bytes
  }

  @Test("a page that was saved as it was sent is unpacked", arguments: ["gzip", "deflate"])
  func compressed(encoding: String) throws {
    let page = Array("<html><body><p>The pier is open.</p></body></html>".utf8)
    let bytes = Packing.deflated(page, windowBits: encoding == "gzip" ? 31 : 15)
    #expect(
      try account(packed(bytes, encoding), named: "a.mht").text.string == "The pier is open.")
  }

  @Test("a compression that is not read is named", arguments: ["br", "zstd"])
  func unknownCompression(encoding: String) {
    #expect(
      trouble(packed([0x28, 0xB5, 0x2F, 0xFD], encoding), named: "a.mht")?.trouble
        == .unknownCompression(part: "the page", name: encoding))
  }

  @Test("an archive without a page is an error")
  func withoutPage() {
    let text = "From: <Saved by Blink>\nContent-Type: image/png\n\nabc"
    guard case .malformed("MHTML", _)? = trouble(Array(text.utf8), named: "a.mht")?.trouble else {
      Issue.record("a picture was read as a page")
      return
    }
  }
}
