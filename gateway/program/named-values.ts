import type { NamedValueDocument } from "@/contract/documents";
import { Fault } from "@/policy/fault";
import { putNamedValues } from "@/policy/named-values";
import type { PersistentMap } from "./persistent-map";

/** For values outside policies, such as a backend's credentials: without what it names, nothing is sent. */
export function namedValueResolver(namedValues: PersistentMap<NamedValueDocument>): (text: string) => string {
  return (text) =>
    putNamedValues(text, (name) => {
      const value = namedValues.get(name)?.value;
      if (typeof value === "string") return value;
      const message = `The named value '${name}' could not be read.`;
      throw new Fault({ source: "forward-request", reason: "NamedValueUnavailable", status: 500, message });
    });
}
