/* What finds, for the box and for /find/ alike: the words of the index, and what is asked of them. box.js fetches it. */
window.search = (() => {
  "use strict";
  const { index: source, engine: library } = document.querySelector(".md-search__form").dataset;

  /* A letter that is typed in more than one way is one letter, with its accent and without: ə is e, ı is i, ё is е. */
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/ə/g, "e").replace(/ı/g, "i");
  /* Numbers stay whole: 2.5 is one word. So does a word with an apostrophe, and it loses the s of an owner. */
  const words = (text) => fold(text).replace(/(\p{L})['’ʼ‘`´](s\b)?/gu, "$1").match(/\d+(?:\.\d+)*|[\p{L}\p{N}]+/gu) || [];

  const FEW = 3;
  const STOP = new Set(("a an and are as at be been by can do does for from has have he her him his how i if im in is it its me must my of on or our she should so someone that the their them there they this to up us was we were what when where which who whom why will with you your " +
    "в во и из к как кто мне меня мои моя на не о об от по с со у что это где для за или мы он она они я " +
    "bu da de ile men mene meni menim ne ki kim nece niye ucun ve ya ola olar ci cu").split(" "));
  const SPELLINGS = [
    [/our(s|ed|ing|er|ers)?$/, "or$1"], [/is(e|es|ed|ing|ation|ations|er|ers)$/, "iz$1"], [/^programme/, "program"], [/^centre/, "center"],
    [/^defence/, "defense"], [/^offence/, "offense"], [/^enrol(?!l)/, "enroll"], [/^((?:wo)?m)en$/, "$1an"], [/^children$/, "child"],
  ];
  const RUSSIAN = /(?:иями|ями|ами|ией|иям|иях|ого|его|ому|ему|ыми|ими|ях|ах|ом|ем|ам|ям|ов|ев|еи|ои|ую|юю|ая|яя|ое|ее|ые|ие|ыи|ии|ых|их|ым|им|ия|ию|ью|[ьыиаяоеуюй])$/;
  const AZERBAIJANI = /^(?:l[ae]r|n?[iu]n|[dn][ae]n?|y?[aeiu]|n[iu]|[iu]m|s[iu]n?|l[iu]|l[iu]k|l[iu]g)+$/;

  /* Spellings, plurals, endings and doubled letters of a word are one word: at indexing and at asking alike. */
  function stem(word) {
    if (/\d/.test(word)) return word;
    if (/^[а-я]/.test(word)) { const short = word.replace(RUSSIAN, ""); return short.length > 2 ? short : word; }
    let plain = word;
    for (const [from, to] of SPELLINGS) plain = plain.replace(from, to);
    if (plain.length > 3) plain = plain.replace(/ies$/, "y").replace(/(s|x|z|ch|sh)es$/, "$1").replace(/([^s])s$/, "$1");
    const short = plain.replace(/(at)?(ion|ing|ed)$/, "");
    return (short.length > 3 ? short : plain).replace(/([a-z])\1+/g, "$1");
  }

  /* Fetched once: the index, how each of its words is written, and what leads to other words. */
  let loading;
  const load = () => (loading = loading || Promise.all([read(), script(library)]).then(([data]) => made(data)).catch((fault) => { loading = null; throw fault; }));
  /* A page that was opened from a folder may fetch nothing: there the index is a script. */
  async function read() {
    if (source.endsWith(".js")) return script(source).then(() => window.searchIndex);
    const answer = await fetch(source);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }
  function script(src) {
    return new Promise((done, failed) => document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed })));
  }
  function made({ entries, ways }) {
    const known = new Map(), pairs = new Map();
    const note = (found) => found.forEach((word, at) => {
      const next = found[at + 1];
      known.set(stem(word), word);
      if (next && !STOP.has(word) && !STOP.has(next)) pairs.set(stem(word + next), [word, next]);
    });
    const index = new window.MiniSearchModule.default({
      fields: ["number", "title", "words", "summary", "text", "bodies"],
      storeFields: ["address", "kind", "title", "words", "summary", "text", "language"],
      idField: "address",
      tokenize: (text, field) => { const found = words(text); if (field) note(found); return found; },
      processTerm: (word) => (STOP.has(word) ? null : stem(word)),
      searchOptions: {
        boost: { number: 12, title: 5, words: 4, summary: 3, text: 1, bodies: 0.3 },
        prefix: (term) => term.length > 1 && !/^\d+(\.\d+)+$/.test(term),
        /* Only a word that the index does not know may be a slip. */
        fuzzy: (term) => (/\d/.test(term) || term.length < 4 || begins(known, term) ? false : 0.2),
        weights: { prefix: 0.5, fuzzy: 0.2 },
        boostDocument: (_, __, stored) => ({ Page: 2, Agency: 1.6, Topic: 1.35, Activity: 1.5, Deadline: 1.3, Section: 1.2 }[stored.kind] || 1),
      },
    });
    index.addAll(entries);
    const named = entries.filter((entry) => entry.kind === "Agency").flatMap(({ words: names = [], title }) => names.map((name) => ({ words: [name], asks: [title] })));
    const leads = [...ways, ...named].flatMap(({ words: texts, asks = [], first = [] }) => texts.map((text) => ({ typed: words(text).map(stem), asks: asks.map(words), first })));
    return { index, known, pairs, leads };
  }
  const begins = (known, term) => known.has(term) || [...known.keys()].some((word) => word.startsWith(term));

  /* Whether a word was meant that leads on: the same, with an ending of Azerbaijani, with one slip, or its beginning: but
     nobody is led to help by half a word. */
  function same(typed, word, half) {
    if (typed === word) return true;
    if (typed[0] !== word[0] || typed.length < 4) return false;
    return (half && word.startsWith(typed)) || (word.length > 2 && typed.startsWith(word) && AZERBAIJANI.test(typed.slice(word.length))) || (typed.length > 5 && slip(typed, word));
  }
  function slip(one, other) {
    let at = 0, end = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    while (end < Math.min(one.length, other.length) - at && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
    return Math.max(one.length, other.length) - at - end < 2;
  }

  const every = (queries) => ({ combineWith: "AND", queries });
  const any = (queries) => ({ combineWith: "OR", queries });

  /* One word: as it stands, as two (sunrise, sun rise), or without an ending that no text has. */
  function one(word, { known, pairs }) {
    const term = stem(word);
    const forms = [word];
    if (pairs.has(term)) forms.push(every(pairs.get(term)));
    for (let end = term.length - 1; end > 2 && !begins(known, term); end -= 1) {
      const short = term.slice(0, end).replace(/g$/, "q").replace(/y$/, "k");
      const found = known.get(term.slice(0, end)) || known.get(short);
      if (found && AZERBAIJANI.test(term.slice(end))) { forms.push(found); break; }
    }
    return forms.length > 1 ? any(forms) : word;
  }
  /* Several words: two that are also written as one (sun rise, sunrise) are asked for both ways. */
  function several(found, engine) {
    const queries = [];
    for (let at = 0; at < found.length; at += 1) {
      const [word, next] = found.slice(at, at + 2);
      if (STOP.has(word)) continue;
      const joined = next && !STOP.has(next) && engine.known.has(stem(word + next));
      queries.push(joined ? any([every([word, next]), word + next]) : one(word, engine));
      at += joined ? 1 : 0;
    }
    return queries;
  }
  /* What was typed, part by part. A part that leads on is looked for in its own words, or in those that it leads to. Words
     that only call for help may be missing. */
  function parts(found, engine) {
    const stems = found.map(stem);
    const result = { needed: [], spare: [], first: [], names: [stems.join(" ")] };
    const met = stems.map((_, from) => engine.leads.filter(({ typed, first }) => typed.every((word, step) => same(stems[from + step] || "", word, !first.length))));
    const calls = new Set();
    met.forEach((leads, from) => leads.filter(({ first }) => first.length).forEach(({ typed, first }) => {
      typed.forEach((_, step) => calls.add(from + step));
      result.first.push(...first);
    }));
    const asking = met.map((leads) => leads.filter(({ asks }) => asks.length));
    for (let from = 0, to; from < found.length; from = to) {
      const longest = Math.max(1, ...asking[from].map(({ typed }) => typed.length));
      const asks = asking[from].filter(({ typed }) => typed.length === longest).flatMap((lead) => lead.asks);
      to = from + longest;
      while (!asks.length && to < found.length && !asking[to].length && calls.has(to) === calls.has(from)) to += 1;
      const own = several(found.slice(from, to), engine);
      if (to - from === found.length) result.names.push(...asks.map((ask) => ask.map(stem).join(" ")));
      if (asks.length) result.needed.push(any([...(own.length ? [every(own)] : []), ...asks.map((ask) => every(several(ask, engine)))]));
      else (calls.has(from) ? result.spare : result.needed).push(...own);
    }
    return result;
  }

  /* Returns what is found, best first, and whether only some of the words are in it; `empty` if no word tells anything.
     All words are asked for; if nothing has all, those that do more than call for help; if few have, any of them too. What
     bears the very name that was typed comes on top, and above it the page for who may be in danger. */
  async function ask(query) {
    const engine = await load();
    const { needed, spare, first, names } = parts(words(query), engine);
    const all = [...needed, ...spare];
    const tries = [all, needed].filter((queries) => queries.length).map(every);
    let found = [];
    for (const asked of tries) if (!found.length) found = engine.index.search(asked);
    const partly = found.length < FEW && all.length > (found.length ? 2 : 1);
    if (partly) found = [...found, ...engine.index.search(any(all)).filter((hit) => !found.some((other) => other.address === hit.address))];
    const named = ({ kind, title, words: others = [] }) => [title, ...(["Agency", "Page"].includes(kind) ? others : [])].some((name) => names.includes(words(name).map(stem).join(" ")));
    const top = [...new Set(first)].map((address) => found.find((hit) => hit.address === address) || { ...engine.index.getStoredFields(address), terms: [] });
    const rest = found.filter((hit) => !first.includes(hit.address));
    return { hits: [...top, ...rest.filter(named), ...rest.filter((hit) => !named(hit))], partly: partly && found.length > 0, empty: !all.length && !first.length };
  }

  return { ask, stem: (piece) => stem(words(piece)[0] || "") };
})();
