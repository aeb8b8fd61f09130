import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";

export const words = i18next.createInstance();

// In a browser tab there is one language at a time; the text is bundled, so nothing is awaited.
words.use(initReactI18next).init({
  lng: "en",
  fallbackLng: "en",
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
});

/** Words outside a component: menus, documents' titles, notifications. */
export const t = words.t.bind(words);
