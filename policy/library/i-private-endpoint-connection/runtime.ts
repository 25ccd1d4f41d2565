import type { PrivateEndpointFacts } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("IPrivateEndpointConnection", {
  GroupId: (connection: PrivateEndpointFacts) => connection.groupId,
  MemberName: (connection: PrivateEndpointFacts) => connection.memberName,
  Name: (connection: PrivateEndpointFacts) => connection.name,
});
