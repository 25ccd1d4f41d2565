import type { OperationFacts } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("IOperation", {
  Id: (operation: OperationFacts) => operation.shortId ?? operation.id,
  Method: (operation: OperationFacts) => operation.method,
  Name: (operation: OperationFacts) => operation.name,
  UrlTemplate: (operation: OperationFacts) => operation.urlTemplate,
});
