import type { PolicyHost } from "@/policy/exchange";

const absent = (what: string) => (): never => {
  throw new Error(`This test has no ${what}.`);
};

/** A host whose parts a test brings itself. */
export function fakeHost(given: Partial<PolicyHost>): PolicyHost {
  return {
    forward: absent("backend"),
    send: absent("outgoing calls"),
    counters: {
      take: absent("counters"),
      takeAll: absent("counters"),
      add: absent("counters"),
      look: absent("counters"),
    },
    caches: {
      internal: { get: absent("cache"), set: absent("cache"), remove: absent("cache") },
      external: null,
    },
    telemetry: { record: absent("telemetry") },
    messaging: { logEvent: absent("messaging"), sendMessage: absent("messaging") },
    managedIdentity: { token: absent("managed identity") },
    documents: { get: absent("documents") },
    graphqlEvents: { publish: absent("events") },
    dataSources: { sql: absent("data sources"), cosmos: absent("data sources") },
    ...given,
  };
}
