// A new session reads what the tab kept before it writes anything there; a plan that comes of it is then written back.
// Streamlit draws fields after this runs, so the page is watched for them: number fields open the keyboard for numbers.
const RERUN = 0x5a; // how a message to Streamlit begins that asks for a run: the tag of BackMsg.rerun_script
const STORED_AS = "joinwise.draft";
const NUMBERS = '[class*="st-key-number-"] input:not([inputmode="decimal"])';
// Each is looked for by itself, since Chromium looks at every element for a list of them, and that whenever one is drawn.
const WORDS = [
  '[data-testid="stFileUploaderDropzone"] button p',
  '[data-testid="stFileUploader"] [role="alert"]',
  '[role="listbox"][data-empty] [role="option"] *',
  '[data-testid="stSkipToContent"]',
  ".st-key-lang button p",
];

function touchUp(texts) {
  for (const input of document.querySelectorAll(NUMBERS)) input.setAttribute("inputmode", "decimal");
  markQuestions();
  openAtPart();
  keepFolds();
  closeNotFound();
  for (const labelled of document.querySelectorAll("[aria-label]")) {
    translate(labelled, texts, labelled.ariaLabel, (text) => { labelled.ariaLabel = text; });
  }
  for (const word of WORDS.flatMap((words) => [...document.querySelectorAll(words)])) {
    translate(word, texts, word.textContent, (text) => {
      word.childNodes.forEach((node, place) => { node.nodeValue = place === 0 ? text : ""; });
    });
  }
}

// The row of links under a title is a list of pages too, and one of them is open.
function markQuestions() {
  for (const row of document.querySelectorAll(".st-key-questions:not([role])")) {
    row.role = "navigation";
    row.ariaLabel = "Questions beside this one";
  }
  for (const link of document.querySelectorAll(".st-key-questions a")) {
    const open = Boolean(link.closest(".st-key-open-question"));
    if (open !== (link.ariaCurrent === "page")) link.ariaCurrent = open ? "page" : null;
  }
}

// An address that was a page of its own shows the page that holds it now at that part, until it is drawn or moved.
function openAtPart() {
  const path = location.pathname;
  if (window.joinwisePart?.path !== path) window.joinwisePart = { path, shown: false };
  const name = CSS.escape(path.slice(path.lastIndexOf("/") + 1));
  const part = name && document.querySelector(`#${name}, .st-key-${name}`);  // a heading, or what is folded
  if (!part || window.joinwisePart.shown) return;
  part.scrollIntoView();
  window.joinwisePart.shown = document.querySelector('[data-testid="stApp"]').dataset.testScriptState !== "running";
}

// A fold of st.html is mounted anew, closed, when an edit changes its words: on the same page it stands as it was left.
function keepFolds() {
  const path = location.pathname;
  if (window.joinwiseFolds?.path !== path) window.joinwiseFolds = { path, open: new Set() };
  const { open } = window.joinwiseFolds;
  for (const fold of document.querySelectorAll(".stHtml details:not([data-seen])")) {
    fold.dataset.seen = "";
    const title = fold.querySelector("summary")?.textContent;
    if (open.has(title)) fold.open = true;
    fold.addEventListener("toggle", () => { if (fold.open) open.add(title); else open.delete(title); });
  }
}

// An address that never was opens the first page. Streamlit says so in English only, and where one is can be seen.
function closeNotFound() {
  const found = document.querySelector('[data-testid="stSidebarNavLink"][aria-current="page"]');
  if (found?.pathname !== location.pathname) return;
  for (const dialog of document.querySelectorAll('[role="dialog"]')) {
    if (dialog.textContent.includes("Page not found")) dialog.querySelector("button")?.click();
  }
}

function leaveAtPart() {
  if (window.joinwiseLeaves) return;
  window.joinwiseLeaves = true;
  for (const moves of ["wheel", "pointerdown", "keydown"]) {
    document.addEventListener(moves, () => { (window.joinwisePart ?? {}).shown = true; }, true);
  }
}

function translate(element, texts, current, write) {
  const english = element.dataset.shown === current ? element.dataset.english : current;
  const translated = said(texts, english);
  if (translated === undefined || translated === current) return;
  write(translated);
  Object.assign(element.dataset, { english, shown: translated });
}

// A * in the English stands for any words, such as a file's name, and is kept.
function said(texts, english) {
  if (texts[english] !== undefined) return texts[english];
  for (const [pattern, words] of Object.entries(texts)) {
    const [head, tail] = pattern.split("*");
    if (tail === undefined || !english?.startsWith(head) || !english.endsWith(tail)) continue;
    return words.replace("*", () => english.slice(head.length, english.length - tail.length));
  }
}

// Who double clicks a button means it once. Steps back and forward are meant as often as they are pressed.
function pressOnce() {
  if (window.joinwiseOnce) return;
  window.joinwiseOnce = true;
  document.addEventListener("click", (event) => {
    const button = event.target.closest('[data-testid="stButton"] button');
    if (!event.isTrusted || event.detail < 2 || !button || button.closest(".st-key-undo, .st-key-redo")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}

// A click goes on when what was asked before it is computed: asked together, Streamlit loses one of the two. Asked is
// what was sent, until a run begins after it. An edit is unsent from when its field is left, for some milliseconds, but
// where a pause of typing has sent it.
function waitForEdits() {
  if (window.joinwiseWaits) return;
  window.joinwiseWaits = true;
  const send = WebSocket.prototype.send;
  let entered; // what stood in the field that the person is in, as far as the server knows
  WebSocket.prototype.send = function (message) {
    if (message[0] === RERUN) {
      Object.assign(window.joinwise, { asked: true, unsent: undefined });
      const typed = document.activeElement?.value; // a run that a clock asks for is sent without it
      if (new TextDecoder().decode(message).includes(typed)) entered = typed;
    }
    send.call(this, message);
  };
  const enter = (event) => { entered = event.target.value; };
  document.addEventListener("focusin", enter, true);
  document.addEventListener("keydown", (event) => { if (event.key === "Enter") enter(event); }, true);
  document.addEventListener("focusout", ({ target }) => {
    const typed = target.closest('[data-testid="stTextInput"]') && target.value !== entered;
    if (typed) window.joinwise.unsent = performance.now();
  }, true);
  document.addEventListener("click", (event) => {
    const target = event.target.closest('a:not([target="_blank"]), button');
    if (!event.isTrusted || !target || !isAsked() || opensElsewhere(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    clickWhenServed(whereItIs(target));
  }, true);
}

// In another tab or window, which takes nothing from this one.
function opensElsewhere({ ctrlKey, metaKey, shiftKey }) {
  return ctrlKey || metaKey || shiftKey;
}

function clickWhenServed(now) {
  if (isAsked() || isRunning()) setTimeout(() => clickWhenServed(now), 50);
  else now()?.click();
}

// What is pressed is what is meant. The edit that a press ends may move the page before the finger is lifted, and the
// browser then takes the click for one on what both places lie in.
function meanWhatIsPressed() {
  if (window.joinwisePresses) return;
  window.joinwisePresses = true;
  let pressed;
  document.addEventListener("mousedown", (event) => {
    const { target, button, clientX, clientY, isTrusted, detail } = event;
    const plain = isTrusted && button === 0 && detail < 2 && !opensElsewhere(event);
    const meant = plain && target.closest('a:not([target="_blank"]), button, label, summary');
    pressed = meant && { meant, now: whereItIs(meant), at: meant.getBoundingClientRect(), clientX, clientY };
  }, true);
  document.addEventListener("mouseup", ({ target, clientX, clientY, isTrusted }) => {
    if (!pressed || !isTrusted || pressed.meant.contains(target)) return;
    const { meant, now, at } = pressed;
    const { left, top } = meant.getBoundingClientRect();
    const moved = !meant.isConnected || left !== at.left || top !== at.top;
    const drawnAway = Math.hypot(clientX - pressed.clientX, clientY - pressed.clientY) > 10; // pixels: meant no more
    if (moved && !drawnAway) clickWhenServed(now);
  }, true);
}

function isAsked() {
  const { asked, unsent } = window.joinwise;
  return asked || performance.now() - unsent < 1000; // should it never be sent, it is not waited for any longer
}

// What is found when the page stands is not waited for: any click ends it.
function isRunning() {
  const running = document.querySelector('[data-testid="stApp"]').dataset.testScriptState === "running";
  return running && !document.querySelector(`[data-testid="stProgress"], .quiet-${window.joinwise.run}`);
}

// What is clicked may be drawn anew meanwhile: then it is found by its key and its words.
function whereItIs(target) {
  const key = [...target.closest('[class*="st-key-"]')?.classList ?? []].find((each) => each.startsWith("st-key-"));
  const kind = key ? `.${CSS.escape(key)} ${target.localName}` : target.localName;
  const words = target.textContent;
  const like = () => [...document.querySelectorAll(kind)].find((each) => each.textContent === words);
  return () => (target.isConnected ? target : like());
}

// A tab that finds its server again asks for nothing by itself where it was at rest. Should that be another server, it
// would take the next edit for what the field held from the first, and the edit would be lost.
function askWhenBack() {
  if (window.joinwiseWatches) return;
  window.joinwiseWatches = true;
  let away = false;
  new MutationObserver(() => {
    const there = document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState === "CONNECTED";
    if (there && away) setTimeout(() => window.joinwiseBack());
    away = !there;
  }).observe(document.body, { subtree: true, attributeFilter: ["data-test-connection-state"] });
}

// A link that was taken leaves the address, and the entry of the tab's history that it stood in (links.take).
function leaveLink() {
  const address = new URL(location.href);
  for (const name of ["plan", "saved"]) address.searchParams.delete(name);
  if (address.search.length < location.search.length) history.replaceState(history.state, "", address);
}

function stored() {
  try { return sessionStorage.getItem(STORED_AS) ?? ""; } catch { return ""; }
}

export default function ({ data, setTriggerValue }) {
  document.documentElement.lang = data.language;
  leaveLink();
  const before = window.joinwise ?? {};
  const same = before.session === data.session;
  const kept = same ? "" : stored();
  // What the tab kept stays there until the session has it: should it end before, it is handed to the next one.
  const offers = same ? before.offers && !data.heard : Boolean(kept) && kept !== data.draft;
  // Streamlit may mount what it drew before once more, after what it draws now: an older draft is not to win.
  const older = same && data.run < before.run;
  const waits = same && data.run === before.run ? before : {};
  const { session, run } = data;
  if (!older) window.joinwise = { session, run, offers, asked: waits.asked, unsent: before.unsent };
  pressOnce();
  waitForEdits();
  meanWhatIsPressed();
  leaveAtPart();
  askWhenBack();
  window.joinwiseBack = () => setTriggerValue("back", true);
  if (offers && !same) {
    setTriggerValue("draft", kept); // no state, which the next server would be told of as nothing new
  } else if (!older && !offers) {
    try { sessionStorage.setItem(STORED_AS, data.draft); } catch { /* storage refused: no draft then */ }
  }
  touchUp(data.texts);
  const watch = new MutationObserver(() => touchUp(data.texts));
  watch.observe(document.body, { childList: true, subtree: true });
  return () => watch.disconnect();
}
