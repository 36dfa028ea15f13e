// Quand le serveur est injoignable, la page « hors ligne » gardée d'avance remplace l'erreur du navigateur.
// Rien d'autre n'est gardé : ni page, ni donnée d'une personne. Le serveur ajoute en tête : const GARDE = [...].
addEventListener('install', e => e.waitUntil(
  caches.open(GARDE[1]).then(c => c.addAll(GARDE.map(u => new Request(u, { credentials: 'omit' }))))
    .then(() => skipWaiting())));

addEventListener('activate', e => e.waitUntil(
  caches.keys().then(noms => Promise.all(noms.filter(n => n !== GARDE[1]).map(n => caches.delete(n))))));

addEventListener('fetch', e => {
  if (e.request.mode === 'navigate') e.respondWith(fetch(e.request).catch(() => caches.match(GARDE[0])));
  else if (GARDE.includes(new URL(e.request.url).pathname))
    e.respondWith(fetch(e.request).catch(() => caches.match(e.request)));
});
