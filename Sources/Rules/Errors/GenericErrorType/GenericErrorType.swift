import LintModel
import LintRuleKit
import LintSourceText

/// An error is raised with a generic type, which callers cannot catch without catching every other error.
struct GenericErrorType: FileRule {
  struct Options: RuleOptions {
    /// Error types that do not say what went wrong.
    var types: [String]
  }

  let options: Options

  /// A type that a file raises for the same reason several times is one finding.
  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    var places: [(message: Message, sites: [(range: SourceRange, owner: Int?)])] = []
    for site in file.model.raiseSites where !site.isCaughtHere {
      guard let type = site.errorType, options.types.contains(type.text) else { continue }
      // An `NSError` that is forwarded or made from an error code of the system is not the project's choice.
      guard file.language != .swift || site.form == .throw else { continue }
      guard !file.enclosing(site.owner).contains(where: { $0.kind == .test }) else { continue }
      // No caller catches what cannot happen.
      if case .text(let text) = site.message, MessageWords(text.plain).isForAuthors { continue }
      let fitting = ErrorKind(site)
      let message = Message.generic(type.text, fitting, in: file.language)
      if let known = places.firstIndex(where: { $0.message.text == message.text }) {
        places[known].sites.append((type.range, site.owner))
      } else {
        places.append((message, [(type.range, site.owner)]))
      }
    }
    for (message, sites) in places {
      collector.add(
        sites.count > 1 ? "\(message.text) (\(sites.count) times in this file)" : message, at: sites[0].range, in: file,
        of: sites[0].owner,
        related: sites.dropFirst().map {
          Evidence("raised here, too", at: Location(path: file.reference.path, range: $0.range))
        }, count: sites.count > 1 ? sites.count : nil)
    }
  }
}

extension Message {
  fileprivate static func generic(_ type: String, _ kind: ErrorKind, in language: Language) -> Message {
    switch language {
    case .swift: "'\(type)' gives callers nothing specific to handle; throw a case of a custom error type"
    default: "callers that catch '\(type)' also catch every other error; raise \(kind.type), because \(kind.reason)"
    }
  }
}
