import { implementType } from "@/policy/library/implement";

/** Nothing here holds on to anything of the host, so that there is nothing to give back. */
export const runtime = implementType("System.IDisposable", {
  "Dispose()": () => null,
});
