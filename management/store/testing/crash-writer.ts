import { loadSealer } from "@/lib/seal";
import { openStore } from "@/management/store/open";
import { putAt, root, titled } from "./conformance/fixture";

// Writes without end and says on standard output what was acknowledged. The crash test kills it.
const [dataDir = "", start = "0"] = process.argv.slice(2);
const store = await openStore({ dataDir, sealer: loadSealer({ dataDir }) });

async function writeOnce(n: number): Promise<void> {
  const { revision } = await store.commit(titled(`write ${n}`), async (tx) => {
    if ((await tx.read("/")) === null) await tx.put(root);
    const api = `/apis/a${n % 5}`;
    // Every few changes a whole tree goes and comes back.
    if (n % 7 === 0 && (await tx.read(api)) !== null) await tx.remove(api);
    const key = await tx.seal(`/backends/b${n % 3}`, "key", `secret ${n}`);
    await putAt(tx, `/backends/b${n % 3}`, { n, key: { ...key } });
    await putAt(tx, api, { n });
    for (let index = 0; index < 20; index++) {
      await putAt(tx, `${api}/operations/o${index}`, { n, padding: "x".repeat(500) }, [`/backends/b${n % 3}`]);
    }
  });
  process.stdout.write(`${revision} ${n}\n`);
}

for (let n = Number(start); ; n += 2) await Promise.all([writeOnce(n), writeOnce(n + 1)]);
