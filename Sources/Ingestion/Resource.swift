import Foundation
import Source

/// The tables in `Resources/`: what Crossread knows about the web and its words, as readable files.
enum Resource {
  /// Where the tables are.
  static let bundle = Bundle.module

  /// Reads a table of the given name, `charsets` for `Resources/charsets.yaml`.
  static func decode<Table: Decodable>(_ type: Table.Type, from name: String)
    -> Result<Table, IngestionError>
  {
    do throws(ResourceError) {
      return .success(try ResourceTable.decode(type, from: "\(name).yaml", in: bundle))
    } catch {
      return .failure(IngestionError(file: error.name, .resource(reason: error.reason)))
    }
  }
}
