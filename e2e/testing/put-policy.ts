import type { Management } from "./management";

/** Writes the policy of an API; `?draft=name` into a draft. */
export const putPolicy = (management: Management, api: string, value: string, query = ""): Promise<void> =>
  management.put(`/apis/${api}/policies/policy${query}`, { format: "rawxml", value });
