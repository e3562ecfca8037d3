import LintSerialization

extension ApiDiffReport {
  package func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.key("accepted")
      object.array(diff.accepted) { writer, item in
        Self.write(item.change, reason: item.reason, to: &writer)
      }
      object.key("changes")
      object.array(diff.changes) { Self.write($1, reason: nil, to: &$0) }
      object.key("new", diff.newName)
      object.key("old", diff.oldName)
      object.key("stale")
      object.array(diff.stale) { writer, entry in
        writer.object {
          $0.key("change", entry.change)
          $0.key("detail", entry.detail)
          $0.key("symbol", entry.symbol)
        }
      }
      object.key("summary")
      object.object { write(summaryTo: &$0) }
      object.key("version", 1)
    }
    return writer.finish()
  }

  private func write(summaryTo summary: inout JSONWriter) {
    let gone = diff.changes.filter(\.isRemoval)
    summary.key("alters", diff.count(.alters))
    summary.key("announcedRemovals", gone.count { $0.announcement != nil })
    summary.key("breaks", diff.count(.breaks))
    summary.key("deprecations", deprecations)
    summary.key("extends", diff.count(.extends))
    summary.key("names", [diff.oldSize.names, diff.newSize.names].map(String.init))
    summary.key("parameters", [diff.oldSize.parameters, diff.newSize.parameters].map(String.init))
    summary.key("suggestedStep", ["none", "patch", "minor", "major"][diff.bump.step.rawValue])
    summary.key("suggestedVersion", diff.bump.version)
    summary.key("syntaxErrors")
    summary.array(diff.problems) { writer, place in
      writer.object {
        $0.key("line", max(place.line, 1))
        $0.key("path", place.path)
      }
    }
    summary.key("unannouncedRemovals", gone.count { $0.announcement == nil })
  }

  private static func write(_ change: ApiChange, reason: String?, to writer: inout JSONWriter) {
    writer.object { object in
      write("after", change.after, change.newPlace, to: &object)
      if change.isRemoval { object.key("announced", change.announcement != nil) }
      write("before", change.before, change.oldPlace, to: &object)
      object.key("count", change.count)
      object.key("detail", change.detail)
      object.key("effect", change.effect.rawValue)
      if !change.folded.isEmpty { object.key("includes", change.folded) }
      object.key("kind", change.kind.rawValue)
      object.key("message", change.message)
      object.key("module", change.module)
      if let reason { object.key("reason", reason) }
      object.key("symbol", change.symbol)
    }
  }

  private static func write(_ key: String, _ text: String?, _ place: ApiPlace?, to writer: inout JSONWriter) {
    writer.key(key)
    guard text != nil || place != nil else { return writer.null() }
    writer.object { side in
      side.key("line", place.map { max($0.line, 1) })
      side.key("path", place.map(\.path))
      side.key("text", text)
    }
  }
}

extension ApiOutline.Size {
  /// All names that a caller can write.
  package var names: Int { functions + types + members + constants }
}
