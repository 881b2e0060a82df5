import Foundation

/// The vocabulary file of the tokenizer, read in place.
///
/// The format is described where it is written, in `Scripts/encoder/tokenizer.py`. Opening checks the
/// header against the size of the file; every access after that stays inside its section, whatever the
/// section holds.
struct TokenizerFile: Sendable {
  /// Ids that no text spells.
  struct ControlIDs: Sendable, Hashable {
    let beginning: Int32
    let end: Int32
    let padding: Int32
    let unknown: Int32
  }

  /// What becomes of a scalar in normalisation.
  enum Replacement {
    case none
    case bytes(Range<Int>)
  }

  /// The ids that no text spells.
  let control: ControlIDs
  /// The number of pieces; ids are below it.
  let pieceCount: Int
  /// The logarithm of the probability that is given to an unknown character.
  let unknownScore: Float

  private let file: MappedFile
  private let slotCount: Int
  private let pageCount: Int
  private let slots: Int
  private let scores: Int
  private let index: Int
  private let pages: Int
  private let replacements: Range<Int>

  private static let magic: [UInt8] = Array("XRTOKEN1".utf8)
  private static let headerSize = 48
  private static let blockCount = 0x110000 >> 8

  /// Opens a file.
  ///
  /// - Throws: `ModelError` when it is missing, cut short or of another format.
  /// - Complexity: constant; nothing is parsed.
  init(contentsOf url: URL) throws {
    let file: MappedFile
    do {
      file = try MappedFile(path: url.path)
    } catch  where error.isAbsence {
      throw ModelError.missing(component: .encoder, file: url)
    } catch {
      throw ModelError.damaged(component: .encoder, file: url, detail: "\(error)")
    }
    let damage = { ModelError.damaged(component: .encoder, file: url, detail: $0) }
    guard file.count >= Self.headerSize,
      Self.magic.indices.allSatisfy({ file.load(UInt8.self, at: $0) == Self.magic[$0] })
    else { throw damage("it is not a tokenizer file of this version") }
    self.file = file
    pieceCount = Int(file.load(UInt32.self, at: 8))
    control = ControlIDs(
      beginning: file.load(at: 12), end: file.load(at: 16), padding: file.load(at: 20),
      unknown: file.load(at: 24))
    unknownScore = file.load(at: 28)
    slotCount = Int(file.load(UInt32.self, at: 32))
    pageCount = Int(file.load(UInt32.self, at: 36))
    let replacementSize = Int(file.load(UInt32.self, at: 40))
    slots = Self.headerSize
    scores = slots + 8 * slotCount
    index = scores + Self.padded(4 * pieceCount)
    pages = index + 2 * Self.blockCount
    let replacementStart = pages + 4 * 256 * pageCount
    replacements = replacementStart..<replacementStart + replacementSize
    guard Self.padded(replacements.upperBound) == file.count else {
      throw damage("it has \(file.count) bytes, not \(Self.padded(replacements.upperBound))")
    }
    let identifiers = 0..<Int32(clamping: pieceCount)
    guard slotCount > 0, pageCount > 0, unknownScore.isFinite,
      [control.beginning, control.end, control.padding, control.unknown]
        .allSatisfy(identifiers.contains)
    else { throw damage("its header is damaged") }
  }

  private static func padded(_ size: Int) -> Int { (size + 7) & ~7 }

  // MARK: - Pieces

  /// The slot at which every walk begins.
  static let root = 0

  /// One step of a walk: the slot that a byte leads to, and the id of the piece that ends there.
  ///
  /// - Returns: nothing where no piece goes on so; an id of -1 where none ends.
  @inline(__always)
  func step(from slot: Int, by byte: UInt8) -> (slot: Int, piece: Int32)? {
    let unit: UInt32 = file.load(at: slots + 8 * slot)
    let child = Int(unit >> 8) + Int(byte)
    guard child < slotCount else { return nil }
    let reached: UInt64 = file.load(at: slots + 8 * child)
    guard UInt8(truncatingIfNeeded: reached) == byte else { return nil }
    let piece = Int32(truncatingIfNeeded: (reached >> 32) &- 1)
    return (child, piece < Int32(clamping: pieceCount) ? piece : -1)
  }

  /// The logarithm of a piece's probability.
  @inline(__always)
  func score(of piece: Int32) -> Float {
    piece == control.unknown ? unknownScore : file.load(at: scores + 4 * Int(piece))
  }

  // MARK: - Normalisation

  /// What replaces a scalar: a range of bytes of UTF-8, for `replacementByte(at:)`.
  @inline(__always)
  func replacement(of scalar: UInt32) -> Replacement {
    let page = Int(file.load(UInt16.self, at: index + 2 * Int(scalar >> 8)))
    guard page < pageCount else { return .none }
    let entry: UInt32 = file.load(at: pages + 4 * (256 * page + Int(scalar & 255)))
    guard entry != .max else { return .none }
    let start = replacements.lowerBound + Int(entry >> 8)
    return .bytes((start..<start + Int(entry & 255)).clamped(to: replacements))
  }

  /// A byte of a replacement.
  @inline(__always)
  func replacementByte(at offset: Int) -> UInt8 { file.load(at: offset) }
}
