import Foundation
import Yams

/// A table of knowledge that comes with Crossread and cannot be read: the installation is broken.
public struct ResourceError: Error, Sendable, CustomStringConvertible {
  /// The name of the table.
  public let name: String
  /// What is wrong with it.
  public let reason: String

  /// Makes an error.
  public init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }

  /// One line: which table, what is wrong, what to do.
  public var description: String {
    "\(name): this table of Crossread's own cannot be read (\(reason)); install Crossread again"
  }
}

/// Reads the tables of knowledge that a module keeps in its `Resources` folder.
public enum ResourceTable {
  /// Decodes a YAML file of a module's `Resources` folder.
  ///
  /// - Throws: `ResourceError` when the file is not there or not of the shape of `type`.
  public static func decode<Table: Decodable>(
    _ type: Table.Type, from name: String, in bundle: Bundle
  ) throws(ResourceError) -> Table {
    do {
      return try YAMLDecoder().decode(type, from: Data(contentsOf: place(of: name, in: bundle)))
    } catch {
      throw ResourceError(name: name, reason: "\(error)")
    }
  }

  /// The text of a file of a module's `Resources` folder.
  ///
  /// - Throws: `ResourceError` when the file is not there or not UTF-8.
  public static func text(
    from name: String, in bundle: Bundle
  ) throws(ResourceError) -> String {
    do {
      return try String(contentsOf: place(of: name, in: bundle), encoding: .utf8)
    } catch {
      throw ResourceError(name: name, reason: "\(error)")
    }
  }

  private static func place(of name: String, in bundle: Bundle) -> URL {
    bundle.bundleURL.appendingPathComponent("Resources/\(name)")
  }
}
