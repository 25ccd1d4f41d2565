import { charge, tick, tickMany } from "@/policy/expression/values/budget";
import { argumentException } from "@/policy/expression/values/net-exception";
import { rootOf } from "./navigate";
import { NodeType } from "./node-type";
import { missingParent, XNode } from "./xnode";
import { XText } from "./xtext";

export abstract class XContainer extends XNode {
  readonly nodes: XNode[] = [];

  get first(): XNode | null {
    return this.nodes[0] ?? null;
  }

  get last(): XNode | null {
    return this.nodes.at(-1) ?? null;
  }

  /** Throws when this node cannot stand before `next` (at the end: null) here. */
  abstract validate(node: XNode, next: XNode | null): void;

  /** What .NET refuses text for: "" never arrives here. */
  abstract validateText(text: string): void;

  /** Text joins the text that it follows. */
  insertText(text: string, next: XNode | null): void {
    if (text === "") return;
    this.validateText(text);
    const before = next === null ? this.last : next.previous;
    if (before instanceof XText && before.nodeType === NodeType.Text) {
      charge((before.value.length + text.length) * 2);
      before.value += text;
    } else this.place(new XText(text), next);
  }

  /** A node that has a parent, or that this one is inside of, is copied. */
  insertNode(node: XNode, next: XNode | null): void {
    this.validate(node, next);
    const taken = node.container !== null || (node === rootOf(this) && node instanceof XContainer);
    this.place(taken ? node.clone(0) : node, next);
  }

  /** Adds, without a look, a node that is new and fits. */
  place(node: XNode, next: XNode | null): void {
    charge(80);
    const previous = next === null ? this.last : next.previous;
    if (next === null) this.nodes.push(node);
    else {
      if (next.container !== this) throw missingParent();
      this.nodes.splice(this.indexOf(next), 0, node);
    }
    node.container = this;
    node.previous = previous;
    node.next = next;
    if (previous) previous.next = node;
    if (next) next.previous = node;
  }

  removeNode(node: XNode): void {
    this.nodes.splice(this.indexOf(node), 1);
    if (node.previous) node.previous.next = node.next;
    if (node.next) node.next.previous = node.previous;
    detach(node);
  }

  removeNodes(): void {
    for (const node of this.nodes) {
      tick();
      detach(node);
    }
    this.nodes.length = 0;
  }

  protected cannotContain(node: XNode) {
    const names = new Map<number, string>([
      [NodeType.Document, "Document"],
      [NodeType.DocumentType, "DocumentType"],
      [NodeType.CDATA, "CDATA"],
    ]);
    return argumentException(`A node of type ${names.get(node.nodeType) ?? "Text"} cannot be added to content.`);
  }

  private indexOf(node: XNode): number {
    tickMany(this.nodes.length >> 3);
    return this.nodes.indexOf(node);
  }
}

function detach(node: XNode): void {
  node.container = null;
  node.previous = null;
  node.next = null;
}
