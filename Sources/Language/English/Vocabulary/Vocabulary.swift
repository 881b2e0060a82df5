/// What is the same for all words of a pipeline: symbols and normal forms.
struct Vocabulary: Sendable {
  let symbols: SymbolTable
  let norms: NormTable
}
