import type { BackendFacts } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("IBackend", {
  AzureRegion: (backend: BackendFacts) => backend.azureRegion,
  Id: (backend: BackendFacts) => backend.id,
  Type: (backend: BackendFacts) => (backend.type === "pool" ? 1 : 0),
});
