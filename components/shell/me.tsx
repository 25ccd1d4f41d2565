"use client";

import { createContext, type ReactNode, useContext } from "react";

export interface Me {
  name: string;
  email: string;
  role: "owner" | "editor" | "reader";
}

const MeContext = createContext<Me>({ name: "", email: "", role: "reader" });

export const MeProvider = ({ me, children }: { me: Me; children: ReactNode }) => (
  <MeContext.Provider value={me}>{children}</MeContext.Provider>
);

/** Who is signed in. What this role may not do is not offered; the server decides regardless. */
export function useMe(): Me & { mayEdit: boolean; isOwner: boolean } {
  const me = useContext(MeContext);
  return { ...me, mayEdit: me.role !== "reader", isOwner: me.role === "owner" };
}
