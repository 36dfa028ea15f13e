// Ce que l'appareil garde quand la ligne est coupée, chiffré : la clé est celle de la personne, que le serveur ne donne
// qu'à elle. Qui vient après elle sur l'appareil ne peut pas le lire. Borné, une semaine au plus ; « se déconnecter » et
// « C'est fini » l'effacent.
const PREFIXE = 'brouillon ', PLUS = 8, LOURD = 600000, SEMAINE = 7 * 86400000;

const octets = b64 => Uint8Array.from(atob(b64), c => c.charCodeAt(0));
const texte = octets => btoa(Array.from(new Uint8Array(octets), c => String.fromCharCode(c)).join(''));

const donne = fetch('/redaction/coffre', { redirect: 'error' }).then(r => r.json()).then(async ({ cle, nom }) => ({
  nom, cle: await crypto.subtle.importKey('raw', octets(cle), 'AES-GCM', false, ['encrypt', 'decrypt']),
})).catch(() => null);

const miens = () => Object.keys(localStorage).filter(k => k.startsWith(PREFIXE))
  .map(k => ({ k, le: +(localStorage[k].split(' ')[0]) })).sort((a, b) => a.le - b.le);

function vieux() {
  for (const { k, le } of miens()) if (!(Date.now() - le < SEMAINE)) localStorage.removeItem(k);
}

export const coffre = {
  async mettre(lieu, objet) {
    const d = await donne;
    const clair = new TextEncoder().encode(JSON.stringify(objet));
    if (!d || clair.length > LOURD) return false;
    try {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const chiffre = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, d.cle, clair);
      localStorage[PREFIXE + d.nom + ' ' + lieu] = [Date.now(), texte(iv), texte(chiffre)].join(' ');
      for (const { k } of miens().slice(0, -PLUS)) localStorage.removeItem(k);
      return true;
    } catch {
      return false;
    }
  },

  async lire(lieu) {
    const d = await donne;
    try {
      vieux();
      const [, iv, chiffre] = localStorage[PREFIXE + d.nom + ' ' + lieu].split(' ');
      const clair = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: octets(iv) }, d.cle, octets(chiffre));
      return JSON.parse(new TextDecoder().decode(clair));
    } catch {
      return null;
    }
  },

  async jeter(lieu) {
    const d = await donne;
    try {
      localStorage.removeItem(PREFIXE + d.nom + ' ' + lieu);
    } catch { /* navigateur sans mémoire : rien n'y était */ }
  },
};
