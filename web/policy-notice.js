// <policy-notice src="notices.json">: the notice of a policy on the home screen of a
// web app. The steps are those of docs/app-integration.md, by number.

const ACTIONS = ['none', 'inform', 'acknowledge', 'consent'];
const SEVERITIES = ['material', 'clarification', 'editorial', 'translation'];
const MOST_BYTES = 1 << 20;
const MOST_TIME = 10_000;

const isText = (value) => typeof value === 'string' && value !== '';
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isDay = (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value);
const own = (object, key) => (isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined);
const texts = (object) => Object.entries(object).filter(([, value]) => isText(value));

/**
 * The cards to show, and what to store whether or not they are shown.
 * @param index what notices.json says, parsed
 * @param device what was stored on this device, or anything else on a first start
 * @param {Date} now the time
 * @param {string[]} languages what the reader prefers, BCP 47, best first
 */
export function cards(index, device, now, languages) {
  const known = { serial: 0, policies: Object.create(null) };
  if (Number.isSafeInteger(own(device, 'serial'))) known.serial = device.serial;
  for (const [policy, entry] of Object.entries(own(device, 'policies') ?? {})) {
    if (isText(own(entry, 'ack-key')) && isObject(own(entry, 'clauses'))) known.policies[policy] = remember(entry);
  }
  const result = { cards: [], device: known };
  // 1, 2: a format that is known, and no older copy than the last one.
  if (own(index, 'schema') !== 'ereje-notices/1' || !Array.isArray(own(index, 'notices'))) return result;
  if (!Number.isSafeInteger(index.serial) || index.serial < known.serial) return result;
  known.serial = index.serial;
  // 3: notices that can be read and still hold.
  const active = index.notices.filter((one) => isNotice(one) && one.status === 'active');
  for (const policy of new Set(active.map((one) => one.policy))) {
    const all = active.filter((one) => one.policy === policy);
    const newest = all.at(-1);
    const before = own(known.policies, policy);
    // 4, 5: who begins with the text in force, or knows the newest, is shown nothing.
    if (!before || before['ack-key'] === newest['ack-key']) {
      const current = all.findLast((one) => one.effective <= dayIn(one['time-zone'], now));
      known.policies[policy] = remember((!before && current) || newest);
      continue;
    }
    const card = merged(all, before, now, languages);
    if (card) result.cards.push(card);
  }
  return result;
}

/** 0: the file to read instead, where the index is in one file for each language. */
export function file(index, languages) {
  const files = own(index, 'files');
  if (!isObject(files) || own(index, 'schema') !== 'ereje-notices/1' || own(index, 'notices')?.length > 0) return undefined;
  const path = own(files, match(Object.keys(files).sort(), languages) ?? own(index, 'language'));
  return isText(path) ? path : undefined;
}

/** What to store once a card was acknowledged. */
export const acknowledged = (device, card) => ({
  ...device,
  policies: { ...device.policies, [card.policy]: card.remember },
});

function isNotice(one) {
  return ['policy', 'version', 'status', 'ack-key'].every((name) => isText(own(one, name)))
    && isDay(own(one, 'effective')) && isDay(own(own(one, 'show'), 'from')) && isDay(own(own(one, 'show'), 'until'))
    && isObject(own(one, 'clauses')) && isObject(own(one, 'locales'));
}

const remember = (notice) => ({
  version: isText(notice.version) ? notice.version : '',
  'ack-key': notice['ack-key'],
  clauses: Object.fromEntries(texts(notice.clauses)),
});

// One card for all notices that were not acknowledged.
function merged(all, before, now, languages) {
  // 6: those behind the one that is known.
  const last = all.findLastIndex((one) => one['ack-key'] === before['ack-key']);
  const waiting = all.slice(last + 1).flatMap((notice) => {
    const day = dayIn(notice['time-zone'], now);
    // 7: those that are shown today.
    if (!isText(notice.from) || day < notice.show.from || day >= notice.show.until) return [];
    // 8: those that inform.
    const action = informing(notice);
    if (action === 'none') return [];
    const text = inLanguage(notice, languages);
    // 10: a translation concerns those who read it.
    if (!text || (notice.severity === 'translation' && text.changes.length === 0)) return [];
    return [{ notice, text, action, day }];
  });
  const newest = waiting.at(-1);
  if (!newest) return undefined;
  const { notice, text, day } = newest;
  // 11: the words of the day.
  const phase = day < notice.effective ? 'coming' : 'now';
  const coming = phase === 'coming' ? own(text.entry, 'coming') : undefined;
  const words = isText(own(coming, 'title')) ? coming : text.entry;
  return {
    policy: notice.policy,
    version: notice.version,
    versions: waiting.map((one) => one.notice.version),
    phase,
    action: ACTIONS[Math.max(...waiting.map((one) => ACTIONS.indexOf(one.action)))],
    effective: notice.effective,
    language: text.language,
    direction: own(text.entry, 'direction') === 'rtl' ? 'rtl' : 'ltr',
    title: words.title,
    summary: isText(words.summary) ? words.summary : '',
    changes: changes(waiting, before),
    links: {
      policy: safe(own(own(text.entry, 'links'), 'policy')),
      redline: safe(own(own(text.entry, 'links'), 'redline')),
    },
    remember: remember(notice),
  };
}

function informing(notice) {
  if (!ACTIONS.includes(notice.action)) return 'inform';
  return notice.action === 'none' && !SEVERITIES.includes(notice.severity) ? 'inform' : notice.action;
}

function dayIn(zone, now) {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: /^[a-z]/i.test(zone) ? zone : 'UTC' }).format(now);
  } catch {
    return now.toISOString().slice(0, 10);
  }
}

// 9: the reader's language, or the one that stands for it.
function inLanguage(notice, languages) {
  const entries = Object.entries(notice.locales).sort(([one], [other]) => (one < other ? -1 : 1));
  const current = entries.filter(([, entry]) => own(entry, 'state') === 'current' && isText(own(entry, 'title')));
  const tags = current.map(([tag]) => tag);
  const instead = own(notice.locales, match(entries.map(([tag]) => tag), languages));
  const language = [match(tags, languages), own(instead, 'locale'), notice['authoritative-locale']]
    .find((tag) => tags.includes(tag));
  if (language === undefined) return undefined;
  const entry = notice.locales[language];
  const list = Array.isArray(own(entry, 'changes')) ? entry.changes : [];
  return { language, entry, changes: list.filter((one) => isText(own(one, 'clause'))) };
}

/** The tag that fits best: in the same language and script, else in the same language. */
function match(tags, languages) {
  for (const wanted of Array.isArray(languages) ? languages.filter(isText) : []) {
    const like = tags.filter((tag) => likely(tag) === likely(wanted));
    const found = lookup(like, wanted) ?? like[0] ?? lookup(tags, wanted);
    if (found) return found;
  }
  return undefined;
}

/** RFC 4647, section 3.4. */
function lookup(tags, range) {
  for (; range; range = range.replace(/(-[^-])?-?[^-]*$/, '')) {
    const found = tags.find((tag) => tag.toLowerCase() === range.toLowerCase());
    if (found) return found;
  }
  return undefined;
}

function likely(tag) {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return script ? `${language === 'nb' ? 'no' : language}-${script}` : tag;
  } catch {
    return tag;
  }
}

// 12: what changed since the text that is known.
function changes(waiting, before) {
  const { notice, text } = waiting.at(-1);
  const told = new Map(waiting.flatMap((one) => one.text.changes.map((change) => [change.clause, change])));
  const view = (change, op) => ({
    clause: change.clause,
    op,
    heading: isText(change.heading) ? change.heading : null,
    url: safe(change.url),
  });
  if (waiting.length === 1 && before.version === notice.from) return text.changes.map((one) => view(one, isText(one.op) ? one.op : 'changed'));
  const now = remember(notice).clauses;
  const ids = new Set([...told.keys(), ...Object.keys(now).sort(), ...Object.keys(before.clauses).sort()]);
  return [...ids].flatMap((clause) => {
    const [was, is] = [own(before.clauses, clause), own(now, clause)];
    if (was === is) return [];
    const op = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return [view(told.get(clause) ?? { clause }, op)];
  });
}

/** 13: an address that leads to a page and runs nothing, or null. */
const safe = (url) => (isText(url) && /^(https?:|[^:/?#]*([/?#]|$))/i.test(url) ? url : null);

// Of what is around it, only whether it is seen and its colours count.
const STYLE = `
:host{display:block;color-scheme:light dark}
:host([hidden]),:host(:not([shown])){display:none}
:host>div{all:initial;display:block;visibility:inherit;color-scheme:inherit;font:var(--policy-notice-font,medium/1.45 system-ui,sans-serif)}
section{--link:var(--policy-notice-link,light-dark(#0b57d0,#a8c7fa));box-sizing:border-box;padding:1em;border:1px solid var(--policy-notice-line,light-dark(#c8ccd4,#4a4f59));
border-radius:var(--policy-notice-radius,.75em);background:var(--policy-notice-background,light-dark(#fff,#1e2126));
color:var(--policy-notice-text,light-dark(#1b1d21,#eceef2));overflow-wrap:anywhere;text-align:start}
section+section{margin-block-start:.75em}
h2{margin:0;font-size:1.05em;line-height:1.3;text-wrap:balance}
p,ul{margin:.5em 0 0}
ul{padding-inline-start:1.25em}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
section>div{display:flex;flex-wrap:wrap;gap:.5em 1em;align-items:center;margin-block-start:.75em}
section>div>a{padding-block:.6em}
button{min-block-size:2.75em;padding:.5em 1em;border:1px solid currentcolor;border-radius:.5em;background:none;color:inherit;font:inherit;cursor:pointer}
button.yes{background:var(--link);color:light-dark(#fff,#062e6f);border-color:transparent}
@media (prefers-reduced-motion:no-preference){section{animation:in .2s}@keyframes in{from{opacity:0}}}
@media (prefers-contrast:more){section{border-color:currentcolor}}`;

const ENGLISH = {
  understood: 'Got it', agree: 'I agree', disagree: 'I do not agree', changes: 'See what changes',
  coming: 'Read the coming version', current: 'Read the version in force',
};

/** Its attributes and events are those of docs/app-integration.md, "Web apps". */
export class PolicyNotice extends HTMLElement {
  static observedAttributes = ['src', 'languages', 'site', 'key', 'at'];
  #root = this.attachShadow({ mode: 'open' });
  #index;
  #device;
  #source;
  #view;
  #declined = new Set();

  connectedCallback() {
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [style];
    addEventListener('storage', this.#again);
    addEventListener('languagechange', this.#load);
    document.addEventListener('visibilitychange', this.#again);
    this.#load();
  }

  disconnectedCallback() {
    removeEventListener('storage', this.#again);
    removeEventListener('languagechange', this.#load);
    document.removeEventListener('visibilitychange', this.#again);
  }

  attributeChangedCallback(name) {
    if (this.isConnected) name === 'src' || name === 'languages' ? this.#load() : this.#show();
  }

  #again = () => document.visibilityState === 'visible' && this.#show();

  #load = async () => {
    const asked = (this.#source = {});
    const address = this.#address;
    let index = await read(address).catch(() => undefined);
    const path = file(index, this.#languages());
    if (path) index = await read(new URL(path, address)).catch(() => undefined);
    // An answer to an older question is none.
    if (asked !== this.#source || !this.isConnected) return;
    this.#index = index;
    this.#show();
  };

  #languages = () => this.getAttribute('languages')?.split(/[\s,]+/) ?? [...navigator.languages];

  get #address() {
    return new URL(this.getAttribute('src') ?? 'notices.json', document.baseURI);
  }

  // What is known of one product says nothing about another one on the same host.
  get #key() {
    return this.getAttribute('key') ?? `policy-notice:${this.#address.pathname}`;
  }

  #stored() {
    try {
      return JSON.parse(localStorage.getItem(this.#key));
    } catch {
      return this.#device;
    }
  }

  #store(device) {
    this.#device = device;
    try {
      localStorage.setItem(this.#key, JSON.stringify(device));
    } catch {
      // Without storage what was acknowledged holds until the page is left.
    }
  }

  #show() {
    // Offline, or not to be read: nothing changes.
    if (this.#index === undefined) return;
    const at = new Date(this.getAttribute('at') ?? Date.now());
    const now = Number.isNaN(at.getTime()) ? new Date() : at;
    const result = cards(this.#index, this.#stored(), now, this.#languages());
    this.#store(result.device);
    const shown = result.cards.filter((card) => !this.#declined.has(card.remember['ack-key']));
    const made = make('div', {}, shown.map((card) => this.#card(card)));
    // What stays as it is keeps the keyboard where it was.
    const view = JSON.stringify(shown) + made.outerHTML;
    if (view !== this.#view) this.#root.replaceChildren(made);
    this.#view = view;
    this.toggleAttribute('shown', shown.length > 0);
    this.dispatchEvent(new CustomEvent('policy-notice', { detail: { cards: shown } }));
  }

  #card(card) {
    const words = { ...ENGLISH, ...Object.fromEntries(texts(own(own(this.#index, 'words'), card.language) ?? {})) };
    const title = make('h2', { id: `t-${card.policy}`, textContent: cut(card.title, 200) });
    const links = make('div', {}, [
      this.#link(card.links.redline, words.changes),
      this.#link(card.links.redline ? null : card.links.policy, card.phase === 'coming' ? words.coming : words.current),
      ...this.#buttons(card, words),
    ]);
    const headings = card.changes.map((one) => one.heading);
    const list = card.changes.filter((one, at) => one.heading && headings.indexOf(one.heading) === at).slice(0, 8).map((one) => {
      const heading = cut(one.heading, 120);
      return make('li', {}, [this.#link(one.url, heading) ?? heading]);
    });
    const section = make('section', { lang: card.language, dir: card.direction, part: 'card' }, [
      title,
      card.summary && make('p', { textContent: cut(card.summary, 600) }),
      list.length > 1 && make('ul', {}, list),
      links,
    ]);
    section.setAttribute('aria-labelledby', title.id);
    return section;
  }

  #buttons(card, words) {
    const button = (text, done, className = '') => make('button', { type: 'button', textContent: text, className, onclick: done });
    const yes = () => this.#done(card);
    if (card.action !== 'consent') return [button(words.understood, yes, 'yes')];
    const no = () => {
      this.#declined.add(card.remember['ack-key']);
      this.dispatchEvent(new CustomEvent('policy-declined', { detail: card, bubbles: true }));
      this.#show();
    };
    return [button(words.agree, yes), button(words.disagree, no)];
  }

  #done(card) {
    this.#store(acknowledged(this.#device, card));
    this.dispatchEvent(new CustomEvent('policy-acknowledged', { detail: card, bubbles: true }));
    this.#show();
  }

  #link(address, text) {
    if (!address) return undefined;
    const site = this.getAttribute('site');
    const rooted = site !== null && /^\/(?!\/)/.test(address) ? `${site.replace(/\/$/, '')}${address}` : address;
    return make('a', { href: new URL(rooted, document.baseURI).href, textContent: text });
  }
}

const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function make(name, properties, children = []) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.filter(Boolean));
  return element;
}

/** The file, from the same host, if it comes in time and is no larger than it can be. */
async function read(url) {
  if (url.origin !== location.origin) throw new Error('not on the same host');
  const signal = AbortSignal.timeout(MOST_TIME);
  const response = await fetch(url, { credentials: 'omit', redirect: 'error', signal });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const parts = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new Error('too large');
    }
    parts.push(part.value);
  }
  return JSON.parse(await new Blob(parts).text());
}

if (!customElements.get('policy-notice')) customElements.define('policy-notice', PolicyNotice);
