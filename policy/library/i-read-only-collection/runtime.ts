import { countOf } from "@/policy/kits/collections/collection-of";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Collections.Generic.IReadOnlyCollection", { Count: countOf });
