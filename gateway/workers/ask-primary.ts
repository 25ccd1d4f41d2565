import type { Answer, Ask, ToPrimary, ToWorker } from "./messages";

export interface Line {
  send(message: ToPrimary): void;
  /** Told of every message of the primary. */
  listen(listener: (message: ToWorker) => void): void;
}

/** Questions of one turn of the event loop go as one message, and their answers come as one. */
export class AskPrimary {
  readonly #line: Line;
  readonly #waiting = new Map<number, ((answer: Answer) => void)[]>();
  #asks: Ask[] = [];
  #resolves: ((answer: Answer) => void)[] = [];
  #next = 0;

  constructor(line: Line) {
    this.#line = line;
    line.listen((message) => {
      if (message.kind === "answers") this.#answered(message.id, message.answers);
    });
  }

  ask(question: Ask): Promise<Answer> {
    if (this.#asks.length === 0) setImmediate(() => this.#flush());
    this.#asks.push(question);
    return new Promise((resolve) => this.#resolves.push(resolve));
  }

  #flush(): void {
    const id = this.#next++;
    this.#waiting.set(id, this.#resolves);
    const asks = this.#asks;
    this.#asks = [];
    this.#resolves = [];
    this.#line.send({ kind: "asks", id, asks });
  }

  #answered(id: number, answers: readonly Answer[]): void {
    const resolves = this.#waiting.get(id);
    this.#waiting.delete(id);
    for (const [index, resolve] of (resolves ?? []).entries()) resolve(answers[index] ?? null);
  }
}
