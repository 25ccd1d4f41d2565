import { useTranslations } from "use-intl";

const known = [
  "CredentialsSignin",
  "OAuthSignin",
  "OAuthCallback",
  "OidcIssuer",
  "OidcNoRole",
  "OidcDisabled",
  "OidcAddressTaken",
  "OidcSetUpFirst",
] as const;

/** Words for a code that a step of signing in came back with. */
export function useProblemText(): (code: string) => string {
  const t = useTranslations("door.problems");
  return (code) => t(known.find((each) => each === code) ?? "Unknown");
}
