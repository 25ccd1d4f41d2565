"use client";

import dynamic from "next/dynamic";
import { ResourceList } from "../resources/resource-list";
import { apiView } from "./api-view";

const CreateSample = dynamic(() => import("../overview/create-sample").then((module) => module.CreateSample), {
  ssr: false,
});

export const ApiList = () => <ResourceList view={apiView} sample={<CreateSample />} />;
