import LintProject
import Testing

/// Reading revisions of a repository.
@Suite struct GitRevisionTests {
  private func repository() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write("nets/dense.py", "first = 1\n")
    try folder.write("nets/notes.txt", "x\n")
    try folder.write("tool.py", "x = 1\n")
    let commit = "git -c user.name=a -c user.email=a@b.c commit -q"
    try folder.run([
      "sh", "-c",
      "git init -q -b main . && git add . && \(commit) -m first && git tag v1.0"
        + " && echo 'second = 2' > nets/dense.py && \(commit) -a -m second && echo 'third = 3' > nets/dense.py",
    ])
    return folder
  }

  @Test(arguments: [
    ("v1.0", "first = 1\n"), ("HEAD~1", "first = 1\n"), ("main", "second = 2\n"), ("HEAD", "second = 2\n"),
  ])
  func contentsAreThoseOfTheCommit(name: String, text: String) throws {
    let folder = try repository()
    let revision = try GitRevision(name, around: folder.path + "/nets")
    let (project, contents) = try revision.project(below: revision.root, fileExtensions: ["py"])
    #expect(project.files.map(\.path) == ["nets/dense.py", "tool.py"])
    #expect(contents["\(revision.root)/nets/dense.py"] == Array(text.utf8))
  }

  @Test func onlyFilesBelowTheFolderAreReported() throws {
    let folder = try repository()
    let revision = try GitRevision("HEAD", around: folder.path)
    let project = try revision.project(below: revision.root + "/nets", fileExtensions: ["py"]).project
    #expect(project.files.filter(\.isReported).map(\.path) == ["nets/dense.py"])
  }

  @Test func anUnknownRevisionSuggestsTheNearest() throws {
    let folder = try repository()
    let error = #expect(throws: GitError.self) { try GitRevision("v1.1", around: folder.path) }
    #expect(error?.description.contains("'v1.0'") == true)
  }

  @Test func aNameThatLooksLikeAnOptionIsRejected() throws {
    let folder = try repository()
    let error = #expect(throws: GitError.self) { try GitRevision("--all", around: folder.path) }
    #expect(error?.description.contains("'--all'") == true)
  }

  @Test func aFolderOutsideAnyRepositoryIsRejected() throws {
    let folder = try ScratchFolder()
    let error = #expect(throws: GitError.self) { try GitRevision("HEAD", around: folder.path) }
    #expect(error?.description.contains("is not in a git repository") == true)
  }
}
