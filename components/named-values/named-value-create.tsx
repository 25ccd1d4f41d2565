"use client";

import { CreatePage } from "../resources/create-page";
import { namedValueView } from "./named-value-view";

export const NamedValueCreate = () => <CreatePage view={namedValueView} />;
