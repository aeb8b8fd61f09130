/** Sizes of the roadmap, in pixels. */
export const ITEM_HEIGHT = 44;
/** An item with its whisker beneath and the gap to the next. */
export const TRACK_HEIGHT = 60;
export const LANE_PADDING = 8;
/** A lane's title above its items where there is no room beside them. */
export const LANE_HEADING = 26;
export const LABEL_WIDTH = 176;
/** Below this width the lane titles stand above the items. */
export const NARROW = 640;
export const CHIP_HEIGHT = 18;
export const MILESTONE = 10;

export const fonts = {
  title: "600 13px",
  small: "400 12px",
  chip: "600 11.5px",
};
