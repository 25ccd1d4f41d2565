import { reporter } from "@/policy/check/checker";
import { elementsOf, type XmlElement } from "@/policy/xml/nodes";
import type { Advice } from "./advice";
import { elementsIn } from "./walk";

const inherits = (section: XmlElement): boolean => elementsOf(section.children).some(({ name }) => name === "base");
const names = new Set(["inbound", "backend", "outbound", "on-error"]);
const sends = new Set(["base", "forward-request", "include-fragment", "return-response", "send-request"]);

/** What a section leaves out: the policies of wider scopes, or the call of the backend. */
export const adviseBase: Advice = (checker, root) => {
  if (root.name !== "policies") return;
  const sections = elementsOf(root.children).filter(({ name }) => names.has(name));
  const { scope } = checker.options;
  // Where the scope is not known, a document that inherits in one section is not the widest.
  const isNarrow = scope === "any" ? sections.some(inherits) : scope !== "global";
  for (const section of sections) {
    const report = reporter(checker, section);
    const sendsRequest = [...elementsIn(section)].some(({ name }) => sends.has(name));
    if (section.name === "backend" && !sendsRequest) report(section, "backend-unsent");
    else if (isNarrow && !inherits(section) && !replacesBackend(section)) report(section, "base-missing", section.name);
  }
};

/** A backend section holds one policy, so one that sends the request itself stands in the place of base. */
const replacesBackend = (section: XmlElement): boolean =>
  section.name === "backend" && elementsOf(section.children).some(({ name }) => name !== "base");
