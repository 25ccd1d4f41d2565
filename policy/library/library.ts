import { createRuntimeLibrary } from "@/policy/expression/emit/runtime-library";
import { isInstance } from "@/policy/expression/emit/runtime-types";
import { typeTable } from "@/policy/expression/types/shared-table";
import { registerEnums } from "@/policy/kits/object/enums";
import { registerInstanceTest } from "@/policy/kits/object/instance-of";
import { registerTypes } from "@/policy/kits/object/library-types";
import { declarations } from "./definitions";
import { runtimes } from "./runtimes";

/** All of .NET that a running expression can reach. */
export const library = createRuntimeLibrary(typeTable(), runtimes);

// What values say of themselves when only the value is at hand: the name of an enum's member, the type of an array.
registerEnums(declarations);
registerTypes((fullName) => library.table.definition(fullName, 0)?.self ?? null);
registerInstanceTest((value, type) => isInstance(library.table, value, type));
