import type { NodeRow, ReceiptRow, Store } from "../store/store";

const maxWaiting = 10_000;

/**
 * Writes node rows and receipts behind the publishing, one at a time, so that neither a gateway nor a save waits for
 * them. Of a node only its latest state is written.
 */
export class NodeRecords {
  readonly #store: Store;
  readonly #onTrouble: (error: unknown) => void;
  #nodes = new Map<string, NodeRow>();
  #receipts: ReceiptRow[] = [];
  #working: Promise<void> | null = null;

  constructor(store: Store, onTrouble: (error: unknown) => void) {
    this.#store = store;
    this.#onTrouble = onTrouble;
  }

  note(node: NodeRow): void {
    this.#nodes.set(node.name, node);
    this.#start();
  }

  receipt(receipt: ReceiptRow): void {
    if (this.#receipts.length < maxWaiting) this.#receipts.push(receipt);
    this.#start();
  }

  /** Resolves when all that was noted so far can be read from the store. */
  async flush(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  #start(): void {
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
  }

  async #work(): Promise<void> {
    await Promise.resolve();
    while (this.#nodes.size > 0 || this.#receipts.length > 0) {
      try {
        const receipt = this.#receipts.shift();
        if (receipt !== undefined) await this.#store.nodes.addReceipt(receipt);
        else {
          const [node] = this.#nodes.values();
          if (node === undefined) continue;
          this.#nodes.delete(node.name);
          await this.#store.nodes.save(node);
        }
      } catch (error) {
        // They tell of the past; the next ones are tried afresh.
        this.#onTrouble(error);
      }
    }
  }
}
