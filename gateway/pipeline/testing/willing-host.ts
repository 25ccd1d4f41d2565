import { MemoryCache } from "@/gateway/stores/cache/memory-cache";
import { MemoryCounters } from "@/gateway/stores/counters/memory-counters";
import { scriptedIdentity } from "@/gateway/testing/cases/scripted-identity";
import { ToldServices } from "@/gateway/testing/cases/told-services";
import { textBody } from "@/policy/body";
import type { PolicyHost } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { newResponse } from "@/policy/message";
import { fakeHost } from "./fake-host";

/** A host that gives policies all they ask for, out of memory: every backend and every call gets the same JSON. */
export function willingHost(): PolicyHost {
  const told = new ToldServices();
  const answer = () => {
    const response = newResponse(200, "OK");
    response.headers.append("Content-Type", "application/json");
    response.body = textBody('{"a": [1, {"b": "c"}], "message": "hello"}');
    return response;
  };
  return fakeHost({
    forward: async (exchange) => {
      exchange.response = answer();
      return 0;
    },
    send: async () => answer(),
    counters: new MemoryCounters(),
    caches: { internal: new MemoryCache(), external: null },
    telemetry: told,
    messaging: told,
    managedIdentity: scriptedIdentity,
    documents: {
      get() {
        throw new Fault({ source: "documents", reason: null, status: 500, message: "The document cannot be had." });
      },
    },
    graphqlEvents: { publish: () => {} },
  });
}
