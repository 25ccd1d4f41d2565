import type { JsonObject } from "@/lib/json";
import type { ChangeHead, Store, StoreTransaction } from "@/management/store/store";

export interface Opened {
  store: Store;
  /** Opens the same database again, as another process would. */
  reopen(): Promise<Store>;
}
/** Opens an empty store: no change was ever made in it. It is closed when the test ends. */
export type OpenEmpty = () => Promise<Opened>;

export const ann = { kind: "user" as const, id: "ann", name: "Ann" };
export const bob = { kind: "user" as const, id: "bob", name: "Bob" };

export const titled = (title: string): ChangeHead => ({ actor: ann, title });

/** Puts a document at "/backends/x" or deeper, its parent told from its id. */
export function putAt(
  tx: StoreTransaction,
  path: string,
  properties: JsonObject = {},
  references: string[] = [],
): ReturnType<StoreTransaction["put"]> {
  const segments = path.split("/").slice(1);
  const name = segments.at(-1) ?? "";
  const type = segments.filter((_, index) => index % 2 === 0).join("/");
  const parent = `/${segments.slice(0, -2).join("/")}`.toLowerCase();
  return tx.put({ id: path.toLowerCase(), name, type, parentId: parent, properties, references });
}

export const root = { id: "/", name: "gatehouse", type: "service", parentId: null, properties: {}, references: [] };

/** One change that writes all of these, the service first when it is not there yet. */
export async function write(
  store: Store,
  documents: Record<string, JsonObject>,
  references: Record<string, string[]> = {},
): Promise<number> {
  const { revision } = await store.commit(titled("write"), async (tx) => {
    if ((await tx.read("/")) === null) await tx.put(root);
    for (const [path, properties] of Object.entries(documents)) {
      await putAt(tx, path, properties, references[path] ?? []);
    }
  });
  if (revision === null) throw new Error("nothing was written");
  return revision;
}

export async function allOf(store: Store): Promise<Map<string, JsonObject>> {
  const all = new Map<string, JsonObject>();
  for await (const page of (await store.snapshot()).pages) {
    for (const document of page) all.set(document.id, document.properties);
  }
  return all;
}
