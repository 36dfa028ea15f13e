// Réseau coupé : la page le dit dans #reseau (role=status) et retient l'envoi des formulaires, sans rien effacer.
const bandeau = document.getElementById('reseau');
let joint = navigator.onLine, vu = 0;

function annoncer(texte, classe) {
  const p = document.createElement('p');
  p.textContent = texte;
  if (classe) p.className = classe;
  bandeau.replaceChildren(p);
}

function perdre() {
  if (!joint && bandeau.hasChildNodes()) return;
  joint = false;
  annoncer(bandeau.dataset.coupe);
}

function retrouver() {
  if (joint) return;
  joint = true;
  annoncer(bandeau.dataset.revenu, 'ent-reseau--bien');
  setTimeout(() => { if (joint) bandeau.replaceChildren(); }, 8000);
}

// Le serveur répond-il ? Demandé pendant que l'on écrit, au plus toutes les vingt secondes.
async function demander() {
  if (Date.now() - vu < 20000 && joint) return;
  vu = Date.now();
  try {
    await fetch(bandeau.dataset.sonde, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000) });
    // Une réponse partie avant la coupure ne l'efface pas.
    if (navigator.onLine) retrouver();
  } catch {
    perdre();
  }
}

if (bandeau) {
  addEventListener('offline', perdre);
  addEventListener('online', demander);
  document.addEventListener('input', e => { if (e.target.form?.method === 'post') demander(); });
  document.addEventListener('submit', e => {
    if (e.target.method !== 'post' || (joint && navigator.onLine)) return;
    e.preventDefault();
    annoncer(bandeau.dataset.retenu);
    demander();
  });
  if (!joint) perdre();
  // À la deuxième page : la première visite ne reçoit que ce qu'elle montre.
  try {
    if (sessionStorage.venu) navigator.serviceWorker?.register('/hors-ligne.js').catch(() => {});
    sessionStorage.venu = 1;
    // Un appel attend d'être envoyé.
    for (const k in localStorage) if (/^garde \S+ (file$|champs )/.test(k)) import(bandeau.dataset.garde);
  } catch { /* navigateur sans mémoire : pas de page « hors ligne », rien d'autre ne manque */ }
}
