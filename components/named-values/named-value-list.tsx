"use client";

import { ResourceList } from "../resources/resource-list";
import { namedValueView } from "./named-value-view";

export const NamedValueList = () => <ResourceList view={namedValueView} />;
