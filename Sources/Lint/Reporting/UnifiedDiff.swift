/// What changed between two texts, as `patch` reads it, with three lines around each change.
package enum UnifiedDiff {
  private static let context = 3

  private struct Line {
    var sign: Character
    var text: ArraySlice<UInt8>
  }

  /// Compares two texts line by line.
  ///
  /// - Parameters:
  ///   - path: Shown as `a/path` and `b/path`.
  ///   - before: The old text, in UTF-8.
  ///   - after: The new text, in UTF-8.
  package static func write(_ path: String, _ before: [UInt8], _ after: [UInt8]) -> [UInt8] {
    let script = script(lines(before), lines(after))
    var output = Array("--- a/\(path)\n+++ b/\(path)\n".utf8)
    var index = 0
    // Line numbers, from 1, of script[index] in either text.
    var old = 1
    var new = 1
    while let change = script[index...].firstIndex(where: { $0.sign != " " }) {
      let start = max(index, change - context)
      old += start - index
      new += start - index
      var end = change
      var quiet = 0
      while end < script.count, quiet <= 2 * context {
        quiet = script[end].sign == " " ? quiet + 1 : 0
        end += 1
      }
      end -= max(0, quiet - context)
      let hunk = script[start..<end]
      let removed = hunk.count { $0.sign != "+" }
      let added = hunk.count { $0.sign != "-" }
      // An empty side is named by the line before it.
      output += "@@ -\(removed == 0 ? old - 1 : old),\(removed) +\(added == 0 ? new - 1 : new),\(added) @@\n".utf8
      for line in hunk {
        output += String(line.sign).utf8
        output += line.text
        if line.text.last != UInt8(ascii: "\n") { output += "\n\\ No newline at end of file\n".utf8 }
      }
      old += removed
      new += added
      index = end
    }
    return output
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      result.append(bytes[start..<end])
      start = end
    }
    return result
  }

  private static func script(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
    let changes = new.difference(from: old)
    let removed = Set(changes.removals.map { if case .remove(let offset, _, _) = $0 { offset } else { -1 } })
    let inserted = Set(changes.insertions.map { if case .insert(let offset, _, _) = $0 { offset } else { -1 } })
    var script: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        script.append(Line(sign: "-", text: old[left]))
        left += 1
      } else if inserted.contains(right) {
        script.append(Line(sign: "+", text: new[right]))
        right += 1
      } else {
        script.append(Line(sign: " ", text: old[left]))
        left += 1
        right += 1
      }
    }
    return script
  }
}
