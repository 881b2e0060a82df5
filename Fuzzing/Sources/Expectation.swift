/// Stops the process where something does not hold, which libFuzzer takes for a finding.
func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
  guard condition else { fatalError("does not hold: \(message())") }
}
