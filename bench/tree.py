"""An opportunity tree of 300 cards in the browser: how soon it is drawn, how smoothly it is moved and zoomed.

python bench/tree.py [cards ...] [--database sqlite|postgres]: a server and a database of its own, headless Chromium
without a GPU; 300 cards by default. Build the client first (make setup).
"""

from __future__ import annotations

import statistics

import browser

# Notes the first frame in which cards of the tree stand on the canvas.
OPENED = """
const look = () => {
  if (document.querySelectorAll('[role=tree] [role=treeitem]').length > 5) {
    requestAnimationFrame(() => { window.openedAt = performance.now(); });
  } else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
# Wheels the canvas a step each frame, to and fro, and notes how far apart the frames are.
MOVE = """
async ([frames, zooms]) => {
  const canvas = document.querySelector('[data-pans]');
  const gaps = [];
  await new Promise((done) => {
    let last, count = 0;
    const step = (now) => {
      if (last !== undefined) gaps.push(now - last);
      last = now;
      const to = count % 120 < 60 ? 1 : -1;
      canvas.dispatchEvent(new WheelEvent('wheel', zooms
        ? { deltaY: to * 6, ctrlKey: true, clientX: 700, clientY: 500, bubbles: true, cancelable: true }
        : { deltaX: to * 25, deltaY: to * 15, bubbles: true, cancelable: true }));
      if (++count > frames) done(); else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  return gaps;
}
"""


def main() -> None:
    products = seed(**vars(browser.asked(300)))
    print("cards   opens (ms)     moved (frames/s, slowest frame)   zoomed (frames/s, slowest frame)")
    with browser.page_of("piet", opened=OPENED) as page:
        for size, product in products.items():
            opens = [
                browser.opened(page, f"/acme/discover?tab=opportunities&shape=canvas&product={product}")
                for _ in range(5)
            ]
            moved, zoomed = (page.evaluate(MOVE, [browser.FRAMES, zooms]) for zooms in (False, True))
            print(
                f"{size:>5}   median {statistics.median(opens):>5.0f}   {told(moved):>20}   {told(zoomed):>20}"
            )


def seed(sizes: list[int], database: str = "sqlite") -> dict[int, str]:
    """A product for each size: a fifth of its cards are needs, below one outcome, the others ideas."""
    cast = browser.cast_in_a_new_home("piet", database)
    return {size: grown(cast, size) for size in sizes}


def grown(cast: object, size: int) -> str:
    from northline.accounts.models import RoleGrant
    from northline.core.models import Link
    from northline.products.models import Product
    from northline.research.models import Idea, Opportunity
    from northline.strategy.models import Objective

    workspace, member = cast.product.workspace, cast.members["piet"]  # type: ignore[attr-defined]
    product = Product.objects.create(workspace=workspace, key=f"PROD-{size}", title=f"Tree of {size}")
    RoleGrant.objects.create(
        workspace=workspace,
        member=member,
        object_kind="product",
        object_id=product.pk,
        role="product_manager",
    )
    of = {"workspace": workspace, "product": product}
    aim = Objective.objects.create(key=f"OBJ-{size}", title="People come back every week", **of)
    needs: list[Opportunity] = []
    for number in range(size // 5):
        parent = needs[(number - 1) // 3] if number else None
        title = f"People cannot tell what waits for them, case {number}"
        needs.append(Opportunity.objects.create(key=f"OPP-{size}-{number}", title=title, parent=parent, **of))
    ideas = [
        Idea.objects.create(
            key=f"IDEA-{size}-{number}", title=f"Show it at the top of the page, way {number}", **of
        )
        for number in range(size - len(needs) - 1)
    ]
    pairs = [("serves", needs[0], aim)]
    pairs += [("addresses", idea, needs[number % len(needs)]) for number, idea in enumerate(ideas)]
    for name, source, target in pairs:
        Link.objects.create(
            workspace=workspace, type=name, source_kind=source.KIND, source_id=source.pk, target_kind=target.KIND,
            target_id=target.pk,
        )  # fmt: skip
    return str(product.pk)


def told(gaps: list[float]) -> str:
    return f"{browser.per_second(gaps):.0f}, {max(gaps):.0f} ms"


if __name__ == "__main__":
    main()
