import { fileURLToPath } from "node:url";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = `http://127.0.0.1:${process.env.NORTHLINE_PORT ?? "8000"}`;

export default defineConfig({
  plugins: [
    tanstackRouter({ target: "react", autoCodeSplitting: true, routesDirectory: "src/routes" }),
    react(),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  base: "/static/",
  build: {
    outDir: "../src/northline/static/web",
    emptyOutDir: true,
    // The strict CSP has no data: scripts or styles; small assets stay files.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    // What nearly every page needs comes in few files: a hundred icons and buttons of one each take longer to ask for.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "icons", test: /@tabler[\\/]icons/, minShareCount: 2 },
            {
              name: "controls",
              test: /node_modules[\\/](@mantine[\\/](core|hooks)|@floating-ui|@tanstack)[\\/].*\.m?js$/,
              minShareCount: 4,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": server } },
  // Most tests need no document and leave nothing behind, so they share a process; those that draw have one each.
  test: {
    globals: false,
    projects: [
      { extends: true, test: { name: "plain", include: ["src/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: { name: "drawn", include: ["src/**/*.test.tsx"], environment: "jsdom" },
      },
    ],
  },
});
