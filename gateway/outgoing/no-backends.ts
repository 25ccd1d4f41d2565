import type { BackendSources } from "@/gateway/backend/backend-sources";

/** For calls to which no backend entity applies. */
export const noBackends: BackendSources = {
  backends: new Map(),
  certificates: new Map(),
  resolveNamedValues: (text) => text,
};
