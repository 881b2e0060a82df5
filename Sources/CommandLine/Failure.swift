import ArgumentParser
import CrossreadKit
import Foundation
import Source

/// Turns every error into one line for a person and a status for a program (`sysexits.h`).
struct Failure: Error {
  let message: String
  let status: ExitStatus
  /// What else is wrong, a line each.
  var others: [String] = []

  /// Finds the message and the status for an error.
  init(_ error: any Error) {
    switch error {
    case let error as Failure:
      self = error
    case let error as IngestionError:
      message = error.description
      status = error.trouble.status
      others = error.others.map(\.description)
    case let error as ModelError:
      message = error.description
      status = .unavailable
    case let error as ReviewError:
      message = error.description
      status = .badInput
    case let error as OutputError:
      message = error.description
      status = .inputOutput
    default:
      message = "internal: \(error); please report this with the files that show it"
      status = .defect
    }
  }

  /// Runs a command's work; an error ends the process with its message and status.
  static func reporting(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let code as ExitCode {
      throw code
    } catch let error as ValidationError {
      throw error
    } catch {
      let failure = Failure(error)
      for message in [failure.message] + failure.others { Console.error(message) }
      throw ExitCode(failure.status.rawValue)
    }
  }
}

/// The exit statuses of Crossread.
enum ExitStatus: Int32 {
  case matched = 1
  case badInput = 65
  case unavailable = 69
  case defect = 70
  case inputOutput = 74
}

extension IngestionError.Trouble {
  /// Whether the operating system failed, a program is missing, or the content is to blame.
  fileprivate var status: ExitStatus {
    switch self {
    case .unreadable, .brokenLink, .nameNotText, .eventFileExists: .inputOutput
    case .missingProgram: .unavailable
    default: .badInput
    }
  }
}
