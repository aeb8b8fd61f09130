/** Every colour the timeline uses. Text colours keep 4.5:1 on the surfaces they are drawn on. */
export interface Palette {
  scheme: "light" | "dark";
  surface: string;
  surfaceQuiet: string;
  rowHover: string;
  rowChosen: string;
  rowMoved: string;
  line: string;
  lineStrong: string;
  offTime: string;
  text: string;
  textQuiet: string;
  accent: string;
  bar: string;
  barDone: string;
  barEdge: string;
  barText: string;
  critical: string;
  criticalDone: string;
  criticalEdge: string;
  criticalText: string;
  summary: string;
  milestone: string;
  slack: string;
  baseline: string;
  forecast: string;
  link: string;
  today: string;
  deadline: string;
  good: string;
  warning: string;
  bad: string;
  moved: string;
  fontFamily: string;
}

const fontFamily =
  "'Inter Variable', Inter, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, sans-serif";

export const lightPalette: Palette = {
  scheme: "light",
  surface: "#ffffff",
  surfaceQuiet: "#f7f8f9",
  rowHover: "#f3f5f7",
  rowChosen: "#e3eef6",
  rowMoved: "#fff6df",
  line: "#e9ecef",
  lineStrong: "#d5dade",
  offTime: "#f4f5f7",
  text: "#1a1f25",
  textQuiet: "#5b6570",
  accent: "#216899",
  bar: "#c3dcee",
  barDone: "#8fbcdc",
  barEdge: "#4a90c1",
  barText: "#0f3653",
  critical: "#f8d5d0",
  criticalDone: "#eda79e",
  criticalEdge: "#b3261e",
  criticalText: "#6b130d",
  summary: "#4c5560",
  milestone: "#343b44",
  slack: "#939ca6",
  baseline: "#b3bbc3",
  forecast: "#5b4b8a",
  link: "#8a95a0",
  today: "#216899",
  deadline: "#b3261e",
  good: "#1f6f43",
  warning: "#8a5200",
  bad: "#b3261e",
  moved: "#8a5200",
  fontFamily,
};

export const darkPalette: Palette = {
  scheme: "dark",
  surface: "#15191e",
  surfaceQuiet: "#1b2026",
  rowHover: "#1e242b",
  rowChosen: "#1d3547",
  rowMoved: "#2f2a1c",
  line: "#242b33",
  lineStrong: "#3a434d",
  offTime: "#1a1f25",
  text: "#dfe4e8",
  textQuiet: "#97a1ac",
  accent: "#69a5cf",
  bar: "#20425b",
  barDone: "#2f6288",
  barEdge: "#4a90c1",
  barText: "#dcebf5",
  critical: "#4d2523",
  criticalDone: "#76332f",
  criticalEdge: "#ff8a80",
  criticalText: "#ffe3e0",
  summary: "#97a1ac",
  milestone: "#d7dce1",
  slack: "#6b7683",
  baseline: "#4f5964",
  forecast: "#b7a4ec",
  link: "#6b7683",
  today: "#69a5cf",
  deadline: "#ff8a80",
  good: "#6fcf97",
  warning: "#f0b357",
  bad: "#ff8a80",
  moved: "#f0b357",
  fontFamily,
};
