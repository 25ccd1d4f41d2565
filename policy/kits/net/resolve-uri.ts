import { NetUri, uriKinds } from "./net-uri";
import { withoutDots } from "./parse-uri";

/** new Uri(base, relative): RFC 3986, section 5.2. */
export function resolveUri(base: NetUri, relative: string): NetUri {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(relative.trim())) return NetUri.create(relative, uriKinds.absolute);
  const { scheme, path, query } = base.absolute;
  const authority = base.left(1);
  const [, target = "", search = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(relative.trim()) ?? [];
  const make = (text: string) => NetUri.create(text, uriKinds.absolute);
  if (target.startsWith("//")) return make(`${scheme}:${target}${search}${fragment}`);
  if (target === "") return make(authority + path + (search === "" ? query : search) + fragment);
  const merged = target.startsWith("/") ? target : path.slice(0, path.lastIndexOf("/") + 1) + target;
  return make(authority + withoutDots(merged) + search + fragment);
}

/** MakeRelativeUri: how to get from the one to the other. */
export function relativeUri(from: NetUri, to: NetUri): NetUri {
  if (from.left(1) !== to.left(1)) return to;
  const here = from.absolute.path.split("/").slice(0, -1);
  const there = to.absolute.path.split("/");
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  const path = "../".repeat(here.length - same) + there.slice(same).join("/");
  return NetUri.create(path + to.absolute.query + to.absolute.fragment, uriKinds.relative);
}
