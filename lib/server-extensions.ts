/** What the certificate of a server on this machine says besides its names. */
export const serverExtensions = (names: readonly string[]): object[] => [
  { name: "basicConstraints", cA: false, critical: true },
  { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
  { name: "extKeyUsage", serverAuth: true },
  {
    name: "subjectAltName",
    altNames: [...names.map((value) => ({ type: 2, value })), ...["127.0.0.1", "::1"].map((ip) => ({ type: 7, ip }))],
  },
];
