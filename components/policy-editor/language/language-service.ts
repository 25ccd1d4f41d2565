import type { FromWorker, LanguageQuestions, QuestionName, Surroundings, ToWorker } from "./language-request";

/** As much of a Worker as is needed here. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** A newer question took its place, or nobody waits for the answer any more. */
export class Outdated extends Error {}

interface Waiting {
  message: ToWorker & { kind: "question" };
  /** Whoever asks under the same topic again gives up the answer to the question before. */
  topic: string;
  resolve(answer: never): void;
  reject(error: Error): void;
  attempts: number;
}

/** A question that kills the worker twice is given up, so that it cannot do so for ever. */
const mostAttempts = 2;

/**
 * Asks the language, which runs in a worker. One question is with the worker at a time; the others wait here, where a
 * newer one of the same topic replaces them. A worker that dies is started anew, and asked again.
 */
export class LanguageService {
  readonly #start: () => WorkerLike;
  readonly #queue: Waiting[] = [];
  readonly #keys = new Map<Surroundings["knowledge"], Map<string, number>>();
  readonly #known = new Map<number, Surroundings>();
  #told = new Set<number>();
  #worker: WorkerLike | null = null;
  #running: Waiting | null = null;
  #lastId = 0;
  #closed = false;

  constructor(start: () => WorkerLike) {
    this.#start = start;
  }

  /** Latest wins: an unanswered question of the same name and topic is rejected as Outdated. */
  ask<Name extends QuestionName>(
    name: Name,
    given: LanguageQuestions[Name]["given"],
    surroundings: Surroundings,
    topic = "",
  ): Promise<LanguageQuestions[Name]["answer"]> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Outdated());
      const id = ++this.#lastId;
      const key = this.#keyOf(surroundings);
      const message = { kind: "question", id, name, key, given } as Waiting["message"];
      const waiting: Waiting = { message, topic: `${name} ${topic}`, resolve, reject, attempts: 0 };
      this.#drop(waiting.topic);
      this.#queue.push(waiting);
      this.#next();
    });
  }

  close(): void {
    this.#closed = true;
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#queue.splice(0)) reject(new Outdated());
    this.#running?.reject(new Outdated());
    this.#running = null;
  }

  #drop(topic: string): void {
    for (const waiting of this.#queue.filter((one) => one.topic === topic)) {
      this.#queue.splice(this.#queue.indexOf(waiting), 1);
      waiting.reject(new Outdated());
    }
    // It is with the worker, which will answer; the answer is not wanted any more.
    if (this.#running?.topic === topic) this.#running.reject(new Outdated());
  }

  #keyOf(surroundings: Surroundings): number {
    const { knowledge, standing } = surroundings;
    const text = JSON.stringify(standing);
    let byStanding = this.#keys.get(knowledge);
    if (byStanding === undefined) {
      byStanding = new Map();
      this.#keys.set(knowledge, byStanding);
    }
    let key = byStanding.get(text);
    if (key === undefined) {
      key = this.#known.size + 1;
      byStanding.set(text, key);
      this.#known.set(key, surroundings);
    }
    return key;
  }

  #next(): void {
    if (this.#running !== null) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    this.#running = waiting;
    waiting.attempts++;
    const worker = this.#open();
    const { key } = waiting.message;
    const surroundings = this.#known.get(key);
    if (!this.#told.has(key) && surroundings !== undefined) {
      worker.postMessage({ kind: "surroundings", key, surroundings });
      this.#told.add(key);
    }
    worker.postMessage(waiting.message);
  }

  #open(): WorkerLike {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#start();
    this.#told = new Set();
    worker.onmessage = ({ data }) => this.#take(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (this.#worker === worker) this.#died();
    };
    this.#worker = worker;
    return worker;
  }

  #take(message: FromWorker): void {
    const waiting = this.#running;
    if (waiting === null || waiting.message.id !== message.id) return;
    this.#running = null;
    if (message.ok) waiting.resolve(message.answer as never);
    else waiting.reject(new Error(message.message));
    this.#next();
  }

  #died(): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = this.#running;
    this.#running = null;
    if (waiting !== null) {
      if (waiting.attempts < mostAttempts) this.#queue.unshift(waiting);
      else waiting.reject(new Error("The language service ended unexpectedly."));
    }
    this.#next();
  }
}
