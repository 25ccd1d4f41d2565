import type { BoundStatement } from "@/policy/expression/bind/bound";
import { tick } from "@/policy/expression/values/budget";
import { pattern_ } from "./patterns";
import type { Writer } from "./writer";

type Switch = Extract<BoundStatement, { kind: "switch" }>;

/** First finds the section, then runs it; `goto case` runs another. All sections share one block, as in C#. */
export function switchStatement(writer: Writer, node: Switch): string {
  const label = writer.fresh("L");
  const section = writer.fresh("n");
  const { breakLabel, gotoCase } = writer;
  const code = writer.block(() => {
    const value = writer.temporary();
    const start = `${value}=${writer.expression(node.value)};`;
    const chosen = choose(writer, node, value);
    Object.assign(writer, { breakLabel: label, gotoCase: { label, section } });
    const cases = node.sections.map((one, at) => `case ${at}:{${writer.statements(one.statements)}break ${label};}`);
    return `${start}let ${section}=${chosen};${label}:for(;;)switch(${section}){${cases.join("")}default:break ${label};}`;
  });
  Object.assign(writer, { breakLabel, gotoCase });
  return `{${code}}`;
}

/** The index of the section as source text; -1 where none fits. */
function choose(writer: Writer, node: Switch, value: string): string {
  let otherwise = -1;
  let code = "";
  let open = 0;
  node.sections.forEach((section, at) => {
    for (const { pattern, when } of section.labels) {
      if (pattern === null) {
        otherwise = at;
        continue;
      }
      const matches = pattern_(writer, value, node.value.type, pattern);
      code += `(${when === null ? matches : `${matches}&&${writer.expression(when)}`}?${at}:`;
      open++;
    }
  });
  return `${code}${otherwise}${")".repeat(open)}`;
}

export function gotoCase(writer: Writer, section: number): string {
  const { gotoCase: target } = writer;
  if (target === null) throw new Error("A goto case stands within a switch.");
  return `{${writer.constant(tick)}();${target.section}=${section};continue ${target.label};}`;
}
