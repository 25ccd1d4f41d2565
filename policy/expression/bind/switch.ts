import type { Statement, SwitchSection } from "@/policy/expression/syntax/syntax";
import type { Constant } from "@/policy/expression/types/type-definition";
import type { Binder } from "./binder";
import type { BoundExpression, BoundPattern, BoundStatement, BoundSwitchSection } from "./bound";
import { completesAll } from "./completes";
import { rvalue } from "./convert";
import { bindCondition } from "./logic";
import { bindPattern, constantPattern } from "./pattern";
import { Scope } from "./scope";
import { constantOf, type Span, type Value } from "./value";

type SwitchSyntax = Extract<Statement, { kind: "switch" }>;

/** Constants of labels without a condition, "default" among them, with the section they lead to. */
interface Label {
  readonly key: string;
  readonly section: number;
}

interface Section {
  readonly scope: Scope;
  readonly labels: BoundSwitchSection["labels"];
}

export function bindSwitch(binder: Binder, syntax: SwitchSyntax): BoundStatement {
  const { start, end } = syntax;
  return binder.inScope(() => {
    const value = rvalue(binder, binder.value(syntax.value));
    const known: Label[] = [];
    const sections = syntax.sections.map((section, at) => bindLabels(binder, section, value, known, at));
    const { frame } = binder;
    const before = frame.gotoCase;
    frame.gotoCase = (label, at) => jump(binder, label, value, known, at);
    frame.switches++;
    const bound = sections.map((section, at) => {
      const one = syntax.sections[at] as SwitchSection;
      const statements = binder.inScope(() => binder.statements(one.statements), section.scope);
      shareLocals(binder, section.scope, one);
      if (completesAll(statements)) reportFallThrough(binder, one, at === syntax.sections.length - 1);
      return { labels: section.labels, statements };
    });
    frame.switches--;
    frame.gotoCase = before;
    return { kind: "switch", value, sections: bound, start, end };
  });
}

/** All sections are one block: what one declares, the next can use. */
function shareLocals(binder: Binder, from: Scope, section: SwitchSection): void {
  for (const statement of section.statements) {
    if (statement.kind !== "local") continue;
    for (const { name } of statement.variables) {
      const named = from.own(name.text);
      if (named !== null) binder.scope.add(name.text, named);
    }
  }
}

function bindLabels(
  binder: Binder,
  section: SwitchSection,
  value: BoundExpression,
  known: Label[],
  at: number,
): Section {
  const scope = new Scope(binder.scope);
  const labels = binder.inScope(
    () =>
      section.labels.flatMap((label) => {
        const pattern = label.pattern === null ? null : bindPattern(binder, label.pattern, value.type, label);
        const when = label.when === null ? null : bindCondition(binder, label.when);
        const key = label.pattern === null ? "default" : keyOf(pattern);
        if (key !== null && when === null) {
          if (known.some((one) => one.key === key)) reportDuplicate(binder, key, label);
          known.push({ key, section: at });
        }
        return label.pattern !== null && pattern === null ? [] : [{ pattern, when }];
      }),
    scope,
  );
  return { scope, labels };
}

function keyOf(pattern: BoundPattern | null): string | null {
  const constant = pattern?.kind === "constant" ? constantOf(pattern.value) : undefined;
  return constant === undefined ? null : describe(constant);
}

const describe = (constant: Constant): string =>
  typeof constant === "string" ? JSON.stringify(constant) : String(constant);

function reportDuplicate(binder: Binder, key: string, at: Span): void {
  const shown = key === "default" ? key : key.replace(/^"|"$/g, "");
  binder.report("CS0152", `The switch statement contains multiple cases with the label value '${shown}'`, at);
}

function reportFallThrough(binder: Binder, section: SwitchSection, isLast: boolean): void {
  const label = section.labels.at(-1);
  if (label === undefined) return;
  const shown = label.pattern === null ? "default:" : `case ${describeLabel(label.pattern)}:`;
  if (isLast) {
    binder.report("CS8070", `Control cannot fall out of switch from final case label ('${shown}')`, label);
  } else {
    binder.report("CS0163", `Control cannot fall through from one case label ('${shown}') to another`, label);
  }
}

function describeLabel(pattern: NonNullable<SwitchSection["labels"][number]["pattern"]>): string {
  if (pattern.kind !== "constant-pattern") return pattern.kind === "declaration-pattern" ? pattern.name.text : "";
  const { value } = pattern;
  if (value.kind === "literal") {
    return value.value.type === "null"
      ? "null"
      : value.value.type === "char"
        ? `'${String.fromCharCode(value.value.value)}'`
        : describe(value.value.value);
  }
  return value.kind === "name" || value.kind === "member" ? value.name.text : "";
}

function jump(
  binder: Binder,
  label: Value | null,
  value: BoundExpression,
  known: readonly Label[],
  at: Span,
): BoundStatement | null {
  const { start, end } = at;
  const key = label === null ? "default" : keyOf(constantPattern(binder, label, value.type));
  if (key === null) return null;
  const found = known.find((one) => one.key === key);
  if (found !== undefined) return { kind: "goto-case", section: found.section, start, end };
  const shown = key === "default" ? "default:" : `case ${key}:`;
  binder.report("CS0159", `No such label '${shown}' within the scope of the goto statement`, at);
  return null;
}
