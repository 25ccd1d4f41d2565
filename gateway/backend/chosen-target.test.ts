import { expect, test } from "vitest";
import { createHandler } from "@/gateway/handle";
import { fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { document, run, withKey, world } from "@/gateway/pipeline/testing/run-request";
import { build } from "@/gateway/program/build";
import { policy } from "@/gateway/testing/documents";
import type { TraceSink } from "@/policy/host/trace-sink";

const targetOf = async (attributes: string, more = "") => {
  const inbound = `<set-backend-service ${attributes} />${more}`;
  const { exchange } = await run(world(policy("/apis/a", document({ inbound, backend: "<base />" }))));
  return { target: exchange.target, error: exchange.lastError };
};

const invoke = "http://localhost:3500/v1.0/invoke";

test("a backend of Dapr is its runtime on this machine, and the method takes the place of the operation's path", async () => {
  const { target } = await targetOf('backend-id="dapr" dapr-app-id="orders" dapr-method="v1/new order"');
  expect(target).toMatchObject({ baseUrl: `${invoke}/orders/method/v1/new%20order`, backendId: null, path: "" });
  const within = await targetOf(
    'backend-id="@(&quot;Da&quot; + &quot;pr&quot;)" dapr-app-id="@(context.Api.Name)" dapr-method="x" dapr-namespace="prod"',
  );
  expect(within.target.baseUrl).toBe(`${invoke}/a.prod/method/x`);
  const outside = await targetOf('backend-id="dapr" dapr-app-id="orders" dapr-method="x/../../../secrets"');
  expect(outside.error?.message).toBe("The attribute 'dapr-method' must not hold '.' or '..' between slashes.");
  const without = await targetOf('backend-id="dapr" dapr-method="x"');
  expect(without.error).toMatchObject({
    source: "set-backend-service",
    message: "A backend of Dapr needs the attribute 'dapr-app-id'.",
  });
});

test("exactly one of base-url and backend-id is given, or the policy does not run", async () => {
  const { error } = await targetOf('base-url="http://x" backend-id="y"');
  expect(error).toMatchObject({ reason: "PolicyNotRunnable", source: "set-backend-service" });
  expect((await targetOf("")).error).toMatchObject({ reason: "PolicyNotRunnable" });
});

test("a trace tells what was chosen, and what has no effect", async () => {
  const notes: [string, unknown][] = [];
  const sink: TraceSink = {
    note: (source, data) => void notes.push([source, data]),
    nested: () => sink,
    guard: () => undefined,
  };
  const inbound = `<set-backend-service backend-id="Orders" sf-listener-name="l" sf-replica-type="primary" />
    <set-backend-service base-url="http://elsewhere" />`;
  const documents = world(policy("/apis/a", document({ inbound, backend: "<base />" })));
  const exchange = Object.assign(fakeExchange({ url: "/a/x", headers: withKey }), { trace: sink });
  const program = build(documents, 1);
  await createHandler(() => program)(exchange);
  expect(notes.filter(([source]) => source === "set-backend-service")).toEqual([
    [
      "set-backend-service",
      {
        backend: "orders",
        ignored: ["sf-listener-name", "sf-replica-type"],
        because: "Nothing is looked up in Service Fabric.",
      },
    ],
    [
      "set-backend-service",
      {
        ignored: ["base-url"],
        because: "The backend orders was chosen before; only another 'backend-id' replaces it.",
      },
    ],
  ]);
});
