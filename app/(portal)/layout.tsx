import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import { env } from "@/lib/env";
import { currentManagement } from "@/management/current";
import { signedInOperator } from "@/management/identity/authenticate";

/** Everything behind the sign-in. What somebody may see or do is decided again where the data is. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const signedIn = await signedInOperator(await headers(), currentManagement(), env());
  if (signedIn === null) redirect("/sign-in");
  const { name, email, role } = signedIn.operator;
  return <PortalShell me={{ name, email, role }}>{children}</PortalShell>;
}
