import { definitionOf } from "@/policy/catalog/definitions";
import { elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";

export type Clipping =
  | { xml: string; elements: XmlElement[] }
  | { problem: "empty" | "not-xml" | "document" }
  | { problem: "malformed"; line: number }
  | { problem: "unknown"; name: string };

/** Parts that are copied by themselves, to be put beside their like. */
const parts: ReadonlySet<string> = new Set(["when", "otherwise"]);

/** What a text that somebody copied brings: policies, or why it brings none. */
export function readClipboard(text: string): Clipping {
  const xml = text.trim();
  if (xml === "") return { problem: "empty" };
  if (!xml.startsWith("<")) return { problem: "not-xml" };
  const { document, diagnostics } = parse(xml);
  const elements = elementsOf(document.nodes);
  const [first] = elements;
  if (diagnostics[0] !== undefined) return { problem: "malformed", line: diagnostics[0].line };
  const hasText = document.nodes.some((node) => "value" in node && node.value.trim() !== "");
  if (first === undefined || hasText) return { problem: "not-xml" };
  if (/^(policies|fragment|inbound|backend|outbound|on-error)$/.test(first.name)) return { problem: "document" };
  const unknown = elements.find(({ name }) => definitionOf(name) === undefined && !parts.has(name));
  if (unknown !== undefined) return { problem: "unknown", name: unknown.name };
  return { xml, elements };
}
