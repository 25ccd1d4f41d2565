"use client";

import { ResourceList } from "../resources/resource-list";
import { backendView } from "./backend-view";

export const BackendList = () => <ResourceList view={backendView} />;
