import type { GatewayDocument } from "@/contract/documents";
import { Sealer } from "@/lib/seal";
import { LastGood } from "../last-good";
import { fragment } from "./plain-programs";

// Writes one state after another until it is killed, and says each revision once it is on disk.
const [file = "", key = "", from = "0"] = process.argv.slice(2);
const lastGood = new LastGood({ file, sealer: new Sealer([Buffer.from(key, "hex")]), onTrouble: console.error });
const kept = await lastGood.read();
let documents: ReadonlyMap<string, GatewayDocument> = kept?.documents ?? new Map();
for (let revision = Number(from) + 1; ; revision++) {
  const put = [fragment("a", String(revision)), fragment("b", `${revision}${"x".repeat(20_000)}`)];
  documents = new Map([...documents, ...put.map((document) => [document.id, document] as const)]);
  const position = { revision, anchor: `anchor-${revision}`, hash: `hash-${revision}` };
  // Every so often everything is new, as after a snapshot.
  lastGood.record(documents, position, revision % 23 === 0 ? null : { revision, put, remove: [] });
  if (revision % 3 === 0) {
    await lastGood.flush();
    process.stdout.write(`${revision}\n`);
  }
}
