import type { XmlDocument } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";

let last: XmlDocument | null = null;

/** The tree of a text; whoever asks about one text asks many times. */
export function parsed(text: string): XmlDocument {
  if (last?.source !== text) last = parse(text).document;
  return last;
}
