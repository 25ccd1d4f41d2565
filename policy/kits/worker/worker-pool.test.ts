import { Worker } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import type { XmlCheck } from "@/policy/kits/xsd/check-xml";
import { WorkFailed } from "./work-failed";
import { WorkerPool } from "./worker-pool";

const encoder = new TextEncoder();
const xml = (text: string): XmlCheck => ({ body: encoder.encode(text), schema: null, element: null, soap: null });
/** What takes the library seconds: keys that are to be unique, and many of them. */
const slow: XmlCheck = {
  body: encoder.encode(`<a>${"<b/>".repeat(100_000)}</a>`),
  schema: {
    text: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>${'<xs:element name="b" minOccurs="0" maxOccurs="9999"/>'.repeat(
      1,
    )}</xs:sequence></xs:complexType><xs:unique name="u"><xs:selector xpath=".//b"/><xs:field xpath="."/></xs:unique></xs:element></xs:schema>`,
    others: new Map(),
  },
  element: null,
  soap: null,
};

const pools: WorkerPool[] = [];
function newPool(limits: ConstructorParameters<typeof WorkerPool>[0]): WorkerPool {
  // The patience of these tests is not what they are about.
  const pool = new WorkerPool({ waitMs: 60_000, loadMs: 60_000, ...limits });
  pools.push(pool);
  return pool;
}
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

test("work is done in a thread, and the thread is kept", async () => {
  const pool = newPool({ workers: 1 });
  expect(await pool.run("check-xml", xml("<a/>"), 5_000)).toEqual({ kind: "conforms" });
  expect(await pool.run("check-xml", xml("<a>"), 5_000)).toMatchObject({ kind: "wrong" });
  expect(pool.size).toBe(1);
});

test("work whose time is over is ended, and the next is done by another thread", async () => {
  const pool = newPool({ workers: 1 });
  const failure = await pool.run("check-xml", slow, 1).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WorkFailed);
  expect((failure as WorkFailed).reason).toBe("too-long");
  expect(await pool.run("check-xml", xml("<a/>"), 20_000)).toEqual({ kind: "conforms" });
});

test("what counts is the time that the thread has had, not what others took from it", async () => {
  const pool = newPool({ workers: 1 });
  // Its thread gets as much of the processor as is left, and needs far less than it may take.
  const others = Array.from({ length: 4 }, () => new Worker("for (;;);", { eval: true }));
  try {
    const results = await Promise.all(Array.from({ length: 5 }, () => pool.run("check-xml", xml("<a/>"), 5_000)));
    expect(results).toEqual(Array(5).fill({ kind: "conforms" }));
    const failure = await pool.run("check-xml", slow, 20).catch((error: unknown) => error);
    expect((failure as WorkFailed).reason).toBe("too-long");
  } finally {
    await Promise.all(others.map((other) => other.terminate()));
  }
});

test("no more waits than may", async () => {
  const pool = newPool({ workers: 1, waiting: 1 });
  const results = await Promise.allSettled(
    ["<a/>", "<b/>", "<c/>"].map((text) => pool.run("check-xml", xml(text), 20_000)),
  );
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
  expect((results[2] as PromiseRejectedResult).reason.reason).toBe("busy");
});

test("what cannot be cloned fails that work alone", async () => {
  const pool = newPool({ workers: 1 });
  const broken = { ...xml("<a/>"), element: (() => "x") as never };
  await expect(pool.run("check-xml", broken, 5_000)).rejects.toMatchObject({ reason: "failed" });
  expect(await pool.run("check-xml", xml("<a/>"), 20_000)).toEqual({ kind: "conforms" });
});

test("a closed pool's work ends", async () => {
  const pool = newPool({ workers: 1 });
  const work = pool.run("check-xml", xml("<a/>"), 20_000);
  await Promise.all([expect(work).rejects.toMatchObject({ reason: "broken" }), pool.close()]);
  expect(pool.size).toBe(0);
});

test("a flood of one kind of work keeps another kind waiting for no more than one of it", async () => {
  const pool = newPool({ workers: 1 });
  const done: string[] = [];
  const flood = Array.from({ length: 8 }, (_, index) =>
    pool.run("check-xml", xml("<a/>"), 5_000).then(() => done.push(`xml ${index}`)),
  );
  const json = { body: encoder.encode("{}"), schemaText: null, definition: null };
  const variant = { additionalProperties: "ignore", ignoreCase: false, side: "request" } as never;
  const other = pool.run("check-json", { ...json, variant }, 5_000).then(() => done.push("json"));
  await Promise.all([...flood, other]);
  expect(done.slice(0, 2)).toEqual(["xml 0", "json"]);
  expect(done.slice(2)).toEqual(Array.from({ length: 7 }, (_, index) => `xml ${index + 1}`));
});
