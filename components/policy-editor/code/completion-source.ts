import {
  type CompletionContext,
  type CompletionResult,
  type Completion as Option,
  pickedCompletion,
  snippet,
  startCompletion,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { Completion, CompletionItem, CompletionKind } from "@/policy/assist/completion";
import { Outdated } from "../language/language-service";

export type AskCompletion = (text: string, offset: number) => Promise<Completion | null>;

/** What the list shows of an item beyond its name. */
export interface CompletionWords {
  /** In the person's language. */
  documentation(item: CompletionItem): string | undefined;
  required: string;
}

/** After these something may be offered without being asked for. */
const opening = /(?:[\p{L}\p{N}_.-]|<\/?|["'/({[\s])$/u;

/** Names of XML hold points and hyphens; in code, what stands behind a point is another question. */
const nameOfXml = /^[\p{L}\p{N}_.-]*$/u;
const nameOfCode = /^[\p{L}\p{N}_]*$/u;
const kindsOfCode: ReadonlySet<CompletionKind> = new Set([
  "property",
  "field",
  "method",
  "local",
  "type",
  "namespace",
  "keyword",
]);
const isOfCode = (kind: CompletionKind) => kindsOfCode.has(kind);

export const completionSource =
  (ask: AskCompletion, words: CompletionWords) =>
  async ({ state, pos, explicit, aborted }: CompletionContext): Promise<CompletionResult | null> => {
    const text = state.doc.toString();
    const before = text.slice(Math.max(0, pos - 3), pos);
    if (!explicit && !opening.test(before)) return null;
    const found = await ask(text, pos).catch((error) => {
      if (error instanceof Outdated) return null;
      throw error;
    });
    if (found === null || aborted) return null;
    if (!explicit && !isWanted(found, before, pos)) return null;
    return {
      from: found.from,
      to: found.to,
      options: found.items.map((item) => option(item, words)),
      validFor: found.items.some(({ kind }) => isOfCode(kind)) ? nameOfCode : nameOfXml,
    };
  };

/** Unasked, names of code come with their first letter or behind a point, and attributes behind a space. */
function isWanted({ from, items }: Completion, before: string, pos: number): boolean {
  const kind = items[0]?.kind;
  if (from < pos) return true;
  if (/\s$/.test(before)) return kind === "attribute";
  if (kind === "element") return before.endsWith("<") || before.endsWith("/");
  if (before.endsWith("(") || before.endsWith("[")) return false;
  return true;
}

function option(item: CompletionItem, words: CompletionWords): Option {
  const { label, kind, detail, boost } = item;
  const documentation = words.documentation(item);
  const isRequired = item.required === true && kind === "attribute";
  return {
    label,
    type: kind,
    ...(isRequired ? { detail: words.required } : detail === undefined ? {} : { detail: shortened(detail) }),
    ...(documentation === undefined && detail === undefined ? {} : { info: () => info(detail, documentation, kind) }),
    ...(boost === undefined ? {} : { boost }),
    apply: (view, picked, from, to) => apply(view, picked, item, from, to),
  };
}

const longestDetail = 44;
const shortened = (detail: string): string =>
  detail.length > longestDetail ? `${detail.slice(0, longestDetail - 1)}…` : detail;

function info(detail: string | undefined, documentation: string | undefined, kind: string): Node {
  const box = document.createElement("div");
  if (detail !== undefined && kind !== "attribute" && kind !== "reference") {
    const signature = document.createElement("div");
    signature.className = "gh-signature";
    signature.textContent = detail;
    box.append(signature);
  } else if (detail !== undefined) box.append(detail);
  if (documentation !== undefined) {
    const text = document.createElement("div");
    text.textContent = documentation;
    box.append(text);
  }
  return box;
}

function apply(view: EditorView, picked: Option, item: CompletionItem, from: number, to: number): void {
  const { insert, fields = [], again } = item;
  if (fields.length > 0) {
    const [indent = ""] = /^\s*/.exec(view.state.doc.lineAt(from).text) ?? [];
    snippet(templateOf(insert, fields).replaceAll(`\n${indent}`, "\n"))(view, picked, from, to);
  } else {
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: "input.complete",
      annotations: pickedCompletion.of(picked),
      scrollIntoView: true,
    });
  }
  if (again === true) startCompletion(view);
}

/** In the notation of snippets; those indent every line as the first one is. */
function templateOf(insert: string, fields: NonNullable<CompletionItem["fields"]>): string {
  const plain = (text: string) => text.replace(/[{}]/g, "\\$&");
  let template = "";
  let at = 0;
  for (const [index, { start, end }] of fields.entries()) {
    template += `${plain(insert.slice(at, start))}\${${index + 1}:${plain(insert.slice(start, end))}}`;
    at = end;
  }
  return `${template}${plain(insert.slice(at))}\${}`;
}
