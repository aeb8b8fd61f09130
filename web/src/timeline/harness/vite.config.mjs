import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Serves the harness pages alone: `npx vite -c src/timeline/harness/vite.config.ts`. */
export default defineConfig({
  root: fileURLToPath(new URL("../../..", import.meta.url)),
  base: "/",
  cacheDir: "/tmp/nl/vite-harness",
  css: { postcss: {} },
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("../..", import.meta.url)) } },
  server: { port: 5199, strictPort: true, hmr: false },
});
