import type { Exchange } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("IFoundry", {
  Deployment: (exchange: Exchange) => exchange.request.foundryDeployment ?? null,
});
