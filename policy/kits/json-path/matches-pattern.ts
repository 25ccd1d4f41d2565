import { notSupported } from "@/policy/expression/values/net-exception";

/** =~ in a filter: no pattern is given to an engine that a policy could keep busy for ever. */
export function matchesPattern(_text: string, _regex: { pattern: string; options: string }): boolean {
  throw notSupported("Regular expressions in JSONPath filters are not supported.");
}
