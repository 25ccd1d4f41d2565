import { partsNamed, type Runtime, read, required, requiredPart } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { decodedBytes } from "@/policy/kits/message/decoded-bytes";

/** What is the response by then goes to whoever subscribed to these fields at this gateway. */
export const runtime: Runtime = {
  compile(node, context) {
    const targets = partsNamed(requiredPart(node, "targets"), "graphql-subscription").map((target) =>
      required(target, "id", context.text(target, "id")),
    );
    return async (exchange) => {
      const { api, response, host } = exchange;
      if (api === null || response === null) return proceed;
      const bytes = await decodedBytes(response);
      const payload = new TextDecoder().decode(bytes);
      for (const target of targets) host.graphqlEvents.publish(api.id, read(target, exchange), payload);
      return proceed;
    };
  },
};
