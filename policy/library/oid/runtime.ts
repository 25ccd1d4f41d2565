import { OidObject } from "@/policy/kits/crypto/distinguished-name";
import { implementType } from "../implement";

export const runtime = implementType("System.Security.Cryptography.Oid", {
  "new()": () => new OidObject(null, null),
  "new(string)": (value: string | null) => new OidObject(value, null),
  "new(string, string)": (value: string | null, name: string | null) => new OidObject(value, name),
  Value: (self: OidObject) => self.value,
  FriendlyName: (self: OidObject) => self.friendlyName,
});
