"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { operationView } from "./operation-view";

/** The view of one API's operations. */
export function useOperationView(api: string) {
  const names = useTranslations("navigation.items");
  return useMemo(() => operationView(api, names("apis")), [api, names]);
}
