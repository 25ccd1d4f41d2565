import type { NetEnumerator } from "@/policy/kits/sequence/net-enumerator";
import { implementType } from "@/policy/library/implement";

export const runtimes = [
  implementType("System.Collections.IEnumerator", {
    Current: (enumerator: NetEnumerator) => enumerator.current,
    "MoveNext()": (enumerator: NetEnumerator) => enumerator.moveNext(),
    "Reset()": (enumerator: NetEnumerator) => {
      enumerator.reset();
      return null;
    },
  }),
  implementType("System.Collections.Generic.IEnumerator", {
    Current: (enumerator: NetEnumerator) => enumerator.current,
  }),
];
