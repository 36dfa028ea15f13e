// Ce qui arrive paraît sans recharger : une zone data-direct="mot" (avec un id) est redemandée quand le mot est dit.
// Une page cachée n'écoute pas ; revenue à l'écran, elle se remet à jour. Ce qui arrive avant qu'elle écoute lui est redit.
const vivantes = () => [...document.querySelectorAll('[data-direct]')];

// Là où l'on est : l'enfant de la zone qui tient le curseur, ou la zone.
const tenu = zone => zone.contains(document.activeElement) && ([...zone.children].find(e => e.contains(document.activeElement)) || zone);

// Une liste dont on tient une ligne nommée (un message du fil) change autour d'elle ; elle, seulement si elle dit autre chose.
// Les autres zones attendent qu'on les quitte : on y écrit.
const poser = (zone, neuve) => {
  const garde = tenu(zone), place = garde && [...neuve.children].findIndex(e => e.id === garde.id);
  if (!garde) zone.innerHTML = neuve.innerHTML;
  else if (neuve.children[place]?.textContent !== garde.textContent) {
    zone.innerHTML = neuve.innerHTML;
    zone.children[place]?.querySelector('a, button')?.focus();
  } else {
    for (const autre of [...zone.children]) if (autre !== garde) autre.remove();
    const neufs = [...neuve.children];
    garde.before(...neufs.slice(0, place));
    garde.after(...neufs.slice(place + 1));
  }
};

if (vivantes().length) {
  let flux, manque = false;

  const rafraichir = async mot => {
    const zones = vivantes().filter(z => (!mot || z.dataset.direct.split(' ').includes(mot)) && (!tenu(z) || z.matches('ol') && tenu(z).id));
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
