// What a message carries beside its text: pictures, files, contacts, places.

import { avatar, h, icon, showPicture } from "./dom.js";
import { fileAddress } from "./server.js";
import { isKnown, sizeOf, t } from "./words.js";

// An animation also comes as a document, so the order matters.
const FILES = ["animation", "video", "audio", "voice", "video_note", "document"];
const SERVICE = ["pinned_message", "new_chat_title", "group_chat_created",
  "supergroup_chat_created", "migrate_to_chat_id", "migrate_from_chat_id"];
const FRAME = new Set(["message_id", "from", "chat", "date", "edit_date", "reply_markup"]);

export const nameOf = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

/** The words of a message that nobody wrote, such as «joined the group»; else undefined. */
export function serviceText(message) {
  const { new_chat_members: joined, left_chat_member: left } = message;
  if (joined) return t("new_chat_members", joined.map(nameOf).join(", "));
  if (left) return t("left_chat_member", nameOf(left));
  const kind = SERVICE.find((key) => key in message);
  return kind && t(kind);
}

/** A message in one line, for quotes. */
export function summary(message) {
  const text = message.text ?? message.caption;
  if (text) return text.slice(0, 200).replace(/\s+/g, " ");
  const kind = Object.keys(message).find((key) => !FRAME.has(key) && isKnown(key));
  return kind ? t(kind) : t("message");
}

/** Elements for everything that is not text. */
export function attachments(message) {
  if (message.text !== undefined) return [];
  const kind = FILES.find((key) => message[key]);
  const nodes = [
    message.photo && photo(message),
    kind && fileLine(kind, message[kind]),
    message.sticker && sticker(message.sticker),
    message.contact && contact(message.contact),
    message.location && location(message),
  ].filter(Boolean);
  return nodes.length || message.caption ? nodes : [unknown(message)];
}

function photo(message) {
  const size = message.photo.at(-1);
  const src = fileAddress(size.file_id);
  const alt = t("photo");
  const picture = h("img", { src, alt, width: size.width, height: size.height });
  return h("button", { class: "photo", onclick: () => showPicture(src, alt) }, picture);
}

function fileLine(kind, file) {
  const name = file.file_name ?? file.title ?? t(kind);
  const size = file.file_size === undefined ? "" : `${sizeOf(file.file_size)}, `;
  const href = fileAddress(file.file_id);
  return h("a", { class: "line", href, download: file.file_name ?? true },
    h("span", { class: "disc" }, icon("file")),
    h("span", {}, h("b", {}, name), h("small", {}, `${size}${t("download")}`)));
}

function sticker(file) {
  return h("p", {}, `${file.emoji ?? ""} ${t("sticker")}, `,
    h("a", { href: fileAddress(file.file_id), download: true }, t("download")));
}

function contact(shared) {
  const name = nameOf(shared);
  return h("div", { class: "line" }, avatar(shared.user_id ?? 0, name),
    h("span", {}, h("b", {}, name), h("small", {}, shared.phone_number)));
}

function location({ location: { latitude, longitude }, venue }) {
  const place = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`;
  return h("a", { class: "line", href, target: "_blank", rel: "noopener noreferrer" },
    h("span", { class: "disc" }, icon("place")),
    h("span", {}, h("b", {}, venue?.title ?? t("location")),
      h("small", {}, venue?.address ?? place)));
}

function unknown(message) {
  const kind = Object.keys(message).find((key) => !FRAME.has(key)) ?? "?";
  return h("p", { class: "quiet" }, t("unknown", kind));
}
