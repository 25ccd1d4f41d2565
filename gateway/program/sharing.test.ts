import { expect, test } from "vitest";
import type { GatewayDocument, NamedValueDocument } from "@/contract/documents";
import { createHandler } from "@/gateway/handle";
import type { Pipeline } from "@/gateway/pipeline/pipeline";
import { fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { api, backend, operation, policy, subscription } from "@/gateway/testing/documents";
import { apply } from "./apply";
import { build } from "./build";
import type { PolicyUnit } from "./policy-unit";
import { ChangeRefused, type Program, type ProgramChange } from "./program";

const change = (program: Program, { put = [], remove = [] }: Partial<Omit<ProgramChange, "revision">>): Program =>
  apply(program, { revision: program.revision + 1, put, remove });

function namedValue(name: string, value: string | null, displayName = name): GatewayDocument {
  const properties: NamedValueDocument = { displayName, secret: false, value };
  return { id: `/namedvalues/${name}`, name, type: "namedValues", properties };
}
const fragment = (name: string, content: string): GatewayDocument => ({
  id: `/policyfragments/${name}`,
  name,
  type: "policyFragments",
  properties: { value: `<fragment>${content}</fragment>` },
});
const header = (value: string) =>
  `<set-header name="X-Trace" exists-action="append"><value>${value}</value></set-header>`;
const inbound = (content: string) =>
  `<policies><inbound><base />${content}</inbound><backend><base /></backend></policies>`;

/** What each API's backend is sent. */
async function traces(program: Program, names: readonly string[]): Promise<Record<string, unknown>> {
  const handle = createHandler(() => program);
  const seen: Record<string, unknown> = {};
  for (const name of names) {
    const exchange = fakeExchange({ url: `/${name}/x` });
    await handle(exchange);
    seen[name] = exchange.lastError?.reason ?? exchange.request.headers.get("X-Trace");
  }
  return seen;
}
const unitOf = (program: Program, name: string) => program.index.policies.get(`/apis/${name}`) as PolicyUnit;
const pipelineOf = (program: Program, name: string): Pipeline | undefined =>
  unitOf(program, name).pipelines.get(program.index.globalPolicy);

const names = ["plain", "value", "fragment", "deep"];
const shared = () =>
  build(
    [
      ...names.flatMap((name) => [api(name), operation(name, "GET", "/x")]),
      policy("/apis/plain", inbound(header("plain"))),
      policy("/apis/value", inbound(header("{{v}}"))),
      policy("/apis/fragment", inbound('<include-fragment fragment-id="F" />')),
      policy("/apis/deep", inbound('<include-fragment fragment-id="with-value" />')),
      fragment("f", header("from f")),
      fragment("with-value", header("deep {{v}}")),
      namedValue("v", "one"),
      namedValue("w", "other"),
    ],
    1,
  );

test("a named value or a fragment that changes reaches exactly its users", async () => {
  const first = shared();
  expect(await traces(first, names)).toEqual({ plain: "plain", value: "one", fragment: "from f", deep: "deep one" });
  const compiled = Object.fromEntries(names.map((name) => [name, pipelineOf(first, name)]));
  for (const pipeline of Object.values(compiled)) expect(pipeline).toBeDefined();
  const reread = (program: Program) => names.filter((name) => unitOf(program, name) !== unitOf(first, name));

  const second = change(first, { put: [namedValue("v", "two")] });
  expect(reread(second)).toEqual(["value", "deep"]);
  expect(await traces(second, names)).toEqual({ plain: "plain", value: "two", fragment: "from f", deep: "deep two" });
  expect(pipelineOf(second, "plain")).toBe(compiled.plain);
  expect(pipelineOf(second, "fragment")).toBe(compiled.fragment);

  const third = change(first, { put: [fragment("f", header("new f"))] });
  expect(reread(third)).toEqual(["fragment"]);
  expect(await traces(third, names)).toMatchObject({ fragment: "new f", deep: "deep one" });

  expect(reread(change(first, { put: [namedValue("w", "changed")] }))).toEqual([]);
  expect(reread(change(first, { put: [namedValue("v", "one")] }))).toEqual([]);
  // Requests that still run by the first program see nothing of all this.
  expect(await traces(first, names)).toMatchObject({ value: "one", fragment: "from f", deep: "deep one" });
});

test("a display name that is given up is another's in the same change, whichever comes first", async () => {
  const first = shared();
  const swap = [namedValue("v", "was v", "w"), namedValue("w", "was w", "v")];
  const taken = [namedValue("new", "newcomer", "v"), namedValue("v", "one", "elsewhere")];
  for (const put of [swap, swap.toReversed()]) {
    const program = change(first, { put });
    expect(await traces(program, names)).toMatchObject({ value: "was w", deep: "deep was w" });
    expect(program.resolveNamedValues("{{v}} {{w}}")).toBe("was w was v");
  }
  for (const put of [taken, taken.toReversed()]) {
    const program = change(first, { put });
    expect(await traces(program, names)).toMatchObject({ value: "newcomer" });
  }
});

test("a named value is seen that comes later, cannot be read, or goes", async () => {
  const first = change(shared(), { remove: ["/namedvalues/v"] });
  expect(await traces(first, ["value"])).toEqual({ value: "{{v}}" });
  const unreadable = change(first, { put: [namedValue("v", null)] });
  expect(await traces(unreadable, names)).toMatchObject({ plain: "plain", value: "NamedValueUnavailable" });
  expect(await traces(change(unreadable, { put: [namedValue("v", "back")] }), ["value"])).toEqual({ value: "back" });
});

test("named values written with character references are seen, too", async () => {
  const program = change(shared(), { put: [policy("/apis/plain", inbound(header("&#123;&#x7b;v}}")))] });
  expect(await traces(program, ["plain"])).toEqual({ plain: "one" });
  expect(await traces(change(program, { put: [namedValue("v", "two")] }), ["plain"])).toEqual({ plain: "two" });
});

test.each<[string, Partial<ProgramChange>]>([
  ["a policy that this version cannot run", { put: [policy("/apis/plain", inbound("<unheard-of />"))] }],
  ["a policy whose fragment is missing", { put: [policy("/", inbound("<include-fragment fragment-id='no' />"))] }],
  [
    "a policy that does not run with a named value",
    { put: [policy("/apis/plain", inbound('<set-header name="A" exists-action="{{v}}" />'))] },
  ],
  [
    "a policy that comes with a fragment that does not run",
    {
      put: [policy("/apis/plain", inbound('<include-fragment fragment-id="F" />')), fragment("f", "<unheard-of />")],
    },
  ],
])("refused as a whole, and the program before it stays: %s", async (_, bad) => {
  const first = shared();
  const [before, index] = [{ ...first }, { ...first.index }];
  const put = [...(bad.put ?? []), api("another"), namedValue("v", "two")];
  expect(() => change(first, { ...bad, put })).toThrow(ChangeRefused);
  expect({ ...first }).toEqual(before);
  expect({ ...first.index }).toEqual(index);
  expect(await traces(first, names)).toMatchObject({ value: "one", fragment: "from f" });
  expect(first.index.apis.get("/apis/another")).toBeUndefined();
});

test.each<[string, Partial<ProgramChange>, string]>([
  ["a fragment that goes", { remove: ["/policyfragments/f"] }, "Policy fragment 'F' could not be found."],
  ["a fragment that does not run", { put: [fragment("f", "<unheard-of />")] }, "policy 'unheard-of' is not available."],
  [
    "a named value that no policy was written for",
    { put: [namedValue("action", "no action")] },
    "The 'exists-action' attribute cannot be 'no action'. It must be one of 'override', 'append', 'skip', 'delete'.",
  ],
])("taken, and closes the policies that use it, and no other: %s", async (_, bad, why) => {
  const [user, name] = bad.put?.[0]?.type === "namedValues" ? ["action", "{{action}}"] : ["fragment", "append"];
  const action = policy("/apis/action", inbound(`<set-header name="A" exists-action="${name}" />`));
  const documents = [api("action"), operation("action", "GET", "/x"), namedValue("action", "append"), action];
  const first = change(shared(), { put: documents });
  const told: string[] = [];
  const put = [...(bad.put ?? []), namedValue("v", "two")];
  const next = apply(first, { revision: 3, remove: bad.remove ?? [], put }, (message) => told.push(message));
  expect(told).toEqual([
    `The policy /apis/${user}/policies/policy cannot be run any more, and lets nothing through: ${why}`,
  ]);
  expect(await traces(next, [...names, user])).toMatchObject({
    plain: "plain",
    value: "two",
    deep: "deep two",
    [user]: "PolicyNotRunnable",
  });
  const mended = change(next, { put: [fragment("f", header("mended")), namedValue("action", "delete")] });
  expect(await traces(mended, names)).toMatchObject({ plain: "plain", fragment: "mended" });
});

test("what a gateway tells of a policy that does not run holds no secret", () => {
  const secret = namedValue("action", "p4ssw0rd");
  (secret.properties as NamedValueDocument).secret = true;
  const use = policy("/apis/plain", inbound('<set-header name="A" exists-action="{{action}}" />'));
  expect(() => change(shared(), { put: [secret, use] })).toThrow(
    "The policy /apis/plain/policies/policy cannot be run: The 'exists-action' attribute cannot be '{{action}}'.",
  );
});

test("a policy is not refused for another scope's mistake", async () => {
  const broken = build([api("a"), operation("a", "GET", "/x"), policy("/", inbound("<unheard-of />"))], 1);
  const next = change(broken, { put: [policy("/apis/a", "<policies><inbound /></policies>")] });
  expect(next.revision).toBe(2);
  expect(() => change(broken, { put: [policy("/apis/a", inbound("<unheard-of />"))] })).toThrow(
    "The policy /apis/a/policies/policy cannot be run: policy 'unheard-of' is not available.",
  );
});

test("what goes may never have been here", () => {
  const first = shared();
  const next = change(first, { remove: ["/tags/unknown", "/apis/unknown", "/"] });
  expect(next.index.router).toBe(first.index.router);
  expect([...next.documents]).toEqual([...first.documents]);
});

test("ten thousand operations: a change of one document shares all that it does not touch", async () => {
  const documents: GatewayDocument[] = [policy("/apis/api-7", inbound(header("seven")))];
  for (let number = 0; number < 100; number++) {
    documents.push(
      api(`api-${number}`, { path: `area-${number % 10}/api-${number}` }),
      subscription(`s-${number}`, `k-${number}`),
    );
    for (let each = 0; each < 100; each++) documents.push(operation(`api-${number}`, "GET", `/c-${each}/{id}`));
  }
  const first = build(documents, 1);
  expect(first.documents.size).toBe(10_201);
  const areas = (program: Program) => [...program.index.router.children.values()];
  const sameApis = (program: Program) =>
    [...program.index.apis].filter(([id, entry]) => first.index.apis.get(id) === entry).length;

  const oneOperation = change(first, { put: [operation("api-42", "POST", "/c-1/{id}")] });
  expect(sameApis(oneOperation)).toBe(99);
  expect(areas(oneOperation).filter((node, at) => node === areas(first)[at])).toHaveLength(9);
  const [before, after] = [first, oneOperation].map((program) => program.index.apis.get("/apis/api-42")?.operations);
  const same = [...(after?.children ?? [])].filter(([key, node]) => before?.children.get(key) === node);
  expect([after?.children.size, same.length]).toEqual([100, 99]);
  for (const part of ["products", "productsOfApi", "subscriptions", "namedValues", "policies", "users"] as const) {
    expect(oneOperation.index[part], part).toBe(first.index[part]);
  }
  expect(oneOperation.backends).toBe(first.backends);
  expect(oneOperation.resolveNamedValues).toBe(first.resolveNamedValues);

  const oneBackend = change(first, { put: [backend("b", { url: "http://b.example" })] });
  expect(oneBackend.index.router).toBe(first.index.router);
  expect(oneBackend.index.apis).toBe(first.index.apis);
  expect(oneBackend.index.operations).toBe(first.index.operations);
  const another = change(oneBackend, { put: [backend("c", { url: "http://c.example" })] });
  expect(another.backends.get("/backends/b")).toBe(oneBackend.backends.get("/backends/b"));

  const oneSubscription = change(first, { put: [subscription("s-1", "new-key")] });
  expect(oneSubscription.index.router).toBe(first.index.router);
  expect(sameApis(oneSubscription)).toBe(100);

  const undone = change(oneOperation, { remove: [operation("api-42", "POST", "/c-1/{id}").id] });
  expect(undone.documents.size).toBe(first.documents.size);
});
