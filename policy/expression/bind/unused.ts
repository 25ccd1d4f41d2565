import type { Binder } from "./binder";

/** Warns of variables that nothing reads; those that were given more than a constant are left alone, as C# does. */
export function reportUnused(binder: Binder): void {
  for (const local of binder.locals) {
    if (local.role !== "local" || local.isRead || local.hasEffect) continue;
    if (local.isAssigned) {
      const text = `The variable '${local.name}' is assigned but its value is never used`;
      binder.report("CS0219", text, local, "warning");
    } else binder.report("CS0168", `The variable '${local.name}' is declared but never used`, local, "warning");
  }
}
