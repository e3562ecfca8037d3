import LintModel
import LintProject

/// Tells the lines of places, reading each file again: a run keeps no texts. A notebook's lines are of no use.
final class LineNumbers {
  private var texts: [String: [UInt8]] = [:]

  /// From 1; nil in a notebook, or in a file that is gone.
  func line(of location: Location) -> Int? {
    guard !location.path.hasSuffix(".ipynb") else { return nil }
    let bytes = texts[location.path] ?? (try? FileSystem.read(location.path)) ?? []
    texts[location.path] = bytes
    guard Int(location.range.start) <= bytes.count else { return nil }
    return bytes[..<Int(location.range.start)].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }

  func place(of location: Location) -> String {
    line(of: location).map { "\(location.path):\($0)" } ?? location.path
  }
}
