import type { Expression, Statement } from "@/policy/expression/syntax/syntax";
import { explicitConversion } from "@/policy/expression/types/conversions";
import { qualifiedDisplay } from "@/policy/expression/types/display";
import type { Type } from "@/policy/expression/types/type";
import { elementTypeOf } from "@/policy/expression/types/type-relations";
import { isVar } from "./arguments";
import type { Binder } from "./binder";
import type { BoundExpression, BoundStatement } from "./bound";
import { applied, localNode, rvalue } from "./convert";
import { bindDeclaration } from "./declaration";
import { reportNoStatement } from "./lambda";
import { bindCondition } from "./logic";
import { isStatementExpression } from "./statement-expression";
import type { Span } from "./value";

type Of<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;

function bindBody(binder: Binder, syntax: Statement): BoundStatement {
  const { frame } = binder;
  frame.loops++;
  const body = binder.statement(syntax);
  frame.loops--;
  return body;
}

export function bindWhile(binder: Binder, { condition, body, start, end }: Of<"while">): BoundStatement {
  return binder.inScope(() => ({
    kind: "while",
    condition: bindCondition(binder, condition),
    body: bindBody(binder, body),
    start,
    end,
  }));
}

export function bindDo(binder: Binder, { body, condition, start, end }: Of<"do">): BoundStatement {
  return binder.inScope(() => ({
    kind: "do",
    body: bindBody(binder, body),
    condition: bindCondition(binder, condition),
    start,
    end,
  }));
}

export function bindFor(binder: Binder, syntax: Of<"for">): BoundStatement {
  const { start, end } = syntax;
  return binder.inScope(() => {
    const initializers = syntax.initializers.flatMap((one) => {
      if (one.kind === "local") return bindDeclaration(binder, one);
      return one.kind === "expression" ? [expressionStatement(binder, one.expression)] : [];
    });
    const condition = syntax.condition === null ? null : bindCondition(binder, syntax.condition);
    const incrementors = syntax.incrementors.map((one) => effect(binder, one));
    const body = bindBody(binder, syntax.body);
    return { kind: "for", initializers, condition, incrementors, body, start, end };
  });
}

function effect(binder: Binder, syntax: Expression): BoundExpression {
  const node = rvalue(binder, binder.value(syntax));
  if (!isStatementExpression(syntax) && node.kind !== "bad") reportNoStatement(binder, syntax);
  return node;
}

const expressionStatement = (binder: Binder, syntax: Expression): BoundStatement => ({
  kind: "expression",
  expression: effect(binder, syntax),
  start: syntax.start,
  end: syntax.end,
});

export function bindForeach(binder: Binder, syntax: Of<"foreach">): BoundStatement {
  const { start, end, name } = syntax;
  return binder.inScope(() => {
    const collection = rvalue(binder, binder.value(syntax.collection));
    const element = elementOf(binder, collection);
    const type = isVar(binder, syntax.type) ? element : binder.type(syntax.type);
    const placeholder = binder.placeholder(element);
    const convert = converted(binder, localNode(placeholder, syntax.type), type, syntax.type);
    const symbol = binder.declare({
      name: name.text,
      type,
      start: name.start,
      end: name.end,
      readOnly: "foreach iteration variable",
      isAssigned: true,
      hasEffect: true,
    });
    const body = bindBody(binder, syntax.body);
    return { kind: "foreach", symbol, collection, placeholder, convert, body, start, end };
  });
}

function elementOf(binder: Binder, collection: BoundExpression): Type {
  const { table, known } = binder;
  const { type } = collection;
  if (type === known.error) return type;
  if (type === known.null) {
    binder.report("CS0186", "Use of null is not valid in this context", collection);
    return known.error;
  }
  const element = elementTypeOf(table, type) ?? (type === known.string ? known.char : null);
  if (element !== null) return element;
  const text = `foreach statement cannot operate on variables of type '${type.display}' because '${type.display}' does not contain a public instance or extension definition for 'GetEnumerator'`;
  binder.report("CS1579", text, collection);
  return known.error;
}

/** Elements are converted as by a cast. */
function converted(binder: Binder, node: BoundExpression, to: Type, at: Span): BoundExpression {
  const { table, known } = binder;
  if (node.type === to || node.type === known.error || to === known.error) return node;
  const conversion = explicitConversion(table, node.type, to);
  if (conversion !== null) return applied(binder, node, conversion, at);
  const text = `Cannot convert type '${qualifiedDisplay(node.type)}' to '${qualifiedDisplay(to)}'`;
  return binder.bad("CS0030", text, at);
}
