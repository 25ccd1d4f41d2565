import { env } from "@/lib/env";
import type { JsonObject } from "@/lib/json";
import { etagOf } from "../../arm/etag";
import type { Present } from "../behaviour";
import { objectsAt } from "../read-properties";
import { utc } from "../utc";

/** The service with what only the server knows: its addresses, its state, when it was made. */
export const present: Present = ({ document, resource, origin }) => {
  const properties = resource.properties as JsonObject;
  return {
    ...resource,
    etag: etagOf(document.revision).slice(1, -1),
    properties: {
      ...properties,
      ...(properties.hostnameConfigurations === undefined
        ? {}
        : { hostnameConfigurations: objectsAt(properties, "hostnameConfigurations").map(withoutPem) }),
      ...(properties.certificates === undefined
        ? {}
        : { certificates: objectsAt(properties, "certificates").map(withoutPem) }),
      provisioningState: "Succeeded",
      targetProvisioningState: "",
      createdAtUtc: utc(document.createdAt),
      gatewayUrl: gatewayUrl(origin),
      gatewayRegionalUrl: gatewayUrl(origin),
      portalUrl: origin,
      developerPortalUrl: origin,
      managementApiUrl: origin,
      scmUrl: null,
      platformVersion: "undetermined",
    },
  };
};

function withoutPem({ certificatePem: _pem, privateKeyPem: _key, ...item }: JsonObject): JsonObject {
  return item;
}

/** Where gateways take traffic: as set, else on the portal's host. */
function gatewayUrl(origin: string): string {
  const { GATEHOUSE_GATEWAY_PUBLIC_URL, GATEHOUSE_GATEWAY_PORT } = env();
  if (GATEHOUSE_GATEWAY_PUBLIC_URL !== undefined) return GATEHOUSE_GATEWAY_PUBLIC_URL.replace(/\/$/, "");
  return `http://${new URL(origin).hostname}:${GATEHOUSE_GATEWAY_PORT}`;
}
