import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Net.Sockets;
  public enum AddressFamily { Unknown = -1, Unspecified = 0, Unix = 1, InterNetwork = 2, InterNetworkV6 = 23 }
`);
