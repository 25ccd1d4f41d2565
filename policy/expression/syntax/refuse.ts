/** What the compiler says of a feature that came after C# 7.3; its code is CS8370. */
export const unavailable = (feature: string, version: string): string =>
  `Feature '${feature}' is not available in C# 7.3. Please use language version ${version} or greater.`;

/** What C# 7 has and policy expressions do not; the code is GH0002. */
export const notInPolicies = (what: string, more = ""): string => `${what} within expressions.${more}`;
