import LintModel
import LintProject
import PythonFrontend
import SwiftFrontend

/// The languages that this program reads.
let frontends: [any Frontend] = [PythonFrontend(), SwiftFrontend(), TextFrontend()]
