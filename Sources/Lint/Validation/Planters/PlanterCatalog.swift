import LintModel

/// All planters. A stable rule without one fails a test.
package enum PlanterCatalog {
  package static let all: [any Planter] = MessagePlanters.all + NamePlanter.all + arguments + comments + others

  private static let arguments: [any Planter] = [
    ArgumentPlanter(
      rule: "softmax-without-dim",
      callees: [
        "torch.nn.functional.softmax", "torch.nn.functional.log_softmax", "torch.nn.Softmax", "torch.nn.LogSoftmax",
      ], keyword: "dim"),
    ArgumentPlanter(rule: "unmapped-checkpoint", callees: ["torch.load"], keyword: "map_location"),
    ArgumentPlanter(rule: "unsafe-load", callees: ["torch.load"], keyword: "weights_only", value: "True"),
    ArgumentPlanter(rule: "changing-default", callees: ["torch.meshgrid"], keyword: "indexing"),
    ArgumentPlanter(
      rule: "changing-default",
      callees: ["torch.utils.checkpoint.checkpoint", "torch.utils.checkpoint.checkpoint_sequential"],
      keyword: "use_reentrant"),
    ArgumentPlanter(
      rule: "unseeded-split", callees: ["sklearn.model_selection.train_test_split"], keyword: "random_state"),
    ArgumentPlanter(rule: "unchecked-error-message", callees: ["pytest.raises"], keyword: "match"),
  ]

  private static let comments: [any Planter] = [
    CommentPlanter(rule: "ownerless-todo", kind: .task),
    CommentPlanter(rule: "unexplained-suppression", kind: .suppression),
    LinePlanter(
      rule: "reasonless-suppression", flaw: "suppress a rule without a reason", languages: [.python, .swift],
      companions: ["unused-suppression"], line: { _ in "# mllint: allow(error-without-value)" }),
    LinePlanter(
      rule: "unused-suppression", flaw: "suppress a nonexistent finding", languages: [.python, .swift],
      line: { _ in "# mllint: allow(missing-space) the table below is aligned" }),
    LinePlanter(
      rule: "unused-constant", flaw: "define a private constant that nothing uses",
      line: { "_\($0.uppercased()) = 4\n\n" }),
  ]

  private static let others: [any Planter] = [
    AddedParameterPlanter(), AssertPlanter(), BooleanPlanter(), CommandPlanter(), CommaPlanter(), DefaultDocPlanter(),
    DroppedDocPlanter(), EmptiedTestPlanter(), ErrorTypePlanter(),
    ExamplePlanter(rule: "broken-example-call", part: .keyword),
    ExamplePlanter(rule: "broken-example-import", part: .import), ExclusionaryPlanter(), ExitPlanter(),
    ForwardPlanter(), HelpPlanter(), KeyPlanter(), LinkPlanter(), NotebookPlanter(), OptionCasePlanter(), PathPlanter(),
    RemovedParameterPlanter(), SeedPlanter(), SpacePlanter(), StaleDocPlanter(), SyntaxPlanter(),
    UnreadParameterPlanter(),
    UnreadablePlanter(), UntestedPlanter(), UnusedOptionPlanter(), VariablePlanter(), WorkflowPlanter(),
  ]
}
