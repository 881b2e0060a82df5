import Ingestion

/// An account as the machine formats have it.
struct AccountRecord: Encodable {
  let id: String
  let file: String
  let publisher: String
  let kind: String
  let language: String
  let published: String?
  let modified: String?
  let url: String?
  let title: String?
  let author: String?
  let sha256: String
  let text: String

  init(_ account: Account) {
    id = account.id
    file = account.file
    publisher = account.publisher
    kind = account.kind.rawValue
    language = account.language.rawValue
    published = account.published?.description
    modified = account.modified?.description
    url = account.url
    title = account.title
    author = account.author
    sha256 = account.sha256
    text = account.text.string
  }
}
