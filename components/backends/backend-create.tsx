"use client";

import { CreatePage } from "../resources/create-page";
import { backendView } from "./backend-view";

export const BackendCreate = () => <CreatePage view={backendView} />;
