/** What is pasted into another page to show a share there. */
export function snippetOf(address: string, title: string): string {
  const name = title.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${address}" title="${name}" width="100%" height="600" style="border:0" allow="fullscreen"></iframe>`;
}
