"use client";

import { CreateSample } from "../overview/create-sample";
import { ResourceList } from "../resources/resource-list";
import { apiView } from "./api-view";

export const ApiList = () => <ResourceList view={apiView} sample={<CreateSample />} />;
