import { expect, test } from "vitest";
import type { LiveNode } from "./live";
import { publishing } from "./publishing";

const node = (over: Partial<LiveNode>): LiveNode => ({
  name: "n",
  connected: true,
  revision: 7,
  lag: 0,
  latencyMs: 4,
  refused: null,
  ...over,
});
const open = (...nodes: LiveNode[]) => publishing({ connection: "open", revision: 7, nodes });

test("live when every connected gateway serves the newest revision", () => {
  expect(open(node({}), node({ latencyMs: 12 }), node({ connected: false, revision: 2, lag: 5 }))).toEqual({
    state: "live",
    gateways: 2,
    revision: 7,
    latencyMs: 12,
  });
});

test("behind counts the slowest one", () => {
  expect(open(node({}), node({ revision: 5, lag: 2 }))).toMatchObject({ state: "behind", revision: 5 });
});

test("a refusal outweighs a lag", () => expect(open(node({ lag: 1, refused: "no" })).state).toBe("refused"));
test("no gateway", () =>
  expect(open(node({ connected: false }))).toMatchObject({ state: "none", gateways: 0, revision: 7 }));
test("the stream is lost", () => expect(publishing({ connection: "lost", revision: 7, nodes: [] }).state).toBe("lost"));
