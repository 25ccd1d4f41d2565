import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { streamClose } from "@/contract/stream";
import { eventually } from "@/contract/testing/eventually";
import type { Program } from "@/gateway/program/program";
import { Sealer } from "@/lib/seal";
import { type Follower, follow } from "./follow";
import { fragment, plainPrograms, valuesOf } from "./testing/plain-programs";
import { changeText, ScriptedPortal, snapshotTexts, type Visit } from "./testing/scripted-portal";

const sealer = new Sealer([randomBytes(32)]);
const cleanUps: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A gateway that follows a portal which plays the given script. */
async function start(script: (visit: Visit, index: number) => void, file?: string) {
  const portal = new ScriptedPortal(script);
  cleanUps.push(() => portal.close());
  const used: Program[] = [];
  const follower: Follower = await follow({
    controlUrl: await portal.url(),
    token: "node-token",
    node: "gateway-1",
    version: "1.0.0",
    addresses: () => ["http://127.0.0.1:8080"],
    programs: plainPrograms,
    use: (program) => used.push(program),
    lastGood: file === undefined ? null : { file, sealer },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  cleanUps.push(() => follower.stop());
  return { portal, follower, used, now: () => valuesOf(used.at(-1) ?? null) };
}

const sendAll = (visit: Visit, texts: string[]) => {
  for (const text of texts) visit.socket.send(text);
};

test("a new gateway takes a snapshot, then changes, and answers each", async () => {
  const { portal, now, follower } = await start((visit) => {
    sendAll(visit, snapshotTexts(visit, 7, [fragment("a", "1"), fragment("b", "1")]));
    visit.socket.send(changeText(visit, 8, { put: [fragment("a", "2")], remove: ["/policyfragments/b"] }));
  });
  await eventually(() => expect(now()).toEqual({ a: "2" }));
  const [visit] = portal.visits;
  expect(portal.authorizations).toEqual(["Bearer node-token"]);
  expect(visit?.hello).toMatchObject({ node: "gateway-1", revision: 0, anchor: "", hash: "" });
  await eventually(() => expect(visit?.answers).toHaveLength(2));
  expect(visit?.answers[0]).toMatchObject({ kind: "applied", revision: 7 });
  expect(visit?.answers[1]).toMatchObject({ kind: "applied", revision: 8, hash: visit?.chain.hash });
  expect(follower.status()).toMatchObject({ connected: true, revision: 8, refused: null });
});

test("a large change comes in parts and is applied at once", async () => {
  const { now, used } = await start((visit) => {
    sendAll(visit, snapshotTexts(visit, 1, []));
    visit.socket.send(visit.chain.text({ kind: "change-part", put: [fragment("a", "1")], remove: [] }));
    visit.socket.send(visit.chain.text({ kind: "change-part", put: [], remove: ["/policyfragments/x"] }));
    visit.socket.send(changeText(visit, 2, { put: [fragment("b", "1")] }));
  });
  await eventually(() => expect(now()).toEqual({ a: "1", b: "1" }));
  expect(used).toHaveLength(2);
});

test("after a lost connection it resumes from what it has", async () => {
  const { portal, now } = await start((visit, index) => {
    if (index === 0) {
      sendAll(visit, snapshotTexts(visit, 3, [fragment("a", "1")]));
      visit.socket.send(changeText(visit, 4, { put: [fragment("a", "2")] }), () => visit.socket.terminate());
    } else visit.socket.send(changeText(visit, 5, { put: [fragment("b", "1")] }));
  });
  await eventually(() => expect(now()).toEqual({ a: "2", b: "1" }));
  const [first, second] = portal.visits;
  expect(second?.hello).toMatchObject({ revision: 4, anchor: "anchor-4", hash: first?.chain.hash });
  expect(second?.hello.nonce).not.toBe(first?.hello.nonce);
});

/** What a first connection does after revision 2, each of which must end it with nothing applied. */
const wrongs: Record<string, (visit: Visit) => string[]> = {
  "a frame told twice": (visit) => {
    const text = changeText(visit, 3, { put: [fragment("ok", "1")] });
    return [text, text];
  },
  "a frame left out": (visit) => {
    changeText(visit, 3, { put: [fragment("lost", "1")] });
    return [changeText(visit, 4, { put: [fragment("evil", "1")] })];
  },
  "a frame left out, the next renumbered": (visit) => {
    changeText(visit, 3, { put: [fragment("lost", "1")] });
    return [changeText(visit, 3, { put: [fragment("evil", "1")] })];
  },
  "two frames in the wrong order": (visit) => {
    const third = changeText(visit, 3, { put: [fragment("evil", "1")] });
    return [changeText(visit, 4, { put: [fragment("evil", "2")] }), third];
  },
  "a value altered": (visit) => [changeText(visit, 3, { put: [fragment("good", "1")] }).replace("good", "evil")],
  "a document taken out": (visit) => {
    const text = changeText(visit, 3, { put: [fragment("evil", "1"), fragment("b", "1")] });
    const frame = JSON.parse(text);
    frame.put.pop();
    return [JSON.stringify(frame)];
  },
  "a frame cut short": (visit) => [changeText(visit, 3, { put: [fragment("evil", "1")] }).slice(0, -10)],
  "a part lost": (visit) => {
    visit.chain.text({ kind: "change-part", put: [fragment("lost", "1")], remove: [] });
    return [changeText(visit, 3, { put: [fragment("evil", "1")] })];
  },
  "an earlier revision": (visit) => [changeText(visit, 1, { previousRevision: 2, put: [fragment("evil", "1")] })],
  "a gap that is admitted": (visit) => [changeText(visit, 5, { previousRevision: 4, put: [fragment("evil", "1")] })],
  "a snapshot recorded from another connection": (visit) => {
    const other = { ...visit, hello: { ...visit.hello, nonce: "another connection's nonce" } };
    return snapshotTexts(other, 9, [fragment("evil", "1")]);
  },
  "a snapshot with a part missing": (visit) => {
    const texts = snapshotTexts(visit, 9, [fragment("evil", "1"), fragment("evil", "2")]);
    return texts.toSpliced(1, 1);
  },
  "a frame of an unknown kind": () => ['{"kind":"reset"}'],
  "a member too many": (visit) => [`${changeText(visit, 3, { put: [fragment("evil", "1")] }).slice(0, -1)},"x":1}`],
  "a document that is none": () => ['{"kind":"snapshot-part","documents":[{"id":"/x"}]}'],
  "JSON that is no frame": () => ["[]", "null", '"change"'],
};

for (const [name, wrong] of Object.entries(wrongs)) {
  test(`${name}: nothing of it is applied, and the gateway resumes`, async () => {
    const { portal, used, now } = await start((visit, index) => {
      if (index === 0) {
        sendAll(visit, snapshotTexts(visit, 1, [fragment("a", "1")]));
        visit.socket.send(changeText(visit, 2, { put: [fragment("a", "2")] }), () => visit.socket.terminate());
      } else if (index === 1) sendAll(visit, wrong(visit));
      else visit.socket.send(changeText(visit, visit.hello.revision + 1, { put: [fragment("after", "1")] }));
    });
    await eventually(() => expect(now()).toMatchObject({ a: "2", after: "1" }));
    expect(await portal.visits[1]?.closed).toBe(streamClose.broken);
    expect(used.flatMap((program) => Object.keys(valuesOf(program)))).not.toContain("evil");
    expect(used.flatMap((program) => Object.keys(valuesOf(program)))).not.toContain("lost");
    expect(used.map(({ revision }) => revision)).toEqual(
      [...used.map(({ revision }) => revision)].sort((a, b) => a - b),
    );
  });
}

test("when the stream breaks again and again it asks for everything", async () => {
  const { portal, now } = await start((visit, index) => {
    if (index === 0) sendAll(visit, snapshotTexts(visit, 5, [fragment("a", "1")]));
    if (index === 0) setTimeout(() => visit.socket.terminate(), 50);
    else if (visit.hello.revision > 0) visit.socket.send('{"kind":"nonsense"}');
    else sendAll(visit, snapshotTexts(visit, 6, [fragment("a", "2")]));
  });
  await eventually(() => expect(now()).toEqual({ a: "2" }));
  expect(portal.visits.map(({ hello }) => hello.revision)).toEqual([0, 5, 5, 5, 0]);
});

test("a refused change leaves the last good program in use, and a later one that mends it brings both", async () => {
  const { portal, now, follower, used } = await start((visit) => {
    sendAll(visit, snapshotTexts(visit, 1, [fragment("a", "1")]));
    visit.socket.send(changeText(visit, 2, { put: [fragment("bad", "unfit"), fragment("b", "1")] }));
    visit.socket.on("message", (data) => {
      const { kind } = JSON.parse(data.toString());
      if (kind === "refused" && visit.answers.length === 2) {
        visit.socket.send(changeText(visit, 3, { put: [fragment("c", "1")] }));
      } else if (kind === "refused") visit.socket.send(changeText(visit, 4, { put: [fragment("bad", "fit")] }));
    });
  });
  await eventually(() => expect(now()).toEqual({ a: "1", b: "1", c: "1", bad: "fit" }));
  const [visit] = portal.visits;
  await eventually(() =>
    expect(visit?.answers.map(({ kind }) => kind)).toEqual(["applied", "refused", "refused", "applied"]),
  );
  expect(visit?.answers[1]).toEqual({ kind: "refused", revision: 2, reason: "/policyfragments/bad cannot be run." });
  expect(used.map(({ revision }) => revision)).toEqual([1, 4]);
  expect(follower.status()).toMatchObject({ revision: 4, refused: null });
});

test("what was refused is told again on a new connection", async () => {
  const { portal, follower } = await start((visit, index) => {
    if (index === 0) sendAll(visit, snapshotTexts(visit, 1, [fragment("a", "1")]));
    visit.socket.send(changeText(visit, 2, { put: [fragment("bad", "unfit")] }));
    if (index === 0) setTimeout(() => visit.socket.terminate(), 100);
  });
  await eventually(() => expect(portal.visits[1]?.answers).toHaveLength(1));
  expect(portal.visits[1]?.hello.revision).toBe(1);
  expect(follower.status()).toMatchObject({ revision: 1, refused: { revision: 2 } });
});

test("it starts from disk while no portal answers", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-follow-"));
  cleanUps.push(() => fs.rmSync(folder, { recursive: true }));
  const file = path.join(folder, "gateway", "last-good");
  const first = await start((visit) => {
    sendAll(visit, snapshotTexts(visit, 1, [fragment("a", "1")]));
    for (const revision of [2, 3, 4]) {
      visit.socket.send(changeText(visit, revision, { put: [fragment("a", String(revision))] }));
    }
  }, file);
  await eventually(() => expect(first.now()).toEqual({ a: "4" }));
  await first.follower.stop();
  await first.portal.close();
  const second = await start((visit) => visit.socket.send(changeText(visit, 5, { put: [fragment("b", "1")] })), file);
  expect(valuesOf(second.used[0] ?? null)).toEqual({ a: "4" });
  expect(second.used[0]?.revision).toBe(4);
  await eventually(() => expect(second.now()).toEqual({ a: "4", b: "1" }));
  expect(second.portal.visits[0]?.hello).toMatchObject({ revision: 4, anchor: "anchor-4" });
});
