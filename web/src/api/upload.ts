import { addressOf, headersFor } from "./http";
import { problemOf, unreachable } from "./problem";

/** Sends a form and tells how much of it has left; `fetch` cannot tell. */
export function upload<T>(
  path: string,
  form: FormData,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((answer, refuse) => {
    const request = new XMLHttpRequest();
    request.open("POST", addressOf(path));
    headersFor("POST").forEach((value, name) => {
      request.setRequestHeader(name, value);
    });
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onerror = () => refuse(unreachable());
    request.onabort = () => refuse(new DOMException("", "AbortError"));
    request.onload = () => {
      if (request.status < 300) answer(JSON.parse(request.responseText) as T);
      else void problemOf(responseOf(request)).then(refuse);
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

function responseOf(request: XMLHttpRequest): Response {
  return new Response(request.responseText, {
    status: request.status,
    statusText: request.statusText,
  });
}
