import LintModel
import Testing

/// Raise sites: messages, conditions and guarded parameters.
@Suite struct RaiseSiteTests {
  /// A function of `x`, `mode` and `units` with this body, indented by four.
  private func site(_ body: String) -> RaiseSite? {
    let lines = body.split(separator: "\n").map { "    \($0)\n" }.joined()
    return lowered("def f(x, mode, units=None):\n\(lines)").raiseSites.first
  }

  @Test(arguments: [
    ("if units < 1: raise E('m')", "units", RaiseSite.Test.comparison),
    ("if mode == 'same': raise E('m')", "mode", .known),
    ("if not mode == 'same': raise E('m')", "mode", .comparison),
    ("if mode != 'same': raise E('m')", "mode", .comparison),
    ("assert mode == 'same', 'm'", "mode", .comparison),
    ("if units is None: raise E('m')", "units", .none),
    ("if mode not in MODES: raise E('m')", "mode", .membership),
    ("if not isinstance(units, int): raise E('m')", "units", .type),
    ("if units is not x: raise E('m')", "units", .known), ("if type(units) is not int: raise E('m')", "units", .type),
    ("if mode == Mode.same: raise E('m')", "mode", .known),
    ("if x is None or x.ndim != 2: raise E('m')", "x", .none),
    ("if not issubclass(mode, Base): raise E('m')", "mode", .comparison),
    ("if x.shape[0] != 3: raise E('m')", "x", .shape),
    ("if not mode: raise E('m')", "mode", .truth),
    ("if mode == 'a': pass\nelif mode == 'b': pass\nelse: raise E('m')", "mode", .comparison),
    ("match mode:\n    case 'a': pass\n    case _: raise E('m')", "mode", .comparison),
  ])
  func conditionsAndTheirParameters(body: String, parameter: String, test: RaiseSite.Test) {
    let tested = site(body)?.guardedParameters
    #expect(tested?.first?.name == parameter)
    #expect(tested?.first?.test == test)
  }

  @Test(arguments: [
    ("raise E(f'got {units}')", "got {}", ["units"]), ("raise E('got {}'.format(units))", "got {}{}", ["units"]),
    ("raise E('got %d' % units)", "got %d{}", ["units"]), ("raise E('a ' 'b')", "a b", []),
    ("raise E('got ' + str(units))", "got {}", ["units"]), ("m = f'got {units}'\nraise E(m)", "got {}", ["units"]),
    ("raise E('got', units)", "got{}", ["units"]),
    ("m = 'got '\nm += str(units)\nraise E(m)", "got {}", ["units"]),
  ])
  func messagesAreReadInEveryNotation(body: String, plain: String, values: [String]) {
    guard case .text(let text) = site(body)?.message else {
      Issue.record("expected a text, found \(String(describing: site(body)?.message))")
      return
    }
    #expect(text.plain == plain)
    #expect(text.values == values)
  }

  @Test func valuesBehindAFailedTestCannotBeShown() {
    let tested = site("if x is None or x.ndim != 2: raise E('m')")?.guardedParameters
    #expect(tested?.map(\.source) == ["x"])
  }

  @Test(arguments: ["raise E(message(units))", "raise E(TEXT)", "raise E(*parts)"])
  func computedMessagesAreUnreadable(body: String) {
    guard case .unreadable = site(body)?.message else {
      Issue.record("expected an unreadable message, found \(String(describing: site(body)?.message))")
      return
    }
  }

  @Test(arguments: [
    ("try:\n    raise ValueError('m')\nexcept ValueError:\n    pass", true),
    ("try:\n    raise ValueError('m')\nexcept KeyError:\n    pass", false),
    ("try:\n    pass\nexcept ValueError:\n    raise ValueError('m')", false),
  ])
  func locallyCaughtErrorsAreMarked(body: String, isCaught: Bool) {
    #expect(site(body)?.isCaughtHere == isCaught)
  }
}
