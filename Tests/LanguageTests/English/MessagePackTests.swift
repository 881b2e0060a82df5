import SeededRandomness
import Testing

@testable import Language

@Suite("MessagePack is read within its bounds")
struct MessagePackTests {
  private static func read(_ bytes: [UInt8]) throws -> MessagePackValue {
    try Fixture.withFile(bytes) { path in
      var reader = MessagePackReader(try MappedFile(inPackage: path))
      return try reader.readAll()
    }
  }

  @Test("integers of every width, with and without sign")
  func integers() throws {
    #expect(try Self.read([0x7F]).count == 127)
    #expect(try Self.read([0xE0]).count == -32)
    #expect(try Self.read([0xCC, 0xFF]).count == 255)
    #expect(try Self.read([0xCD, 0x01, 0x00]).count == 256)
    #expect(try Self.read([0xCE, 0, 1, 0, 0]).count == 65_536)
    #expect(try Self.read([0xD0, 0x80]).count == -128)
    #expect(try Self.read([0xD1, 0xFF, 0x00]).count == -256)
    #expect(try Self.read([0xD3] + Array(repeating: 0xFF, count: 8)).count == -1)
    let greatest = try Self.read([0xCF] + Array(repeating: 0xFF, count: 8))
    #expect(greatest.hash == UInt64.max)
    #expect(greatest.count == nil)
  }

  @Test("strings, binary data, lists and maps of every width")
  func containers() throws {
    #expect(try Self.read([0xA2, 0x68, 0x69]).range == 1..<3)
    #expect(try Self.read([0xD9, 1, 0x68]).range == 2..<3)
    #expect(try Self.read([0xC4, 2, 0, 0]).range == 2..<4)
    #expect(try Self.read([0xC5, 0, 1, 0]).range == 3..<4)
    #expect(try Self.read([0x92, 1, 2]).elements?.compactMap(\.count) == [1, 2])
    #expect(try Self.read([0xDC, 0, 1, 5]).elements?.count == 1)
    #expect(try Self.read([0x81, 0xA1, 0x61, 1]).entries?.first?.value.count == 1)
    #expect(try Self.read([0xDE, 0, 0]).entries?.isEmpty == true)
  }

  @Test(
    "what is cut off, unknown or endless is refused",
    arguments: [
      [], [0xC1], [0xA5, 0x61], [0xDB, 0xFF, 0xFF, 0xFF, 0xFF], [0xDD, 0xFF, 0xFF, 0xFF, 0xFF],
      [0xDF, 0xFF, 0xFF, 0xFF, 0xFF, 0], [0x92, 1], [0x81, 1], [0x01, 0x02], [0xC6, 0, 0, 1, 0, 0],
      [UInt8](repeating: 0x91, count: 100_000),
    ] as [[UInt8]])
  func damage(_ bytes: [UInt8]) {
    #expect(throws: PipelinePackageError.self) { try Self.read(bytes) }
  }

  @Test("a package's file cut off anywhere is refused, and never read past its end")
  func truncation() throws {
    let file = try MappedFile(inPackage: Fixture.folder.path + "/attribute_ruler/patterns")
    let bytes = Array(file.bytes)
    for count in stride(from: 0, to: bytes.count, by: 97) {
      #expect(throws: PipelinePackageError.self) { try Self.read(Array(bytes[..<count])) }
    }
  }

  @Test("random bytes are refused or read, and never read past their end")
  func noise() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let count = Int.random(in: 0..<200, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      guard let value = try? Self.read(bytes) else { continue }
      if let range = value.range { #expect(range.upperBound <= bytes.count) }
    }
  }

  @Test("an array of numbers has to fit its shape")
  func tensors() throws {
    try Fixture.withFile(Array(repeating: 0, count: 24)) { path in
      let file = try MappedFile(inPackage: path)
      #expect(try Tensor(file: file, offset: 0, byteCount: 24, shape: [2, 3]).count == 6)
      for shape in [[2, 2], [7], [-2, -3], [Int.max, 2]] {
        #expect(throws: PipelinePackageError.self) {
          try Tensor(file: file, offset: 0, byteCount: 24, shape: shape)
        }
      }
      #expect(throws: PipelinePackageError.self) {
        try Tensor(file: file, offset: 4, byteCount: 24, shape: [2, 3])
      }
    }
  }
}
