extension TemporalReader {
  /// The counts and units of a frame, in their order; nothing where it has none.
  func span(_ frame: Frame) -> Span? {
    var parts: [Span.Part] = []
    var count: Double?
    for capture in frame.own {
      switch capture.slot {
      case .count, .some: count = capture.value
      case .bare:
        // "Two-and-a-half hours".
        if let whole = count {
          count = whole + capture.value
          continue
        }
        // "An hour and a half": the half belongs to the unit before it.
        guard let last = parts.indices.last else { return nil }
        parts[last].count += capture.value
      case .span:
        guard capture.key >= 0, let unit = SpanUnit(rawValue: keys[Int(capture.key)]) else {
          continue
        }
        parts.append(.init(count: count ?? 1, unit: unit))
        count = nil
      default: break
      }
    }
    // "Fourteen months and nine years" are two lengths of time.
    let areInOrder = zip(parts, parts.dropFirst()).allSatisfy { $0.unit.seconds > $1.unit.seconds }
    return parts.isEmpty || !areInOrder ? nil : Span(parts: parts)
  }

  /// The draft of a length of time.
  func duration(_ span: Span, _ frame: Frame) -> Draft {
    let seconds = span.seconds
    var draft = Draft(kind: .duration, value: decimalText(seconds), timex: span.timex)
    draft.unit = span.parts.count == 1 ? span.parts[0].unit.rawValue : nil
    draft.quantity = .init(value: seconds, precision: span.precision)
    if let bound = frame.first(.bound), bound.key >= 0,
      let side = Bound(rawValue: keys[Int(bound.key)])
    {
      draft.hedge = side.hedge
    } else if frame.has(.some) {
      draft.hedge = .approximately
    }
    return draft
  }
}
