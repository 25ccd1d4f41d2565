import { type Diagnostic, Diagnostics } from "@/policy/diagnostics";
import { Cursor } from "./cursor";
import type { XmlDocument, XmlElement, XmlNode, XmlOther } from "./nodes";
import { parseAttributes } from "./parse-attributes";
import { parseText } from "./parse-content";

export const maxDocumentBytes = 512 * 1024;
export const maxDepth = 100;

/**
 * Reads a policy document in its escaped or its raw form, the two mixed as authors mix them. Never throws: what it
 * cannot understand is reported and kept as it was written.
 */
export function parse(source: string): { document: XmlDocument; diagnostics: Diagnostic[] } {
  const diagnostics = new Diagnostics(source);
  if (isTooLarge(source)) {
    diagnostics.report("document-too-large", { start: 0, end: 0 }, "", maxDocumentBytes);
    const nodes: XmlNode[] = [{ kind: "malformed", raw: source, span: { start: 0, end: source.length } }];
    return { document: { source, nodes }, diagnostics: diagnostics.found };
  }
  return { document: { source, nodes: parseNodes(new Cursor(source, diagnostics)) }, diagnostics: diagnostics.found };
}

/** A UTF-16 unit is one to three bytes of UTF-8, so most documents need not be encoded to be judged. */
const isTooLarge = (source: string): boolean =>
  source.length > maxDocumentBytes ||
  (source.length * 3 > maxDocumentBytes && new TextEncoder().encode(source).byteLength > maxDocumentBytes);

function parseNodes(cursor: Cursor): XmlNode[] {
  const roots: XmlNode[] = [];
  const open: XmlElement[] = [];
  while (!cursor.ended) {
    const parent = open.at(-1);
    const siblings = parent?.children ?? roots;
    if (open.length > maxDepth) {
      siblings.push(tooDeep(cursor));
    } else if (cursor.startsWith("</")) {
      const stray = closeElement(cursor, open);
      if (stray !== null) siblings.push(stray);
    } else if (cursor.startsWith("<") && cursor.nameStartsAt(cursor.at + 1)) {
      const element = parseStartTag(cursor);
      siblings.push(element);
      if (element.kind === "element" && !element.selfClosing) open.push(element);
    } else if (cursor.startsWith("<!") || cursor.startsWith("<?")) {
      siblings.push(parseSpecial(cursor, roots.length === 0));
    } else {
      siblings.push(parseText(cursor, parent?.name ?? ""));
    }
  }
  for (const element of open) unclosed(cursor, element);
  return roots;
}

function parseStartTag(cursor: Cursor): XmlElement | XmlOther {
  const start = cursor.at++;
  const name = cursor.takeName();
  const nameSpan = { start: start + 1, end: cursor.at };
  const { attributes, beforeClose } = parseAttributes(cursor, name);
  const selfClosing = cursor.startsWith("/>");
  if (!selfClosing && !cursor.startsWith(">")) {
    cursor.malformed(`The start tag of '${name}' is not closed.`, start, cursor.at, name);
    return { kind: "malformed", raw: cursor.source.slice(start, cursor.at), span: { start, end: cursor.at } };
  }
  cursor.at += selfClosing ? 2 : 1;
  const span = { start, end: cursor.at };
  return { kind: "element", name, attributes, beforeClose, selfClosing, children: [], closing: "", span, nameSpan };
}

/** Closes the element that the end tag names, and with it those that were left open inside. */
function closeElement(cursor: Cursor, open: XmlElement[]): XmlOther | null {
  const start = cursor.at;
  cursor.at += 2;
  const name = cursor.takeName();
  cursor.takeSpace();
  const depth = open.findLastIndex((element) => element.name === name);
  if (!cursor.startsWith(">") || depth < 0) {
    if (cursor.startsWith(">")) cursor.at++;
    const raw = cursor.source.slice(start, cursor.at);
    const parent = open.at(-1);
    const hint = parent === undefined ? "" : ` The element '${parent.name}' is open.`;
    cursor.malformed(`The end tag '${raw}' closes nothing.${hint}`, start, cursor.at, name);
    return { kind: "malformed", raw, span: { start, end: cursor.at } };
  }
  cursor.at++;
  while (open.length > depth + 1) unclosed(cursor, open.pop() as XmlElement, start);
  const element = open.pop() as XmlElement;
  element.closing = cursor.source.slice(start, cursor.at);
  element.span.end = cursor.at;
  return null;
}

function unclosed(cursor: Cursor, element: XmlElement, end = cursor.at): void {
  element.span.end = end;
  const { start } = element.span;
  cursor.malformed(`The element '${element.name}' has no end tag.`, start, element.nameSpan.end, element.name);
}

function parseSpecial(cursor: Cursor, first: boolean): XmlNode {
  const start = cursor.at;
  const span = () => ({ start, end: cursor.at });
  if (cursor.startsWith("<!--")) {
    const raw = cursor.takeThrough("-->", start + 4);
    if (raw !== null) return { kind: "comment", raw, span: span() };
    return rest(cursor, "The comment is not closed.");
  }
  if (cursor.startsWith("<![CDATA[")) {
    const raw = cursor.takeThrough("]]>", start + 9);
    if (raw !== null) return { kind: "cdata", raw, value: raw.slice(9, -3), span: span() };
    return rest(cursor, "The CDATA section is not closed.");
  }
  if (cursor.startsWith("<?")) {
    const raw = cursor.takeThrough("?>", start + 2);
    if (raw === null) return rest(cursor, "The declaration is not closed.");
    if (first && /^<\?xml\s/.test(raw)) return { kind: "declaration", raw, span: span() };
    cursor.malformed("Processing instructions are not allowed.", start, cursor.at);
    return { kind: "malformed", raw, span: span() };
  }
  const raw = cursor.takeThrough(">", start) ?? cursor.takeTo(cursor.source.length);
  if (/^<!doctype/i.test(raw)) cursor.diagnostics.report("dtd-prohibited", span(), "");
  else cursor.malformed("A '<!' begins only a comment or a CDATA section.", start, cursor.at);
  return { kind: "malformed", raw, span: span() };
}

function rest(cursor: Cursor, what: string): XmlOther {
  const start = cursor.at;
  cursor.malformed(what, start, start + 2);
  return { kind: "malformed", raw: cursor.takeTo(cursor.source.length), span: { start, end: cursor.at } };
}

function tooDeep(cursor: Cursor): XmlOther {
  const start = cursor.at;
  cursor.diagnostics.report("nested-too-deep", { start, end: start + 1 }, "", maxDepth);
  return { kind: "malformed", raw: cursor.takeTo(cursor.source.length), span: { start, end: cursor.at } };
}
