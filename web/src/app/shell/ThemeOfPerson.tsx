import { useMantineColorScheme } from "@mantine/core";
import { useEffect } from "react";
import { useSession } from "@/api/session";

/** The theme is kept with the person, so it follows them to another machine. */
export function ThemeOfPerson() {
  const { theme } = useSession().person;
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(theme), [theme, setColorScheme]);
  return null;
}
