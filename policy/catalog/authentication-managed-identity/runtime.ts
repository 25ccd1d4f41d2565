import { fixedOptional, type Runtime, readOptional } from "@/policy/catalog/compile";
import { Fault } from "@/policy/fault";
import { bearerStep } from "@/policy/kits/call/bearer-step";

// Whether Azure sets the header besides a variable is not documented. Those who ask for the variable write the header
// themselves, so it is left alone.
export const runtime: Runtime = {
  compile(node, context) {
    const resource = context.text(node, "resource");
    const clientId = context.text(node, "client-id");
    const options = {
      variable: fixedOptional(node, context.text(node, "output-token-variable-name")),
      ignoresErrors: fixedOptional(node, context.boolean(node, "ignore-error")) ?? false,
      message: context.message,
    };
    return bearerStep(async (exchange) => {
      const wanted = readOptional(resource, exchange)?.trim() ?? "";
      if (wanted === "") {
        const message = "The 'resource' to get a token for is missing.";
        throw new Fault({ source: node.name, reason: "ManagedIdentityResourceMissing", status: 500, message });
      }
      const client = readOptional(clientId, exchange)?.trim() ?? "";
      return exchange.host.managedIdentity.token(wanted, client === "" ? null : client);
    }, options);
  },
};
