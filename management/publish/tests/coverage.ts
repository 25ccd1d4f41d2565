import { createHash } from "node:crypto";
import type { CoveredBranch, DocumentCoverage } from "@/contract/console-run";
import type { Trace, TraceEntry } from "@/contract/trace";
import { policyReferences } from "@/policy/references";
import { childPath } from "@/policy/xml/element-path";
import { elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import type { Reader } from "../../resources/behaviour";

const sectionNames = new Set(["inbound", "backend", "outbound", "on-error"]);
const maxDocuments = 200;

/** What traces have shown of documents: where something ran, and which branch was taken there. */
export class Reached {
  readonly #starts = new Map<string, Set<string>>();

  add(trace: Trace): void {
    for (const entries of Object.values(trace.traceEntries)) this.#walk(entries ?? []);
  }

  get documentIds(): string[] {
    return [...this.#starts.keys()];
  }

  ran(documentId: string, start: number): boolean {
    return this.#starts.get(documentId)?.has(`${start}`) === true;
  }

  took(documentId: string, start: number, branch: string): boolean {
    return this.#starts.get(documentId)?.has(`${start} ${branch}`) === true;
  }

  #walk(entries: readonly TraceEntry[]): void {
    for (const { place, data, entries: inner = [] } of entries) {
      this.#walk(inner);
      if (place === undefined) continue;
      const starts = this.#starts.get(place.documentId) ?? new Set();
      this.#starts.set(place.documentId, starts);
      starts.add(`${place.start}`);
      if (typeof data.branch === "string") starts.add(`${place.start} ${data.branch}`);
    }
  }
}

/** By document: of its text, and the branches that one test reached. */
export type ReachedBranches = Record<string, { hash: string; paths: string[] }>;

export interface Coverage {
  documents: DocumentCoverage[];
  by: ReadonlyMap<string, ReachedBranches>;
}

interface Sources {
  read: Pick<Reader, "read">;
  /** As it was when the first test began: what was changed since then ran as another text, or may have. */
  before: Pick<Reader, "read">;
  live: Pick<Reader, "read">;
  /** Of the live configuration when the first test began. */
  revision: number;
}

/** Of the policies that these operations run by, and the fragments that they include; `reached` by test. */
export async function coverageOf(
  operationIds: ReadonlySet<string>,
  reached: ReadonlyMap<string, Reached>,
  { read, before, live, revision: first }: Sources,
): Promise<Coverage> {
  const wanted = ["/policies/policy"];
  for (const id of operationIds) {
    wanted.push(`${id.split("/").slice(0, 3).join("/")}/policies/policy`, `${id}/policies/policy`);
  }
  // Products' policies apply by whose key was sent, which only a trace tells.
  for (const each of reached.values()) wanted.push(...each.documentIds);
  const documents: DocumentCoverage[] = [];
  const by = new Map<string, ReachedBranches>(Array.from(reached.keys(), (test) => [test, {}]));
  const seen = new Set<string>();
  for (let id = wanted.shift(); id !== undefined && seen.size < maxDocuments; id = wanted.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const document = await read.read(id);
    if (document === null || typeof document.properties.value !== "string") continue;
    const text = document.properties.value;
    const { fragments } = policyReferences(text);
    wanted.push(
      ...fragments.map((written) => `/policyfragments/${written.slice(written.lastIndexOf("/") + 1)}`.toLowerCase()),
    );
    const { revision = null } = (await live.read(id)) ?? {};
    const isLive = revision === document.revision;
    const isChanged = isLive ? document.revision > first : (await before.read(id))?.properties.value !== text;
    if (isChanged) continue;
    const hash = hashOf(text);
    const branches = branchesOf(id, text);
    for (const [test, each] of reached) {
      const paths = branches.flatMap(({ path, isReached }) => (isReached(each) ? [path] : []));
      const reaches = by.get(test);
      if (reaches !== undefined && paths.length > 0) reaches[id] = { hash, paths };
    }
    const found = branches.map(({ isReached: _, ...branch }) => ({ ...branch, reached: false }));
    documents.push({ documentId: id, hash, revision: isLive ? revision : null, branches: found });
  }
  return { documents: markReached(documents, by.values()), by };
}

/** A branch is reached when any test reached it in this very text. */
export function markReached(
  documents: readonly DocumentCoverage[],
  tests: Iterable<ReachedBranches>,
): DocumentCoverage[] {
  const all = [...tests];
  return documents.map(({ branches, ...document }) => {
    const here = all.flatMap((each) => each[document.documentId] ?? []).filter(({ hash }) => hash === document.hash);
    const paths = new Set(here.flatMap((each) => each.paths));
    return { ...document, branches: branches.map((branch) => ({ ...branch, reached: paths.has(branch.path) })) };
  });
}

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

type Branch = Omit<CoveredBranch, "reached"> & { isReached(reached: Reached): boolean };

function branchesOf(documentId: string, text: string): Branch[] {
  const branches: Branch[] = [];
  const [root] = elementsOf(parse(text).document.nodes);
  const walk = (element: XmlElement, path: string): void => {
    const counts = new Map<string, number>();
    for (const child of elementsOf(element.children)) {
      const count = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, count);
      const here = childPath(path, child.name, count);
      const { start, end } = child.span;
      const isBranch = element.name === "choose" && (child.name === "when" || child.name === "otherwise");
      const isSection = path === "" && sectionNames.has(child.name);
      if (isBranch) {
        const condition = child.attributes.find(({ name }) => name === "condition")?.value ?? null;
        const isReached = (reached: Reached) => reached.took(documentId, element.span.start, `${child.name}[${count}]`);
        branches.push({ path: here, start, end, condition, isReached });
      } else if (isSection && elementsOf(child.children).some(({ name }) => name !== "base")) {
        const isReached = (reached: Reached) => hasRun(child, documentId, reached);
        branches.push({ path: here, start, end, condition: null, isReached });
      }
      walk(child, here);
    }
  };
  if (root !== undefined) walk(root, "");
  return branches;
}

const hasRun = (element: XmlElement, documentId: string, reached: Reached): boolean =>
  elementsOf(element.children).some((child) => reached.ran(documentId, child.span.start));
