import { durationMs } from "@/lib/duration";
import type { JsonObject } from "@/lib/json";
import type { Rules, Writing } from "../behaviour";
import { canonicalIdIn } from "../canonical";
import { referToNamedValues } from "../named-values/refer";
import { objectsAt, textAt } from "../read-properties";
import { membersOf } from "./properties";

/** Which members go together, in Azure's words; and what other backends and named values forbid. */
export const rules: Rules = {
  async write(writing) {
    if (writing.properties.type === "Pool") await checkPool(writing);
    else checkSingle(writing);
    checkBreakers(writing);
    await referToNamedValues(writing, { below: "credentials", target: "credentials" });
    await referToNamedValues(writing, { below: "proxy", target: "proxy" });
    await referToNamedValues(writing, { below: "url", target: "url" });
  },
};

function checkSingle({ properties, refuse }: Writing): void {
  if (properties.url === undefined) refuse("url", "Url is required for a single backend.");
  if (properties.protocol === undefined) refuse("protocol", "Protocol is required for a single backend.");
  if (properties.pool !== undefined) refuse("pool", "Pool is not supported for a single backend.");
}

async function checkPool({ id, properties, refuse, tx, before }: Writing): Promise<void> {
  if (properties.url !== undefined) refuse("url", "Url is not supported for backend pool.");
  if (properties.protocol !== undefined) refuse("protocol", "Protocol is not supported for backend pool.");
  const members = membersOf(properties);
  if (members.length === 0) refuse("pool.services", "A backend pool needs at least one service.");
  const seen = new Set<string>();
  for (const [index, member] of members.entries()) {
    const target = `pool.services[${index}].id`;
    const to = canonicalIdIn("backends", member.id);
    if (to === null) refuse(target, `'${member.id}' is not the id of a backend. Use /backends/{name}.`);
    else if (to === id) refuse(target, "A backend pool cannot contain itself.");
    else if (seen.has(to)) refuse(target, `${to} is in the pool already.`);
    else if ((await tx.read(to))?.properties.type === "Pool")
      refuse(target, `${to} is a pool. A pool cannot contain a pool.`);
    if (to !== null) seen.add(to);
  }
  if (before === null || before.properties.type === "Pool") return;
  for (const { from } of await tx.usedBy(id)) {
    if (!from.startsWith("/backends/")) continue;
    refuse("type", `${from} is a pool with this backend as a member. A pool cannot contain a pool.`);
  }
}

function checkBreakers({ properties, refuse }: Writing): void {
  const rules = objectsAt(properties, "circuitBreaker", "rules");
  const names = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    const target = `circuitBreaker.rules[${index}]`;
    const name = textAt(rule, "name");
    if (name !== null && names.has(name)) refuse(`${target}.name`, `Another rule is named '${name}'.`);
    if (name !== null) names.add(name);
    checkBreaker(rule, target, refuse);
  }
}

function checkBreaker(rule: JsonObject, target: string, refuse: Writing["refuse"]): void {
  const condition = (rule.failureCondition ?? {}) as JsonObject;
  if (condition.count !== undefined && condition.percentage !== undefined) {
    refuse(`${target}.failureCondition`, "Give count or percentage, not both.");
  }
  for (const [member, span] of [
    ["failureCondition.interval", textAt(condition, "interval")],
    ["tripDuration", textAt(rule, "tripDuration")],
  ] as const) {
    if (span !== null && durationMs(span) === 0) refuse(`${target}.${member}`, "Must be longer than nothing.");
  }
  for (const [index, { min, max }] of objectsAt(condition, "statusCodeRanges").entries()) {
    if (typeof min === "number" && typeof max === "number" && min > max) {
      refuse(`${target}.failureCondition.statusCodeRanges[${index}]`, `min ${min} is greater than max ${max}.`);
    }
  }
}
