// L'appel : les totaux suivent ce qui est coché, et la page survit à une coupure. Ce qui est gardé l'est scellé, sous la
// clé de cette séance que le serveur donne et que l'onglet seul garde : la page, ce qui y est coché, ce qui attend de
// partir. Borné à six heures sans réseau et à quelques pages. Se déconnecter l'efface (sortie.js).
const PREFIXE = 'garde ', FILE = 'file', HEURES = 6 * 3600000, FRAIS = 600000, PAGES = 12;
const main = document.getElementById('contenu'), hors = document.getElementById('hors');
const octets = b64 => Uint8Array.from(atob(b64), c => c.charCodeAt(0));
const b64 = tampon => btoa(Array.from(new Uint8Array(tampon), c => String.fromCharCode(c)).join(''));
let donnee, cle, envoi;

function compter() {
  for (const total of document.querySelectorAll('#appel [data-total]'))
    total.textContent = document.querySelectorAll(`#appel input[value="${total.dataset.total}"]:checked`).length;
  for (const une of document.querySelectorAll('[data-retrouves]'))
    une.querySelector('[data-nombre]').textContent = une.querySelectorAll('input:checked').length;
}

function dire(mot) {
  const p = document.querySelector('#garde p');
  if (!p?.dataset[mot]) return;
  p.textContent = p.dataset[mot];
  p.className = 'ent-badge ent-badge--' + (mot === 'envoye' ? 'bien' : 'attente');
}

function vider() {
  for (const k of Object.keys(localStorage)) if (k.startsWith(PREFIXE)) localStorage.removeItem(k);
  sessionStorage.removeItem('garde');
  donnee = cle = null;
}

// La clé de la séance : demandée au serveur tant qu'il répond, sinon celle de l'onglet, six heures au plus.
async function ouvrir() {
  donnee = JSON.parse(sessionStorage.garde ?? 'null');
  const r = await fetch('/presences/garde', { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(8000) }).catch(() => null);
  if (r?.ok) {
    donnee = { ...await r.json(), fin: Date.now() + HEURES };
    sessionStorage.garde = JSON.stringify(donnee);
  } else if (r && (r.type === 'opaqueredirect' || r.status < 500)) {
    const perdu = donnee && FILE in miens();
    vider();
    if (perdu) dire('fini');
  }
  if (donnee && Date.now() > donnee.fin) vider();
  cle = donnee && await crypto.subtle.importKey('raw', octets(donnee.cle), 'AES-GCM', false, ['encrypt', 'decrypt']);
  // Ce qui reste d'une autre séance. Sans réponse du serveur, on n'en sait rien : un onglet neuf n'a pas de clé.
  if (r?.ok) for (const k of Object.keys(localStorage))
    if (k.startsWith(PREFIXE) && !k.startsWith(PREFIXE + donnee?.nom + ' ')) localStorage.removeItem(k);
  return !!r?.ok;
}

const lieu = nom => PREFIXE + donnee.nom + ' ' + nom;
const miens = () => Object.fromEntries(Object.keys(localStorage).filter(k => donnee && k.startsWith(lieu('')))
  .map(k => [k.slice(lieu('').length), +localStorage[k].split(' ')[0]]));

async function sceller(nom, objet) {
  if (!cle) return;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const chiffre = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, cle, new TextEncoder().encode(JSON.stringify(objet)));
  localStorage[lieu(nom)] = [Date.now(), b64(iv), b64(chiffre)].join(' ');
}

async function lire(nom) {
  try {
    const [, iv, chiffre] = localStorage[lieu(nom)].split(' ');
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: octets(iv) }, cle, octets(chiffre))));
  } catch {
    return null;
  }
}

// Sous quel nom une page est gardée : son adresse, sans ce qui vient d'être fait. L'appel sans jour est celui d'à présent.
const adresse = () => location.pathname + location.search.replace(/[?&]fait=\w*/, '');

// Une page telle que le serveur l'a faite, avec ses dessins ; ses feuilles de style attendent auprès de hors-ligne.js.
const feuilles = new Set();

async function garder(chemin, page) {
  const siennes = [...page.querySelectorAll('link[rel=stylesheet]')].map(l => l.getAttribute('href'));
  siennes.forEach(f => feuilles.add(f));
  await sceller(chemin, { titre: page.title, corps: page.getElementById('contenu').innerHTML,
    dessins: page.querySelector('.ent-sprite')?.outerHTML ?? '', feuilles: siennes });
}

async function garderTout() {
  const zone = document.getElementById('garde'), la = miens();
  await garder(adresse(), document);
  for (const chemin of zone.dataset.pages.split(' ').filter(c => c && c !== adresse())) {
    if (Date.now() - la[chemin] < FRAIS && !location.search.includes('fait=')) continue;
    const r = await fetch(chemin, { redirect: 'manual' }).catch(() => null);
    if (r?.ok) await garder(chemin, new DOMParser().parseFromString(await r.text(), 'text/html'));
  }
  const vieux = Object.entries(miens()).filter(([n]) => n.startsWith('/')).sort((a, b) => a[1] - b[1]);
  for (const [n] of vieux.slice(0, -PAGES)) localStorage.removeItem(lieu(n));
  navigator.serviceWorker?.register('/hors-ligne.js').then(() => navigator.serviceWorker.ready).then(async () => {
    const [nom] = await caches.keys();
    if (nom) await (await caches.open(nom)).addAll(feuilles);
    zone.dataset.prete = '1';
  }).catch(() => {});
}

// Ce qui est écrit dans un formulaire que l'on retient, et le remettre.
const retenu = form => form?.matches?.('[action$="/appel"],[action$="/retrouves"]');
const champs = form => [...new FormData(form)].filter(([nom, v]) => nom !== '_csrf' && typeof v === 'string');
const coche = form => 'champs ' + form.getAttribute('action');

// Un brouillon d'une autre version de l'appel, ou d'une autre demi-journée, ne revient pas.
function remettre(form, dits) {
  const memes = [...form.querySelectorAll('input[type=hidden]')].filter(el => el.name !== '_csrf')
    .every(el => dits.some(([n, v]) => n === el.name && v === el.value));
  if (!memes) return localStorage.removeItem(lieu(coche(form)));
  for (const el of form.elements) {
    if (el.type === 'radio' || el.type === 'checkbox') el.checked = dits.some(([n, v]) => n === el.name && v === el.value);
    else if (el.name && el.type !== 'hidden' && el.type !== 'submit') el.value = dits.find(([n]) => n === el.name)?.[1] ?? el.value;
  }
}

async function retrouver() {
  for (const form of document.querySelectorAll('form')) {
    const dits = retenu(form) && await lire(coche(form));
    if (dits) remettre(form, dits);
  }
  compter();
}

// La page que le réseau n'a pas rendue, sans les boutons qui demandent le serveur : ils attendent la ligne.
let attendent = [];

async function montrer() {
  const page = await lire(adresse()) ?? (location.pathname === '/presences' && await premier());
  if (!page) return;
  document.title = page.titre;
  main.innerHTML = page.corps;
  for (const avis of main.querySelectorAll('.ent-avis[role=status]')) avis.remove();
  main.insertAdjacentHTML('afterend', page.dessins);
  for (const f of page.feuilles) if (!document.querySelector(`link[href="${f}"]`))
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: f }));
  for (const bouton of document.querySelectorAll('[data-imprimer]')) {
    bouton.hidden = false;
    bouton.addEventListener('click', () => print());
  }
  attendent = [...[...main.querySelectorAll('form')].filter(f => !retenu(f)).map(f => f.closest('details') ?? f),
    ...main.querySelectorAll('[formaction]')];
  for (const el of attendent) el.hidden = true;
  await retrouver();
  dire(await lire(FILE) ? 'garde' : 'hors');
}

const premier = () => lire(Object.keys(miens()).find(n => n.endsWith('/appel') && n.startsWith('/')) ?? '');

// Chaque enfant retrouvé part aussitôt, l'un après l'autre ; sans réseau, la page attend comme l'appel.
let pointe = Promise.resolve();
const pointer = form => pointe = pointe.then(async () => {
  if (cle && (!navigator.onLine || document.body.dataset.garde || FILE in miens())) return retenir(form);
  const r = await fetch(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams(new FormData(form)),
    signal: AbortSignal.timeout(8000) }).catch(() => null);
  if (!r) return cle && retenir(form);
  if (!r.url.includes('fait=compte')) return form.submit();
  if (cle) localStorage.removeItem(lieu(coche(form)));
  const page = new DOMParser().parseFromString(await r.text(), 'text/html');
  for (const zone of document.querySelectorAll('[data-direct=evacuation]')) {
    const la = page.getElementById(zone.id);
    if (la && !zone.contains(document.activeElement)) zone.innerHTML = la.innerHTML;
  }
}).catch(() => {});

async function retenir(form) {
  const file = await lire(FILE) ?? [];
  const action = form.getAttribute('action');
  const corps = champs(form);
  await sceller(coche(form), corps);
  await sceller(FILE, [...file.filter(un => un.action !== action), { id: crypto.randomUUID(), action, corps, quand: Date.now() }]);
  dire('garde');
  envoyer();
}

// Dans l'ordre, une fois : le serveur reconnaît ce qu'il a déjà. Un conflit se montre, rien n'est écrasé.
async function envoyer() {
  if (envoi || !cle || !navigator.onLine || !(FILE in miens())) return;
  envoi = true;
  try {
    let file = await lire(FILE) ?? [];
    while (file.length && await ouvrir() && cle) {
      const [un] = file;
      const corps = new URLSearchParams([...un.corps, ['_csrf', donnee.jeton], ['envoi', un.id],
        ['age', Math.max(0, Math.round((Date.now() - un.quand) / 1000))]]);
      const r = await fetch(un.action, { method: 'POST', body: corps });
      if (r.status >= 500) return;
      const ici = location.pathname === un.action || (un.action.endsWith('/retrouves') && location.pathname === '/presences/evacuation');
      if (!r.redirected && (r.status === 404 || !ici)) return dire(ici ? 'perdu' : 'choix');
      const rendu = r.redirected ? null : await r.text();
      file = (await lire(FILE)).filter(f => f.id !== un.id);
      if (file.length) await sceller(FILE, file); else localStorage.removeItem(lieu(FILE));
      localStorage.removeItem(lieu('champs ' + un.action));
      if (rendu) return rendre(rendu);
      dire('envoye');
      if (ici && !file.length) return location.replace(r.url);
    }
  } catch { /* la ligne est encore coupée */ } finally {
    envoi = false;
  }
}

// La réponse du serveur, côte à côte : c'est à la personne de choisir.
function rendre(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  main.innerHTML = page.getElementById('contenu').innerHTML;
  document.querySelector('.ent-sprite')?.remove();
  const dessins = page.querySelector('.ent-sprite');
  if (dessins) document.body.append(dessins);
  compter();
  dire('choix');
  document.querySelector('.ent-erreurs, [role=status]')?.scrollIntoView();
}

document.addEventListener('change', async e => {
  compter();
  const form = e.target.form;
  if (retenu(form) && cle) await sceller(coche(form), champs(form));
  if (form?.matches('[action$="/retrouves"]')) pointer(form);
});

document.addEventListener('submit', e => {
  if (!retenu(e.target) || e.submitter?.formAction?.endsWith('/retour') || !cle) return;
  if (navigator.onLine && !document.body.dataset.garde) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  retenir(e.target);
}, true);

// La séance finie, le serveur ne donne plus de clé.
const seance = document.getElementById('seance');
if (seance) setTimeout(() => ouvrir().catch(() => {}), seance.dataset.reste * 1000 + 2000);

addEventListener('offline', () => { if (cle) dire('hors'); });
addEventListener('online', () => {
  for (const el of attendent) el.hidden = false;
  envoyer();
});
addEventListener('pageshow', compter);
compter();

try {
  const relie = await ouvrir();
  if (hors) {
    document.body.dataset.garde = '1';
    if (cle) await montrer();
  } else if (relie && document.getElementById('garde')) {
    await garderTout();
    await retrouver();
  }
  await envoyer();
} catch { /* navigateur sans mémoire ni chiffrement : l'appel se fait en ligne, comme avant */ }
