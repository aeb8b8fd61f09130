import { Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Lets the browser show notices; it asks the person first, and keeps a no. */
export function BrowserSwitch({ isOn, onChange }: Props) {
  const { t } = useTranslation();
  const canNotify = "Notification" in window;
  const [allowed, setAllowed] = useState(canNotify ? Notification.permission : "denied");
  const turn = async (wanted: boolean) => {
    if (!wanted) return onChange(false);
    const answer = await Notification.requestPermission();
    setAllowed(answer);
    onChange(answer === "granted");
  };
  const hint = !canNotify
    ? t("notifications.browserCannot")
    : allowed === "denied"
      ? t("notifications.browserDenied")
      : t("notifications.browserMeans");
  return (
    <Switch
      label={t("notifications.browser")}
      description={hint}
      checked={isOn}
      // A yes that was given on another computer can be taken back on this one.
      disabled={!isOn && allowed === "denied"}
      onChange={({ currentTarget }) => void turn(currentTarget.checked)}
    />
  );
}
