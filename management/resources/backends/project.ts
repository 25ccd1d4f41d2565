import type { BackendDocument } from "@/contract/documents";
import type { JsonObject } from "@/lib/json";
import { isObject } from "../../verbs/json-shape";
import type { Project } from "../behaviour";
import { canonicalIdIn } from "../canonical";
import { flagAt, numberAt, objectsAt, textAt, textsOf } from "../read-properties";
import { membersOf } from "./properties";

export const project: Project = ({ document, properties }) => ({
  id: document.id,
  name: document.name,
  type: "backends",
  properties: {
    type: properties.type === "Pool" ? "Pool" : "Single",
    title: textAt(properties, "title"),
    url: textAt(properties, "url"),
    protocol: protocolOf(properties),
    credentials: credentialsOf(properties),
    proxy: proxyOf(properties),
    tls: {
      validateCertificateChain: flagAt(properties, "tls", "validateCertificateChain") ?? true,
      validateCertificateName: flagAt(properties, "tls", "validateCertificateName") ?? true,
      serverCertificateThumbprints: textsOf(properties, "tls", "serverCertificateThumbprints"),
      serverX509Names: x509NamesOf(objectsAt(properties, "tls", "serverX509Names")),
    },
    circuitBreaker: breakerOf(properties),
    pool: poolOf(properties),
    serviceFabricCluster: clusterOf(properties),
    reconnectAt: numberAt(properties, "reconnectAt"),
  },
});

function protocolOf(properties: JsonObject): BackendDocument["protocol"] {
  if (properties.type === "Pool") return null;
  return properties.protocol === "soap" ? "soap" : "http";
}

function credentialsOf({ credentials }: JsonObject): BackendDocument["credentials"] {
  if (!isObject(credentials)) return null;
  const { authorization, managedIdentity } = credentials;
  return {
    certificateIds: textsOf(credentials, "certificateIds").map((id) => canonicalIdIn("certificates", id) ?? id),
    certificateThumbprints: textsOf(credentials, "certificate").map((thumbprint) => thumbprint.toUpperCase()),
    header: textLists(credentials.header),
    query: textLists(credentials.query),
    authorization: isObject(authorization)
      ? { scheme: textAt(authorization, "scheme") ?? "", parameter: textAt(authorization, "parameter") ?? "" }
      : null,
    managedIdentity: isObject(managedIdentity)
      ? { resource: textAt(managedIdentity, "resource") ?? "", clientId: textAt(managedIdentity, "clientId") }
      : null,
  };
}

function textLists(map: JsonObject[string] | undefined): Record<string, string[]> {
  if (!isObject(map)) return {};
  return Object.fromEntries(Object.keys(map).map((name) => [name, textsOf(map, name)]));
}

function proxyOf({ proxy }: JsonObject): BackendDocument["proxy"] {
  if (!isObject(proxy)) return null;
  return { url: textAt(proxy, "url") ?? "", username: textAt(proxy, "username"), password: textAt(proxy, "password") };
}

const x509NamesOf = (names: JsonObject[]) =>
  names.map((each) => ({
    name: textAt(each, "name") ?? "",
    issuerCertificateThumbprint: textAt(each, "issuerCertificateThumbprint"),
  }));

function breakerOf({ circuitBreaker }: JsonObject): BackendDocument["circuitBreaker"] {
  if (!isObject(circuitBreaker)) return null;
  return {
    rules: objectsAt(circuitBreaker, "rules").map((rule) => ({
      name: textAt(rule, "name"),
      failureCondition: isObject(rule.failureCondition) ? conditionOf(rule.failureCondition) : null,
      tripDuration: textAt(rule, "tripDuration"),
      acceptRetryAfter: flagAt(rule, "acceptRetryAfter") ?? false,
      failureResponseStatusCode: numberAt(rule, "failureResponse", "statusCode"),
    })),
  };
}

const conditionOf = (condition: JsonObject) => ({
  count: numberAt(condition, "count"),
  percentage: numberAt(condition, "percentage"),
  interval: textAt(condition, "interval"),
  // A bound that is left out is the contract's own.
  statusCodeRanges: objectsAt(condition, "statusCodeRanges").map((range) => ({
    min: numberAt(range, "min") ?? 200,
    max: numberAt(range, "max") ?? 599,
  })),
  errorReasons: textsOf(condition, "errorReasons"),
});

function poolOf(properties: JsonObject): BackendDocument["pool"] {
  if (!isObject(properties.pool)) return null;
  return {
    services: membersOf(properties).map(({ id, weight, priority }) => ({
      backendId: canonicalIdIn("backends", id) ?? id,
      weight,
      priority,
    })),
    sessionAffinityCookie: textAt(properties, "pool", "sessionAffinity", "sessionId", "name"),
  };
}

function clusterOf(properties: JsonObject): BackendDocument["serviceFabricCluster"] {
  const outer = properties.properties;
  const cluster = isObject(outer) ? outer.serviceFabricCluster : undefined;
  if (!isObject(cluster)) return null;
  const certificate = textAt(cluster, "clientCertificateId");
  return {
    managementEndpoints: textsOf(cluster, "managementEndpoints"),
    clientCertificateId: certificate === null ? null : (canonicalIdIn("certificates", certificate) ?? certificate),
    clientCertificateThumbprint: textAt(cluster, "clientCertificatethumbprint")?.toUpperCase() ?? null,
    maxPartitionResolutionRetries: numberAt(cluster, "maxPartitionResolutionRetries"),
    serverCertificateThumbprints: textsOf(cluster, "serverCertificateThumbprints").map((each) => each.toUpperCase()),
    serverX509Names: x509NamesOf(objectsAt(cluster, "serverX509Names")),
  };
}
