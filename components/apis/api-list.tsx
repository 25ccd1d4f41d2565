"use client";

import { ResourceList } from "../resources/resource-list";
import { later } from "../ui/later";
import { apiView } from "./api-view";

const CreateSample = later(() => import("../overview/create-sample").then((module) => module.CreateSample));

export const ApiList = () => <ResourceList view={apiView} sample={<CreateSample />} />;
