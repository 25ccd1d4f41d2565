import { z } from "zod";
import { listOf, text, wholeNumber } from "../member";

/** The service contract. What a self-hosted installation has no use for is kept as written, so that templates apply. */

const sku = z.strictObject({
  name: z.enum([
    "Developer",
    "Standard",
    "Premium",
    "Basic",
    "Consumption",
    "Isolated",
    "BasicV2",
    "StandardV2",
    "PremiumV2",
  ]),
  capacity: wholeNumber(0, 1000),
});

const zones = listOf(text(1, 64), 16);
const onOff = z.enum(["Enabled", "Disabled"]);
const hostName = text(1, 253).regex(
  /^(?:\*\.)?(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/,
  "Must be a host name, such as api.example.com or *.example.com.",
);

const hostnameConfiguration = z.strictObject({
  type: z.enum(["Proxy", "Portal", "Management", "Scm", "DeveloperPortal", "ConfigurationApi"]),
  hostName,
  keyVaultId: text(1, 2000).optional(),
  identityClientId: text(1, 100).optional(),
  encodedCertificate: text(1, 1_000_000).optional(),
  certificatePassword: text(0, 1024).optional(),
  defaultSslBinding: z.boolean().optional(),
  negotiateClientCertificate: z.boolean().optional(),
  certificateSource: z.enum(["Managed", "KeyVault", "Custom", "BuiltIn"]).optional(),
});

const certificateConfiguration = z.strictObject({
  encodedCertificate: text(1, 1_000_000).optional(),
  certificatePassword: text(0, 1024).optional(),
  storeName: z.enum(["CertificateAuthority", "Root"]),
});

const subnet =
  /^\/subscriptions\/[^/]*\/resourceGroups\/[^/]*\/providers\/Microsoft.(ClassicNetwork|Network)\/virtualNetworks\/[^/]*\/subnets\/[^/]*$/;

const virtualNetworkConfiguration = z.strictObject({
  subnetResourceId: z.string().regex(subnet, "Must be the full resource id of a subnet.").optional(),
});

const additionalLocation = z.strictObject({
  location: text(1, 100),
  sku,
  zones: zones.optional(),
  publicIpAddressId: text(1, 2000).optional(),
  virtualNetworkConfiguration: virtualNetworkConfiguration.optional(),
  natGatewayState: onOff.optional(),
  disableGateway: z.boolean().optional(),
});

const identity = z.strictObject({
  type: z.enum(["SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned", "None"]),
  userAssignedIdentities: z.record(text(1, 2000), z.strictObject({})).optional(),
});

export const updateService = z.strictObject({
  publisherEmail: text(1, 100).optional(),
  publisherName: text(1, 100).optional(),
  notificationSenderEmail: text(0, 100).optional(),
  hostnameConfigurations: listOf(hostnameConfiguration, 50).optional(),
  certificates: listOf(certificateConfiguration, 10).optional(),
  customProperties: z.record(text(1, 256), z.string().max(1024)).optional(),
  additionalLocations: listOf(additionalLocation, 50).optional(),
  publicIpAddressId: text(1, 2000).optional(),
  publicNetworkAccess: onOff.optional(),
  configurationApi: z.strictObject({ legacyApi: onOff.optional() }).optional(),
  virtualNetworkConfiguration: virtualNetworkConfiguration.optional(),
  virtualNetworkType: z.enum(["None", "External", "Internal"]).optional(),
  enableClientCertificate: z.boolean().optional(),
  natGatewayState: onOff.optional(),
  disableGateway: z.boolean().optional(),
  apiVersionConstraint: z
    .strictObject({
      minApiVersion: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}(?:-preview)?$/, "Must be a version such as 2021-08-01.")
        .optional(),
    })
    .optional(),
  restore: z.boolean().optional(),
  legacyPortalStatus: onOff.optional(),
  developerPortalStatus: onOff.optional(),
  location: text(1, 100).optional(),
  sku: sku.optional(),
  tags: z.record(text(1, 512), z.string().max(256)).optional(),
  identity: identity.optional(),
  zones: zones.optional(),
});

export const createService = updateService.required({
  publisherEmail: true,
  publisherName: true,
  location: true,
  sku: true,
});
