// The plans of this device: a list in the browser's own store, kept only while the person asks for it. It never leaves
// the browser: the server draws its place and is told of a plan that is opened, and of no other.
const STORED_AS = "joinwise.plans";
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const MOST = 100;

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORED_AS) ?? "[]");
    const good = (each) => TOKEN.test(each?.token) && typeof each.name === "string";
    return Array.isArray(kept) ? kept.filter(good).slice(0, MOST) : [];
  } catch { return []; }
}

function write(plans) {
  try {
    if (plans.length) localStorage.setItem(STORED_AS, JSON.stringify(plans));
    else localStorage.removeItem(STORED_AS);
    return true;
  } catch { return false; } // storage refused: no list then
}

// A link that was replaced opens as the new one; a plan that was deleted here is no longer listed.
function upToDate(plans, replaced, current) {
  return plans
    .map((each) => (each.token in replaced ? { ...each, token: replaced[each.token] } : each))
    .map((each) => (each.token === current?.token ? current : each))
    .filter((each, place, all) => each.token && all.findIndex((other) => other.token === each.token) === place);
}

function element(name, words, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: words, ...properties });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const { texts, current, replaced } = data;
  const root = parentElement.querySelector(".device");

  function draw() {
    const before = read();
    const plans = upToDate(before, replaced, current);
    if (JSON.stringify(plans) !== JSON.stringify(before)) write(plans);
    root.replaceChildren();
    if (plans.length) root.append(element("p", texts.title, { className: "title" }), list(plans));
    if (current) root.append(tick(plans));
  }

  function list(plans) {
    const items = element("ul", "");
    for (const plan of plans) {
      const open = element("button", plan.name, { type: "button", className: "open" });
      open.onclick = () => setTriggerValue("open", plan.token);
      const away = element("button", texts.remove, { type: "button" });
      away.ariaLabel = texts.remove_it.replace("{name}", () => plan.name);
      away.onclick = () => { write(read().filter((each) => each.token !== plan.token)); draw(); };
      const item = element("li", "");
      item.append(open, away);
      items.append(item);
    }
    return items;
  }

  function tick(plans) {
    const box = element("input", "", { type: "checkbox", checked: plans.some((each) => each.token === current.token) });
    box.onchange = () => {
      const others = read().filter((each) => each.token !== current.token);
      if (!write(box.checked ? [...others, current] : others)) box.checked = false;
      draw();
      root.querySelector("input")?.focus();
    };
    const label = element("label", "");
    label.append(box, element("span", texts.tick));
    const about = element("p", texts.about, { className: "about" });
    const both = element("div", "");
    both.append(label, about);
    return both;
  }

  draw();
}
