// Quand le serveur est injoignable, la page « hors ligne » gardée d'avance remplace l'erreur du navigateur.
// Rien d'autre n'est gardé ici : ni page, ni donnée d'une personne ; ce que l'appel garde, il le scelle (appel.js), et
// cette page l'ouvre. Le serveur ajoute en tête : const GARDE = [...].
addEventListener('install', e => e.waitUntil(
  caches.open(GARDE[1]).then(c => c.addAll(GARDE.map(u => new Request(u, { credentials: 'omit' }))))
    .then(() => skipWaiting())));

// Le préchargement laisse la page partir vers le serveur pendant que ce fichier se réveille.
addEventListener('activate', e => e.waitUntil(Promise.all([
  registration.navigationPreload?.enable(),
  caches.keys().then(noms => Promise.all(noms.filter(n => n !== GARDE[1]).map(n => caches.delete(n)))),
])));

addEventListener('fetch', e => {
  if (e.request.mode === 'navigate') e.respondWith(e.preloadResponse.then(r => r ?? fetch(e.request)).catch(() => manque(e.request)));
  else if (GARDE.includes(new URL(e.request.url).pathname) || e.request.url.includes('/statique/'))
    e.respondWith(fetch(e.request).catch(() => caches.match(e.request)));
});

// Revenir en arrière vers la réponse d'un formulaire : elle n'est pas gardée, et rien ne doit repartir tout seul. Si le
// réseau est là, on rouvre la page de cette adresse, ou la plus proche au-dessus ; sinon c'est bien qu'il manque.
async function manque(demande) {
  const horsLigne = () => caches.match(GARDE[0]);
  if (demande.cache === 'default' && !demande.isHistoryNavigation) return horsLigne();
  if (demande.method === 'GET') return fetch(demande.url, { redirect: 'manual' }).catch(horsLigne);
  for (let chemin = new URL(demande.url).pathname; chemin; chemin = chemin.slice(0, chemin.lastIndexOf('/'))) {
    const page = await fetch(chemin, { redirect: 'manual' }).catch(() => null);
    if (!page) return horsLigne();
    if (page.ok || page.type === 'opaqueredirect') return Response.redirect(chemin);
  }
  return Response.redirect('/');
}

// Une nouvelle : de quoi il s'agit et où la lire, rien de plus. Deux envois de la même n'en montrent qu'une.
addEventListener('push', e => {
  const { mot, adresse, marque } = e.data.json();
  e.waitUntil(registration.showNotification('ENT-École', { body: mot, tag: marque, data: adresse, lang: 'fr' }));
});

addEventListener('notificationclick', e => {
  e.notification.close();
  e.waitUntil(clients.openWindow(e.notification.data));
});
