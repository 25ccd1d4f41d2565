"use client";

import { useSyncExternalStore } from "react";
import { type TourState, tour } from "./tour";

export const useTour = (): TourState => useSyncExternalStore(tour.subscribe, tour.current, tour.idle);
