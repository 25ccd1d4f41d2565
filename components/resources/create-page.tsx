"use client";

import dynamic from "next/dynamic";
import { FormSkeleton } from "./form-skeleton";
import { Page } from "./page";

/** The page that makes a new one; the form comes after its frame. */
export const CreatePage = dynamic(() => import("./create-resource").then((module) => module.CreateResource), {
  ssr: false,
  loading: () => (
    <Page>
      <FormSkeleton titled />
    </Page>
  ),
});
