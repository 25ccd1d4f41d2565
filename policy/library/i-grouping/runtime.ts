import type { NetGrouping } from "@/policy/kits/sequence/net-grouping";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Linq.IGrouping", { Key: (group: NetGrouping) => group.key });
