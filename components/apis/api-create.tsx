"use client";

import { CreatePage } from "../resources/create-page";
import { apiView } from "./api-view";

export const ApiCreate = () => <CreatePage view={apiView} />;
