// Building blocks: elements, icons, notices, menus and dialogs.

import { t } from "./words.js";

const ICONS = {
  send: "M4 20 21 12 4 4l2.5 8L4 20ZM6.5 12H13",
  attach: "M17 7.5v9a5 5 0 0 1-10 0V6.5a3.3 3.3 0 0 1 6.6 0v9.3a1.6 1.6 0 0 1-3.2 0V8",
  dots: "M12 5.2v.1M12 12v.1M12 18.8v.1",
  close: "m6 6 12 12M18 6 6 18",
  keys: "M4 6h16v12H4zM8 10v.1M12 10v.1M16 10v.1M9 14.5h6",
  slash: "M4 4h16v16H4zM14 8l-4 8",
  down: "m6 9.5 6 6 6-6",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  plus: "M12 5v14M5 12h14",
  clock: "M12 7v5l3.2 2M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z",
  place: "M12 21c-4-4.6-6.5-8-6.5-11.2a6.5 6.5 0 0 1 13 0C18.5 13 16 16.4 12 21ZM12 10v.1",
};
const NOTICE = 4000;

/** An element. `on…` are listeners, other properties attributes; empty children are left out. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  if (tag === "button" && !props.type) node.type = "button";
  node.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return node;
}

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows only an icon. */
export function iconButton(name, label, onclick, props = {}) {
  return h("button", { class: "round", "aria-label": label, title: label, onclick, ...props },
    icon(name));
}

export function avatar(id, name) {
  const letters = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("");
  return h("span", { class: `avatar hue${Math.abs(id) % 6}`, "aria-hidden": "true" }, letters);
}

/** Says something for a moment. `host` holds a `.toasts` region. */
export function toast(host, text) {
  const note = h("div", { class: "toast" }, text);
  host.querySelector(":scope > .toasts").append(note);
  setTimeout(() => note.remove(), NOTICE + text.length * 30);
}

export async function copy(text, host) {
  try {
    await navigator.clipboard.writeText(text);
    toast(host, t("copied"));
  } catch {
    toast(host, text);
  }
}

let closing = null; // the button whose click only closes its menu

/** A menu of `{text, act, danger?}` at `spot`, else at `anchor`, to which the focus returns. */
export function openMenu(anchor, items, spot = anchor.getBoundingClientRect()) {
  const isSecond = closing === anchor;
  closing = null;
  if (isSecond) return;
  const menu = h("div", { class: "menu", role: "menu", popover: "auto" }, items.map(
    ({ text, act, danger }) => h("button", {
      role: "menuitem", class: danger && "danger", onclick() { menu.hidePopover(); act(); },
    }, text)));
  menu.addEventListener("keydown", (event) => {
    const entries = [...menu.children];
    const at = entries.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Tab") menu.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    entries.at(to % entries.length).focus();
  });
  menu.addEventListener("beforetoggle", (event) => {
    anchor.setAttribute("aria-expanded", String(event.newState === "open"));
  });
  menu.addEventListener("toggle", (event) => event.newState === "closed" && menu.remove());
  document.body.append(menu);
  anchor.onpointerdown = () => { closing = menu.matches(":popover-open") ? anchor : null; };
  anchor.focus({ preventScroll: true });
  menu.showPopover();
  place(menu, spot);
  menu.firstChild.focus();
}

function place(menu, { left, right, top, bottom }) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const x = left + width > innerWidth - 8 ? right - width : left;
  const y = bottom + height > innerHeight - 8 ? top - height : bottom;
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
}

function field({ name, label, options, hint, ...props }) {
  const control = options
    ? h("select", { name }, options.map(([value, text]) => h("option", { value }, text)))
    : h("input", { name, autocomplete: "off", ...props });
  return h("label", { class: props.type === "checkbox" && "check" },
    h("span", {}, label), control, hint && h("small", {}, hint));
}

/** A modal dialog; gives the values of its `fields`, or null if it was left. */
export function ask({ title, text, fields = [], picture, ok, cancel = true, danger }) {
  return new Promise((resolve) => {
    const form = h("form", { method: "dialog" },
      title && h("h2", {}, title), picture, text && h("p", {}, text), fields.map(field),
      h("div", { class: "actions" },
        cancel && h("button", { onclick: () => dialog.close() }, t("cancel")),
        h("button", { type: "submit", class: danger ? "danger" : "primary", value: "ok" }, ok)));
    const dialog = h("dialog", { "aria-label": title ?? text }, form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "ok" ? Object.fromEntries(new FormData(form)) : null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A picture as large as the window; a click or Escape closes it. */
export function showPicture(src, alt) {
  const dialog = h("dialog", { class: "picture", "aria-label": alt, onclose: () => dialog.remove(),
    onclick: () => dialog.close() },
  h("img", { src, alt }), iconButton("close", t("close"), () => dialog.close()));
  document.body.append(dialog);
  dialog.showModal();
}
