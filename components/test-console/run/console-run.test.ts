import { expect, test } from "vitest";
import type { RunFrame } from "@/contract/console-run";
import { bodyBytes, bodyText, ended, isGoing, newRun, withFrame } from "./console-run";

const request = { apiId: "orders", operationId: "get" };
const after = (...frames: RunFrame[]) => frames.reduce(withFrame, newRun("1", request));
const head: RunFrame = { kind: "head", status: 200, reason: "OK", headers: [], afterMs: 3 };
const chunk = (text: string, encoding: "text" | "base64" = "text"): RunFrame => ({
  kind: "chunk",
  text,
  encoding,
  afterMs: 4,
});
const end: RunFrame = { kind: "end", bodyBytes: 4, truncated: false, durationMs: 9 };

test("a run is going until its answer has ended and its trace has come", () => {
  expect(isGoing(after(head, chunk("a")))).toBe(true);
  expect(isGoing(after(head, chunk("a"), end))).toBe(true);
  const done = after(head, chunk("a"), chunk("b"), end, { kind: "trace", trace: null });
  expect(isGoing(done)).toBe(false);
  expect(done).toMatchObject({ state: "done", durationMs: 9, head: { status: 200 } });
  expect(bodyText(done)).toBe("ab");
});

test("bytes that are no text are put together", () => {
  const run = after(chunk(btoa("\u0000\u00ff"), "base64"), chunk("ü"));
  expect(bodyText(run)).toBeNull();
  expect([...bodyBytes(run)]).toEqual([0, 255, 0xc3, 0xbc]);
});

test("a connection that broke off is a failure, a stop is none", () => {
  expect(ended(after(head))).toMatchObject({ state: "failed", failure: { code: "ConnectionLost" }, trace: null });
  expect(ended(after(head), "stopped")).toMatchObject({ state: "stopped", failure: null });
  const refused = after({ kind: "failed", code: "GatewayUnreachable", message: "No.", durationMs: 1 });
  expect(ended(refused)).toMatchObject({ state: "failed", failure: { code: "GatewayUnreachable" } });
  expect(ended(after(head, end), "stopped").state).toBe("done");
});

test("what is not known yet is passed over", () => {
  expect(after({ kind: "tomorrow" } as unknown as RunFrame)).toEqual(newRun("1", request));
});
