// Telegram's formatting: from a text and its entities (UTF-16 offsets) to elements.

import { h, icon } from "./dom.js";
import { t } from "./words.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const MARKED = new Set(["mention", "text_mention", "hashtag", "cashtag"]);
const FOLDED = 160;

/** Children for an element. `act` is `{bot, command(text), open(payload)}`. */
export function formatted(text, entities = [], act) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return spread(text, 0, text.length, sorted, act);
}

function spread(text, begin, end, entities, act) {
  const nodes = [];
  let at = begin;
  let afterBlock = false;
  const gap = (to, beforeBlock) => {
    let plain = text.slice(at, to);
    // A block begins and ends a line by itself.
    if (afterBlock) plain = plain.replace(/^\n/, "");
    if (beforeBlock) plain = plain.replace(/\n$/, "");
    nodes.push(plain);
  };
  for (let index = 0, next; index < entities.length; index = next) {
    const entity = entities[index];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    for (next = index + 1; entities[next]?.offset < to;) next += 1;
    if (from >= to) continue;
    gap(from, BLOCKS.has(entity.type));
    const inner = spread(text, from, to, entities.slice(index + 1, next), act);
    nodes.push(wrap(entity, text.slice(from, to), inner, act));
    at = to;
    afterBlock = BLOCKS.has(entity.type);
  }
  gap(end, false);
  return nodes;
}

function wrap(entity, text, inner, act) {
  const { type } = entity;
  if (TAGS[type]) return h(TAGS[type], {}, inner);
  if (MARKED.has(type)) return h("span", { class: "marked" }, inner);
  switch (type) {
    case "spoiler": return spoiler(inner);
    case "pre": return h("pre", { "data-language": entity.language }, h("code", {}, inner));
    case "blockquote": return h("blockquote", {}, inner);
    case "expandable_blockquote": return expandable(text, inner);
    case "text_link": return link(entity.url, inner, act, { title: entity.url });
    case "url": return link(text, inner, act);
    case "email": return link(`mailto:${text}`, inner, act);
    case "phone_number": return link(`tel:${text.replace(/[^\d+]/g, "")}`, inner, act);
    case "bot_command":
      return h("button", { class: "command", onclick: () => act.command(text) }, inner);
    default: return inner;
  }
}

function spoiler(inner) {
  const reveal = (event) => {
    if (event.key && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    const message = event.currentTarget.closest("[data-message]");
    message.querySelectorAll(".spoiler").forEach((node) =>
      node.replaceWith(...node.firstChild.childNodes));
    message.focus({ preventScroll: true });
  };
  return h("span", { class: "spoiler", role: "button", tabindex: 0, onclick: reveal,
    onkeydown: reveal, "aria-label": t("spoiler") }, h("span", { inert: true }, inner));
}

function expandable(text, inner) {
  if (text.length < FOLDED && text.split("\n").length <= 3) return h("blockquote", {}, inner);
  const toggle = h("button", { class: "unfold", "aria-expanded": "false", "aria-label": t("unfold"),
    onclick() {
      const folded = quote.classList.toggle("folded");
      toggle.setAttribute("aria-expanded", String(!folded));
    } }, icon("down"));
  const quote = h("blockquote", { class: "folded" }, h("div", {}, inner), toggle);
  return quote;
}

/** Where an address leads: `{href, payload}`, or null; a deep link of the bot has a payload. */
export function destination(address, bot) {
  let url;
  try {
    url = new URL(/^(\w+:\/\/|mailto:|tel:)/i.test(address) ? address : `http://${address}`);
  } catch {
    return null;
  }
  const telegram = url.protocol === "tg:" && url.host === "resolve"
    ? url.searchParams.get("domain")
    : /^(www\.)?(t|telegram)\.me$/.test(url.host) && url.pathname.replace(/^\/|\/$/g, "");
  const ours = telegram && telegram.toLowerCase() === bot?.toLowerCase();
  const payload = ours ? url.searchParams.get("start") : null;
  return payload !== null || /^(https?|mailto|tel):$/.test(url.protocol)
    ? { href: url.href, payload } : null;
}

export function link(address, children, act, props = {}) {
  const to = destination(address, act.bot);
  if (!to) return h("span", { class: "marked", title: address }, children);
  if (to.payload !== null) {
    const onclick = (event) => { event.preventDefault(); act.open(to.payload); };
    return h("a", { href: to.href, onclick, ...props }, children);
  }
  const outside = /^http/.test(to.href) && { target: "_blank", rel: "noopener noreferrer" };
  return h("a", { href: to.href, ...outside, ...props }, children);
}
