import { fixedOptional, type Runtime, readOptional } from "@/policy/catalog/compile";
import { Fault } from "@/policy/fault";
import { bearerStep } from "@/policy/kits/call/bearer-step";

// Known from Azure's schema only: the forerunner of authentication-managed-identity, and run as such. How a token
// service is asked is not written anywhere, so that asking for one fails.
export const runtime: Runtime = {
  compile(node, context) {
    const type = fixedOptional(node, context.text(node, "token-type")) ?? "managed-service-identity";
    const resource = context.text(node, "resource-url");
    const options = {
      variable: null,
      ignoresErrors: fixedOptional(node, context.boolean(node, "ignore-error")) ?? false,
      message: context.message,
    };
    return bearerStep(async (exchange) => {
      if (type === "token-service") throw fault("TokenServiceUnavailable", "This gateway has no token service to ask.");
      const wanted = readOptional(resource, exchange)?.trim() ?? "";
      if (wanted === "")
        throw fault("ManagedIdentityResourceMissing", "The 'resource-url' to get a token for is missing.");
      return exchange.host.managedIdentity.token(wanted, null);
    }, options);
  },
};

const fault = (reason: string, message: string): Fault =>
  new Fault({ source: "authentication-token", reason, status: 500, message });
