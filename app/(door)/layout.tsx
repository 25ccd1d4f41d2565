import type { ReactNode } from "react";
import { LanguageSelect } from "@/components/shell/language-select";
import { Mark } from "@/components/shell/mark";

/** The way in: one card on a quiet page, at the same height whatever it says, so that nothing moves under the pointer. */
export default function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <div className="h-dvh overflow-y-auto bg-canvas">
      <main className="mx-auto flex w-full max-w-[400px] flex-col px-4 pt-8 pb-12 sm:pt-[12vh]">
        <p className="mb-4 flex items-center gap-2 px-1 font-strong text-base">
          <Mark />
          Gatehouse
        </p>
        <div className="rounded-card border border-line bg-surface p-5 sm:p-6">{children}</div>
        <div className="mt-4 self-end">
          <LanguageSelect />
        </div>
      </main>
    </div>
  );
}
