"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ArmError } from "./arm-error";

/** Asks again only when nobody answered: a refusal stays a refusal. */
const worthAnotherTry = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof ArmError && (error.status === 0 || error.status >= 502);

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 10_000,
            gcTime: 10 * 60_000,
            retry: worthAnotherTry,
            retryDelay: 400,
            refetchOnWindowFocus: true,
          },
          mutations: { retry: false },
        },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
