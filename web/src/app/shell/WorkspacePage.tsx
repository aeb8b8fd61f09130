import { Shell } from "./Shell";
import { ThemeOfPerson } from "./ThemeOfPerson";

export function WorkspacePage() {
  return (
    <>
      <ThemeOfPerson />
      <Shell />
    </>
  );
}
