import { expect, test } from "vitest";
import { readSteps, writtenSteps } from "./readSteps";

test("each line is a step with its days before or after the launch", () => {
  expect(
    readSteps("-14 Tell sales\nT-7 Notes\n\n+1 Thanks\nTell everybody\nT−3 Rehearse\n5 posters"),
  ).toEqual([
    { title: "Tell sales", offset_days: -14 },
    { title: "Notes", offset_days: -7 },
    { title: "Thanks", offset_days: 1 },
    { title: "Tell everybody", offset_days: 0 },
    { title: "Rehearse", offset_days: -3 },
    { title: "5 posters", offset_days: 0 },
  ]);
});

test("what is written is read as the same steps", () => {
  const steps = [
    { title: "Tell sales", offset_days: -14 },
    { title: "-5 % for early birds", offset_days: 0 },
    { title: "Thanks", offset_days: 1 },
  ];
  expect(readSteps(writtenSteps(steps))).toEqual(steps);
});
