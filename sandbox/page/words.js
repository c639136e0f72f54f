// What the page says, in two languages, and how it writes moments and sizes.

const RU = {
  about: "Бот и вымышленные люди на этом компьютере. Играйте за каждого.",
  people: "Люди", addPerson: "Добавить человека", addFirst: "Добавить первого", firstName: "Имя",
  lastName: "Фамилия", language: "Язык", add: "Добавить", cancel: "Отмена", understood: "Понятно",
  send: "Отправить", close: "Закрыть", closeChat: "Закрыть чат", chatMenu: "Меню чата",
  messageMenu: "Меню сообщения", nobody: "Здесь пока никого нет",
  nobodyHint: "Добавьте человека, и откроется его чат с ботом.", noneOpen: "Все чаты закрыты",
  noneOpenHint: "Выберите человека в строке сверху.",
  lost: "Связь с сервером прервалась, подключаемся снова…",
  offline: "Сервер не отвечает. Попробуйте ещё раз, когда связь вернётся.",
  failed: (status) => `Не получилось, сервер ответил: ${status}.`,
  tooLong: (length) => `Сообщение длиннее 4096 знаков: сейчас ${length}.`,
  unread: (count) => `непрочитанных: ${count}`, message: "Сообщение", messages: "Сообщения",
  empty: "Сообщений пока нет", typing: "бот печатает…", botBlocked: "бот заблокирован",
  accountDeleted: "аккаунт удалён", start: "Начать", unblock: "Разблокировать",
  block: "Заблокировать бота", deletedNote: "Аккаунт удалён, писать больше нельзя",
  deepLink: "Открыть по ссылке", payload: "Метка из ссылки",
  payloadHint: "То, что в ссылке стоит после start=: латинские буквы, цифры, «_» и «-», до 64 знаков. Можно оставить пустым.", open: "Открыть",
  deactivate: "Удалить аккаунт", deactivateAsk: "Удалить аккаунт?",
  deactivateText: (name) => `${name} уйдёт из Telegram насовсем, и бот не сможет больше написать.`,
  attach: "Прикрепить", photo: "Фото", file: "Файл", ownContact: "Мой контакт",
  otherContact: "Чужой контакт", contact: "Контакт", caption: "Подпись", asFile: "Отправить файлом",
  shareContact: "Поделиться номером?", shareContactText: "Бот увидит имя и номер телефона.",
  phone: "Номер телефона", phoneHint: "Можно оставить пустым: номер найдётся сам.",
  share: "Поделиться", sharePlace: "Отправить геопозицию?",
  sharePlaceText: "Бот получит точку в центре Москвы.", commands: "Команды",
  showKeys: "Показать кнопки", hideKeys: "Скрыть кнопки", keys: "Кнопки", reply: "Ответить",
  edit: "Изменить", remove: "Удалить", copyText: "Копировать текст", copied: "Скопировано",
  replying: "Ответ", editing: "Изменение сообщения", edited: "изменено",
  forwarded: (name) => `Переслано от: ${name}`, somebody: "скрытый отправитель",
  spoiler: "Скрытый текст, показать", unfold: "Развернуть цитату", pinned: "Закреплённое сообщение",
  down: "К последним сообщениям", writer: "Кто пишет", members: (count) => `участников: ${count}`,
  noAction: "Такие кнопки здесь не работают", location: "Геопозиция", video: "Видео",
  audio: "Аудио", voice: "Голосовое сообщение", animation: "GIF", video_note: "Видеосообщение",
  sticker: "Стикер", document: "Файл", download: "скачать",
  unknown: (kind) => `Сообщение этого вида здесь не показать: ${kind}`,
  pinned_message: "Сообщение закреплено", new_chat_members: (names) => `Теперь в группе: ${names}`,
  left_chat_member: (name) => `Больше не в группе: ${name}`, new_chat_title: "Группа переименована",
  group_chat_created: "Группа создана", supergroup_chat_created: "Группа создана",
  migrate_to_chat_id: "Группа стала супергруппой",
  migrate_from_chat_id: "Супергруппа создана из группы", clock: "Часы сервера", hour: "+1 час",
  day: "+1 день", nextDue: "К ближайшему сроку", nothingDue: "Ничего не запланировано",
};

const EN = {
  about: "A bot and invented people on this machine. Play each of them.",
  people: "People", addPerson: "Add a person", addFirst: "Add the first one",
  firstName: "First name", lastName: "Last name", language: "Language", add: "Add",
  cancel: "Cancel", understood: "OK", send: "Send", close: "Close", closeChat: "Close chat",
  chatMenu: "Chat menu", messageMenu: "Message menu", nobody: "Nobody is here yet",
  nobodyHint: "Add a person to open their chat with the bot.", noneOpen: "All chats are closed",
  noneOpenHint: "Choose a person in the bar above.", lost: "The connection is lost, reconnecting…",
  offline: "The server does not answer. Please try again when it is back.",
  failed: (status) => `That did not work, the server answered ${status}.`,
  tooLong: (length) => `The message is longer than 4096 characters: ${length} now.`,
  unread: (count) => `unread: ${count}`, message: "Message", messages: "Messages",
  empty: "No messages yet", typing: "the bot is typing…", botBlocked: "bot blocked",
  accountDeleted: "account deleted", start: "Start", unblock: "Unblock", block: "Block the bot",
  deletedNote: "The account is deleted and cannot write", deepLink: "Open by a link",
  payload: "Parameter of the link",
  payloadHint: "What follows start= in the link: Latin letters, digits, _ and -, at most 64. It may stay empty.", open: "Open",
  deactivate: "Delete account", deactivateAsk: "Delete the account?",
  deactivateText: (name) => `${name} leaves Telegram for good, the bot cannot write any more.`,
  attach: "Attach", photo: "Photo", file: "File", ownContact: "My contact",
  otherContact: "Somebody’s contact", contact: "Contact", caption: "Caption",
  asFile: "Send as a file", shareContact: "Share the number?",
  shareContactText: "The bot will see the name and the number.", phone: "Phone number",
  phoneHint: "It may stay empty: a number will be found.", share: "Share",
  sharePlace: "Send a location?", sharePlaceText: "The bot will get a point in central Moscow.",
  commands: "Commands", showKeys: "Show buttons", hideKeys: "Hide buttons", keys: "Buttons",
  reply: "Reply", edit: "Edit", remove: "Delete", copyText: "Copy text", copied: "Copied",
  replying: "Reply", editing: "Editing the message", edited: "edited",
  forwarded: (name) => `Forwarded from ${name}`, somebody: "a hidden sender",
  spoiler: "Hidden text, reveal", unfold: "Expand the quote", pinned: "Pinned message",
  down: "To the latest messages", writer: "Who writes", members: (count) => `members: ${count}`,
  noAction: "Such buttons do nothing here", location: "Location", video: "Video",
  audio: "Audio", voice: "Voice message", animation: "GIF", video_note: "Video message",
  sticker: "Sticker", document: "File", download: "download",
  unknown: (kind) => `A message of this kind cannot be shown here: ${kind}`,
  pinned_message: "A message was pinned", new_chat_members: (names) => `Joined: ${names}`,
  left_chat_member: (name) => `Left: ${name}`, new_chat_title: "The group was renamed",
  group_chat_created: "The group was created", supergroup_chat_created: "The group was created",
  migrate_to_chat_id: "The group became a supergroup",
  migrate_from_chat_id: "The supergroup was made of a group", clock: "Clock of the server",
  hour: "+1 hour", day: "+1 day", nextDue: "To the next due time", nothingDue: "Nothing is planned",
};

export const LANGUAGES = [["ru", "Русский"], ["en", "English"]];
const preferred = navigator.language.startsWith("ru") ? "ru" : "en";
let language = localStorage.getItem("language") ?? preferred;
let zone;
let formats = {};

export const currentLanguage = () => language;

/** The words for `key`; some take a value. */
export function t(key, value) {
  const words = (language === "ru" ? RU : EN)[key];
  return typeof words === "function" ? words(value) : words;
}

/** A note about a person: plain, or in several languages. */
export const noteIn = (note) =>
  typeof note === "object" ? note[language] ?? Object.values(note)[0] : note;

export const isKnown = (key) => key in EN;

export function switchLanguage() {
  language = language === "ru" ? "en" : "ru";
  localStorage.setItem("language", language);
  formats = {};
}

/** Moments are written in this IANA zone; without one, in the browser's. */
export function useZone(name) {
  zone = name ?? undefined;
  formats = {};
}

function format(name, options) {
  formats[name] ??= new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
  return formats[name];
}

const date = (seconds) => new Date(seconds * 1000);
const HOURS = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

export const timeOf = (seconds) => format("time", HOURS).format(date(seconds));
export const dayOf = (seconds) =>
  format("day", { day: "numeric", month: "long", year: "numeric" }).format(date(seconds))
    .replace(" г.", "");
export const momentOf = (seconds) =>
  format("moment", { ...HOURS, weekday: "short", day: "numeric", month: "short" })
    .format(date(seconds));

export function sizeOf(bytes) {
  const steps = ["byte", "kilobyte", "megabyte"];
  const step = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2;
  const options = { style: "unit", unit: steps[step], maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language, options).format(bytes / 1024 ** step);
}
