import type { DeploymentFacts } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("ISustainabilityInfo", {
  CurrentCarbonIntensity: (deployment: DeploymentFacts) => deployment.carbonIntensity ?? 0,
});
