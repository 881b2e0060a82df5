import Testing

/// Expects a failure as every command gives it: a status, nothing on standard output, and one line on
/// standard error that names the program, the file and the trouble.
func expectFailure(
  _ answer: Program.Answer, status: Int32, naming parts: String...,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(!answer.isOverdue, "it took too long", sourceLocation: sourceLocation)
  #expect(answer.status == status, "\(answer.errors)", sourceLocation: sourceLocation)
  #expect(answer.text == "", sourceLocation: sourceLocation)
  #expect(answer.errorLines.count == 1, "\(answer.errors)", sourceLocation: sourceLocation)
  expectLine(answer, naming: parts, sourceLocation: sourceLocation)
}

/// Expects a report although one file was left out, and one line that names it.
func expectReportWithout(
  _ answer: Program.Answer, status: Int32 = 0, naming parts: String...,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(!answer.isOverdue, "it took too long", sourceLocation: sourceLocation)
  #expect(answer.status == status, "\(answer.errors)", sourceLocation: sourceLocation)
  #expect(answer.text.contains("## Accounts"), sourceLocation: sourceLocation)
  #expect(answer.errorLines.count == 1, "\(answer.errors)", sourceLocation: sourceLocation)
  expectLine(answer, naming: parts, sourceLocation: sourceLocation)
}

/// Expects a result and nothing on standard error, where no person looks at a terminal.
func expectSuccess(
  _ answer: Program.Answer, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(!answer.isOverdue, "it took too long", sourceLocation: sourceLocation)
  #expect(answer.status == 0, sourceLocation: sourceLocation)
  #expect(answer.errors == "", sourceLocation: sourceLocation)
}

private func expectLine(
  _ answer: Program.Answer, naming parts: [String], sourceLocation: SourceLocation
) {
  let line = answer.errorLines.first ?? ""
  #expect(line.hasPrefix("crossread: "), "\(line)", sourceLocation: sourceLocation)
  for part in parts {
    #expect(line.contains(part), "\(part) in: \(line)", sourceLocation: sourceLocation)
  }
}
