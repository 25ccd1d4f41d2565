import type { GraphqlEvents } from "@/policy/host/graphql-events";

export type EventListener = (payload: string) => void;

/** Events among the clients of this process. */
export class LocalGraphqlEvents implements GraphqlEvents {
  readonly #listeners = new Map<string, Set<EventListener>>();

  publish(apiId: string, field: string, payload: string): void {
    for (const listener of [...(this.#listeners.get(`${apiId} ${field}`) ?? [])]) listener(payload);
  }

  /** Returns how to stop. */
  subscribe(apiId: string, field: string, listener: EventListener): () => void {
    const key = `${apiId} ${field}`;
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(key) === listeners) this.#listeners.delete(key);
    };
  }
}
