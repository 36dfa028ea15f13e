// Ce que Word et les messageries collent : leurs listes, qui n'en sont pas, en deviennent ; le reste de leur mise en
// forme n'est dans aucun texte, et l'éditeur le laisse de côté.
const NUMERO = /^\s*(\d+|[a-zA-Z]|[ivx]+)[.)]/;

export function nettoyer(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  let piles = [];
  for (const p of [...page.querySelectorAll('p')]) {
    const niveau = +(/mso-list:[^;]*level(\d)/i.exec(p.getAttribute('style') ?? '')?.[1] ?? 0);
    if (!niveau) {
      if (!p.closest('li')) piles = [];
      continue;
    }
    const puce = p.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]');
    const sorte = NUMERO.test(puce?.textContent ?? '') ? 'ol' : 'ul';
    puce?.remove();
    const point = document.createElement('li');
    piles.length = Math.min(piles.length, niveau);
    if (piles.length === niveau && piles[niveau - 1].localName !== sorte && niveau === 1) piles = [];
    while (piles.length < niveau) {
      const liste = document.createElement(sorte);
      const dessus = piles.at(-1)?.lastElementChild;
      if (dessus) dessus.append(liste);
      else p.before(liste);
      piles.push(liste);
      if (piles.length < niveau) break;
    }
    piles.at(-1).append(point);
    p.removeAttribute('style');
    point.append(p);
  }
  for (const reste of page.querySelectorAll('style, meta, title, link, script, o\\:p:empty')) reste.remove();
  return page.body.innerHTML;
}
