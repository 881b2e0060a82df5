import Claims
import Values

/// A claim as the machine formats have it.
struct ClaimRecord: Encodable {
  let id: String
  /// Nothing for a text that is no account of its own.
  let account: String?
  let text: String
  /// The id of the claim that it is a detail of.
  let of: String?
  let ranges: [[Int]]
  let act: String?
  let voice: String
  /// The sources from the one whom the account reports to the one that says the claim.
  let voices: [String]
  let repeats: String?
  let actors: [String]
  let entities: [String]
  let references: [ReferenceRecord]
  let polarity: String
  let modality: String
  let quotations: [PassageRecord]
  let hedges: [PassageRecord]
  let values: [ValueRecord]

  init(_ claim: Claim) {
    id = claim.id
    account = claim.account.isEmpty ? nil : claim.account
    text = claim.text
    of = claim.whole
    ranges = claim.ranges.map { [$0.lowerBound, $0.upperBound] }
    act = claim.act?.name
    voice = claim.voice.source ?? "account"
    voices = claim.voice.sources
    repeats = claim.voice.repeatedAccount
    actors = claim.actors.map(\.name)
    entities = Set(claim.mentions.map(\.entity)).sorted()
    references = claim.references.map(ReferenceRecord.init)
    polarity = claim.polarity.rawValue
    modality = claim.modality.rawValue
    quotations = claim.quotations.map(PassageRecord.init)
    hedges = claim.hedges.map(PassageRecord.init)
    values = claim.measures.map(ValueRecord.init)
  }
}

/// Words of a claim with their place.
struct PassageRecord: Encodable {
  let text: String
  let start: Int
  let end: Int

  init(_ passage: Claim.Passage) {
    text = passage.text
    start = passage.range.lowerBound
    end = passage.range.upperBound
  }
}

/// Words of a claim that stand for somebody or something.
struct ReferenceRecord: Encodable {
  let text: String
  let start: Int
  let end: Int
  let form: String
  /// The ids of those who are meant; empty where they are no entities, or not known.
  let entities: [String]
  let names: [String]
  /// The phrase of the account that the words stand for.
  let antecedent: String?
  /// False where it is not known what the words stand for.
  let resolved: Bool

  init(_ reference: Reference) {
    text = reference.text
    start = reference.range.lowerBound
    end = reference.range.upperBound
    form = reference.form.rawValue
    entities = reference.entities
    names = reference.names
    antecedent = reference.antecedent
    resolved = reference.isResolved
  }
}

/// A value as `values --input` and `compare --format json` have it.
struct ValueRecord: Encodable {
  let text: String
  let start: Int
  let end: Int
  let type: String
  let value: String?
  let unit: String?
  let timex: String?
  /// What the value is of, in a claim that tells it.
  let quantity: String?
  /// True for a number that is part of another value: 20 in "$20".
  let inside: Bool?

  init(_ measure: Measure) { self.init(measure.value, of: measure.quantity?.id) }

  init(_ value: Value, isInside: Bool = false) {
    self.init(value, of: nil, isInside: isInside)
  }

  private init(_ value: Value, of quantity: String?, isInside: Bool = false) {
    text = value.text
    start = value.range.lowerBound
    end = value.range.upperBound
    type = value.kind.rawValue
    self.value = value.value
    unit = value.unit
    timex = value.timex
    self.quantity = quantity
    inside = isInside ? true : nil
  }
}
