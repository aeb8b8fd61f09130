import {
  Badge,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Modal,
  Popover,
  SegmentedControl,
  TableScrollContainer,
  Tooltip,
} from "@mantine/core";
import { t } from "./words/words";

/** The one accent: the blue of a compass rose. Shade 7 carries white text at 5.9:1. */
const north: MantineColorsTuple = [
  "#eff6fb",
  "#dcebf5",
  "#b9d6ea",
  "#8fbcdc",
  "#69a5cf",
  "#4a90c1",
  "#327cb0",
  "#216899",
  "#18537d",
  "#113e60",
];

const gray: MantineColorsTuple = [
  "#f7f8f9",
  "#f0f2f4",
  "#e4e7ea",
  "#d5dade",
  "#bcc3ca",
  "#939ca6",
  "#69737e",
  "#4c5560",
  "#343b44",
  "#1e242b",
];

const dark: MantineColorsTuple = [
  "#d7dce1",
  "#b4bcc5",
  "#97a1ac",
  "#6b7683",
  "#434c57",
  "#323a43",
  "#272d35",
  "#1b2026",
  "#15191e",
  "#0f1216",
];

export const theme = createTheme({
  primaryColor: "north",
  primaryShade: 7,
  colors: { north, gray, dark },
  white: "#ffffff",
  black: "#1a1f25",
  fontFamily:
    "'Inter Variable', Inter, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.35", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  spacing: { xs: "4px", sm: "8px", md: "16px", lg: "24px", xl: "32px" },
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "16px" },
  defaultRadius: "sm",
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "1.3" },
      h2: { fontSize: "16px", lineHeight: "1.4" },
      h3: { fontSize: "14px", lineHeight: "1.4" },
    },
  },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Badge: Badge.extend({ defaultProps: { tt: "none" } }),
    // What scrolls sideways on a phone is reached by keys.
    TableScrollContainer: TableScrollContainer.extend({
      defaultProps: { scrollAreaProps: { viewportProps: { tabIndex: 0 } } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false } }),
    // Mantine's own dark ground is the page's, on which the unchosen ones would float.
    SegmentedControl: SegmentedControl.extend({
      styles: { root: { backgroundColor: "var(--nl-surface-hover)" } },
    }),
    Popover: Popover.extend({
      defaultProps: { shadow: "md" },
      styles: { dropdown: { maxWidth: "calc(100vw - 16px)" } },
    }),
    Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { "aria-label": t("close") } } }),
    Modal: Modal.extend({
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { "aria-label": t("close") },
      },
      styles: { title: { fontSize: 16, fontWeight: 600 } },
    }),
  },
});

/** Northline's own names for surfaces and text, so no component picks a grey by number. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { "--nl-nav-width": "208px", "--nl-peek-width": "440px", "--nl-bar-height": "48px" },
  light: {
    "--mantine-color-dimmed": "#5b6570",
    "--mantine-color-placeholder": "#69737e",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-default-border": "#d5dade",
    "--nl-surface": "#ffffff",
    "--nl-surface-quiet": "#f7f8f9",
    "--nl-surface-hover": "#f0f2f4",
    "--nl-surface-chosen": "#e3eef6",
    "--nl-text-chosen": "#113e60",
    "--nl-line": "#e4e7ea",
    "--nl-accent": "#216899",
    "--nl-good": "#1f6f43",
    "--nl-warning": "#8a5200",
    "--nl-bad": "#b3261e",
  },
  dark: {
    "--mantine-color-body": "#15191e",
    "--mantine-color-dimmed": "#97a1ac",
    "--mantine-color-placeholder": "#98a2ad",
    "--mantine-color-error": "#ff8a80",
    "--mantine-color-default-border": "#3a434d",
    "--mantine-color-north-light": "#1d3547",
    "--mantine-color-north-light-color": "#b9d6ea",
    "--nl-surface": "#15191e",
    "--nl-surface-quiet": "#1b2026",
    "--nl-surface-hover": "#232930",
    "--nl-surface-chosen": "#1d3547",
    "--nl-text-chosen": "#dcebf5",
    "--nl-line": "#2a313a",
    "--nl-accent": "#69a5cf",
    "--nl-good": "#6fcf97",
    "--nl-warning": "#f0b357",
    "--nl-bad": "#ff8a80",
  },
});
