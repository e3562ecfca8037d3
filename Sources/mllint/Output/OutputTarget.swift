import ArgumentParser
import LintModel
import LintReporting

/// A format, and the file to write; nil means standard output.
struct OutputTarget: ExpressibleByArgument {
  var format: ReportFormat
  var file: String?

  init(_ format: ReportFormat) { self.format = format }

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    guard let name = parts.first, let format = ReportFormat(rawValue: name) else { return nil }
    self.format = format
    if parts.count > 1 { file = parts[1] }
  }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      Output.isTerminal && (Output.environment("NO_COLOR") ?? "").isEmpty && Output.environment("TERM") != "dumb"
    }
  }
}

extension Severity: ExpressibleByArgument {}
