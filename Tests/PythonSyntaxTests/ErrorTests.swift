import PythonSyntax
import Testing

@Suite("Error messages")
struct ErrorTests {
  /// One case per error: the source, with `~` for line ends, and the first error.
  static let cases: [(String, String)] = [
    (#"0777"#, #"1:1: leading zeros are not allowed in decimal integers; octal integers begin with 0o"#),
    (#"1_"#, #"1:2: expected a digit after '_' in a number, found end of file"#),
    (#"0x"#, #"1:1: expected a hexadecimal digit, found end of file"#),
    (#"0b12"#, #"1:4: invalid digit '2' in binary number"#),
    (#"0o8"#, #"1:3: invalid digit '8' in octal number"#),
    (#"1e"#, #"1:2: expected the end of a decimal number, found 'e'"#),
    (#"1j1"#, #"1:3: expected an operator or the end of the statement, found number 1"#),
    (#""\N{DASH}""#, #"1:2: expected the name of a Unicode character in '\N{...}', found 'DASH'"#),
    (#""\u12""#, #"1:2: expected 4 hexadecimal digits after '\u'"#),
    (#""\U00110000""#, #"1:2: expected at most 10FFFF after '\U', found more"#),
    (#"'a' b'a'"#, #"1:1: expected adjacent literals of the same type, found bytes and text"#),
    (#"f(**x, *y)"#, #"1:8: expected a keyword argument after '**', found a starred argument"#),
    (#"f(x=1, y)"#, #"1:8: expected a keyword argument after a keyword argument, found a positional argument"#),
    (#"f(x for x in y, 1)"#, #"1:3: expected parentheses around a generator that is not the only argument"#),
    (#"f(a.b=1)"#, #"1:3: expected a name before '=' in the arguments, found an attribute"#),
    (#"f(a=b:=1)"#, #"1:6: expected ')' or ',' in the arguments, found ':='"#),
    (#"def f(a=1, b): pass"#, #"1:12: expected a default, because an earlier parameter has one"#),
    (#"def f(*): pass"#, #"1:8: expected a named parameter after a bare '*', found ')'"#),
    (#"def f(a, /, b, /): pass"#, #"1:16: expected only one '/', found '/'"#),
    (#"def f(/, a): pass"#, #"1:7: expected a parameter before '/', found '/'"#),
    (#"def f(*a, *b): pass"#, #"1:11: expected only one '*', found '*'"#),
    (#"def f(**k, a): pass"#, #"1:12: expected nothing after the '**' parameter, found name 'a'"#),
    (#"def f(*a=1): pass"#, #"1:9: expected no default for a variadic parameter, found '='"#),
    (#"def f(*, /): pass"#, #"1:10: expected '/' before '*', found '/'"#),
    (#"def f((a, b)): pass"#, #"1:7: expected a parameter name, found '('"#),
    (#"def f(a:*b): pass"#, #"1:9: expected an expression, found '*'"#),
    (#"x = yield = 1"#, #"1:5: expected a name, attribute or subscript to assign to, found a yield expression"#),
    (#"del f()"#, #"1:5: expected a name, attribute or subscript to delete, found a call"#),
    (#"a, b += 1"#, #"1:1: expected a name, attribute or subscript to assign to with an operator, found a tuple"#),
    (#"(a, b): int"#, #"1:1: expected a name, attribute or subscript to annotate, found a tuple"#),
    (#"(*a) = 1"#, #"1:1: expected a tuple or call around a starred expression, found only parentheses"#),
    (#"print a"#, #"1:7: expected parentheses around the arguments of 'print', found name 'a'"#),
    (#"exec "a""#, #"1:6: expected parentheses around the arguments of 'exec', found a string"#),
    (#"for x in y if z: pass"#, #"1:16: expected 'else' and a value after the condition, found ':'"#),
    (#"[x for x in y, z]"#, #"1:14: expected ']' after the comprehension, found ','"#),
    (#"[*x for x in y]"#, #"1:2: expected an element without '*' in a comprehension, found a starred expression"#),
    (
      #"{**x for x in y}"#,
      #"1:6: expected '}' or ',', because '**' cannot be used in a comprehension, found keyword 'for'"#
    ),
    (#"{x: *y}"#, #"1:5: expected a dictionary value, found '*'"#),
    (#"{*x: y}"#, #"1:2: expected a dictionary key before ':', found a starred expression"#),
    (#"{x: y, z}"#, #"1:9: expected ':' after the dictionary key, found '}'"#),
    (#"{x, y: z}"#, #"1:6: expected '}' or ',' in the set, found ':'"#),
    (#"{x: y := 1}"#, #"1:7: expected '}' or ',' in the dictionary, found ':='"#),
    (#"x[a:=1:2]"#, #"1:7: expected ']', because ':=' in a slice needs parentheses, found ':'"#),
    (#"x[*a:b]"#, #"1:5: expected ']' or ',' after the index, found ':'"#),
    (#"(x.y := 1)"#, #"1:2: expected a name before ':=', found an attribute"#),
    (#"(x := y := 1)"#, #"1:9: expected ')' or ',', found ':='"#),
    (#"a not b"#, #"1:7: expected 'in' after 'not', found name 'b'"#),
    (#"x = $"#, #"1:5: unexpected character '$'"#),
    (#"x = ?"#, #"1:5: unexpected character '?'"#),
    (#"x = `a`"#, #"1:5: unexpected character '`'"#),
    (#"; a"#, #"1:1: expected a statement, found ';'"#),
    (#"if a = 1: pass"#, #"1:6: expected ':' after the condition of 'if', found '='; did you mean '==' or ':='?"#),
    (#"if a:"#, #"1:6: expected an indented block after the condition of 'if', found end of file"#),
    (#"  a"#, #"1:1: unexpected indentation"#),
    (#"if a:~  b~ c"#, #"3:2: expected the indentation of an enclosing block, found indentation that matches none"#),
    (#"try: a"#, #"1:7: expected 'except' or 'finally' after the block of 'try', found end of file"#),
    (#"try: a~except*: b"#, #"2:8: expected an exception type after 'except*', found ':'"#),
    (#"try: a~except* A: b~except B: c"#, #"3:1: expected only 'except' or only 'except*' in one 'try', found both"#),
    (#"try: a~except A as b.c: d"#, #"2:14: expected ':' after 'except', found '.'"#),
    (
      #"try: a~except A, B as c: d"#,
      #"2:13: expected ':', because several exception types with a name need parentheses, found keyword 'as'"#
    ),
    (#"async x"#, #"1:7: expected 'def', 'for' or 'with' after 'async', found name 'x'"#),
    (#"match x:~  case 1+2: pass"#, #"2:10: expected an imaginary number, found number 2"#),
    (
      #"match x:~  case 2j+1: pass"#,
      #"2:10: expected ':', because a complex number begins with its real part, found '+'"#
    ),
    (#"match x:~  case +1: pass"#, #"2:8: expected a pattern, found '+'"#),
    (
      #"match x:~  case a(b=c, d): pass"#,
      #"2:15: expected a keyword pattern after a keyword pattern, found a positional one"#
    ),
    (
      #"match x:~  case a(b.c=d): pass"#,
      #"2:13: expected ')' or ',', because only a name can precede '=', found '='"#
    ),
    (#"match x:~  case *a: pass"#, #"2:10: expected ',' after a star pattern, found ':'"#),
    (#"match x:~  case (*a): pass"#, #"2:11: expected ')' or ',' in the pattern, found ')'"#),
    (#"match x:~  case {**b, 1: a}: pass"#, #"2:14: expected '}' after the rest of the mapping, found number 1"#),
    (#"match x:~  case {**_}: pass"#, #"2:11: expected a name other than '_' after '**', found name '_'"#),
    (#"match x:~  case {a: b}: pass"#, #"2:10: expected '.', because a key is a literal or a dotted name, found ':'"#),
    (#"match x:~  case {(1): c}: pass"#, #"2:9: expected a literal or dotted name as key, found '('"#),
    (#"match x:~  case a as _: pass"#, #"2:13: expected a name other than '_' after 'as', found name '_'"#),
    (#"match x:~  case a as b.c: pass"#, #"2:13: expected only a name after 'as' in a pattern, found '.'"#),
    (#"match x:~  case a as b as c: pass"#, #"2:15: expected ':' after the pattern of 'case', found keyword 'as'"#),
    (#"match x:~  pass"#, #"2:3: expected 'case', found keyword 'pass'"#),
    (#"match x:~pass"#, #"2:1: expected an indented block of cases after 'match', found keyword 'pass'"#),
    (#"match x: case 1: pass"#, #"1:10: expected the end of the line after 'match ...:', found name 'case'"#),
    (#"match {x}"#, #"1:10: expected ':' after the subject of 'match', found end of file"#),
    (#"type X[*Ts: int] = int"#, #"1:11: expected no bound for a variadic type parameter, found ':'"#),
    (#"type X[] = int"#, #"1:8: expected a type parameter, found ']'"#),
    (#"type X"#, #"1:7: expected '=' in the type alias, found end of file"#),
    (#"class A"#, #"1:8: expected ':' after the class header, found end of file"#),
    (#"class 1: pass"#, #"1:7: expected the name of the class, found number 1"#),
    (#"def f: pass"#, #"1:6: expected '(' after the name of the function, found ':'"#),
    (#"def f()"#, #"1:8: expected ':' after the function header, found end of file"#),
    (#"@a"#, #"1:3: expected a function or class after decorators, found end of file"#),
    (#"import (a)"#, #"1:8: expected the name of a module, found '('"#),
    (#"from a import ()"#, #"1:16: expected a name to import, found ')'"#),
    (
      #"from a import b,"#,
      #"1:17: expected a name after ',', because only parentheses allow a trailing comma, found end of file"#
    ),
    (#"global a,"#, #"1:10: expected a name, found end of file"#),
    (#"f'{'"#, #"1:4: expected a quote to end the string, found end of file"#),
    (#"f'}'"#, #"1:3: expected '}}' for a brace in an f-string, found a single '}'"#),
    (#"f'{}'"#, #"1:4: expected an expression in the replacement field, found '}'"#),
    (#"f'{a!x}'"#, #"1:6: expected 's', 'r' or 'a' right after '!', found name 'x'"#),
    (#"f'{a!r x}'"#, #"1:8: expected '}', '!' or ':' in the replacement field, found name 'x'"#),
    (#"f'{a:{b:{c:{d}}}}'"#, #"1:12: expected at most 2 nested format specifications, found more"#),
    (#"f'{lambda x: 1}'"#, #"1:4: expected parentheses around a lambda in an f-string, found keyword 'lambda'"#),
    (#"'''a"#, #"1:1: expected three quotes to end the string, found end of file"#),
    (#"a = [1"#, #"1:7: expected ']' or ',' in the list, found end of file, but '[' on line 1 is not closed"#),
    (#"a = )"#, #"1:5: unmatched ')'"#),
    (#"x = ...."#, #"1:9: expected a name after '.', found end of file"#),
    (#"x = f(a=b for b in c)"#, #"1:11: expected ')' or ',' after the keyword argument, found keyword 'for'"#),
    (#"x = [a for a]"#, #"1:13: expected 'in' after the target of the comprehension, found ']'"#),
    (#"x = [a async b]"#, #"1:14: expected 'for' after 'async', found name 'b'"#),
    (#"x = lambda a := b: c"#, #"1:14: expected ':' after the parameters of the lambda, found ':='"#),
    (#"def f(a.b): pass"#, #"1:8: expected ')' or ',' in the parameters, found '.'"#),
    (
      #"def f():~  # comment"#,
      #"2:12: expected an indented block after the function header, found end of file"#
    ),
  ]

  @Test("give the position, what was expected and what was found", arguments: cases)
  func message(_ source: String, _ expected: String) {
    let text = source.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "\n")
    #expect(errors(in: text).first == expected)
  }

  @Test("are lower case without a full stop", arguments: cases)
  func style(_ source: String, _ message: String) {
    #expect(!message.hasSuffix("."))
    #expect(message.drop { $0 != " " }.dropFirst().first?.isLowercase == true)
  }
}
