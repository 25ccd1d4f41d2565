import type { Assertion } from "@/contract/console-run";
import type { Rules } from "../behaviour";
import { canonicalId } from "../canonical";
import { readJsonPath } from "./json-path";

export const rules: Rules = {
  write({ id, properties, refuse }) {
    const apiId = id.split("/").slice(0, 3).join("/");
    const operationId = canonicalId(String(properties.operationId));
    const isElsewhere = operationId.startsWith("/apis/") && !operationId.startsWith(`${apiId}/operations/`);
    if (isElsewhere) refuse("operationId", "Must be an operation of this API.");
    for (const [index, assertion] of ((properties.assertions ?? []) as unknown as Assertion[]).entries()) {
      const problem = problemOf(assertion);
      if (problem !== null) refuse(`assertions[${index}].${problem.member}`, problem.message);
    }
  },
};

function problemOf(assertion: Assertion): { member: string; message: string } | null {
  if (assertion.kind === "status") {
    const { equals, from, to } = assertion;
    if (equals === undefined && (from === undefined || to === undefined)) {
      return { member: "equals", message: "Is required, unless from and to are given." };
    }
    return from !== undefined && to !== undefined && from > to
      ? { member: "to", message: "Must not be less than from." }
      : null;
  }
  if ((assertion.kind === "header" || assertion.kind === "json") && assertion.is !== "exists") {
    if (assertion.value === undefined) return { member: "value", message: "Is required." };
  }
  if (assertion.kind === "header" && assertion.is === "matches" && !isPattern(assertion.value ?? "")) {
    return { member: "value", message: "Must be a valid regular expression." };
  }
  if (assertion.kind === "json" && readJsonPath(assertion.path) === null) {
    return { member: "path", message: "Must be a path such as $.items[0].id or /items/0/id." };
  }
  return null;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
