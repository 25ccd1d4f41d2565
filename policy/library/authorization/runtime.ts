import type { Authorization } from "@/policy/kits/message/authorization";
import { MapView } from "@/policy/kits/message/map-view";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("Authorization", {
  AccessToken: (authorization: Authorization) => authorization.accessToken,
  Claims: (authorization: Authorization) => new MapView(authorization.claims, "System.Object"),
});
