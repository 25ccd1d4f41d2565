import { echo } from "./testing/echo";
import { expect, test } from "./testing/installation";
import { group, service, vendorClient } from "./testing/vendor-client";

test("Azure's client library makes an API that serves traffic", async ({ gatehouse, request }) => {
  const client = vendorClient(gatehouse);

  const found = await client.apiManagementService.get(group, service);
  expect(found.type).toBe("Microsoft.ApiManagement/service");

  const backend = await client.backend.createOrUpdate(group, service, "vendor", {
    url: echo,
    protocol: "http",
    credentials: { header: { "x-from-backend": ["yes"] } },
  });
  expect(backend.name).toBe("vendor");
  const tag = await client.backend.getEntityTag(group, service, "vendor");
  await client.backend.update(group, service, "vendor", tag.eTag ?? "", { description: "made by a client library" });
  await expect(
    client.backend.update(group, service, "vendor", tag.eTag ?? "", { description: "too late" }),
  ).rejects.toMatchObject({ statusCode: 412 });

  await client.namedValue.beginCreateOrUpdateAndWait(group, service, "greeting", {
    displayName: "greeting",
    value: "hello from a named value",
    secret: true,
  });
  expect((await client.namedValue.get(group, service, "greeting")).value).toBeUndefined();
  expect((await client.namedValue.listValue(group, service, "greeting")).value).toBe("hello from a named value");

  await client.api.beginCreateOrUpdateAndWait(group, service, "vendor-api", {
    displayName: "Vendor API",
    path: "vendor",
    protocols: ["http", "https"],
    subscriptionRequired: true,
  });
  await client.apiOperation.createOrUpdate(group, service, "vendor-api", "get-item", {
    displayName: "Get item",
    method: "GET",
    urlTemplate: "/items/{id}",
    templateParameters: [{ name: "id", type: "string", required: true }],
  });
  const policy = `<policies><inbound><base /><set-backend-service backend-id="vendor" /><set-header name="x-greeting" exists-action="override"><value>{{greeting}}</value></set-header><choose><when condition="@(context.Request.MatchedParameters["id"] == "7" && context.Request.Url.Query.Count < 2)"><set-header name="x-item" exists-action="override"><value>@{ return $"{context.Operation.Id}/{context.Request.MatchedParameters["id"]}"; }</value></set-header></when></choose></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`;
  await client.apiPolicy.createOrUpdate(group, service, "vendor-api", "policy", { value: policy, format: "rawxml" });
  expect((await client.apiPolicy.get(group, service, "vendor-api", "policy", { format: "rawxml" })).value).toContain(
    "{{greeting}}",
  );
  const wrong = policy.replace("context.Operation.Id", "context.Operation.Identity");
  await expect(
    client.apiPolicy.createOrUpdate(group, service, "vendor-api", "policy", { value: wrong, format: "rawxml" }),
  ).rejects.toMatchObject({
    statusCode: 400,
    code: "ValidationError",
    details: {
      error: { details: [{ message: expect.stringContaining("does not contain a definition for 'Identity'") }] },
    },
  });

  await client.product.createOrUpdate(group, service, "gold", {
    displayName: "Gold",
    subscriptionRequired: true,
    state: "published",
  });
  await client.productApi.createOrUpdate(group, service, "gold", "vendor-api");
  expect(await client.productApi.checkEntityExists(group, service, "gold", "vendor-api")).toEqual({ body: true });
  await client.subscription.createOrUpdate(group, service, "ada", {
    displayName: "Ada",
    scope: "/products/gold",
    state: "active",
  });
  const { primaryKey } = await client.subscription.listSecrets(group, service, "ada");

  await expect(async () => {
    const answer = await request.get(`${gatehouse.gateway}/vendor/items/7`, {
      headers: { "Ocp-Apim-Subscription-Key": primaryKey ?? "" },
    });
    expect(answer.status()).toBe(200);
    const echoed = await answer.text();
    expect(echoed).toContain("/items/7");
    expect(echoed).toContain("hello from a named value");
    expect(echoed).toContain("x-from-backend");
    expect(echoed).toContain("get-item/7");
  }).toPass({ timeout: 5_000 });
  expect((await request.get(`${gatehouse.gateway}/vendor/items/7`)).status()).toBe(401);

  const { token } = await client.gateway.listDebugCredentials(group, service, "managed", {
    credentialsExpireAfter: "PT1H",
    apiId: `${new URL(gatehouse.api).pathname}/apis/vendor-api`,
    purposes: ["tracing"],
  });
  const traced = await request.get(`${gatehouse.gateway}/vendor/items/7`, {
    headers: { "Ocp-Apim-Subscription-Key": primaryKey ?? "", "Apim-Debug-Authorization": token ?? "" },
  });
  const traceId = traced.headers()["apim-trace-id"] ?? "";
  expect(await traced.text()).not.toContain("apim-debug-authorization");
  await expect(async () => {
    const trace = await client.gateway.listTrace(group, service, "managed", { traceId });
    expect(JSON.stringify(trace)).toContain("choose[1]/when[1]/set-header[1]");
    expect(JSON.stringify(trace)).not.toContain("hello from a named value");
  }).toPass({ timeout: 5_000 });

  const names: (string | undefined)[] = [];
  for await (const each of client.backend.listByService(group, service, { filter: "startswith(name, 'ven')" }))
    names.push(each.name);
  expect(names).toEqual(["vendor"]);
  await expect(client.backend.delete(group, service, "vendor", "*")).rejects.toMatchObject({
    statusCode: 409,
    code: "Conflict",
  });
  await client.apiPolicy.delete(group, service, "vendor-api", "policy", "*");
  await client.backend.delete(group, service, "vendor", "*");
  await expect(client.backend.get(group, service, "vendor")).rejects.toMatchObject({
    statusCode: 404,
    code: "ResourceNotFound",
  });
});
