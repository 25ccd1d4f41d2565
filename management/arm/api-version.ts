import { invalidApiVersion, missingApiVersion } from "../refusals";

const oldest = "2021-08-01";
const shape = /^(\d{4})-(\d{2})-(\d{2})(?:-preview)?$/;

/** All versions since the oldest have one shape here, so the version is only checked. */
export function checkApiVersion(query: URLSearchParams): void {
  const version = query.get("api-version");
  if (version === null || version === "") throw missingApiVersion();
  const day = version.slice(0, 10);
  if (shape.test(version) && isDate(day) && day >= oldest) return;
  throw invalidApiVersion(version, `dates such as 2024-05-01, from ${oldest} on, with or without -preview`);
}

function isDate(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
