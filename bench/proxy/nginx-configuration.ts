/** One worker that logs nothing, keeps its connections and proxies to the upstream what passes the checks. */
export const nginxConfiguration = (
  { folder, port, upstream }: { folder: string; port: number; upstream: string },
  { settings, checks }: { settings: string; checks: string },
): string => `
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
  upstream backend { server ${new URL(upstream).host}; keepalive 128; keepalive_requests 1000000; }
${settings}
  server {
    listen 127.0.0.1:${port};
    location / {
${checks}
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
