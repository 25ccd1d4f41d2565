/** A changing request to one of the doors of identity. */
export function postForm(path: string, form: Record<string, string>): Promise<Response> {
  return fetch(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form),
  });
}

/** The same to a step of signing in, which asks for the token that the session cookie's sibling vouches for. */
export async function postAuth(step: string, form: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  return postForm(`/api/auth/${step}`, { ...form, csrfToken, json: "true" });
}
