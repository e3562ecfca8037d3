import LintModel

/// Decorators and attributes that decide whether and how tests run.
enum TestMarks {
  /// Whether a test or its class has a skip mark, or a decorator that may do anything.
  static func isMarked(_ declaration: Declaration, in file: SourceFile) -> Bool {
    guard declaration.kind == .test || declaration.kind == .type else { return false }
    let header = file.text.bytes(from: declaration.range.start, to: declaration.name.range.start)
    let text = String(decoding: header, as: UTF8.self).lowercased()
    if ["skip", "xfail", "disabled", "expectedfail", "usefixtures", "todo", "knownissue"].contains(where: text.contains)
    {
      return true
    }
    guard file.language == .python, declaration.kind == .test else { return false }
    return declaration.attributes.contains { !isPlain($0.text) }
  }

  /// Whether a decorator only groups tests or repeats them.
  static func isPlain(_ decorator: String) -> Bool {
    let name = decorator.split(separator: ".").last ?? ""
    return decorator.contains("pytest.mark") || decorator.hasPrefix("mark.") || decorator.contains("parameterized")
      || name.hasPrefix("require") || name == "slow" || name.contains("parametrize") || name == "staticmethod"
      || name == "classmethod"
  }

  /// `pytestmark = pytest.mark.skip(...)`
  static func areSkipped(allOf file: SourceFile) -> Bool {
    file.model.bindings.contains { binding in
      guard binding.name.text == "pytestmark", let value = binding.value else { return false }
      return file.text[value].lowercased().contains("skip")
    }
  }
}
