// The control API: requests and the stream of events.

import { t } from "./words.js";

const AGAIN = 2000;

/** Calls the control API and gives its JSON; throws an `Error` with a sentence for people. */
async function request(method, path, body) {
  const form = body instanceof FormData;
  const options = { method, body: form || !body ? body : JSON.stringify(body) };
  if (body && !form) options.headers = { "Content-Type": "application/json" };
  let response;
  try {
    response = await fetch(`/control/${path}`, options);
  } catch {
    throw new Error(t("offline"));
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? t("failed", response.status));
  return answer;
}

export const get = (path) => request("GET", path);
export const post = (path, body = {}) => request("POST", path, body);
export const fileAddress = (id) => `/control/files/${encodeURIComponent(id)}`;

/** Hears each event; `lost` is told whenever the connection is gone. Connects again by itself. */
export function listen(hear, lost) {
  const source = new EventSource("/control/events");
  source.onmessage = (event) => hear(JSON.parse(event.data));
  source.onerror = () => {
    lost();
    // A browser gives up after an answer that is no stream, for instance of a gateway.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(hear, lost), AGAIN);
  };
}
