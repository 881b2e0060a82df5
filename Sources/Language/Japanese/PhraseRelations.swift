/// Names what each phrase of a sentence is to the one that it depends on, in the labels of Universal
/// Dependencies.
struct PhraseRelations {
  let phrases: [Phrase]
  let heads: [Int]
  let morphemes: [Morpheme]
  let grammar: PhraseGrammar

  /// The relations, one a phrase. Linear.
  func relations() -> [String] {
    var labels = phrases.indices.map(relation)
    settleSubjects(in: &labels)
    return labels
  }

  private func relation(of index: Int) -> String {
    let phrase = phrases[index]
    let head = phrases[heads[index]]
    if heads[index] == index { return "root" }
    switch phrase.link {
    case .topic, .subject: return head.isPredicate ? subject(of: head) : "nmod"
    case .object:
      return head.isPredicate || grammar.makesBackdrop(head, morphemes) ? "obj" : "nmod"
    case .oblique(let particle):
      guard head.isPredicate else { return "nmod" }
      let isAgent = isPassive(head) && ["によって", "により"].contains(particle)
      return isAgent ? "obl:agent" : "obl"
    case .with: return head.isPredicate ? "obl" : head.isNominal ? "conj" : "nmod"
    case .attributive, .apposition: return phrase.isPredicate ? "acl" : "nmod"
    case .coordinate: return head.isNominal ? "conj" : "obl"
    case .bare: return head.isPredicate && !head.isNominal ? "obl" : "nmod"
    case .adverbialNoun: return head.isPredicate ? "obl" : "nmod"
    case .adverb: return "advmod"
    case .adnominal: return phrase.isPredicate ? "acl" : "det"
    case .continuative(let joint): return isCoordinating(joint, phrase) ? "conj" : "advcl"
    case .quotative: return head.isPredicate ? "ccomp" : "acl"
    case .conjunction: return "cc"
    case .final: return "parataxis"
    }
  }

  private func subject(of head: Phrase) -> String { isPassive(head) ? "nsubj:pass" : "nsubj" }

  private func isPassive(_ phrase: Phrase) -> Bool {
    phrase.function.contains { grammar.passives.contains(morphemes[$0].lemma) }
  }

  /// Forms in which one statement is set beside the next: the bare form or て before a comma, し, が.
  private func isCoordinating(_ joint: String, _ phrase: Phrase) -> Bool {
    switch joint {
    case "": phrase.hasComma
    case "て", "で": phrase.hasComma
    case "し", "が", "けれど", "けれども", "けど", "ものの": true
    default: false
    }
  }

  /// A predicate has one subject: of a topic and a subject, the topic stands aside; of two topics the
  /// second is what the predicate is done to.
  private func settleSubjects(in labels: inout [String]) {
    var marked: Set<Int> = []
    var topics: [Int: Int] = [:]
    for index in phrases.indices where labels[index].hasPrefix("nsubj") {
      if phrases[index].link == .subject { marked.insert(heads[index]) }
    }
    for index in phrases.indices where labels[index].hasPrefix("nsubj") {
      guard phrases[index].link == .topic else { continue }
      let head = heads[index]
      if marked.contains(head) {
        labels[index] = "dislocated"
      } else if topics[head] != nil {
        labels[index] = "obj"
      }
      topics[head] = index
    }
  }
}
