import type { UserFacts } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

type Identity = UserFacts["identities"][number];

export const runtime = implementType("IUserIdentity", {
  Id: (identity: Identity) => identity.id,
  Provider: (identity: Identity) => identity.provider,
});
