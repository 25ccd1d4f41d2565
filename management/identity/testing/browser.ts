/** As much of a browser as sign-in needs: cookies per host, redirects by hand, and the headers a browser sends by itself. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>();
  readonly origin: string;
  readonly #forwardedFor: string | undefined;

  constructor(origin: string, forwardedFor?: string) {
    this.origin = origin;
    this.#forwardedFor = forwardedFor;
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(url, { method: "GET", headers });
  }

  async post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const own = {
      origin: this.origin,
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
    };
    return this.#send(path, {
      method: "POST",
      headers: { ...own, ...headers },
      body: new URLSearchParams(form).toString(),
    });
  }

  /** Signs in as the page does it. */
  async signIn(email: string, password: string): Promise<Response> {
    const { csrfToken } = (await (await this.get("/api/auth/csrf")).json()) as { csrfToken: string };
    return this.post("/api/auth/callback/credentials", { email, password, csrfToken, json: "true" });
  }

  cookies(origin = this.origin): Map<string, string> {
    const host = new URL(origin).host;
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    return jar;
  }

  cookieHeader(origin = this.origin): string {
    return [...this.cookies(origin)].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const url = new URL(path, this.origin);
    const headers = new Headers(init.headers);
    const cookie = this.cookieHeader(url.origin);
    if (cookie !== "") headers.set("cookie", cookie);
    if (this.#forwardedFor !== undefined) headers.set("x-forwarded-for", this.#forwardedFor);
    const answer = await fetch(url, { ...init, headers, redirect: "manual" });
    const jar = this.cookies(url.origin);
    for (const line of answer.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split("; ");
      const [name = "", ...value] = pair.split("=");
      const gone = attributes.some((each) => /^max-age=0$/i.test(each)) || value.join("=") === "";
      if (gone) jar.delete(name);
      else jar.set(name, value.join("="));
    }
    return answer;
  }
}
