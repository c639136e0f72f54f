// What a person sends besides text: pictures, files, contacts, a place.

import { ask, h, openMenu } from "./dom.js";
import { sizeOf, t } from "./words.js";

const PLACE = { latitude: 55.7558, longitude: 37.6173 };

/** The menu of the paper clip. */
export function pickAttachment(chat, anchor) {
  const person = !chat.isGroup;
  openMenu(anchor, [
    { text: t("photo"), act: () => chooseFiles(chat, "image/*") },
    { text: t("file"), act: () => chooseFiles(chat, "", true) },
    person && { text: t("ownContact"), act: () => askOwnContact(chat) },
    person && { text: t("otherContact"), act: () => askOtherContact(chat) },
    person && { text: t("location"), act: () => askLocation(chat) },
  ].filter(Boolean));
}

function chooseFiles(chat, accept, asFile) {
  const input = h("input", { type: "file", accept, multiple: true, "aria-label": t("file"),
    onchange: () => sendFiles(chat, [...input.files], asFile) });
  input.click();
}

/** Ask for a caption and send the files one after another, pictures as photos. */
export async function sendFiles(chat, files, asFile = false) {
  const pictures = files.every((file) => file.type.startsWith("image/"));
  const address = pictures && URL.createObjectURL(files[0]);
  const answer = await ask({
    title: t("send"),
    text: files.map((file) => `${file.name}, ${sizeOf(file.size)}`).join("\n"),
    picture: address && h("img", { src: address, alt: "" }),
    fields: [
      { name: "caption", label: t("caption"), maxlength: 1024 },
      pictures && !asFile && { name: "asFile", label: t("asFile"), type: "checkbox" },
    ].filter(Boolean),
    ok: t("send"),
  });
  if (address) URL.revokeObjectURL(address);
  if (!answer) return;
  const kind = pictures && !asFile && !answer.asFile ? "photo" : "document";
  for (const [index, file] of files.entries()) {
    const form = new FormData();
    form.append("as", kind);
    if (index === 0 && answer.caption) form.append("caption", answer.caption);
    form.append("file", file);
    if (!await chat.composer.attempt(() => chat.post("file", form))) return;
  }
}

/** Share the own number after a question; gives the message, or nothing. */
export async function askOwnContact(chat) {
  const phone = { name: "phone_number", label: t("phone"), hint: t("phoneHint"), type: "tel" };
  const answer = await ask({ title: t("shareContact"), text: t("shareContactText"), fields: [phone],
    ok: t("share") });
  return answer && shareContact(chat, { own: true, ...given(answer) });
}

async function askOtherContact(chat) {
  const fields = [{ name: "first_name", label: t("firstName"), required: true, maxlength: 64 },
    { name: "phone_number", label: t("phone"), type: "tel", hint: t("phoneHint") }];
  const answer = await ask({ title: t("otherContact"), fields, ok: t("share") });
  if (answer) shareContact(chat, { own: false, ...given(answer) });
}

function shareContact(chat, contact) {
  return chat.composer.attempt(() => chat.post("contact", contact));
}

/** Send a fixed place after a question; gives the message, or nothing. */
export async function askLocation(chat) {
  const sure = await ask({ title: t("sharePlace"), text: t("sharePlaceText"), ok: t("send") });
  return sure && chat.composer.attempt(() => chat.post("location", PLACE));
}

/** What was filled in; a phone number without the signs that make it readable. */
function given({ phone_number: phone, ...rest }) {
  const number = phone.replace(/[^\d+]/g, "");
  return number ? { ...rest, phone_number: number } : rest;
}
