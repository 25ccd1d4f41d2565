import { type Runtime, read, readOptional, required } from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";

const source = "get-authorization-context";

// Connections and their tokens are kept by Azure's credential manager. There is none here, so the policy comes to what it
// comes to where a connection cannot be used: null, or an error.
export const runtime: Runtime = {
  compile(node, context) {
    const provider = required(node, "provider-id", context.text(node, "provider-id"));
    const authorization = required(node, "authorization-id", context.text(node, "authorization-id"));
    const variable = required(node, "context-variable-name", context.text(node, "context-variable-name"));
    const identityType = context.text(node, "identity-type") ?? { fixed: "managed" };
    const identity = context.text(node, "identity");
    const ignoresErrors = context.boolean(node, "ignore-error") ?? { fixed: false };

    const failureOf = (exchange: Exchange): Fault => {
      const asJwt = read(identityType, exchange).toLowerCase() === "jwt";
      if (asJwt && (readOptional(identity, exchange) ?? "").trim() === "") {
        return fault("IdentityMissing", "With identity-type 'jwt' the 'identity' must be a token.");
      }
      const connection = `${read(provider, exchange)}/${read(authorization, exchange)}`;
      const message = `The connection '${connection}' cannot be used: this gateway has no credential manager to get its token from.`;
      return fault("CredentialManagerUnavailable", message);
    };
    return (exchange) => {
      const failure = failureOf(exchange);
      if (!read(ignoresErrors, exchange)) throw failure;
      exchange.trace?.note(source, { ignored: failure.message });
      exchange.variables.set(read(variable, exchange), null);
      return proceed;
    };
  },
};

const fault = (reason: string, message: string): Fault => new Fault({ source, reason, status: 500, message });
