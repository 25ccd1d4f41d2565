import { type CompileContext, read, type Value } from "@/policy/catalog/compile";
import type { Exchange, Target } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { PolicyNode } from "@/policy/policy-node";

const usualSidecarUrl = "http://localhost:3500";

/** Sends the request to a service of Dapr: /v1.0/invoke/{app-id}[.{namespace}]/method/{method}. */
export function daprTarget(node: PolicyNode, context: CompileContext): (exchange: Exchange, target: Target) => void {
  const app = context.text(node, "dapr-app-id");
  const method = context.text(node, "dapr-method");
  const namespace = context.text(node, "dapr-namespace");
  const failed = (message: string) =>
    new Fault({ source: node.name, reason: "ExpressionValueEvaluationFailure", status: 500, message });
  const value = (name: string, given: Value<string> | null, exchange: Exchange): string => {
    const text = given === null ? "" : read(given, exchange).trim();
    if (text === "") throw failed(`A backend of Dapr needs the attribute '${name}'.`);
    // These would lead to other services of the sidecar, such as its secrets.
    if (text.split("/").some((part) => part === "." || part === "..")) {
      throw failed(`The attribute '${name}' must not hold '.' or '..' between slashes.`);
    }
    return text;
  };
  return (exchange, target) => {
    const within = namespace === null ? "" : read(namespace, exchange).trim();
    const name =
      encodeURIComponent(value("dapr-app-id", app, exchange)) + (within === "" ? "" : `.${encodeURIComponent(within)}`);
    const path = value("dapr-method", method, exchange).split("/").map(encodeURIComponent).join("/");
    target.baseUrl = `${exchange.host.sidecarUrl ?? usualSidecarUrl}/v1.0/invoke/${name}/method/${path}`;
    target.isComputed = false;
    // The method stands for the operation.
    target.path = "";
  };
}
