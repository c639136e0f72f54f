// The list of a chat's messages: what is where, and where the reader is.

import { h, icon } from "./dom.js";
import { exchange, messageNode } from "./message.js";
import { dayOf, t } from "./words.js";

const NEAR = 60;

export class Log {
  constructor(chat) {
    this.chat = chat;
    this.messages = new Map(); // id -> {message, node, raw}
    this.stuck = true; // the reader is at the newest message
    this.top = 0;
    this.missed = 0;
    this.list = h("div", { class: "log", role: "log", "aria-live": "polite", tabindex: 0,
      "aria-label": t("messages"), onscroll: () => this.scrolled(),
      onkeydown: (event) => this.walk(event), oncontextmenu: (event) => this.menu(event) });
    this.down = h("button", { class: "down", title: t("down"), hidden: true,
      onclick: () => this.toEnd() }, icon("down"));
    this.node = h("div", { class: "window" }, this.list, this.down);
    new ResizeObserver(() => this.settle()).observe(this.list);
  }

  get size() { return this.messages.size; }

  find(id) { return this.messages.get(id)?.message; }

  /** The newest message that fits. */
  latest(fits) {
    return [...this.messages.values()].map(({ message }) => message).findLast(fits);
  }

  /** Exactly these messages; what is the same already stays untouched. */
  show(messages) {
    const ids = new Set(messages.map((message) => message.message_id));
    [...this.messages.keys()].filter((id) => !ids.has(id)).forEach((id) => this.remove(id));
    messages.forEach((message) => this.put(message));
    this.settle();
  }

  /** A message that has just been written. */
  arrive(message) {
    if (this.chat.isOwn(message)) this.stuck = true;
    else if (!this.stuck && !this.messages.has(message.message_id)) this.missed += 1;
    this.put(message);
    this.settle();
  }

  /** A new message, or the new form of a known one, which keeps the view where it is. */
  put(message) {
    const id = message.message_id;
    const known = this.messages.get(id);
    const raw = JSON.stringify(message);
    if (known?.raw === raw) return;
    const node = messageNode(message, this.chat);
    this.messages.set(id, { message, node, raw });
    if (!known) return void this.insert(node, message);
    const above = known.node.offsetTop + known.node.offsetHeight < this.list.scrollTop;
    const height = this.list.scrollHeight;
    node.dataset.day = known.node.dataset.day;
    exchange(known.node, node);
    if (above) this.top += this.list.scrollHeight - height;
    this.settle();
  }

  insert(node, message) {
    let last = this.list.lastElementChild;
    while (Number(last?.dataset.message) > message.message_id) last = last.previousElementSibling;
    node.dataset.day = dayOf(message.date);
    const isNewDay = last?.dataset.day !== node.dataset.day;
    const line = isNewDay && h("p", { class: "day", "data-day": node.dataset.day },
      h("span", {}, node.dataset.day));
    const nodes = line ? [line, node] : [node];
    if (last) last.after(...nodes);
    else this.list.prepend(...nodes);
  }

  remove(id) {
    const known = this.messages.get(id);
    if (!known) return;
    if (known.node.contains(document.activeElement)) this.list.focus({ preventScroll: true });
    const { previousElementSibling: line, nextElementSibling: next } = known.node;
    if (line.matches(".day") && !next?.dataset.message) line.remove();
    known.node.remove();
    this.messages.delete(id);
  }

  /** Every message anew, after the words or the writer have changed. */
  redraw() {
    const messages = [...this.messages.values()].map(({ message }) => message);
    this.messages.clear();
    this.list.replaceChildren();
    this.show(messages);
  }

  jump(id) {
    const node = this.messages.get(id)?.node;
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.focus({ preventScroll: true });
    node.classList.remove("flash");
    requestAnimationFrame(() => node.classList.add("flash"));
  }

  toEnd() {
    this.stuck = true;
    this.settle();
    this.list.focus({ preventScroll: true });
  }

  /** Bring the view where the reader was: at the end, or at the same place. */
  settle() {
    if (!this.list.clientHeight) return;
    this.list.scrollTop = this.stuck ? this.list.scrollHeight : this.top;
    this.top = this.list.scrollTop;
    this.showDown();
  }

  showDown() {
    if (this.stuck) this.missed = 0;
    this.down.hidden = this.stuck;
    this.down.replaceChildren(icon("down"), this.missed || "");
    this.down.setAttribute("aria-label",
      this.missed ? `${t("down")}, ${t("unread", this.missed)}` : t("down"));
  }

  scrolled() {
    const { scrollTop, clientHeight, scrollHeight } = this.list;
    if (!clientHeight) return;
    // The end may also have moved away from a reader who has not scrolled.
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    this.stuck = near || (this.stuck && scrollTop >= this.top);
    this.top = scrollTop;
    this.showDown();
  }

  /** Arrows go from message to message, Enter opens the menu of one. */
  walk(event) {
    const here = event.target.closest("[data-message]");
    if (event.key === "Enter" && event.target === here) {
      this.chat.openMessageMenu(Number(here.dataset.message), here);
      event.preventDefault();
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const nodes = [...this.messages.values()].map(({ node }) => node);
    const to = here ? nodes[nodes.indexOf(here) + step] : nodes.at(-1);
    to?.focus({ preventScroll: true });
    to?.scrollIntoView({ block: "nearest" });
  }

  menu(event) {
    const here = event.target.closest("[data-message]");
    // A link keeps the browser's menu.
    if (!here || event.target.closest("a") || getSelection().toString()) return;
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    // The menu key points at nothing.
    const spot = x || y ? new DOMRect(x, y) : undefined;
    this.chat.openMessageMenu(Number(here.dataset.message), here, spot);
  }
}
