import fs from "node:fs";
import { ApiManagementClient } from "@azure/arm-apimanagement";
import type { Installation } from "./installation";

/** Where an installation says that it is, for clients that must name it. */
export const group = "gatehouse";
export const service = "gatehouse";

/** Microsoft's own client, pointed at this installation, over TLS as it insists. */
export function vendorClient(gatehouse: Installation): ApiManagementClient {
  return new ApiManagementClient(
    { getToken: async () => ({ token: gatehouse.token, expiresOnTimestamp: Date.now() + 3_600_000 }) },
    "00000000-0000-0000-0000-000000000000",
    {
      endpoint: new URL(gatehouse.apiOverTls).origin,
      tlsOptions: { ca: fs.readFileSync(gatehouse.authorityFile) },
      retryOptions: { maxRetries: 0 },
    },
  );
}
