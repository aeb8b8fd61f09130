import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Serves the harness pages alone: `npx vite -c src/timeline/harness/vite.config.ts`. */
export default defineConfig({
  root: here("../../.."),
  base: "/",
  cacheDir: "node_modules/.cache/harness",
  css: { postcss: {} },
  plugins: [react()],
  resolve: { alias: { "@": here("../..") } },
  build: {
    outDir: "node_modules/.cache/harness-dist",
    emptyOutDir: true,
    rollupOptions: { input: ["gantt", "roadmap"].map((name) => here(`./${name}.html`)) },
  },
  preview: { port: 5198, strictPort: true },
  server: { port: 5199, strictPort: true, hmr: false },
});
