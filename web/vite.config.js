import { defineConfig } from "vite";

// The built files are committed and embedded in the server, so that "dotnet build" needs no Node. Their names stay the same; the
// server adds a hash of what they hold to their addresses.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "../src/OnRecord.Server/wwwroot",
    emptyOutDir: false,
    modulePreload: false,
    target: "es2022",
    rollupOptions: {
      input: "src/app.ts",
      output: { entryFileNames: "app.js", assetFileNames: "app.[ext]" },
    },
  },
});
