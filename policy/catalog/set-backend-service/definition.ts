import { definePolicy, everyScope } from "../define";
import { isBaseUrl } from "./base-url";

/** For backends of Service Fabric; others do without, so policies that serve both are fine. */
const serviceFabric = { expressions: true, form: { advanced: true } } as const;
const dapr = serviceFabric;
const onBackend = (attribute: string) => ({ kind: "needs", attribute, needed: "backend-id" }) as const;

export const definition = definePolicy({
  name: "set-backend-service",
  category: "routing",
  purpose: "Send the request to another backend.",
  docs: "https://learn.microsoft.com/azure/api-management/set-backend-service-policy",
  role: "step",
  sections: ["inbound", "backend"],
  scopes: everyScope,
  attributes: {
    "backend-id": {
      type: "string",
      expressions: true,
      refersTo: { kind: "backend", except: ["dapr"] },
    },
    "base-url": {
      type: "string",
      expressions: true,
      problem: (url) => (isBaseUrl(url) ? null : "It must be an absolute URL of http or https."),
      form: { control: "url" },
    },
    "sf-partition-key": { type: "string", ...serviceFabric },
    "sf-replica-type": { type: "enum", allowed: ["primary", "secondary"], ...serviceFabric },
    "sf-resolve-condition": { type: "boolean", ...serviceFabric },
    "sf-service-instance-name": { type: "string", ...serviceFabric },
    "sf-listener-name": { type: "string", ...serviceFabric },
    "dapr-app-id": { type: "string", ...dapr },
    "dapr-method": { type: "string", ...dapr },
    "dapr-namespace": { type: "string", ...dapr },
  },
  constraints: [
    { kind: "exactly-one", attributes: ["base-url", "backend-id"] },
    onBackend("sf-partition-key"),
    onBackend("sf-replica-type"),
    onBackend("sf-resolve-condition"),
    onBackend("sf-service-instance-name"),
    onBackend("sf-listener-name"),
    onBackend("dapr-app-id"),
    onBackend("dapr-method"),
    onBackend("dapr-namespace"),
  ],
});
