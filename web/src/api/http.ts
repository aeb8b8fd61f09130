import { Problem, problemOf, unreachable } from "./problem";
import { workspaceOf } from "./workspace";

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Options {
  query?: Query;
  /** The version the person saw; sent as If-Match. */
  version?: number;
  signal?: AbortSignal;
}

interface WriteOptions extends Options {
  body?: unknown;
}

export const http = {
  get: <T>(path: string, options?: Options) => send<T>("GET", path, options),
  post: <T>(path: string, body?: unknown, options?: Options) =>
    send<T>("POST", path, { ...options, body }),
  patch: <T>(path: string, body: unknown, options?: Options) =>
    send<T>("PATCH", path, { ...options, body }),
  put: <T>(path: string, body: unknown, options?: Options) =>
    send<T>("PUT", path, { ...options, body }),
  delete: <T>(path: string, options?: Options) => send<T>("DELETE", path, options),
};

async function send<T>(method: string, path: string, options: WriteOptions = {}): Promise<T> {
  const headers = headersFor(method, options.version);
  const { body } = options;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set("Content-Type", "application/json");
  const response = await reach(addressOf(path, options.query), {
    method,
    headers,
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
    signal: options.signal,
    credentials: "same-origin",
  });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Says who writes where: workspace, CSRF token and the version seen. */
export function headersFor(method: string, version?: number): Headers {
  const headers = new Headers({ Accept: "application/json" });
  const workspace = workspaceOf(window.location.pathname);
  if (workspace) headers.set("Northline-Workspace", workspace);
  if (method !== "GET") headers.set("X-CSRFToken", cookie("northline_csrf"));
  if (version !== undefined) headers.set("If-Match", `"${version}"`);
  return headers;
}

export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return `/api${path}${text ? `?${text}` : ""}`;
}

export async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw cause instanceof Problem ? cause : unreachable();
  }
}

function cookie(name: string): string {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}
