import type { RuntimeLibrary } from "@/policy/expression/emit/runtime-library";
import { library } from "@/policy/library/library";

/** The whole library, for tests. */
export const testLibrary: RuntimeLibrary = library;
