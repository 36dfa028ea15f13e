// L'appel : les totaux suivent ce qui est coché, et la page survit à une coupure. Ce qui est gardé l'est scellé, sous la
// clé de cette séance que le serveur donne et que l'onglet seul garde : la page, ce qui y est coché, ce qui attend de
// partir. Borné à six heures sans réseau et à quelques pages. La séance finie, la clé s'en va : ce qui attend reste
// illisible, et le serveur ne redonne sa clé qu'à la même personne. Se déconnecter efface tout (sortie.js).
const PREFIXE = 'garde ', FILE = 'file', HEURES = 6 * 3600000, FRAIS = 600000, PAGES = 12, SAUT = 90000;
const ATTEND = /^garde \S+ (file$|champs )/, PRIS = ['ecrit', 'inchange', 'compte'];
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

// Ce qui est arrivé, et quoi faire : un lien vers la page où cela se règle, un bouton pour y renoncer.
function dire(mot, adresse) {
  const zone = document.getElementById('garde'), p = zone?.querySelector('p');
  if (!p?.dataset[mot]) return;
  zone.closest('[hidden]')?.removeAttribute('hidden');
  p.textContent = p.dataset[mot];
  p.className = 'ent-badge ent-badge--' + (mot === 'envoye' || mot === 'renonce' ? 'bien' : 'attente');
  const [lien, bouton] = zone.querySelectorAll('a, button');
  lien.hidden = !adresse;
  if (adresse) lien.href = adresse;
  lien.textContent = lien.dataset[mot === 'fini' ? 'entrer' : 'ouvrir'];
  bouton.hidden = !['ferme', 'tard', 'perdu', 'refuse', 'choix'].includes(mot);
  bouton.parentElement.hidden = lien.hidden && bouton.hidden;
}

const gardes = () => Object.keys(localStorage).filter(k => k.startsWith(PREFIXE));
const unAttend = () => gardes().some(k => k.endsWith(' ' + FILE));

function vider(sauf) {
  for (const k of gardes()) if (!sauf?.test(k)) localStorage.removeItem(k);
  sessionStorage.removeItem('garde');
  donnee = cle = null;
}

// La séance est finie, ou six heures ont passé : plus de clé ici, plus de page. Ce qui attend de partir reste scellé.
function fermer() {
  vider(ATTEND);
  if (unAttend()) dire('fini', adresse());
}

// Le temps qui passe, compté par cet onglet et non lu à l'heure de l'appareil : on peut la remettre à l'heure pendant la
// coupure. Reculer ne compte pas ; avancer d'un coup est une veille, ou une heure changée : le serveur, revenu, le dit.
function montre(change) {
  const m = JSON.parse(sessionStorage.montre ?? 'null') ?? { nom: crypto.randomUUID(), passe: 0, sauts: [], ecarts: [] };
  const depuis = Date.now() - (m.la ?? Date.now());
  if (depuis > SAUT) m.sauts = [...m.sauts.slice(-20), [m.passe, depuis]];
  m.passe += Math.max(0, depuis);
  m.la = Date.now();
  change?.(m);
  sessionStorage.montre = JSON.stringify(m);
  return m;
}

function recaler(maintenant) {
  montre(m => {
    const trop = m.vu ? m.passe - m.vu.passe - (maintenant - m.vu.maintenant) : 0;
    const [saut] = m.sauts.filter(([p]) => trop > SAUT && p >= m.vu.passe)
      .sort((a, b) => Math.abs(a[1] - trop) - Math.abs(b[1] - trop));
    if (saut) m.ecarts = [...m.ecarts.slice(-20), [saut[0], trop]];
    m.vu = { maintenant, passe: m.passe };
    m.sauts = [];
  });
}

// Depuis combien de secondes c'est saisi. D'un autre onglet, il n'y a que l'heure de l'appareil.
function age(un) {
  const m = montre();
  const trop = m.ecarts.filter(([p]) => p >= un.passe).reduce((tout, [, e]) => tout + e, 0);
  return Math.max(0, Math.round((un.montre === m.nom ? m.passe - un.passe - trop : Date.now() - un.quand) / 1000));
}

const importer = brute => crypto.subtle.importKey('raw', octets(brute), 'AES-GCM', false, ['encrypt', 'decrypt']);
const demander = (quoi, muette) => fetch('/presences/garde' + quoi, { redirect: 'manual', cache: 'no-store',
  headers: muette ? { 'X-Direct': '1' } : {}, signal: AbortSignal.timeout(8000) }).catch(() => null);

// La clé de la séance : demandée au serveur tant qu'il répond, sinon celle de l'onglet, six heures au plus. Renvoyé à
// l'entrée, il n'y a plus de séance ; introuvable, c'est quelqu'un qui ne fait pas l'appel ; le reste ne dit rien.
async function ouvrir(muette) {
  donnee = JSON.parse(sessionStorage.garde ?? 'null');
  const r = await demander('', muette);
  if (r?.ok) {
    donnee = await r.json();
    recaler(donnee.maintenant);
    donnee.passe = montre().passe;
    sessionStorage.garde = JSON.stringify(donnee);
  } else if (r?.type === 'opaqueredirect') fermer();
  else if (r?.status === 404) vider();
  if (tropVieille()) fermer();
  cle = donnee && await importer(donnee.cle);
  if (r?.ok) await reprendre();
  return !!r?.ok;
}

const tropVieille = () => donnee && montre().passe - donnee.passe > HEURES;

// Ce qui reste d'une autre séance. Sans réponse du serveur, on n'en sait rien : un onglet neuf n'a pas de clé.
async function reprendre() {
  for (const nom of new Set(gardes().map(k => k.split(' ')[1]).filter(n => n !== donnee.nom))) {
    const debut = PREFIXE + nom + ' ', siens = gardes().filter(k => k.startsWith(debut));
    const scelles = siens.filter(k => ATTEND.test(k));
    const r = scelles.length && await demander('?ancien=' + encodeURIComponent(nom));
    if (scelles.length && !r?.ok) continue;
    const vieille = r && (await r.json()).ancienne;
    if (vieille) {
      const sienne = await importer(vieille);
      for (const k of scelles) await resceller(k.slice(debut.length), await dechiffrer(k, sienne));
    } else if (siens.includes(debut + FILE)) dire('perime');
    for (const k of siens) localStorage.removeItem(k);
  }
}

async function resceller(nom, objet) {
  if (!objet) return;
  const la = nom === FILE && await lire(FILE) || [];
  await sceller(nom, nom === FILE ? [...la, ...objet.filter(un => !la.some(f => f.id === un.id))] : objet);
}

const lieu = nom => PREFIXE + donnee.nom + ' ' + nom;
const miens = () => Object.fromEntries(gardes().filter(k => donnee && k.startsWith(lieu('')))
  .map(k => [k.slice(lieu('').length), +localStorage[k].split(' ')[0]]));

async function sceller(nom, objet) {
  if (!cle) return;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const chiffre = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, cle, new TextEncoder().encode(JSON.stringify(objet)));
  localStorage[lieu(nom)] = [Date.now(), b64(iv), b64(chiffre)].join(' ');
}

async function dechiffrer(k, sous) {
  try {
    const [, iv, chiffre] = localStorage[k].split(' ');
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: octets(iv) }, sous, octets(chiffre))));
  } catch {
    return null;
  }
}

const lire = async nom => donnee && dechiffrer(lieu(nom), cle);

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
  // L'accueil n'est pas gardé : seulement ce qu'il ouvre.
  if (!('autres' in zone.dataset)) await garder(adresse(), document);
  for (const chemin of zone.dataset.pages.split(' ').filter(c => c && c !== adresse())) {
    if (Math.abs(Date.now() - la[chemin]) < FRAIS && !location.search.includes('fait=')) continue;
    const r = await fetch(chemin, { redirect: 'manual' }).catch(() => null);
    if (r?.ok) await garder(chemin, new DOMParser().parseFromString(await r.text(), 'text/html'));
  }
  // Ce que cette page nomme reste, avant les plus anciennes.
  const voulus = [adresse(), ...zone.dataset.pages.split(' ')];
  const vieux = Object.entries(miens()).filter(([n]) => n.startsWith('/'))
    .sort((a, b) => voulus.includes(a[0]) - voulus.includes(b[0]) || a[1] - b[1]);
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
// De quoi il s'agit : une classe a un appel par demi-journée.
const quel = (action, corps) => [action, ...corps.filter(([nom]) => nom === 'jour' || nom === 'moment').map(([, v]) => v)].join(' ');
const sien = form => quel(form.getAttribute('action'), champs(form));
const coche = form => 'champs ' + sien(form);

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
  if (!page) return lister();
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
  attendent = [...main.querySelectorAll('form')].filter(f => !retenu(f)).map(f => f.closest('details') ?? f);
  for (const el of attendent) el.hidden = true;
  await retrouver();
  dire(await lire(FILE) ? 'garde' : 'hors');
}

// Rien à cette adresse : ce qui s'ouvre quand même.
async function lister() {
  const liste = document.createElement('ul');
  liste.className = 'ent-pile ent-pile--serre';
  for (const n of Object.keys(miens()).filter(n => n.startsWith('/'))) {
    const titre = (await lire(n))?.titre.replace(/ – ENT-École$/, '');
    if (!titre || [...liste.children].some(li => li.textContent === titre)) continue;
    liste.append(document.createElement('li'));
    liste.lastChild.append(Object.assign(document.createElement('a'), { href: n, className: 'ent-lien', textContent: titre }));
  }
  document.getElementById('garde').append(liste);
}

const premier = () => lire(Object.keys(miens()).find(n => n.endsWith('/appel') && n.startsWith('/')) ?? '');

// Chaque enfant retrouvé part aussitôt, l'un après l'autre ; sans réseau, la page attend comme l'appel.
let pointe = Promise.resolve();
const pointer = form => pointe = pointe.then(async () => {
  if (cle && (!navigator.onLine || document.body.dataset.garde || FILE in miens())) return retenir(form);
  const r = await fetch(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams(new FormData(form)),
    signal: AbortSignal.timeout(8000) }).catch(() => null);
  if (!r) return cle && retenir(form);
  if (!r.url.includes('fait=compte')) return cle && (r.status === 429 || r.status >= 500) ? retenir(form) : form.submit();
  if (cle) localStorage.removeItem(lieu(coche(form)));
  const page = new DOMParser().parseFromString(await r.text(), 'text/html');
  for (const zone of document.querySelectorAll('[data-direct=evacuation]')) {
    const la = page.getElementById(zone.id);
    if (la && !zone.contains(document.activeElement)) zone.innerHTML = la.innerHTML;
  }
}).catch(() => {});

// Sans heure, un retard est de maintenant, tant que la demi-journée dure. Ensuite le serveur la demanderait : trop tard.
function heureManque(form) {
  for (const p of form.querySelectorAll('[data-ici]')) {
    for (const nom of ['aria-invalid', 'aria-describedby']) p.previousSibling.removeAttribute(nom);
    p.remove();
  }
  const liste = form.querySelector('[data-heure]');
  const vides = [...form.querySelectorAll('[value=retard]:checked')].map(el => el.closest('li').querySelector('[name^="h-"]'))
    .filter(h => !h.value);
  if (!liste || !vides.length || donnee.maintenant + montre().passe - donnee.passe <= liste.dataset.fin) return false;
  for (const h of vides) {
    h.after(Object.assign(document.createElement('p'), { className: 'ent-erreur', id: h.id + '-erreur', textContent: liste.dataset.heure }));
    h.nextSibling.dataset.ici = '';
    h.setAttribute('aria-invalid', 'true');
    h.setAttribute('aria-describedby', h.id + '-erreur');
  }
  vides[0].focus();
  return true;
}

async function retenir(form) {
  const file = await lire(FILE) ?? [];
  const action = form.getAttribute('action'), corps = champs(form), m = montre();
  await sceller(coche(form), corps);
  await sceller(FILE, [...file.filter(un => un.quel !== sien(form)),
    { id: crypto.randomUUID(), action, corps, quel: sien(form), quand: Date.now(), passe: m.passe, montre: m.nom }]);
  dire('garde');
  envoyer();
}

// La page de ce qui attend est celle que l'on a sous les yeux, ou bien elle est à cette adresse.
const ici = un => [...document.querySelectorAll('form')].some(f => retenu(f) && sien(f) === un.quel);
const chez = un => un.action.endsWith('/retrouves') ? '/presences/evacuation'
  : un.action + '?' + new URLSearchParams(un.corps.filter(([nom]) => nom === 'jour' || nom === 'moment'));

async function changer(comment) {
  const file = comment(await lire(FILE) ?? []);
  if (file.length) await sceller(FILE, file); else localStorage.removeItem(lieu(FILE));
  return file;
}

// Dans l'ordre, une fois : le serveur reconnaît ce qu'il a déjà. Ne quitte la file que ce qu'il dit avoir pris. Ce qu'il
// refuse y reste, se dit, et n'est redemandé que depuis sa page ; un conflit se montre, rien n'est écrasé.
const refuses = new Set();

async function envoyer() {
  if (envoi || !navigator.onLine || !unAttend()) return;
  envoi = true;
  try {
    let suite = '';
    while (await ouvrir() && cle) {
      const file = await lire(FILE) ?? [], un = file.find(f => !refuses.has(f.id) && (!f.refus || ici(f)));
      if (!un) {
        const garde = file.find(f => f.refus);
        if (garde) dire(garde.refus, ici(garde) ? '' : chez(garde));
        break;
      }
      const corps = new URLSearchParams([...un.corps, ['_csrf', donnee.jeton], ['envoi', un.id], ['age', age(un)]]);
      const r = await fetch(un.action, { method: 'POST', body: corps, signal: AbortSignal.timeout(20000) });
      const fait = r.redirected ? new URL(r.url).searchParams.get('fait') ?? '' : null;
      if (PRIS.includes(fait)) {
        const reste = await changer(file => file.filter(f => f.id !== un.id));
        if (!reste.some(f => f.quel === un.quel)) localStorage.removeItem(lieu('champs ' + un.quel));
        dire('envoye');
        if (ici(un)) suite = r.url;
        continue;
      }
      if (r.status === 401 || fait === '') return fermer();
      if (r.status === 429 || r.status >= 500) return dire('occupe');
      const rendu = r.ok || r.status === 422 ? await r.text() : '';
      const mot = fait ?? (rendu ? 'choix' : r.status === 404 ? 'perdu' : 'refuse');
      refuses.add(un.id);
      await changer(file => file.map(f => f.id === un.id ? { ...f, refus: mot } : f));
      if (mot === 'choix' && ici(un)) return rendre(rendu);
      dire(mot, ici(un) ? '' : chez(un));
    }
    if (suite) location.replace(suite);
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
  document.body.dataset.garde = '1';
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
  if (!retenu(e.target) || !cle) return;
  if (navigator.onLine && !document.body.dataset.garde) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  if (!heureManque(e.target)) retenir(e.target);
}, true);

// Renoncer à ce qui a été refusé.
document.addEventListener('click', async e => {
  if (!e.target.closest?.('[data-renoncer]')) return;
  const partis = (await lire(FILE) ?? []).filter(un => un.refus);
  for (const un of partis) localStorage.removeItem(lieu('champs ' + un.quel));
  await changer(file => file.filter(un => !un.refus));
  dire('renonce');
});

// La séance finie, le serveur ne donne plus de clé : demandé sans la prolonger.
const seance = document.getElementById('seance');
const veiller = () => ouvrir(true).catch(() => {}).then(() => setTimeout(veiller, FRAIS));
if (seance) setTimeout(veiller, seance.dataset.reste * 1000 + 2000);

// Une ligne peut revenir sans que l'appareil le dise ; six heures passent sans qu'il se passe rien.
setInterval(() => {
  montre();
  if (!tropVieille()) return;
  fermer();
  if (hors) location.reload();
}, 5000);
setInterval(async () => {
  if (cle && (await lire(FILE))?.some(un => !un.refus)) envoyer();
}, 30000);

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
    if (/[?&]fait=(ecrit|inchange)/.test(location.search)) await changer(file => file.filter(un => !(un.refus && ici(un))));
  }
  await envoyer();
} catch { /* navigateur sans mémoire ni chiffrement : l'appel se fait en ligne, comme avant */ }
