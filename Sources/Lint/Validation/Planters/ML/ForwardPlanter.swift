import LintModel
import LintSourceText

/// Calls `forward` of a module, which skips its hooks.
struct ForwardPlanter: Planter {
  let rule = "direct-forward-call"
  let flaw = "call forward instead of the module"
  private let modules: Set<Substring> = ["model", "net", "network", "encoder", "decoder", "backbone", "classifier"]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard file.model.imports.contains(where: { "\($0)".contains("torch") }) else { return [] }
    return file.model.invocations.compactMap { call in
      guard call.isDotted, !call.arguments.isEmpty, let name = Name.words(of: String(file.name(of: call))).last,
        modules.contains(name), file.text[call.callee].first?.isLowercase == true,
        file.text[call.callee].contains("."), file.text[call.callee].hasPrefix("self."), isInForward(call, in: file)
      else { return nil }
      let end = SourceRange(start: call.callee.end, end: call.callee.end)
      return Plant(file, [Fix.Edit(end, ".forward")], expected: call.range)
    }
  }

  private func isInForward(_ call: Invocation, in file: SourceFile) -> Bool {
    call.owner.map { file.model.declarations[$0].name.text == "forward" } ?? false
  }
}
