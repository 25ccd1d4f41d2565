import { echo } from "./echo";
import type { Management } from "./management";
import { putPolicy } from "./put-policy";

/** An API with one operation for everybody, `get`, and a policy where one is given. */
export async function makeApi(
  management: Management,
  name: string,
  { policy, serviceUrl = echo, urlTemplate = "/" }: { policy?: string; serviceUrl?: string; urlTemplate?: string } = {},
): Promise<void> {
  await management.put(`/apis/${name}`, {
    displayName: name,
    path: name,
    protocols: ["http", "https"],
    subscriptionRequired: false,
    serviceUrl,
  });
  await management.put(`/apis/${name}/operations/get`, { displayName: "Get", method: "GET", urlTemplate });
  if (policy !== undefined) await putPolicy(management, name, policy);
}
