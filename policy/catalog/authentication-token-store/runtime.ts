import { fixedOptional, type Runtime, readOptional } from "@/policy/catalog/compile";
import { Fault } from "@/policy/fault";
import { bearerStep } from "@/policy/kits/call/bearer-step";

// Known from Azure's schema only, and a thing of Azure's: there is no token store outside of it.
export const runtime: Runtime = {
  compile(node, context) {
    const tokenId = context.text(node, "token-id");
    const options = {
      variable: fixedOptional(node, context.text(node, "output-token-variable-name")),
      ignoresErrors: fixedOptional(node, context.boolean(node, "ignore-error")) ?? false,
      message: context.message,
    };
    return bearerStep(async (exchange) => {
      const wanted = readOptional(tokenId, exchange) ?? "";
      const message = `The token '${wanted}' cannot be had: this gateway has no token store.`;
      throw new Fault({ source: node.name, reason: "TokenStoreUnavailable", status: 500, message });
    }, options);
  },
};
