"use client";

import { ofConsole } from "@/messages/namespaces";
import { AreaTexts } from "../text/area-texts";
import { TestConsole } from "./test-console";

/** The console with the texts that only it has. */
export const ConsoleTexts = () => (
  <AreaTexts namespaces={ofConsole}>
    <TestConsole />
  </AreaTexts>
);
