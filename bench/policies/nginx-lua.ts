import fs from "node:fs";
import path from "node:path";
import { runNginx } from "@/bench/proxy/nginx";
import type { Started } from "@/bench/proxy/started";
import { subscriptionKey, tenantHeader, token } from "./ten-policies";

const folders = ["/usr/lib/nginx/modules", "/usr/share/nginx/modules", "/usr/lib64/nginx/modules"];

/** nginx with the same checks written by hand in Lua; null where it or its Lua module is not installed. */
export async function startNginxLua(upstream: string): Promise<Started | null> {
  const modules = folders.find((folder) => fs.existsSync(path.join(folder, "ngx_http_lua_module.so")));
  return modules === undefined ? null : runNginx((folder, port) => configuration(folder, modules, port, upstream));
}

/** A token that was found good stands in a table with its end, as the gateway keeps it too. */
function configuration(folder: string, modules: string, port: number, upstream: string): string {
  const ndk = path.join(modules, "ndk_http_module.so");
  return `
${fs.existsSync(ndk) ? `load_module ${ndk};` : ""}
load_module ${path.join(modules, "ngx_http_lua_module.so")};
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log crit;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  keepalive_requests 1000000;
  lua_shared_dict counters 1m;
  init_by_lua_block {
    subscriptions = { ["${subscriptionKey}"] = { id = "bench", name = "bench" } }
    tokens = { ["${token}"] = { iss = "bench", aud = "orders", exp = 4102444800 } }
    tenants = { gold = true, silver = true }
  }
  upstream backend { server ${new URL(upstream).host}; keepalive 128; keepalive_requests 1000000; }
  server {
    listen 127.0.0.1:${port};
    location / {
      rewrite_by_lua_block {
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
      }
      proxy_pass http://backend;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-Host $http_host;
    }
  }
}
`;
}
