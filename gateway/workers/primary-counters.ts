import type { Count, Counters, CountingWindow, Take } from "@/policy/host/counters";
import type { AskPrimary } from "./ask-primary";

/** Counters that the primary process keeps for all workers, so that together they let through what one would. */
export class PrimaryCounters implements Counters {
  readonly #primary: AskPrimary;

  constructor(primary: AskPrimary) {
    this.#primary = primary;
  }

  async take(key: string, window: CountingWindow, amount: number): Promise<Count> {
    const [count] = await this.takeAll([{ key, window, amount }]);
    return count as Count;
  }

  async takeAll(takes: readonly Take[]): Promise<Count[]> {
    return takes.length === 0 ? [] : ((await this.#primary.ask({ what: "take-all", takes })) as Count[]);
  }

  async add(key: string, window: CountingWindow, amount: number): Promise<Count> {
    const [count] = (await this.#primary.ask({ what: "add", key, window, amount })) as Count[];
    return count as Count;
  }

  look(key: string, window: CountingWindow): Promise<Count> {
    return this.take(key, window, 0);
  }
}
