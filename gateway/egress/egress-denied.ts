/** The address is one that this gateway does not connect to. */
export class EgressDenied extends Error {
  readonly code = "EGRESS_DENIED";

  constructor(host: string, port: number) {
    super(
      `Connections to ${host.includes(":") ? `[${host}]` : host}:${port} are not allowed from here: it is this machine itself, ` +
        "its network's own services, or a part of this installation. An operator can allow it by GATEHOUSE_EGRESS_ALLOW.",
    );
  }
}
