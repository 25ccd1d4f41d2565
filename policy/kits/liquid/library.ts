import { createRequire } from "node:module";

type Library = typeof import("liquidjs");

let loaded: Library | null = null;

/** liquidjs, loaded at once by the first template: templates are read where policies are compiled, which does not wait. */
export function liquidLibrary(): Library {
  loaded ??= createRequire(import.meta.url)("liquidjs") as Library;
  return loaded;
}
