const CODES = [
  "en-GB",
  "en-US",
  "de-DE",
  "de-AT",
  "de-CH",
  "fr-FR",
  "es-ES",
  "it-IT",
  "nl-NL",
  "pt-BR",
  "pt-PT",
  "pl-PL",
  "cs-CZ",
  "da-DK",
  "sv-SE",
  "nb-NO",
  "fi-FI",
  "ja-JP",
  "ko-KR",
  "zh-CN",
];

/** The ways of writing dates and numbers one may choose, each with today as an example. */
export const LOCALES = CODES.map((code) => ({
  value: code,
  label: `${nameOf(code)} · ${new Date().toLocaleDateString(code)}`,
}));

function nameOf(code: string): string {
  return new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
}
