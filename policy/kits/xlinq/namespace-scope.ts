import { tick } from "@/policy/expression/values/budget";
import { xmlNamespace } from "./xname";

/** Which prefixes stand for which namespaces, from the root down to the current element. */
export class NamespaceScope {
  private readonly bindings: { readonly prefix: string; readonly uri: string }[] = [
    { prefix: "", uri: "" },
    { prefix: "xml", uri: xmlNamespace.name },
  ];
  private readonly marks: number[] = [];

  get size(): number {
    return this.bindings.length;
  }

  enter(): void {
    this.marks.push(this.bindings.length);
  }

  leave(): void {
    this.bindings.length = this.marks.pop()!;
  }

  declare(prefix: string, uri: string): void {
    this.bindings.push({ prefix, uri });
  }

  namespaceOf(prefix: string): string | null {
    for (let at = this.bindings.length - 1; at >= 0; at--) {
      tick();
      if (this.bindings[at]!.prefix === prefix) return this.bindings[at]!.uri;
    }
    return null;
  }

  /** The innermost prefix for a namespace that no inner declaration hides; elements may use the default one. */
  prefixOf(uri: string, allowsDefault: boolean): string | null {
    for (let at = this.bindings.length - 1; at >= 0; at--) {
      tick();
      const { prefix, uri: bound } = this.bindings[at]!;
      if (bound === uri && (allowsDefault || prefix !== "") && this.namespaceOf(prefix) === uri) return prefix;
    }
    return null;
  }
}
