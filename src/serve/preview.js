// Loads the page again when the preview has a newer one. A hidden page lets go of its connection,
// because browsers allow one server only six.
const since = document.currentScript.dataset.since;
let events;
let lost = false;

function listen() {
  events?.close();
  if (document.hidden) return;
  events = new EventSource(`/_preview/events?since=${since}`);
  events.onmessage = () => location.reload();
  events.onerror = () => { lost = true; };
  // The preview was started anew: it may show anything.
  events.onopen = () => { if (lost) location.reload(); };
}

document.addEventListener('visibilitychange', listen);
listen();
