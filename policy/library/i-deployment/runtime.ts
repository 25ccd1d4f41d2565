import type { DeploymentFacts } from "@/policy/exchange";
import { MapView } from "@/policy/kits/message/map-view";
import { implementType } from "@/policy/library/implement";

const itself = (deployment: DeploymentFacts) => deployment;

export const runtime = implementType("IDeployment", {
  Certificates: (deployment: DeploymentFacts) =>
    new MapView(
      deployment.certificates?.() ?? new Map(),
      "System.Security.Cryptography.X509Certificates.X509Certificate2",
    ),
  Gateway: itself,
  GatewayId: (deployment: DeploymentFacts) => deployment.gatewayId,
  Region: (deployment: DeploymentFacts) => deployment.region,
  ServiceId: (deployment: DeploymentFacts) => deployment.serviceId,
  ServiceName: (deployment: DeploymentFacts) => deployment.serviceName,
  SustainabilityInfo: itself,
});
