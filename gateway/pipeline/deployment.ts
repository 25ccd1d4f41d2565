import type { CertificateDocument } from "@/contract/documents";
import type { Program } from "@/gateway/program/program";
import { serviceId } from "@/lib/service-id";
import type { DeploymentFacts } from "@/policy/exchange";
import { CertificateObject } from "@/policy/kits/crypto/certificate-object";

const serviceName = serviceId.slice(serviceId.lastIndexOf("/") + 1);

/** Made once for a program's certificates, which keep their identity while none of them changes. */
const known = new WeakMap<ReadonlyMap<string, CertificateDocument>, DeploymentFacts>();

/** context.Deployment: this installation is the managed gateway of its own service. */
export function deploymentOf({ certificates }: Program): DeploymentFacts {
  const made = known.get(certificates);
  if (made !== undefined) return made;
  let objects: ReadonlyMap<string, CertificateObject> | null = null;
  const facts: DeploymentFacts = {
    gatewayId: "managed",
    instanceId: "managed",
    isManaged: true,
    region: "local",
    serviceId,
    serviceName,
    certificates: () => {
      objects ??= certificateObjects(certificates);
      return objects;
    },
  };
  known.set(certificates, facts);
  return facts;
}

/** By the names that policies know them by. */
function certificateObjects(certificates: ReadonlyMap<string, CertificateDocument>): Map<string, CertificateObject> {
  return new Map(
    [...certificates].map(([id, { certificatePem, privateKeyPem }]) => [
      id.slice(id.lastIndexOf("/") + 1),
      CertificateObject.fromPem(certificatePem, privateKeyPem),
    ]),
  );
}
