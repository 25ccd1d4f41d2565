"use client";

import { useSearchParams } from "next/navigation";
import { CreatePage } from "../resources/create-page";
import { subscriptionView } from "./subscription-view";

/** The address may say what the new key opens: a product's page does. */
export function SubscriptionCreate() {
  const scope = useSearchParams().get("scope");
  return <CreatePage view={subscriptionView} initial={scope === null ? undefined : { scope }} />;
}
