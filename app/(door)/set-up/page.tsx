import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { doorState } from "@/management/identity/door-state";
import { doorTitle } from "../door-title";
import { SetUpForm } from "./set-up-form";

export const generateMetadata = () => doorTitle("setUp");

export default async function SetUpPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { code } = await searchParams;
  const state = await doorState(await headers(), undefined);
  if (!state.isNew) redirect("/sign-in");
  return <SetUpForm needsCode={state.needsSetupCode} givenCode={[code].flat()[0] ?? ""} oidc={state.oidc} />;
}
