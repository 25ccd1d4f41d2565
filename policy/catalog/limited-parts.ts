import type { AttributeDefinition, ChildDefinition, ElementGrammar } from "./define";

type Attributes = Readonly<Record<string, AttributeDefinition>>;

const named = (attributes: Attributes): ElementGrammar => ({
  attributes,
  constraints: [{ kind: "at-least-one", attributes: ["id", "name"] }],
});

/** The limit of an operation, named by one of the two. */
export const limitedOperation = (attributes: Attributes): ChildDefinition => ({
  name: "operation",
  min: 0,
  max: "unbounded",
  grammar: named(attributes),
});

/** The limit of an API, and of operations inside it. */
export const limitedApi = (attributes: Attributes): ChildDefinition => ({
  name: "api",
  min: 0,
  max: "unbounded",
  grammar: { ...named(attributes), children: { order: "sequence", elements: [limitedOperation(attributes)] } },
});
