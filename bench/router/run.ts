import type { GatewayDocument } from "@/contract/documents";
import { createHandler } from "@/gateway/handle";
import { fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { build } from "@/gateway/program/build";
import { findApi } from "@/gateway/router/find-api";
import { findOperation } from "@/gateway/router/find-operation";
import { api, operation, policy, subscription } from "@/gateway/testing/documents";

// Matching alone, then all that the gateway does to a request but the wire, in nanoseconds of one core.
const operationsPerApi = 20;
const rounds = 7;
const callsPerRound = 200_000;
const requestHeaders = {
  Host: "gateway.example",
  "User-Agent": "bench",
  Accept: "*/*",
  "Accept-Encoding": "gzip",
  "Content-Type": "application/json",
  "Ocp-Apim-Subscription-Key": "0123456789abcdef0123456789abcdef",
};

function documents(operations: number): GatewayDocument[] {
  const made: GatewayDocument[] = [
    policy(
      "/",
      `<policies><inbound><set-header name="X-Team"><value>orders</value></set-header></inbound>
       <backend><return-response><set-status code="204" reason="No Content" /></return-response></backend></policies>`,
    ),
    subscription("all", requestHeaders["Ocp-Apim-Subscription-Key"]),
  ];
  for (let count = 0; count < operations; count++) {
    const name = `api-${Math.floor(count / operationsPerApi)}`;
    if (count % operationsPerApi === 0) made.push(api(name, { path: `area/${name}`, subscriptionRequired: true }));
    made.push(operation(name, "GET", `/collection-${count % operationsPerApi}/{id}/details`));
  }
  return made;
}

/** The fastest round: what else the machine does only ever adds. */
function nanoseconds(call: (index: number) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    for (let index = 0; index < callsPerRound; index++) call(index);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / callsPerRound);
  }
  return best;
}

console.log(
  "| operations | match | match, key check, set-header and answer | the request object alone |\n|---|---|---|---|",
);
for (const operations of [10, 1_000, 10_000]) {
  const program = build(documents(operations), 1);
  const handle = createHandler(() => program);
  const urls = Array.from({ length: 1_000 }, (_, index) => {
    const at = (index * 7919) % operations;
    return `/area/api-${Math.floor(at / operationsPerApi)}/collection-${at % operationsPerApi}/${index}/details?a=b`;
  });
  const requests = urls.map((url) => fakeExchange({ url, headers: requestHeaders }).request);
  const match = nanoseconds((index) => {
    const request = requests[index % requests.length] as (typeof requests)[number];
    const found = findApi(program.index.router, request);
    if (found === null || findOperation(found.api.operations, "GET", found.rest, request.query) === null) {
      throw new Error(`${request.path} was not matched`);
    }
  });
  const made = (index: number) => fakeExchange({ url: urls[index % urls.length] as string, headers: requestHeaders });
  const request = nanoseconds(made);
  const whole = nanoseconds((index) => {
    const exchange = made(index);
    handle(exchange);
    if (exchange.response?.status !== 204) throw new Error(`answered ${exchange.response?.status}`);
  });
  console.log(
    `| ${operations} | ${match.toFixed(0)} ns | ${(whole - request).toFixed(0)} ns | ${request.toFixed(0)} ns |`,
  );
}
