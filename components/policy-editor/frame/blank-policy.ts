import type { Standing } from "@/policy/knowledge";

const section = (name: string, content: string) => `    <${name}>\n        ${content}\n    </${name}>\n`;

/** What a scope without a policy begins with: all that is set further out, and nothing more. */
export function blankPolicy({ kind, scope }: Standing): string {
  if (kind === "fragment") return "<fragment>\n</fragment>\n";
  // Around the outermost scope there is nothing to take over.
  if (scope === "global") {
    return `<policies>\n    <inbound>\n    </inbound>\n${section("backend", "<forward-request />")}    <outbound>\n    </outbound>\n    <on-error>\n    </on-error>\n</policies>\n`;
  }
  const sections = ["inbound", "backend", "outbound", "on-error"].map((name) => section(name, "<base />"));
  return `<policies>\n${sections.join("")}</policies>\n`;
}
