import type { JsonObject } from "@/lib/json";
import type { Context } from "../context";
import { conflict, Refusal, type RefusalDetail } from "../refusals";
import type { Writing } from "../resources/behaviour";
import { typeOfDocument } from "../resources/find";
import { parentIdOf } from "../store/parent-id";
import type { StoreTransaction } from "../store/store";
import { clashesOfOperations } from "./clashes-of-operations";

// Kinds whose rules compare with other documents: a path, a display name, a link that was free once may be taken by
// now. The rules of the others judge only what a client sends, and would misread what is stored.
const comparing = new Set(["apis", "namedValues", "policies", "policyFragments", "backends"]);

interface Restored {
  id: string;
  type: string;
  name: string;
  properties: JsonObject;
}

/** What was valid once need not be so among the documents of today: the kinds' own rules are asked again. */
export async function checkAgain(
  context: Context,
  tx: StoreTransaction,
  documents: readonly Restored[],
  created: ReadonlySet<string>,
): Promise<void> {
  const details: RefusalDetail[] = await clashesOfOperations(tx, documents, created);
  for (const document of documents) {
    const { definition, behaviour } = typeOfDocument(document);
    if (!comparing.has(definition.kind) || behaviour.rules?.write === undefined) continue;
    for (const message of await problemsOf(context, tx, document)) {
      details.push({ code: "NoLongerValid", target: document.id, message });
    }
  }
  const [first] = details;
  if (first === undefined) return;
  throw conflict(`${first.target} would not be valid any more: ${first.message}`, details);
}

async function problemsOf(context: Context, tx: StoreTransaction, document: Restored): Promise<string[]> {
  const problems: string[] = [];
  const writing: Writing = {
    id: document.id,
    type: document.type,
    name: document.name,
    parentId: parentIdOf(document.id),
    properties: structuredClone(document.properties),
    before: null,
    query: new URLSearchParams(),
    context,
    tx,
    refuse: (target, message) => problems.push(`${target}: ${message}`),
    refer: () => {},
    follow: () => {},
    open: async (value) => {
      if (typeof value === "string") return value;
      const pointer = (value as { $secret?: unknown } | null | undefined)?.$secret;
      if (typeof pointer !== "string") return null;
      return (await tx.openSecrets([pointer])).get(pointer) ?? null;
    },
  };
  try {
    await typeOfDocument(document).behaviour.rules?.write?.(writing);
  } catch (error) {
    if (!Refusal.is(error)) throw error;
    problems.push(...(error.details.length > 0 ? error.details.map(({ message }) => message) : [error.message]));
  }
  return problems;
}
