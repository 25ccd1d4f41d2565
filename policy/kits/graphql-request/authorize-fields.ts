import type {
  ASTVisitor,
  DocumentNode,
  FieldNode,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import { type GraphqlError, RequestError } from "./graphql-errors";

type Library = typeof import("graphql");

export interface FieldRule {
  /** "/Type/field", "/field" of an operation itself, or "/__*"; a * stands for anything within a name. */
  readonly path: string;
  action(): string;
}

export interface AuthorizedDocument {
  /** null: nothing is left to ask for. */
  readonly document: DocumentNode;
  readonly isEmpty: boolean;
  /** One for each field that was removed. */
  readonly removed: readonly GraphqlError[];
}

/** Asks the rules about every field, in their order; the first that is not for "ignore" decides. Throws for one that is rejected. */
export function authorizeFields(
  document: DocumentNode,
  schema: GraphQLSchema,
  rules: readonly FieldRule[],
  library: Library,
): AuthorizedDocument {
  const { TypeInfo, visit, visitWithTypeInfo } = library;
  const matchers = rules.map(({ path, action }) => ({ matches: matcher(path), action }));
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const decide = (parent: GraphQLNamedType, field: string): string => {
    const found = matchers.find(({ matches, action }) => {
      return matches(parent.name, field, roots.has(parent as never)) && action() !== "ignore";
    });
    return found?.action() ?? "allow";
  };
  const info = new TypeInfo(schema);
  const removed: GraphqlError[] = [];
  const visitor: ASTVisitor = {
    Field: {
      enter(node) {
        const parent = info.getParentType();
        if (!parent || node.name.value === "__typename") return undefined;
        const actions = typesBehind(parent, schema, library).map((type) => decide(type, node.name.value));
        if (actions.includes("reject")) throw new RequestError(forbidden(node, parent.name, "is not allowed"));
        if (!actions.includes("remove")) return undefined;
        removed.push(forbidden(node, parent.name, "is not allowed and was removed from the request"));
        return null;
      },
      // What asked only for fields that are gone is gone, too.
      leave: (node) => (node.selectionSet?.selections.length === 0 ? null : undefined),
    },
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  };
  const changed = visit(document, visitWithTypeInfo(info, visitor));
  if (removed.length === 0) return { document, isEmpty: false, removed };
  const tidy = withoutUnused(changed, library);
  const operations = tidy.definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === "OperationDefinition",
  );
  return { document: tidy, isEmpty: operations.length === 0, removed };
}

/** A field of an interface or a union is a field of all that it may turn out to be. */
function typesBehind(parent: GraphQLNamedType, schema: GraphQLSchema, { isAbstractType }: Library): GraphQLNamedType[] {
  return isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
}

function forbidden({ name, alias, loc }: FieldNode, type: string, what: string): GraphqlError {
  const location = loc === undefined ? [] : [{ line: loc.startToken.line, column: loc.startToken.column }];
  const field = name.value;
  return { message: `The field '${type}.${field}' ${what}.`, locations: location, path: [alias?.value ?? field] };
}

/** Whether a rule is about a field; `isRoot`: of an operation itself. */
function matcher(path: string): (type: string, field: string, isRoot: boolean) => boolean {
  const segments = path.split("/").filter((segment) => segment !== "");
  const [first = "", second] = segments.map(glob);
  if (first === "" || segments.length > 2) return () => false;
  if (second === undefined) return (_, field, isRoot) => isRoot && first(field);
  return (type, field) => first(type) && second(field);
}

/** Linear: pieces are found one after the other. */
function glob(pattern: string): (text: string) => boolean {
  const pieces = pattern.split("*");
  if (pieces.length === 1) return (text) => text === pattern;
  const [start = "", ...rest] = pieces;
  const end = rest.pop() ?? "";
  return (text) => {
    if (!text.startsWith(start) || text.length < start.length + end.length || !text.endsWith(end)) return false;
    let at = start.length;
    for (const piece of rest) {
      const found = text.indexOf(piece, at);
      if (found < 0 || found + piece.length > text.length - end.length) return false;
      at = found + piece.length;
    }
    return true;
  };
}

/** Fragments that are empty or asked for by nobody, operations without a field, and variables without a use. */
function withoutUnused(given: DocumentNode, { visit }: Library): DocumentNode {
  let document = given;
  for (;;) {
    const gone = new Set<string>();
    const spread = new Set<string>();
    for (const each of document.definitions) {
      if (each.kind === "FragmentDefinition" && each.selectionSet.selections.length === 0) gone.add(each.name.value);
    }
    visit(document, { FragmentSpread: ({ name }) => void spread.add(name.value) });
    const next: DocumentNode = visit(document, {
      FragmentSpread: ({ name }) => (gone.has(name.value) ? null : undefined),
      Field: { leave: (node) => (node.selectionSet?.selections.length === 0 ? null : undefined) },
      InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
      FragmentDefinition: ({ name }) => (gone.has(name.value) || !spread.has(name.value) ? null : undefined),
      OperationDefinition: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
    });
    if (next === document) break;
    document = next;
  }
  const used = new Set<string>();
  visit(document, { VariableDefinition: () => false, Variable: ({ name }) => void used.add(name.value) });
  return visit(document, { VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null) });
}
