import type { BackendDocument } from "@/contract/documents";

/** A circuit breaker of one rule, which opens with the first 429 or call without an answer. */
export const breaker = (given: Partial<NonNullable<BackendDocument["circuitBreaker"]>["rules"][number]> = {}) => ({
  rules: [
    {
      name: "rule",
      failureCondition: {
        count: 1,
        percentage: null,
        interval: "PT5M",
        statusCodeRanges: [{ min: 429, max: 429 }],
        errorReasons: ["BackendConnectionFailure", "Timeout"],
      },
      tripDuration: "PT1M",
      acceptRetryAfter: true,
      failureResponseStatusCode: null,
      ...given,
    },
  ],
});

/** A pool of these members: their names, or name, priority and weight. */
export const pool = (members: (string | [string, number | null, number | null])[], cookie: string | null = null) => ({
  type: "Pool" as const,
  pool: {
    services: members.map((member) => {
      const [name, priority, weight] = typeof member === "string" ? [member, null, null] : member;
      return { backendId: `/backends/${name}`, priority, weight };
    }),
    sessionAffinityCookie: cookie,
  },
});
