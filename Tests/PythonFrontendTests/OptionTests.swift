import Testing

/// All ways to declare an option yield the same model.
@Suite struct OptionTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var source: String
    /// Spellings, and the help text or nil.
    var options: [(spellings: [String], help: String?)]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "argparse",
      source: "group.add_argument('-l', '--lr', type=float, help='step ' 'size')",
      options: [(["--lr", "-l"], "step size")]),
    Case(
      testDescription: "argparse, positional", source: "parser.add_argument('data')", options: [(["data"], nil)]),
    Case(
      testDescription: "a browser's options", source: "options.add_argument('--headless')", options: []),
    Case(
      testDescription: "click",
      source: """
        @click.command()
        @click.option("--lr", "-l", default=0.1, help="step size")
        @click.option("--steps")
        def train(lr, steps): ...
        """,
      options: [(["--lr", "-l"], "step size"), (["--steps"], nil)]),
    Case(
      testDescription: "typer",
      source: """
        import typer

        def train(lr: float = typer.Option(0.1, help="step size"), n: Annotated[int, typer.Option("--steps")] = 3): ...
        """,
      options: [(["--lr"], "step size"), (["--steps"], nil)]),
    Case(
      testDescription: "absl", source: "flags.DEFINE_float('lr', 0.1, 'step size')", options: [(["--lr"], "step size")]),
    Case(
      testDescription: "absl, an enumeration", source: "flags.DEFINE_enum('mode', 'a', ['a', 'b'], '')",
      options: [(["--mode"], "")]),
    Case(
      testDescription: "HfArgumentParser",
      source: """
        @dataclass
        class Arguments:
            lr: float = field(default=0.1, metadata={"help": "step size"})
            steps: int = 3
        """,
      options: [(["lr"], "step size"), (["steps"], nil)]),
    Case(
      testDescription: "tyro",
      source: """
        @dataclass
        class Args:
            lr: float = 0.1
            "step size"
            steps: int = 3
        args = tyro.cli(Args)
        """,
      options: [(["lr"], "step size"), (["steps"], nil)]),
    Case(
      testDescription: "a dataclass that is no configuration",
      source: "@dataclass\nclass Point:\n    x: float = 0.1", options: []),
  ]

  @Test(arguments: cases)
  func optionsOfEveryStyle(_ item: Case) {
    let options = lowered(item.source).declarations.compactMap(\.option)
    #expect(options.map { $0.spellings.map(\.text) } == item.options.map(\.spellings))
    #expect(options.map { $0.help?.plain } == item.options.map(\.help))
  }

  @Test(arguments: [
    ("help=argparse.SUPPRESS", true, false), ("help=TEXTS['lr']", false, true), ("**shared", false, true),
    ("action='version'", true, false), ("help=None", false, false),
  ])
  func hiddenAndUnreadableHelp(arguments: String, isHidden: Bool, isUnreadable: Bool) {
    let option = lowered("parser.add_argument('--lr', \(arguments))").declarations.compactMap(\.option).first
    #expect(option?.isHidden == isHidden)
    #expect(option?.hasUnreadableHelp == isUnreadable)
  }
}
