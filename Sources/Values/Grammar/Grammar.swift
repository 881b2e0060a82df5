/// The compiled rules of one language: a small program for every part, run by `Matcher`.
struct Grammar {
  /// One step of a part's program.
  enum Instruction {
    case literal(Int32)
    case category(Int, Slot)
    case number(Slot)
    case integer(IntegerForm, Range<Int>, Slot)
    case part(Int, Slot)
    case look(Int, isNegative: Bool)
    /// A word that is none of the function words.
    case otherWord
    case adjacent
    case begins
    case ends
    case split(Int, Int)
    case jump(Int)
    case accept
  }

  /// What tokens a part can begin with.
  struct First {
    var words: Set<Int32> = []
    var categories: UInt128 = 0
    var hasDigits = false
    var isOpen = false
  }

  private(set) var programs: [[Instruction]] = []
  private(set) var names: [String] = []
  /// The rules that make values, each with its program and family, in order of preference.
  private(set) var rules: [(program: Int, family: Family)] = []
  /// By word: the rules that can begin with it, in order.
  private(set) var rulesByWord: [[Int]] = []
  /// The rules that can begin with digits.
  private(set) var digitRules: [Int] = []
  /// By word: the parts that can begin with it, a bit each.
  private(set) var starts: [UInt128] = []
  /// The parts that can begin with digits.
  private(set) var digitStarts: UInt128 = 0

  private var numbers: [String: Int] = [:]

  /// Compiles the parts of a language.
  ///
  /// - Parameters:
  ///   - parts: the patterns of each part, by its name.
  ///   - values: the patterns that are values, by family.
  ///   - lexicon: the words; literals that it lacks are added and it is sealed.
  init(
    parts: [(name: String, patterns: [String])], values: [(family: Family, patterns: [String])],
    lexicon: inout Lexicon
  ) throws {
    for part in parts where numbers[part.name] == nil {
      numbers[part.name] = names.count
      names.append(part.name)
    }
    programs = Array(repeating: [], count: names.count)
    var bodies: [Int: [Pattern]] = [:]
    for part in parts {
      guard let number = numbers[part.name] else { continue }
      bodies[number, default: []] += try part.patterns.map { try Pattern(parsing: $0) }
    }
    for (number, branches) in bodies.sorted(by: { $0.key < $1.key }) {
      try compile(.choice(branches), as: number, lexicon: &lexicon)
    }
    for value in values {
      for pattern in value.patterns {
        let number = reserve()
        rules.append((number, value.family))
        try compile(Pattern(parsing: pattern), as: number, lexicon: &lexicon)
      }
    }
    guard names.count <= 128, lexicon.categories.count <= 128 else {
      throw PatternError(pattern: "\(names.count) parts", reason: "128 is the limit")
    }
    lexicon.seal()
    findStarts(lexicon)
  }

  private mutating func reserve() -> Int {
    programs.append([])
    return programs.count - 1
  }

  private mutating func compile(_ body: Pattern, as number: Int, lexicon: inout Lexicon) throws {
    var program: [Instruction] = []
    try emit(body, &program, &lexicon)
    program.append(.accept)
    programs[number] = program
  }

  private mutating func emit(
    _ pattern: Pattern, _ program: inout [Instruction], _ lexicon: inout Lexicon
  ) throws {
    switch pattern {
    case .literal(let text):
      program += lexicon.intern(text).map { .literal($0) }
    case .reference(let name, let slot):
      program.append(try reference(name, slot, lexicon))
    case .integer(let form, let bounds, let slot):
      program.append(.integer(form, bounds, try self.slot(slot)))
    case .sequence(let items):
      for item in items { try emit(item, &program, &lexicon) }
    case .choice(let branches):
      try emit(branches[...], &program, &lexicon)
    case .optional(let inner):
      let fork = program.count
      program.append(.accept)
      try emit(inner, &program, &lexicon)
      program[fork] = .split(fork + 1, program.count)
    case .repeated(let inner):
      let fork = program.count
      program.append(.accept)
      try emit(inner, &program, &lexicon)
      program.append(.jump(fork))
      program[fork] = .split(fork + 1, program.count)
    case .look(let inner, let isNegative):
      let number = reserve()
      try compile(inner, as: number, lexicon: &lexicon)
      program.append(.look(number, isNegative: isNegative))
    case .adjacent: program.append(.adjacent)
    case .begins: program.append(.begins)
    case .ends: program.append(.ends)
    }
  }

  private mutating func emit(
    _ branches: ArraySlice<Pattern>, _ program: inout [Instruction], _ lexicon: inout Lexicon
  ) throws {
    guard let branch = branches.first else { return }
    guard branches.count > 1 else { return try emit(branch, &program, &lexicon) }
    let fork = program.count
    program.append(.accept)
    try emit(branch, &program, &lexicon)
    let exit = program.count
    program.append(.accept)
    program[fork] = .split(fork + 1, program.count)
    try emit(branches.dropFirst(), &program, &lexicon)
    program[exit] = .jump(program.count)
  }

  private func reference(
    _ name: String, _ slot: String?, _ lexicon: Lexicon
  ) throws -> Instruction {
    if name == "other-word" { return .otherWord }
    if name == "number" { return .number(try self.slot(slot ?? name)) }
    if let part = numbers[name] { return .part(part, try slot.map(self.slot) ?? .none) }
    guard let category = lexicon.categories[name] else {
      throw PatternError(pattern: "<\(name)>", reason: "no part and no class has this name")
    }
    return .category(category, Slot(rawValue: slot ?? name) ?? .none)
  }

  private func slot(_ name: String) throws -> Slot {
    guard let slot = Slot(rawValue: name) else {
      throw PatternError(pattern: "<\(name)=…>", reason: "no slot has this name")
    }
    return slot
  }

  // MARK: Beginnings

  private mutating func findStarts(_ lexicon: Lexicon) {
    let numberStarts = lexicon.mask(of: NumberReader.beginnings)
    var firsts: [First?] = Array(repeating: nil, count: programs.count)
    for part in programs.indices { _ = first(of: part, &firsts, numberStarts, lexicon) }
    starts = Array(repeating: 0, count: lexicon.words.count)
    for (part, first) in firsts.prefix(names.count).enumerated() {
      guard let first else { continue }
      let bit: UInt128 = 1 << UInt128(part)
      if first.hasDigits || first.isOpen { digitStarts |= bit }
      for word in starts.indices {
        let isStart =
          first.isOpen || lexicon.masks[word] & first.categories != 0
          || first.words.contains(Int32(word))
        if isStart { starts[word] |= bit }
      }
    }
    rulesByWord = Array(repeating: [], count: lexicon.words.count)
    for (rule, entry) in rules.enumerated() {
      guard let first = firsts[entry.program] else { continue }
      if first.hasDigits { digitRules.append(rule) }
      for word in rulesByWord.indices {
        let isStart =
          lexicon.masks[word] & first.categories != 0 || first.words.contains(Int32(word))
        if isStart { rulesByWord[word].append(rule) }
      }
    }
  }

  private func first(
    of part: Int, _ known: inout [First?], _ numberStarts: UInt128, _ lexicon: Lexicon
  ) -> First {
    if let first = known[part] { return first }
    var found = First()
    var seen: Set<Int> = []
    var open = [0]
    // A part that begins with itself would never end: it is cut here and can only fail there.
    known[part] = found
    while let place = open.popLast() {
      guard seen.insert(place).inserted else { continue }
      switch programs[part][place] {
      case .literal(let word): found.words.insert(word)
      case .category(let category, _): found.categories |= 1 << UInt128(category)
      case .number:
        found.hasDigits = true
        found.categories |= numberStarts
      case .integer(let form, _, _):
        found.hasDigits = true
        switch form {
        case .words, .num, .ordinal:
          found.categories |= numberStarts | lexicon.mask(of: NumberReader.ordinalBeginnings)
        default: break
        }
      case .part(let inner, _):
        let other = first(of: inner, &known, numberStarts, lexicon)
        found.words.formUnion(other.words)
        found.categories |= other.categories
        found.hasDigits = found.hasDigits || other.hasDigits
        if other.isOpen { open.append(place + 1) }
      case .look, .adjacent, .begins, .ends, .otherWord: open.append(place + 1)
      case .split(let one, let other): open += [one, other]
      case .jump(let target): open.append(target)
      case .accept: found.isOpen = true
      }
    }
    known[part] = found
    return found
  }
}

extension Lexicon {
  /// The bits of some classes; a class that the language lacks has none.
  func mask(of names: [String]) -> UInt128 {
    names.reduce(0) { mask, name in
      categories[name].map { mask | (1 << UInt128($0)) } ?? mask
    }
  }
}

/// The families of values: which evaluation a match goes through.
enum Family: String, CaseIterable {
  case passage, temporal, currency, temperature, age, dimension, percentage, ordinal, number
}
