import type { Installation } from "./installation";

/** The management API as a script uses it, to prepare what a story is about and to look at what it left. */
export class Management {
  private readonly root: string;
  private readonly token: string;

  constructor({ api, token }: Pick<Installation, "api" | "token">) {
    this.root = api;
    this.token = token;
  }

  url = (path: string): string => `${this.root}${path}${path.includes("?") ? "&" : "?"}api-version=2024-05-01`;

  async ask(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(this.url(path), {
      method,
      headers: { authorization: `Bearer ${this.token}`, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  async put(path: string, properties: Readonly<Record<string, unknown>>): Promise<void> {
    await this.ask("PUT", path, { properties });
  }

  async properties(path: string): Promise<Record<string, unknown>> {
    return ((await (await this.ask("GET", path)).json()) as { properties: Record<string, unknown> }).properties;
  }

  async list<T>(path: string): Promise<T[]> {
    return ((await (await this.ask("GET", path)).json()) as { value: T[] }).value;
  }

  /** The number of the newest change. */
  async revision(): Promise<number> {
    return (await this.list<{ revision: number }>("/changes?$top=1"))[0]?.revision ?? 0;
  }

  async addPerson(person: Person, role: "owner" | "editor" | "reader"): Promise<void> {
    await this.ask("POST", "/operators", { ...person, role });
  }
}

export interface Person {
  email: string;
  name: string;
  password: string;
}
