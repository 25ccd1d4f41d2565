import type { WorkspaceFacts } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("IWorkspace", {
  Id: (workspace: WorkspaceFacts) => workspace.id,
  Name: (workspace: WorkspaceFacts) => workspace.name,
});
