# The server in a container: built in one stage, and in the other only what runs: no compiler, no npm scripts, no root.
# It writes nothing outside /data: docs/operate.md runs it with a read-only root file system.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build:server

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /app/node_modules/libsql ./node_modules/libsql
COPY --from=build /app/node_modules/@libsql ./node_modules/@libsql
COPY --from=build /app/node_modules/@neon-rs ./node_modules/@neon-rs
COPY --from=build /app/node_modules/detect-libc ./node_modules/detect-libc
COPY --from=build /app/node_modules/sharp ./node_modules/sharp
COPY --from=build /app/node_modules/@img ./node_modules/@img
COPY --from=build /app/node_modules/semver ./node_modules/semver
COPY --from=build /app/dist/server ./dist/server
COPY --from=build /app/dist/web ./dist/web
COPY --from=build /app/locales ./locales
COPY --from=build /app/shop ./shop
COPY --from=build /app/scripts/serve.js /app/scripts/dot-env.js /app/scripts/node-version.js /app/scripts/health.js ./scripts/
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 EARSHOT_DATA=/data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["node", "scripts/health.js"]
# Node itself is PID 1, so that the signal to stop meets whoever can obey it.
ENTRYPOINT ["node", "scripts/serve.js"]
