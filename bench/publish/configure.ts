import type { Json } from "@/lib/json";
import type { Store } from "@/management/store/store";

const operationsPerApi = 100;
const policyEvery = 10;
const actor = { kind: "system", id: "bench", name: "Bench" } as const;

type Ask = (method: string, path: string, body?: string) => Promise<Response>;

/** APIs of a hundred operations each, a policy on every tenth operation, and the two APIs that are measured. */
export async function configure(store: Store, ask: Ask, operations: number): Promise<void> {
  const put = async (path: string, properties: Json) => {
    const answer = await ask("PUT", path, JSON.stringify({ properties }));
    if (answer.status > 201) throw new Error(`PUT ${path}: ${answer.status} ${await answer.text()}`);
  };
  for (let api = 0; api * operationsPerApi < operations; api++) {
    await put(`apis/api-${api}`, { displayName: `API ${api}`, path: `api-${api}`, protocols: ["http"] });
  }
  await store.commit({ actor, title: "Operations of the bench" }, async (tx) => {
    for (let index = 0; index < operations; index++) {
      const parentId = `/apis/api-${Math.floor(index / operationsPerApi)}`;
      const name = `operation-${index}`;
      const id = `${parentId}/operations/${name}`;
      const properties = {
        displayName: `Operation ${index}`,
        method: index % 2 === 0 ? "GET" : "POST",
        urlTemplate: `/collection-${index % operationsPerApi}/{id}/part`,
        templateParameters: [{ name: "id", type: "string", required: true }],
        description: "Reads one of the things that this collection holds, as its clients know it. ".repeat(4),
      };
      await tx.put({ id, name, type: "apis/operations", parentId, properties, references: [] });
      if (index % policyEvery !== 0) continue;
      const value = policy(`<set-header name="X-Operation"><value>${index}</value></set-header>`);
      await tx.put({
        id: `${id}/policies/policy`,
        name: "policy",
        type: "apis/operations/policies",
        parentId: id,
        properties: { value, format: "rawxml" },
        references: [],
      });
    }
  });
  for (const name of ["probe", "load"]) {
    await put(`apis/${name}`, {
      displayName: name,
      path: name,
      protocols: ["http"],
      subscriptionRequired: false,
      serviceUrl: "http://echo.gatehouse.internal",
    });
    await put(`apis/${name}/operations/get`, { displayName: "Get", method: "GET", urlTemplate: "/" });
  }
  await put("apis/probe/operations/get/policies/policy", probePolicy("first"));
}

const policy = (inbound: string) =>
  `<policies><inbound><base />${inbound}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`;

/** Makes the probe answer with this text. */
export const probePolicy = (text: string) => ({
  format: "rawxml",
  value: policy(
    `<return-response><set-status code="200" reason="OK" /><set-header name="X-Probe"><value>${text}</value></set-header></return-response>`,
  ),
});
