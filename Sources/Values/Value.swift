/// A normalised number, quantity, date, time, duration or range, and the words that give it.
public struct Value: Sendable, Hashable {
  /// What is valued; the raw values are the types of the machine format.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case number, ordinal, percentage, currency, age, dimension, temperature
    case date, time
    case dateTime = "datetime"
    case dateRange = "daterange"
    case timeRange = "timerange"
    case dateTimeRange = "datetimerange"
    case duration
  }

  /// A number with what the text allows around it, in the base unit of its kind.
  public struct Quantity: Sendable, Hashable {
    /// The number itself: metres for a length, seconds for a duration, the amount for money.
    public var value: Double
    /// What the last digit given is worth: 100,000 for "2.5 million".
    public var precision: Double
    /// The least and the greatest number that the words allow, by their hedge.
    public var lower: Double
    /// The greatest number that the words allow; infinite for "at least".
    public var upper: Double

    init(value: Double, precision: Double) {
      self.value = value
      self.precision = abs(precision)
      lower = value
      upper = value
    }
  }

  /// What is valued.
  public var kind: Kind
  /// The place of the words, in Unicode scalars of the text.
  public var range: Range<Int>
  /// The place of the words together with those that say how exact they are: "about 25 minutes", 約25分間.
  public var hedgedRange: Range<Int>
  /// The words, exactly as they stand in the text.
  public var text: String
  /// How exact the text says that it is.
  public var hedge: Hedge
  /// The number, where the value is one.
  public var quantity: Quantity?
  /// The unit as the text gives it: a code of ISO 4217, `mile`, `celsius`, `minute`.
  public var unit: String?
  /// The number in the unit given, as the machine format prints it: `25`, `2500000`.
  public var value: String?
  /// The TIMEX3 value of a date, time, duration or range.
  public var timex: String?
  /// The offset from UTC in minutes that the text says or implies for a time.
  public var offset: Int?
  /// It is one group of digits of a telephone number, an internet address or the like: it counts nothing.
  public var isPartOfCode = false

  /// The point that is meant, or the beginning of the range.
  var start: Point?
  /// The end of the range.
  var end: Point?
  /// What a dimension measures: length, mass, length per time.
  var dimension: String?
}

/// How exact a value is said to be.
public enum Hedge: String, Sendable, Hashable, CaseIterable {
  case exact, approximately
  case atLeast = "at least"
  case moreThan = "more than"
  case atMost = "at most"
  case lessThan = "less than"
}
