import type { Env } from "@/lib/env";
import type { Place } from "./bind";

export interface PortPlaces {
  readonly traffic: Place;
  readonly tls: Place;
  readonly admin: Place;
}

/** Where the gateway listens; what no setting chooses stands beside the port for traffic. */
export function portPlaces(settings: Env): PortPlaces {
  const { GATEHOUSE_GATEWAY_PORT: port, GATEHOUSE_HOST: host } = settings;
  const derived = (chosen: number | undefined, setting: string, offset: number) => ({
    port: chosen ?? (port === 0 ? 0 : port + offset),
    chosenBy: chosen === undefined ? null : setting,
  });
  return {
    traffic: { host, port, chosenBy: "GATEHOUSE_GATEWAY_PORT" },
    tls: { host, ...derived(settings.GATEHOUSE_GATEWAY_TLS_PORT, "GATEHOUSE_GATEWAY_TLS_PORT", 1) },
    // What it tells is for this machine, unless somebody carries it further.
    admin: { host: "127.0.0.1", ...derived(settings.GATEHOUSE_GATEWAY_ADMIN_PORT, "GATEHOUSE_GATEWAY_ADMIN_PORT", 2) },
  };
}
