import type { PolicyCategory, PolicyDefinition } from "@/policy/catalog/define";
import { allDefinitions } from "@/policy/catalog/definitions";
import type { DocumentKind } from "@/policy/check/checker";
import type { PolicyHelp } from "./policy-help";

/** A policy that can be added. */
export interface PaletteEntry extends PolicyHelp {
  name: string;
  category: PolicyCategory;
  isPreview: boolean;
}

/** All that anybody may add to such a document, by category, each in the order of their titles. */
export function paletteEntries(kind: DocumentKind, help: (name: string) => PolicyHelp, locale: string): PaletteEntry[] {
  const order = new Intl.Collator(locale);
  return allDefinitions
    .filter((definition) => isOffered(definition, kind))
    .map(({ name, category, lifecycle }) => ({ name, category, isPreview: lifecycle === "preview", ...help(name) }))
    .sort((a, b) => order.compare(a.category, b.category) || order.compare(a.title, b.title));
}

const isOffered = ({ role, lifecycle, sections }: PolicyDefinition, kind: DocumentKind): boolean =>
  role !== "part" &&
  lifecycle !== "undocumented" &&
  (kind === "resolver" || sections.some((section) => section !== "resolver"));

/** Every word must be found in the name, the title or the text. Those found in the name or title come first. */
export function searchEntries(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...entries];
  const found = entries.filter(({ name, title, purpose }) => {
    const text = `${name} ${name.replaceAll("-", " ")} ${title} ${purpose}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const isNamed = ({ name, title }: PaletteEntry) =>
    words.every((word) => `${name} ${title}`.toLowerCase().includes(word));
  return [...found.filter(isNamed), ...found.filter((entry) => !isNamed(entry))];
}
