import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { env } from "@/lib/env";
import { currentManagement } from "@/management/current";
import { signedInOperator } from "@/management/identity/authenticate";

/** Owners come for the people, everybody else for their own account. */
export default async function SettingsPage() {
  const signedIn = await signedInOperator(await headers(), currentManagement(), env());
  redirect(signedIn?.operator.role === "owner" ? "/settings/people" : "/settings/account");
}
