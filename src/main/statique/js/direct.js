// Ce qui arrive paraît sans recharger : une zone data-direct="mot" (avec un id) est redemandée quand le mot est dit.
// Une page cachée n'écoute pas ; revenue à l'écran, elle se remet à jour. Ce qui arrive avant qu'elle écoute lui est redit.
const vivantes = () => [...document.querySelectorAll('[data-direct]')];

// Une liste aux lignes nommées (les messages d'un fil) ne change que là où elle dit autre chose : on n'y perd ni sa place,
// ni ce qu'on écoute. Les autres zones attendent qu'on les quitte : on y écrit.
const lignes = zone => zone.matches('ol') && [...zone.children].every(e => e.id);
const poser = (zone, neuve) => {
  if (!lignes(zone)) return void (zone.innerHTML = neuve.innerHTML);
  let ici = zone.firstChild;
  const jusqua = fin => { while (ici && ici !== fin) { const suivant = ici.nextSibling; ici.remove(); ici = suivant; } };
  for (const ligne of [...neuve.children]) {
    const deja = [...zone.children].find(e => e.id === ligne.id);
    if (deja?.textContent !== ligne.textContent) {
      zone.insertBefore(ligne, ici);
    } else {
      jusqua(deja);
      ici = deja.nextSibling;
    }
  }
  jusqua(null);
};

if (vivantes().length) {
  let flux, manque = false;

  const rafraichir = async mot => {
    const zones = vivantes().filter(z => (!mot || z.dataset.direct.split(' ').includes(mot)) && (lignes(z) || !z.contains(document.activeElement)));
    if (!zones.length) return;
    const r = await fetch(location.href, { headers: { 'X-Direct': '1' } }).catch(() => {});
    if ([404, 410].includes(r?.status)) return location.reload();
    if (!r?.ok || r.redirected) return;
    const neuf = new DOMParser().parseFromString(await r.text(), 'text/html');
    for (const zone of zones) {
      const la = neuf.getElementById(zone.id);
      if (la && la.innerHTML !== zone.innerHTML) poser(zone, la);
    }
    document.dispatchEvent(new Event('neuf'));
  };

  const ouvrir = () => {
    flux = new EventSource('/direct?age=' + Math.ceil(performance.now() + 5000)); // la demande est en route aussi
    for (const mot of new Set(vivantes().flatMap(z => z.dataset.direct.split(' ')))) flux.addEventListener(mot, () => rafraichir(mot));
    flux.addEventListener('manque', () => setTimeout(() => rafraichir(), Math.random() * 30000));
    flux.onopen = () => { if (manque) rafraichir(); manque = false; };
    flux.onerror = () => { manque = true; };
  };

  const fermer = () => { flux?.close(); flux = null; manque = true; };

  document.addEventListener('visibilitychange', () => document.hidden ? fermer() : flux || ouvrir());
  addEventListener('pagehide', fermer);
  addEventListener('pageshow', () => document.hidden || flux || ouvrir());
}
