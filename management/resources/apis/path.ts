const legalPath = /^[A-Za-z0-9._~!$'()=,@:%-]+(?:\/[A-Za-z0-9._~!$'()=,@:%-]+)*$/;

/** Without the slashes around it, as it is stored. */
export const trimPath = (path: string): string => path.replace(/^\/+|\/+$/g, "");

/** What is wrong with an API's path, or null. */
export function pathProblem(path: string): string | null {
  const trimmed = trimPath(path);
  if (trimmed === "") return null;
  if (trimmed.includes("//")) return "Must not have empty segments (//).";
  if (trimmed.includes("{") || trimmed.includes("}")) return "Must not have {parameters}: they belong to operations.";
  if (trimmed.split("/").some((segment) => segment === "." || segment === ".."))
    return "Must not have the segments . and ..";
  return legalPath.test(trimmed)
    ? null
    : "Must consist of letters, digits and . _ ~ ! $ ' ( ) = , @ : % - with / between segments.";
}
