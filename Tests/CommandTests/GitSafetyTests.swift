import Foundation
import Testing

/// No configuration of a repository makes mllint run a program other than git.
@Suite struct GitSafetyTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    var name: String
    /// Shell commands that plant the program in the repository.
    var setup: String
    /// A command that does run the program; nil if that needs a terminal or a server.
    var control: String?

    var testDescription: String { name }
  }

  /// A promisor remote, and a missing object.
  private static let promisor = """
    blob=$(git rev-parse HEAD:nets/layers.py)
    rm -f .git/objects/$(echo $blob | cut -c 1-2)/$(echo $blob | cut -c 3-)
    git config core.repositoryformatversion 1
    git config extensions.partialClone evil
    git config remote.evil.promisor true
    git config remote.evil.url "$PWD"
    """

  static let vectors = [
    Vector(
      name: "promisor uploadpack", setup: promisor + "\ngit config remote.evil.uploadpack \"$EVIL\"",
      control: "git -c protocol.allow=always cat-file -p v1:nets/layers.py"),
    Vector(
      name: "promisor uploadpack, protocols allowed",
      setup: promisor
        + "\ngit config remote.evil.uploadpack \"$EVIL\"; git config protocol.allow always; "
        + "git config protocol.file.allow always",
      control: "git cat-file -p v1:nets/layers.py"),
    Vector(
      name: "promisor over ext::",
      setup: promisor + "\ngit config remote.evil.url \"ext::$EVIL %S\"; git config protocol.ext.allow always",
      control: "git cat-file -p v1:nets/layers.py"),
    Vector(
      name: "promisor over a helper",
      setup: promisor + """

        git config remote.evil.url ssh://nowhere.invalid/x; git config core.sshCommand "$EVIL"
        git config protocol.ssh.allow always
        """,
      control: "git cat-file -p v1:nets/layers.py"),
    Vector(
      name: "promisor over a proxy",
      setup: promisor + """

        git config remote.evil.url git://nowhere.invalid/x; git config core.gitProxy "$EVIL"
        git config protocol.git.allow always
        """,
      control: "git cat-file -p v1:nets/layers.py"),
    Vector(name: "core.fsmonitor", setup: "git config core.fsmonitor \"$EVIL\"", control: "git status"),
    Vector(
      name: "core.fsmonitor of a submodule",
      setup: """
        git clone -q . inner; git -C inner config core.fsmonitor "$EVIL"
        git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),inner
        git commit -q -m third
        """,
      control: "git status"),
    Vector(
      name: "core.hooksPath",
      setup: """
        mkdir hooks
        for hook in pre-commit post-index-change reference-transaction post-checkout; do cp "$EVIL" hooks/$hook; done
        git config core.hooksPath hooks
        """,
      control: "git update-ref refs/heads/x HEAD"),
    Vector(
      name: "hooks",
      setup: """
        mkdir -p .git/hooks
        for hook in pre-commit post-index-change reference-transaction post-checkout; do cp "$EVIL" .git/hooks/$hook; done
        """,
      control: "git update-ref refs/heads/x HEAD"),
    Vector(name: "diff.external", setup: "git config diff.external \"$EVIL\"", control: "git diff v1~1 v1"),
    Vector(name: "diff driver", setup: "git config diff.evil.command \"$EVIL\"", control: "git diff v1~1 v1"),
    Vector(name: "textconv", setup: "git config diff.evil.textconv \"$EVIL\"", control: "git diff v1~1 v1"),
    Vector(name: "filter.clean", setup: "git config filter.evil.clean \"$EVIL\"", control: "git diff"),
    Vector(
      name: "filter.smudge", setup: "git config filter.evil.smudge \"$EVIL\"",
      control: "git cat-file --filters v1:nets/layers.py"),
    Vector(name: "filter.process", setup: "git config filter.evil.process \"$EVIL\"", control: "git diff"),
    Vector(
      name: "gpg.program",
      setup: """
        { git cat-file commit HEAD | sed '/^$/,$d'
          printf 'gpgsig -----BEGIN PGP SIGNATURE-----\\n \\n x\\n -----END PGP SIGNATURE-----\\n\\nsigned\\n'; } > commit
        git update-ref refs/heads/main $(git hash-object -t commit -w commit)
        rm commit
        git config log.showSignature true; git config gpg.program "$EVIL"
        """,
      control: "git log -1"),
    Vector(
      name: "core.pager",
      setup:
        "git config core.pager \"$EVIL\"; for c in log ls-tree cat-file rev-parse; do git config pager.$c \"$EVIL\"; done",
      control: nil),
    Vector(
      name: "alias",
      setup: "for c in x rev-parse ls-tree cat-file rev-list; do git config alias.$c \"!$EVIL\"; done", control: "git x"
    ),
    Vector(
      name: "credential.helper",
      setup: promisor + "\ngit config remote.evil.url http://127.0.0.1:9/x; git config credential.helper \"!$EVIL\"",
      control: #"printf 'protocol=http\nhost=x\n\n' | git credential fill"#),
    Vector(
      name: "core.askPass",
      setup: promisor + "\ngit config remote.evil.url http://a@127.0.0.1:9/x; git config core.askPass \"$EVIL\"",
      control: nil),
    Vector(
      name: "include.path",
      setup:
        "printf '[core]\\n\\tfsmonitor = \"%s\"\\n' \"$EVIL\" > evil.config; git config include.path ../evil.config",
      control: "git status"),
    Vector(
      name: "core.alternateRefsCommand",
      setup: promisor + """

        echo "$PWD/.git/objects" > .git/objects/info/alternates
        git config core.alternateRefsCommand "$EVIL"
        """,
      control: nil),
  ]

  @Test(arguments: vectors)
  func noProgramRuns(_ vector: Vector) throws {
    let repository = try HostileRepository(vector.setup)
    _ = try repository.takeMarker()
    for arguments in [
      ["api", "diff", "HEAD"], ["api", "diff", "v1~1", "v1"], ["api", "diff", "no-such-revision"],
      ["api", "accept", "nets.layers.predict", "--since", "v1~1", "--reason", "new"], ["check", "."],
      ["check", "--coverage", "cov.json", "."], ["vocabulary", "."], ["api", "."],
    ] {
      // A file newer than the report makes mllint ask git; an index as new as the file makes git compare contents.
      _ = try repository.command.shell("touch nets/layers.py .git/index")
      let result = try repository.command.run(arguments)
      #expect(try !repository.takeMarker(), "\(vector.name) ran with 'mllint \(arguments.joined(separator: " "))'")
      #expect((0...2).contains(result.code))
    }
    guard let control = vector.control else { return }
    _ = try repository.command.shell("touch nets/layers.py .git/index")
    try repository.shell(control)
    #expect(
      try repository.takeMarker(), "\(vector.name) does not run with '\(control)' either, so this test proves nothing")
  }

  @Test(arguments: ["--upload-pack=evil", "--output=planted", "-h", "--all", "--batch", "--exec=evil"])
  func revisionsThatLookLikeOptionsAreRejected(_ name: String) throws {
    let repository = try HostileRepository("")
    let result = try repository.command.run("api", "diff", "--", name)
    #expect(result.code == 2)
    #expect(
      result.errors
        == "mllint: error: '\(name)' is not a revision: it starts with '-'; expected a tag, a branch or a commit\n")
    #expect(!repository.command.exists("planted"))
  }

  @Test func externalWorkTreeIsRejected() throws {
    let elsewhere = try Command(["nets/layers.py": "def secret(): ...\n"])
    let repository = try HostileRepository("git config core.worktree '\(elsewhere.path)'")
    let result = try repository.command.run("api", "diff", "HEAD")
    #expect(result.code == 2)
    #expect(result.errors.contains("is '\(elsewhere.path)'; run mllint there"))
  }

  /// A folder laid out like a bare repository must not bring its own configuration.
  @Test func embeddedBareRepositoryIsRejected() throws {
    let repository = try HostileRepository(
      """
      git clone -q --bare . sub
      git -C sub config core.bare false; git -C sub config core.worktree "$PWD/sub"
      git -C sub config core.fsmonitor "$EVIL"
      """)
    let result = try repository.command.shell("cd sub && \"$MLLINT\" api diff HEAD~0")
    #expect(result.code == 2)
    #expect(result.errors.contains("git cannot read the repository at"))
    #expect(try !repository.takeMarker())
  }

  @Test func missingObjectIsNotFetched() throws {
    let repository = try HostileRepository(Self.promisor)
    let result = try repository.command.run("api", "diff", "v1")
    #expect(result.code == 2)
    #expect(result.errors.contains("of 'v1' is not in this clone, and mllint never fetches; fetch it with "))
  }
}
