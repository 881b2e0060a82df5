import Testing

@testable import Values

@Test("the English tables load")
func englishLoads() throws { _ = try ValueRecognizer(language: .english) }
