import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { asCurl } from "./as-curl";

test("a shell reads it back as it was meant", () => {
  const command = asCurl({
    method: "POST",
    url: "http://localhost:8080/orders?q=it's&x=$HOME",
    headers: [{ key: "x-note", value: 'a "b" `c`' }],
    keyHeader: "Ocp-Apim-Subscription-Key",
    body: '{"name": "O\'Neill"}',
  });
  const words = execFileSync("sh", ["-c", `curl() { printf '%s\\n' "$@"; }\n${command}`], {
    env: { ...process.env, SUBSCRIPTION_KEY: "from-the-environment" },
  })
    .toString()
    .trim()
    .split("\n");
  expect(words).toEqual([
    "-X",
    "POST",
    "http://localhost:8080/orders?q=it's&x=$HOME",
    "-H",
    'x-note: a "b" `c`',
    "-H",
    "Ocp-Apim-Subscription-Key: from-the-environment",
    "--data-raw",
    '{"name": "O\'Neill"}',
  ]);
});

test("a plain GET is as short as it can be", () => {
  expect(asCurl({ method: "GET", url: "http://localhost:8080/a", headers: [], keyHeader: null, body: null })).toBe(
    "curl http://localhost:8080/a",
  );
});
