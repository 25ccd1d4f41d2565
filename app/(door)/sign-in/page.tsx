import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { doorState } from "@/management/identity/door-state";
import { doorTitle } from "../door-title";
import { SignInForm } from "./sign-in-form";

export const generateMetadata = () => doorTitle("signIn");

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { callbackUrl, error } = await searchParams;
  const state = await doorState(await headers(), callbackUrl);
  if (state.isSignedIn) redirect(state.callbackUrl);
  if (state.isNew) redirect("/set-up");
  return <SignInForm callbackUrl={state.callbackUrl} oidc={state.oidc} cameWith={[error].flat()[0] ?? null} />;
}
