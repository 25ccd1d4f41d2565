import type { ExpressionProblem } from "@/policy/expression/problem";
import { Cursor } from "./cursor";
import * as expressions from "./parse-expression";
import * as statements from "./parse-statement";
import { parseType } from "./parse-type";
import { parseUnary } from "./parse-unary";
import { Problems } from "./problems";
import { defineProductions } from "./productions";
import type { ExpressionSyntax, TypeSyntax } from "./syntax";
import { tokenize } from "./tokenize";
import { treeHeight } from "./tree-height";

defineProductions({ ...expressions, ...statements, parseUnary });

export interface ParseOptions {
  /** Whether {{name}} may stand in the code for what is put in later; in strings it is text like any other. */
  readonly namedValues?: boolean;
}

export interface ParsedExpression {
  /** Complete even where there are problems: what could not be read is "missing" in it. null where nothing could be. */
  readonly syntax: ExpressionSyntax | null;
  readonly problems: ExpressionProblem[];
}

/** Higher trees than people write; those who walk them may call themselves. */
const maxHeight = 500;

/** Takes the whole of "@( ... )" or "@{ ... }", with space around it; offsets count from the start of the text. */
export function parseExpression(text: string, options: ParseOptions = {}): ParsedExpression {
  const problems = new Problems(text.length);
  const start = text.search(/\S/);
  const opener = text.slice(start, start + 2);
  if (opener !== "@(" && opener !== "@{") {
    problems.report("GH0004", "A policy expression starts with '@(' or '@{'.", Math.max(start, 0), text.length);
    return { syntax: null, problems: problems.sorted() };
  }
  const namedValues = options.namedValues ?? true;
  const cursor = new Cursor(tokenize(text, start + 1, text.length, problems, { namedValues }), problems);
  const syntax = opener === "@(" ? parseValue(cursor, start) : parseBody(cursor, start);
  if (cursor.token.kind !== "end") {
    cursor.report("CS1022", "Type or namespace definition, or end-of-file expected", cursor.token);
  }
  if (treeHeight(syntax) <= maxHeight) return { syntax, problems: problems.sorted() };
  problems.report("CS8078", "An expression is too long or complex to compile", syntax.start, syntax.end);
  return { syntax: null, problems: problems.sorted() };
}

function parseValue(cursor: Cursor, start: number): ExpressionSyntax {
  cursor.next();
  const expression = expressions.parseExpression(cursor);
  cursor.expect(")");
  return { kind: "expression-body", expression, start, end: cursor.lastEnd };
}

function parseBody(cursor: Cursor, start: number): ExpressionSyntax {
  const block = statements.parseBlock(cursor);
  return { kind: "statement-body", block, start, end: cursor.lastEnd };
}

/** A type as code writes it: "List<int>"; null where the text is none. */
export function parseTypeText(text: string): TypeSyntax | null {
  const problems = new Problems(text.length);
  const cursor = new Cursor(tokenize(text, 0, text.length, problems, { namedValues: false }), problems);
  const type = parseType(cursor);
  return problems.list.length === 0 && cursor.token.kind === "end" ? type : null;
}
