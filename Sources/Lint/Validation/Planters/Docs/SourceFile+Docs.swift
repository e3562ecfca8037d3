import LintModel
import LintSourceText

extension SourceFile {
  /// The documented parameters of functions that others call, each with its entry and all entries beside it.
  var documentedParameters: [(parameter: Parameter, entry: Doc.Entry, entries: [Doc.Entry])] {
    publicCallables.flatMap { index, function in
      docs(of: index).filter { !$0.isInherited }.flatMap { doc in
        function.parameters.compactMap { parameter in
          doc.parameters.first { $0.name.text == parameter.name.text }.map { (parameter, $0, doc.parameters) }
        }
      }
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
