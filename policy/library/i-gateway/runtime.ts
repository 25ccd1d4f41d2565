import type { DeploymentFacts } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("IGateway", {
  Id: (deployment: DeploymentFacts) => deployment.gatewayId,
  InstanceId: (deployment: DeploymentFacts) => deployment.instanceId,
  IsManaged: (deployment: DeploymentFacts) => deployment.isManaged,
});
