import Source

/// Something that an analyst should know about the accounts of an event, with its evidence.
public struct Finding: Sendable, Identifiable {
  /// What sort of thing was found.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case agreement, difference, omission, wording, dependence
  }

  /// The finding's name: it comes from its evidence, so that it is found again in another run.
  public let id: String
  /// What sort of thing was found.
  public let kind: Kind
  /// The sort within its kind: `time` of a difference, `topics` of an omission.
  public let type: String
  /// The ids of the accounts that it is about, in order.
  public let accounts: [String]
  /// The ids of the points that it rests on.
  public let points: [String]
  /// The finding in one plain sentence, in English as the machine formats have it.
  public let summary: String
  /// The words of the sources that show it.
  public let evidence: [Evidence]
  /// How much it matters beside the others, from 0 to 1.
  public private(set) var salience: Double
  /// Why it matters so much: what each reason adds or takes away.
  public private(set) var because: [Salience.Part]
  /// The ids of the accounts on which its accounts draw, in order: of a dependence alone.
  public let sources: [String]
  private let message: Message

  /// The finding in one plain sentence of a language.
  public func summary(in language: ReportLanguage) -> String {
    language == .english ? summary : message.text(in: language)
  }

  /// Makes a finding and names it by its evidence.
  init(
    kind: Kind, type: String, accounts: [String], points: [String], summary: Message,
    evidence: [Evidence], salience: Salience, sources: [String] = []
  ) {
    self.id =
      "F-"
      + ContentIdentifier.short(
        [kind.rawValue, type] + accounts + evidence.map { $0.account + $0.text },
        length: 6)
    self.kind = kind
    self.type = type
    self.accounts = accounts
    self.points = points
    self.summary = summary.text(in: .english)
    message = summary
    self.evidence = evidence
    self.salience = salience.value
    because = salience.parts
    self.sources = sources
  }

  /// The finding with one more reason for its salience.
  func weighing(_ factor: Salience.Factor, _ weight: Double) -> Finding {
    let weights = Dictionary(uniqueKeysWithValues: because.map { ($0.factor, $0.weight) })
    let salience = Salience(weights).adding(factor, weight)
    var weighed = self
    weighed.salience = salience.value
    weighed.because = salience.parts
    return weighed
  }
}

/// Words of an account and the paragraph in which they stand.
public struct Evidence: Sendable, Hashable {
  /// The id of the account.
  public let account: String
  /// The index of the paragraph in the account, from 0.
  public let paragraph: Int
  /// The words and their places: more than one where what carries a claim does not stand together.
  public let quotations: [Quotation]

  /// The words, with an ellipsis where something was left out between them.
  public var text: String {
    let parts = quotations.enumerated().map { index, quotation in
      index == 0 ? quotation.exact : String(quotation.exact.drop { $0.isPunctuation || $0 == " " })
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " … ")
  }
}
