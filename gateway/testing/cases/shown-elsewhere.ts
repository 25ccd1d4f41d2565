/** Statements of the documentation that no request through a gateway can show, or not alone: the test that does. */
export const shownElsewhere: Readonly<Record<string, { file: string; title: string }>> = {
  "forward-request 5": { file: "gateway/backend/attempts.test.ts", title: "are ended when their client goes" },
  "forward-request error 3": { file: "gateway/backend/attempts.test.ts", title: "are ended when their client goes" },
  "set-backend-service 6": { file: "gateway/backend/chosen-target.test.ts", title: "a backend of Dapr is its runtime" },
  "authentication-certificate 3": {
    file: "gateway/outgoing/call-credentials.test.ts",
    title: "of a forward, an uploaded one",
  },
  "validate-odata-request 2": {
    file: "policy/catalog/validate-odata-request/scope.test.ts",
    title: "a policy of an operation cannot have it",
  },
  "limit-concurrency 3": { file: "policy/kits/control/running-entries.test.ts", title: "each gateway counts its own" },
  "limit-concurrency 4": { file: "policy/catalog/retry/retry.test.ts", title: "what the retry held is free" },
  "retry 2": { file: "policy/catalog/retry/wait-between.test.ts", title: "as in the documentation's own example" },
  "wait 2": { file: "policy/catalog/wait/wait.test.ts", title: "is given up as well, and nothing more of it runs" },
  "rewrite-uri 2": { file: "policy/check.test.ts", title: "a rewritten URL is made of the operation's own parameters" },
  "include-fragment 4": {
    file: "management/resources/policy-fragments/policy-fragments.test.ts",
    title: "409: in use",
  },
  "choose 5": { file: "policy/check/once.test.ts", title: "a policy that may be used once in a section" },
  "cross-domain 2": { file: "policy/catalog/cross-domain/cross-domain.test.ts", title: "once in a section" },
  "validate-parameters 3": {
    file: "policy/catalog/validate-parameters/grammar.test.ts",
    title: "a group that is there says what to do",
  },
  "log-to-eventhub 3": {
    file: "management/resources/loggers/loggers.test.ts",
    title: "a policy names a logger that exists, and keeps it from being deleted",
  },
  "ip-filter 6": { file: "policy/catalog/ip-filter/ip-filter.test.ts", title: "a caller whose address cannot be told" },
  "ip-filter error 1": {
    file: "policy/catalog/ip-filter/ip-filter.test.ts",
    title: "a caller whose address cannot be told",
  },
  "rate-limit 12": { file: "gateway/stores/redis/redis.test.ts", title: "several gateways count as one" },
  "publish-event 1": {
    file: "gateway/graphql/graphql.test.ts",
    title: "who subscribed over a WebSocket hears what publish-event publishes",
  },
  "publish-event 3": {
    file: "gateway/graphql/graphql.test.ts",
    title: "who subscribed over a WebSocket hears what publish-event publishes",
  },
  "sql-data-source 1": { file: "gateway/data-sources/sql.test.ts", title: "values of every kind arrive as they are" },
  "sql-data-source 2": {
    file: "gateway/data-sources/sql.test.ts",
    title: "of several statements the last result counts",
  },
  "sql-data-source 3": { file: "gateway/data-sources/sql.test.ts", title: "several rows are items" },
  "cosmosdb-data-source 1": {
    file: "gateway/data-sources/cosmos.test.ts",
    title: "exactly one of the four kinds of request",
  },
  "cosmosdb-data-source 2": {
    file: "gateway/data-sources/cosmos.test.ts",
    title: "a query has parameters of every kind",
  },
  "cosmosdb-data-source 3": {
    file: "gateway/data-sources/cosmos.test.ts",
    title: "a query has parameters of every kind",
  },
  "cosmosdb-data-source 4": {
    file: "gateway/data-sources/cosmos.test.ts",
    title: "a write without a body writes the field's arguments",
  },
  "cosmosdb-data-source 5": { file: "gateway/data-sources/cosmos.test.ts", title: "the types of partition keys" },
  "include-fragment 5": {
    file: "policy/check.test.ts",
    title: "what a fragment holds is checked where it is included",
  },
};

/** Statements that say of Azure what is deliberately otherwise here, or is not offered; with what is instead. */
export const otherwiseHere: Readonly<Record<string, string>> = {
  "rate-limit 3": "counts are exact: over the processes of a gateway, and over gateways with Redis",
  "rate-limit 4": "there is one kind of gateway, and its window slides",
  "quota 7": "counts are exact: over the processes of a gateway, and over gateways with Redis",
  "quota-by-key 3": "counters are neither read nor set through the management API",
  "check-header 4": "inbound only, as the policy's own page says",
};
