"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import { queryKeys } from "../data/query-keys";
import { useFailureToast } from "../resources/failure";
import { Button } from "../ui/button";

/** Takes a gateway that is gone off the list; should it come back, it is simply there again. */
export function ForgetNode({ name }: { name: string }) {
  const t = useTranslations("gateways.node");
  const router = useRouter();
  const client = useQueryClient();
  const fail = useFailureToast();
  const forget = useMutation({
    mutationFn: () => ask(`/nodes/${name}`, { method: "DELETE" }),
    onError: fail,
    onSuccess: async () => {
      router.push("/gateways");
      await client.invalidateQueries({ queryKey: queryKeys.everything });
    },
  });
  return (
    <Button busy={forget.isPending} onClick={() => forget.mutate()}>
      <Trash2 size={16} aria-hidden />
      {t("forget")}
    </Button>
  );
}
