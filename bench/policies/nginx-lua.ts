import fs from "node:fs";
import path from "node:path";
import { runNginx } from "@/bench/proxy/nginx";
import { nginxConfiguration } from "@/bench/proxy/nginx-configuration";
import type { Started } from "@/bench/proxy/started";
import { subscriptionKey, tenantHeader, token } from "./ten-policies";

const folders = ["/usr/lib/nginx/modules", "/usr/share/nginx/modules", "/usr/lib64/nginx/modules"];

/** nginx with the same checks written by hand in Lua; null where it or its Lua module is not installed. */
export async function startNginxLua(upstream: string): Promise<Started | null> {
  const modules = folders.find((folder) => fs.existsSync(path.join(folder, "ngx_http_lua_module.so")));
  if (modules === undefined) return null;
  return runNginx((folder, port) => loading(modules) + nginxConfiguration({ folder, port, upstream }, task));
}

/** Both modules have to be loaded before anything else. */
function loading(modules: string): string {
  const ndk = path.join(modules, "ndk_http_module.so");
  const lua = path.join(modules, "ngx_http_lua_module.so");
  return [ndk, lua]
    .filter((file) => fs.existsSync(file))
    .map((file) => `load_module ${file};`)
    .join("\n");
}

/** A token that was found good stands in a table with its end, as the gateway keeps it too. */
const task = {
  settings: `  lua_shared_dict counters 1m;
  init_by_lua_block {
    subscriptions = { ["${subscriptionKey}"] = { id = "bench", name = "bench" } }
    tokens = { ["${token}"] = { iss = "bench", aud = "orders", exp = 4102444800 } }
    tenants = { gold = true, silver = true }
  }`,
  checks: `      rewrite_by_lua_block {
        local headers = ngx.req.get_headers()
        local subscription = subscriptions[headers["Ocp-Apim-Subscription-Key"]]
        if not subscription then return ngx.exit(401) end
        local tenant = headers["${tenantHeader}"]
        if not tenant or not tenants[string.lower(tenant)] then return ngx.exit(400) end
        local authorization = headers["Authorization"]
        if not authorization or string.sub(authorization, 1, 7) ~= "Bearer " then return ngx.exit(401) end
        local claims = tokens[string.sub(authorization, 8)]
        if not claims or claims.exp < ngx.time() or claims.iss ~= "bench" or claims.aud ~= "orders" then
          return ngx.exit(401)
        end
        local counters = ngx.shared.counters
        local count = counters:incr(subscription.id, 1, 0, 60)
        if count > 1000000000 then return ngx.exit(429) end
        local tier = string.lower(tenant)
        if tier == "silver" then ngx.req.set_header("X-Lane", "slow")
        elseif tier == "gold" then ngx.req.set_header("X-Lane", "fast") end
        ngx.req.set_header("X-Gateway", "bench")
        ngx.req.set_header("X-Caller", subscription.name)
        ngx.req.clear_header("Ocp-Apim-Subscription-Key")
        local id = string.match(ngx.var.uri, "^/orders/([^/]+)$")
        if not id then return ngx.exit(404) end
        ngx.req.set_uri("/v2/orders/" .. id, false)
      }`,
};
