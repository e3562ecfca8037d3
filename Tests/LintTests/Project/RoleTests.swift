import LintProject
import Testing

/// What a file is for, as its path and its first lines tell.
@Suite struct RoleTests {
  @Test(arguments: [
    ("# Source: https://github.com/triton-lang/kernels/blob/main/perf.py\nx = 1\n", true),
    ("# -----\n# GitHub source: https://github.com/microsoft/unilm/tree/master/wavlm\nx = 1\n", true),
    ("# Copied from https://github.com/facebookresearch/detr\n\nimport torch\n", true),
    ("# Adapted from https://github.com/facebookresearch/detr\nimport torch\n", false),
    ("# See https://github.com/pytorch/pytorch/issues/1\nimport torch\n", false),
    ("import torch\n# Source: https://github.com/triton-lang/kernels\n", false),
  ])
  func copiedFilesAreVendored(_ text: String, isCopied: Bool) {
    let role = RoleClassifier.role(of: "nets/perf.py", language: .python, text: Array(text.utf8), isInPackage: true)
    #expect((role == .vendored) == isCopied)
  }
}
