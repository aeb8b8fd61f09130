import type { ItemStatus } from "../types";

const SIZE = 6;

/** A small sign beside the status word: the rounder and fuller, the further along. */
export function drawStatus(
  ctx: CanvasRenderingContext2D,
  status: ItemStatus,
  x: number,
  y: number,
  colour: string,
  ground: string,
): void {
  ctx.save();
  ctx.translate(x + SIZE, y);
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.lineCap = "round";
  SIGNS[status](ctx, ground);
  ctx.restore();
}

type Sign = (ctx: CanvasRenderingContext2D, ground: string) => void;

function ring(ctx: CanvasRenderingContext2D): void {
  ctx.beginPath();
  ctx.arc(0, 0, SIZE - 0.75, 0, 2 * Math.PI);
  ctx.stroke();
}

function pie(ctx: CanvasRenderingContext2D, share: number): void {
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.arc(0, 0, SIZE - 3, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share);
  ctx.fill();
}

const SIGNS: Record<ItemStatus, Sign> = {
  idea: (ctx) => {
    ctx.setLineDash([1.5, 3]);
    ring(ctx);
  },
  planned: (ctx) => ring(ctx),
  committed: (ctx) => {
    ring(ctx);
    ctx.beginPath();
    ctx.arc(0, 0, 2, 0, 2 * Math.PI);
    ctx.fill();
  },
  in_progress: (ctx) => {
    ring(ctx);
    pie(ctx, 0.5);
  },
  done: (ctx, ground) => {
    ctx.beginPath();
    ctx.arc(0, 0, SIZE, 0, 2 * Math.PI);
    ctx.fill();
    ctx.strokeStyle = ground;
    ctx.beginPath();
    ctx.moveTo(-2.6, 0.2);
    ctx.lineTo(-0.8, 2);
    ctx.lineTo(2.8, -1.9);
    ctx.stroke();
  },
};
