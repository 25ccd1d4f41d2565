"use client";

import { CreatePage } from "../resources/create-page";
import { useOperationView } from "./use-operation-view";

export const OperationCreate = ({ api }: { api: string }) => <CreatePage view={useOperationView(api)} />;
