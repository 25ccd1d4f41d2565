import type { GroupFacts } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("IGroup", {
  Id: (group: GroupFacts) => group.id,
  Name: (group: GroupFacts) => group.name,
});
