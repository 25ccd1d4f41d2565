import type { Text } from "@codemirror/state";
import type { Diagnostic } from "@/policy/diagnostics";
import type { XmlDocument } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";

interface Reading {
  text: string;
  /** As far as it could be read. */
  document: XmlDocument;
  /** Where it is not well-formed. */
  diagnostics: readonly Diagnostic[];
}

const readings = new WeakMap<Text, Reading>();

/** A text with its tree: every view asks for both at every letter, and each text is read once. */
export function treeOf(doc: Text): Reading {
  let found = readings.get(doc);
  if (found === undefined) {
    const text = doc.toString();
    found = { text, ...parse(text) };
    readings.set(doc, found);
  }
  return found;
}
