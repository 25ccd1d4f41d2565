import { canonicalIdIn } from "../canonical";
import { defineResource, type Reference } from "../define";
import { entityId } from "../entity-id";
import { namedValueReference } from "../named-values/reference";
import { textsOf } from "../read-properties";
import { membersOf } from "./properties";
import { createBackend, updateBackend } from "./schema";

/** Where requests go: one address with its credentials, TLS and breaker, or a pool of such. */
export const backends = defineResource({
  kind: "backends",
  types: ["backends"],
  title: "Backend",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/backend",
  id: entityId("a backend", 80),
  create: createBackend,
  update: updateBackend,
  readOnly: ["reconnectAt"],
  secrets: [
    { path: "credentials.header.*.*", shown: "masked", keptWhenAbsent: false, plain: namedValueReference },
    { path: "credentials.query.*.*", shown: "masked", keptWhenAbsent: false, plain: namedValueReference },
    { path: "credentials.authorization.parameter", shown: "masked", keptWhenAbsent: true, plain: namedValueReference },
    { path: "proxy.password", shown: "masked", keptWhenAbsent: true, plain: namedValueReference },
  ],
  references(properties) {
    const found: Reference[] = [];
    const refer = (collection: string, written: string, target: string) => {
      found.push({ to: canonicalIdIn(collection, written) ?? written, target });
    };
    for (const [index, id] of textsOf(properties, "credentials", "certificateIds").entries()) {
      refer("certificates", id, `credentials.certificateIds[${index}]`);
    }
    for (const [index, { id }] of membersOf(properties).entries()) refer("backends", id, `pool.services[${index}].id`);
    for (const id of textsOf(properties, "properties", "serviceFabricCluster", "clientCertificateId")) {
      refer("certificates", id, "properties.serviceFabricCluster.clientCertificateId");
    }
    return found;
  },
  filterable: ["title", "description", "url", "type", "protocol", "resourceId"],
  form: {
    sections: [
      { id: "basics", fields: ["title", "description", "type", "url", "protocol", "resourceId"] },
      { id: "pool", fields: ["pool"] },
      { id: "credentials", fields: ["credentials"] },
      { id: "connection", fields: ["tls", "proxy"] },
      { id: "resilience", fields: ["circuitBreaker"] },
      { id: "service-fabric", fields: ["properties"] },
    ],
  },
});
