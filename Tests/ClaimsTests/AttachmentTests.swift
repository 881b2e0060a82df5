import Language
import SeededRandomness
import Testing

@testable import Claims

@Suite("What parsers hang from the wrong word")
struct AttachmentTests {
  private func head(of word: String, in sentence: String) throws -> String? {
    let tree = SyntaxTree.english(try #require(try Reading.sentence(sentence)))
    return tree.words.firstIndex { $0.text == word }.map { tree.words[tree.words[$0].head].text }
  }

  @Test("whom somebody met for so long hangs from the verb and not from the minutes")
  func time() throws {
    #expect(
      try head(of: "with", in: "The minister met for 25 minutes with the envoy of the bank.")
        == "met")
  }

  @Test(
    "who said something is who promises behind it",
    arguments: [
      "He explained that the gates would have to be opened again, and promised that the town would be warned.",
      "Minister Ana Kolar said the bridge would stay closed and promised help.",
    ])
  func coordination(sentence: String) throws {
    let texts = try Reading.texts(sentence)
    let promise = try #require(texts.first { $0.contains("promised") })
    #expect(promise.hasPrefix("He promised") || promise.hasPrefix("Minister Ana Kolar promised"))
  }

  @Test("what was said goes on where the verbs are of one time")
  func continued() throws {
    #expect(
      try Reading.texts("The firm said it would close the plant and cut jobs.")
        == ["the firm would close the plant", "the firm would cut jobs"])
  }

  @Test(
    "a condition within an insertion leaves a tree",
    arguments: [
      "The minister said that, as a last step should the talks fail, the state would act.",
      "The army said, in case of war should Norland attack, the fleet would sail.",
      "Officials said that, under the plan should the river rise, residents would leave.",
      "Smith said, in the event should they strike, trains would stop.",
    ])
  func insertion(sentence: String) throws {
    let tree = SyntaxTree.english(try #require(try Reading.sentence(sentence)))
    #expect(tree.words.isAcyclic)
    #expect(try !Reading.texts(sentence).isEmpty)
  }

  @Test("whatever the parser gives, what is mended is a tree")
  func anyTree() throws {
    var random = SeededGenerator(seed: 20)
    let sentence = try #require(
      try Reading.sentence(
        "The army said that, in case of war should Norland attack, it had met the envoy for 20 minutes with help, and would have promised, were the talks to fail, to leave."
      ))
    for _ in 0..<400 {
      let words = randomTree(sentence.words, using: &random)
      let tree = SyntaxTree.english(
        Sentence(range: sentence.range, paragraph: 0, words: words))
      #expect(words.isAcyclic)
      #expect(tree.words.isAcyclic)
    }
  }

  /// The words, each hung from a word that was drawn before it.
  private func randomTree(_ words: [Word], using random: inout SeededGenerator) -> [Word] {
    let relations = ["prep", "pobj", "conj", "ccomp", "advcl", "nsubj", "npadvmod", "compound"]
    var placed: [Int] = []
    var result = words
    for index in words.indices.shuffled(using: &random) {
      let head = placed.randomElement(using: &random) ?? index
      let relation = head == index ? "ROOT" : relations.randomElement(using: &random) ?? "dep"
      result[index] = words[index].hanging(from: head, as: relation)
      placed.append(index)
    }
    return result
  }
}
