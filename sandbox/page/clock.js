// The server's clock in the header: what it shows, and how to move it.

import { h, icon, toast } from "./dom.js";
import { post } from "./server.js";
import { momentOf, t, useZone } from "./words.js";

const HOUR = 3600;
const TICK = 1000;

export class ClockBar {
  constructor(node) {
    this.node = node;
    this.face = h("time");
    this.moves = h("div", { class: "moves", role: "group" });
    this.toggle = h("button",
      { class: "face", "aria-expanded": "false", onclick: () => this.fold() },
      icon("clock"), this.face);
    node.append(this.toggle, this.moves);
    setInterval(() => this.tick(), TICK);
  }

  /** `clock` is what the server tells: `{now, movable, next_due, zone}`. */
  show(clock) {
    this.clock = clock;
    this.since = performance.now();
    useZone(clock.zone);
    this.draw();
  }

  draw() {
    const { movable, next_due: due } = this.clock ?? {};
    this.node.hidden = !movable;
    if (!movable) return;
    this.toggle.title = t("clock");
    this.moves.setAttribute("aria-label", t("clock"));
    const focused = [...this.moves.children].indexOf(document.activeElement);
    const known = due !== null;
    this.moves.replaceChildren(
      this.move(t("hour"), { seconds: HOUR }),
      this.move(t("day"), { seconds: 24 * HOUR }),
      this.move([t("nextDue"), known && h("small", {}, momentOf(due))], { next: true },
        { disabled: !known, title: known ? momentOf(due) : t("nothingDue") }));
    this.moves.children[focused]?.focus();
    this.tick();
  }

  move(label, body, props = {}) {
    const onclick = async () => {
      try {
        this.show(await post("clock", body));
      } catch (error) {
        toast(document.body, error.message);
      }
    };
    return h("button", { ...props, onclick }, label);
  }

  tick() {
    if (!this.clock) return;
    const now = this.clock.now + (performance.now() - this.since) / 1000;
    this.face.dateTime = new Date(now * 1000).toISOString();
    this.face.textContent = momentOf(now);
  }

  /** On a narrow screen the buttons are folded away. */
  fold() {
    const open = this.node.classList.toggle("open");
    this.toggle.setAttribute("aria-expanded", String(open));
  }
}
