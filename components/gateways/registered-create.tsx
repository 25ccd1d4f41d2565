"use client";

import { CreatePage } from "../resources/create-page";
import { useRegisteredView } from "./use-registered-view";

export const RegisteredCreate = () => <CreatePage view={useRegisteredView()} />;
