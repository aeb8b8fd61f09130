import { addressOf, headersFor, type Query, reach } from "./http";
import { problemOf } from "./problem";

/** Fetches a file as the person who is signed in and hands it to the browser to keep. */
export async function download(path: string, query: Query, name: string): Promise<void> {
  const response = await reach(addressOf(path, query), {
    headers: headersFor("GET"),
    credentials: "same-origin",
  });
  if (!response.ok) throw await problemOf(response);
  keep(await response.blob(), nameIn(response.headers.get("Content-Disposition")) ?? name);
}

/** Hands what this page holds to the browser to keep as a file. */
export function keep(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The file's name as the server gives it. */
export function nameIn(disposition: string | null): string | undefined {
  return disposition?.match(/filename="([^"]+)"/)?.[1];
}
