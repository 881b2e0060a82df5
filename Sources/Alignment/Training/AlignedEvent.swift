import Claims
import Foundation
import Ingestion
import Language

/// An event whose accounts people have read for facts: which claims of them carry which facts.
public struct AlignedEvent {
  let claims: [Claim]
  let accounts: [Account]
  let entities: EntityDirectory
  /// The facts that each claim carries, by its id.
  let facts: [String: Set<String>]
  /// Where each fact stands in the text of the accounts that tell it, in the order of the facts and accounts.
  let places: [FactPlace]

  /// Where a fact stands in an account's text.
  struct FactPlace: Sendable {
    let fact: String
    let account: String
    /// In Unicode scalars.
    let range: Range<Int>
  }

  /// A claim carries a fact where it has this share of the words of the claim that has most of the fact's.
  private static let leastShare = 0.6

  private struct Table: Decodable {
    let facts: [Fact]

    struct Fact: Decodable {
      let id: String
      /// Where it stands in the body of each file, behind what the file says of itself.
      let `in`: [String: [Int]]
    }
  }

  /// Reads the claims of an event's accounts, and of `EVENT.gold.json` beside the folder, which facts they carry.
  ///
  /// - Throws: `IngestionError` when the folder or the file cannot be read, `ModelError` when a model is missing,
  ///   `DecodingError` where the file is of another form.
  public init(folder: String, gold: String, store: ModelStore) async throws {
    let event = try await EventReader().event(at: folder)
    let analyzer = try LanguageAnalyzer(
      store: store, languages: Set(event.accounts.map(\.language)))
    let analyzed = try event.accounts.map(analyzer.analyze)
    let extractor = try ClaimExtractor()
    accounts = event.accounts
    entities = extractor.entities(of: analyzed, in: event)
    let entities = entities
    claims = analyzed.flatMap { extractor.claims(of: $0, in: event, entities: entities) }.inOrder
    let table = try JSONDecoder().decode(
      Table.self, from: Data(contentsOf: URL(fileURLWithPath: gold)))
    let byAccount = Dictionary(grouping: claims, by: \.account)
    var facts: [String: Set<String>] = [:]
    var places: [FactPlace] = []
    for account in accounts {
      let file = (account.file as NSString).lastPathComponent
      let body = try Self.body(ofFile: folder + "/" + file)
      let text = SqueezedText(account.text.scalars)
      for fact in table.facts {
        guard let place = fact.in[file], place.count == 2, place[0] < place[1],
          body.indices.contains(place[0]), body.count >= place[1],
          let found = text.range(of: SqueezedText(Array(body[place[0]..<place[1]])))
        else { continue }
        places.append(FactPlace(fact: fact.id, account: account.id, range: found))
        let shares = (byAccount[account.id] ?? []).map { claim in
          (claim.id, claim.ranges.reduce(0) { $0 + $1.clamped(to: found).count })
        }
        let most = Double(shares.map(\.1).max() ?? 0)
        for (id, share) in shares where share > 0 && Double(share) >= Self.leastShare * most {
          facts[id, default: []].insert(fact.id)
        }
      }
    }
    self.facts = facts
    self.places = places
  }

  /// The words of each fact in one account as a claim that is put to each of the other accounts: `aligned` where that
  /// tells the fact too, else `unaligned`.
  var requests: [CheckRequest] {
    let tellers = Dictionary(grouping: places, by: \.fact).mapValues { Set($0.map(\.account)) }
    let texts = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0) })
    return places.flatMap { place in
      accounts.filter { $0.id != place.account }.compactMap { other in
        texts[place.account].map { own in
          CheckRequest(
            claim: own.text[place.range], language: own.language, account: other,
            label: tellers[place.fact]?.contains(other.id) == true ? "aligned" : "unaligned")
        }
      }
    }
  }

  /// The text of a file behind the lines in which it says what it is.
  private static func body(ofFile path: String) throws -> [Unicode.Scalar] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let parts = text.components(separatedBy: "\n---\n")
    let body = parts.count > 1 ? parts.dropFirst().joined(separator: "\n---\n") : text
    return Array(body.trimmingCharacters(in: .whitespacesAndNewlines).unicodeScalars)
  }
}

/// A text without its white space, in which two readings of one file may differ.
private struct SqueezedText {
  let scalars: [Unicode.Scalar]
  /// Where each scalar stands in the text.
  let places: [Int]

  init(_ text: [Unicode.Scalar]) {
    let kept = text.enumerated().filter { !$0.element.properties.isWhitespace }
    scalars = kept.map(\.element)
    places = kept.map(\.offset)
  }

  /// The place in the text where another text first stands.
  func range(of other: SqueezedText) -> Range<Int>? {
    let count = other.scalars.count
    guard count > 0, count <= scalars.count else { return nil }
    let start = (0...scalars.count - count).first {
      scalars[$0..<$0 + count].elementsEqual(other.scalars)
    }
    return start.map { places[$0]..<places[$0 + count - 1] + 1 }
  }
}
