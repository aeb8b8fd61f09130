import { Select, type SelectProps } from "@mantine/core";
import classes from "./RailSelect.module.css";

/** A choice in the rail: reads as text until one points at it. */
export function RailSelect(props: SelectProps) {
  return (
    <Select
      variant="unstyled"
      size="sm"
      withCheckIcon={false}
      clearSectionMode="clear"
      classNames={classes}
      comboboxProps={{ width: "max-content", position: "bottom-start" }}
      {...props}
    />
  );
}
