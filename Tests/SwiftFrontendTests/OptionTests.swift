import Testing

@Suite struct OptionTests {
  @Test(arguments: [
    ("@Option var learningRate: Float", ["--learning-rate"]), ("@Option var numGPUs = 1", ["--num-gp-us"]),
    ("@Option var max_size = 1", ["--max_size"]), ("@Option(name: .shortAndLong) var epochs = 1", ["--epochs", "-e"]),
    ("@Option(name: [.short, .customLong(\"lr\")]) var rate = 0.1", ["--lr", "-r"]),
    ("@Option(name: .customLong(\"lr\", withSingleDash: true)) var rate = 0.1", ["-lr"]),
    ("@Option(name: [.customShort(\"q\")]) var rate = 0.1", ["-q"]),
    ("@Flag(inversion: .prefixedNo) var shuffle = true", ["--no-shuffle", "--shuffle"]),
    ("@Flag(inversion: .prefixedEnableDisable) var gpu = true", ["--disable-gpu", "--enable-gpu"]),
    ("@Argument var inputFiles: [String]", ["input-files"]),
    ("@Flag var mode: Mode\nenum Mode: EnumerableFlag { case fast, verySlow }", ["--very-slow", "--fast"]),
  ])
  func spellings(_ property: String, spellings: [String]) throws {
    let model = Marked("import ArgumentParser\nstruct Train: ParsableCommand {\n\(property)\n}").model()
    let option = try #require(model.declarations.first { $0.kind == .option }?.option)
    #expect(option.spellings.map(\.text) == spellings)
    #expect(option.brokenBoolean == nil)
  }

  @Test func helpDefaultAndPositions() throws {
    let source = Marked(
      """
      struct Train: ParsableArguments {
        @Option(name: .customLong("«lr»"), help: "«step» size") var rate: Float = 0.1
        @Flag var shuffle = «true»
        @Option(help: ArgumentHelp("seed", visibility: .hidden)) var seed = 1
        @Option(help: .private) var a = 1
        @Option(help: makeHelp()) var b = 1
        @Option var c = 1
        @OptionGroup var common: Common
      }
      """)
    let options = source.model().declarations.compactMap(\.option)
    #expect(options.map(\.help?.plain) == ["step size", nil, "seed", nil, nil, nil])
    #expect(options.map(\.isHidden) == [false, false, true, true, false, false])
    #expect(options.map(\.hasUnreadableHelp) == [false, false, false, false, true, false])
    #expect(options[0].spellings[0].range == source.ranges[0])
    #expect(options[0].help?.pieces[0].range.start == source.ranges[1].start)
    #expect(options[0].defaultValue == "0.1")
    #expect(options[1].brokenBoolean?.flaw == .cannotBeSwitched)
    #expect(options[1].brokenBoolean?.range == source.ranges[2])
  }

  @Test func otherPropertyWrappersAreNotOptions() {
    #expect(Marked("struct S { @Option var x = 1 }").model().declarations.map(\.kind) == [.type, .property])
  }
}
