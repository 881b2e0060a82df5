import Language
import Source

/// Finds the Japanese words that stand for somebody who was named before: 両大臣, 双方, 二人, 同省, 我が国, 彼.
struct JapaneseExpressions {
  let syntax: JapaneseTree
  let words: ReferenceWords.Japanese
  let coordinations: Coordinations
  let sentence: Int

  /// What a phrase asks of what it stands for.
  enum Found {
    case pronoun(ReferringExpression, isSpeaker: Bool)
    case several(ReferringExpression, isCount: Bool)
    /// 同省: the one that was named last.
    case last(ReferringExpression)
    /// 当社, 我が国: what belongs to whoever publishes the account.
    case own(ReferringExpression)
  }

  /// What the phrase with a head refers to; nothing where it is no such phrase.
  func expression(headedBy head: Int) -> Found? {
    let run = syntax.compound(of: head)
    guard let first = run.first else { return nil }
    let written = run.map { syntax.words[$0].text }.joined()
    let range = syntax.words[first].range.lowerBound..<syntax.words[head].range.upperBound
    func asking(
      _ form: Reference.Form, _ kinds: Set<Referent.Kind>, _ count: ReferringExpression.Count,
      _ noun: ReferenceWords.Noun? = nil
    ) -> ReferringExpression {
      ReferringExpression(
        range: range, form: form, kinds: kinds, count: count, gender: noun?.gender, noun: noun,
        role: role(of: head), sentence: sentence)
    }
    if let pronoun = words.pronouns[written] {
      var expression = asking(
        .pronoun, pronoun.kinds, pronoun.number == .one ? .one : .several)
      expression.gender = pronoun.gender
      return .pronoun(expression, isSpeaker: pronoun.isSpeaker ?? false)
    }
    if let kind = words.own[written] { return .own(asking(.description, [kind], .one)) }
    if let kinds = words.pairs[written] {
      return .several(asking(.description, kinds, .exactly(2)), isCount: false)
    }
    if written.hasPrefix(words.both),
      let noun = words.nouns.entry(of: String(written.dropFirst(words.both.count)))
    {
      return .several(asking(.description, noun.kinds, .exactly(2), noun), isCount: false)
    }
    if written.hasPrefix(words.same),
      let noun = words.nouns.entry(of: String(written.dropFirst(words.same.count)))
    {
      return .last(asking(.description, noun.kinds, .one, noun))
    }
    return counted(run).map {
      .several(asking(.description, $0.kinds, .exactly($0.count)), isCount: true)
    }
  }

  /// 二人は: a number and its counter alone, as the topic.
  private func counted(_ run: [Int]) -> (kinds: Set<Referent.Kind>, count: Int)? {
    guard run.count == 2, let count = words.numerals[syntax.words[run[0]].text],
      let kinds = words.counters[syntax.words[run[1]].text],
      syntax.particle(of: run[1]) == "は",
      syntax.tree.children(of: run[1], ["nmod", "acl"]).isEmpty
    else { return nil }
    return (kinds, count)
  }

  /// What a phrase is in its clause: its topic or subject, its object, or another part.
  func role(of head: Int) -> Referent.Role {
    let top = coordinations.top(of: head)
    switch syntax.words[top].relation {
    case "nsubj", "nsubj:pass", "dislocated": return .subject
    case "obj": return .object
    default: return .other
    }
  }
}
