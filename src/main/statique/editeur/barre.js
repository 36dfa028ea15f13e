// La barre de mise en forme : une seule étape de tabulation, les flèches passent d'un bouton à l'autre, Échap revient au
// texte. Le panneau du lien demande ce qu'il faut, puis rend la main au texte.
import { setBlockType, toggleMark, lift } from 'prosemirror-commands';
import { undo, redo } from 'prosemirror-history';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from 'prosemirror-tables';
import { TextSelection } from 'prosemirror-state';
import { schema, LIEN } from './schema.js';

const { nodes, marks } = schema;

const dans = (state, type, attrs = {}) => {
  for (let d = state.selection.$from.depth; d > 0; d--) {
    const n = state.selection.$from.node(d);
    if (n.type === type) return Object.keys(attrs).every(a => n.attrs[a] === attrs[a]);
  }
  return false;
};

const titre = level => ({
  faire: (state, faire) => setBlockType(dans(state, nodes.heading, { level }) ? nodes.paragraph : nodes.heading, { level })(state, faire),
  est: state => dans(state, nodes.heading, { level }),
});

const liste = type => ({
  faire: (state, faire) => dans(state, type) ? liftListItem(nodes.list_item)(state, faire) || lift(state, faire) : wrapInList(type)(state, faire),
  est: state => dans(state, type),
});

function tableau(state, faire) {
  if (isInTable(state)) return false;
  const ligne = type => nodes.table_row.create(null, [0, 1].map(() => type.createAndFill()));
  const nouveau = nodes.table.create(null, [ligne(nodes.table_header), ligne(nodes.table_cell), ligne(nodes.table_cell)]);
  const ou = state.selection.$from.depth ? state.selection.$from.after(1) : state.selection.to;
  const tr = state.tr.insert(ou, nouveau);
  faire?.(tr.setSelection(TextSelection.near(tr.doc.resolve(ou + 3))).scrollIntoView());
  return true;
}

const GESTES = {
  gras: { faire: toggleMark(marks.strong), est: s => s.selection.empty
    ? Boolean(marks.strong.isInSet(s.storedMarks ?? s.selection.$from.marks()))
    : s.doc.rangeHasMark(s.selection.from, s.selection.to, marks.strong) },
  titre: titre(2),
  'sous-titre': titre(3),
  puces: liste(nodes.bullet_list),
  numeros: liste(nodes.ordered_list),
  tableau: { faire: tableau },
  ligne: { faire: addRowAfter },
  colonne: { faire: addColumnAfter },
  'sans-ligne': { faire: deleteRow },
  'sans-colonne': { faire: deleteColumn },
  'sans-tableau': { faire: deleteTable },
  annuler: { faire: undo },
  refaire: { faire: redo },
};

const lienIci = s => marks.link.isInSet(s.selection.$from.marks()) ?? marks.link.isInSet(s.selection.$to.marks())
  ?? s.selection.$from.nodeAfter?.marks.find(m => m.type === marks.link);

// Tout le lien, quand le point d'insertion est dedans.
function etendue(state) {
  const { $from, from, to, empty } = state.selection;
  if (!empty) return [from, to];
  let debut = from, fin = to;
  $from.parent.forEach((enfant, place) => {
    const a = $from.start() + place, b = a + enfant.nodeSize;
    if (a <= from && from <= b && enfant.marks.some(m => m.type === marks.link)) { debut = Math.min(debut, a); fin = Math.max(fin, b); }
  });
  return [debut, fin];
}

// L'adresse telle qu'on la tape : « www.ecole.fr », « nom@ecole.fr ».
function adresse(tapee) {
  const mot = tapee.trim();
  if (/^[^\s@:/]+@[^\s@]+\.[^\s@]+$/.test(mot)) return 'mailto:' + mot;
  return LIEN.test(mot) ? mot : /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(mot) ? 'https://' + mot : '';
}

const PANNEAUX = {
  lien: {
    ouvrir: (champs, state) => { champs[0].value = (lienIci(state)?.attrs.href ?? '').replace(/^mailto:/, ''); },
    poser(champs, vue) {
      const href = adresse(champs[0].value);
      if (champs[0].value.trim() && !href) return champs[0];
      const [a, b] = etendue(vue.state);
      const tr = vue.state.tr;
      if (!href) tr.removeMark(a, b, marks.link);
      else if (a === b) tr.insert(a, schema.text(champs[0].value.trim(), [marks.link.create({ href })]));
      else tr.removeMark(a, b, marks.link).addMark(a, b, marks.link.create({ href }));
      vue.dispatch(tr);
    },
  },
};

export function armer(barre, bloc, vue) {
  const boutons = [...barre.querySelectorAll('button')];
  const visibles = () => boutons.filter(b => !b.hidden);
  const aller = bouton => {
    for (const b of boutons) b.tabIndex = b === bouton ? 0 : -1;
    bouton.focus();
  };
  boutons.forEach((b, rang) => { b.tabIndex = rang ? -1 : 0; });

  barre.addEventListener('keydown', e => {
    const suite = visibles(), ici = suite.indexOf(document.activeElement);
    const la = { ArrowRight: ici + 1, ArrowLeft: ici - 1, Home: 0, End: -1 }[e.key];
    if (e.key === 'Escape') vue.focus();
    else if (la === undefined) return;
    else aller(suite.at(la % suite.length));
    e.preventDefault();
  });

  // le texte garde sa sélection quand on touche un bouton
  barre.addEventListener('mousedown', e => e.preventDefault());
  for (const bouton of boutons) bouton.addEventListener('click', e => {
    const panneau = PANNEAUX[bouton.dataset.geste];
    if (panneau) return ouvrir(bouton, panneau);
    GESTES[bouton.dataset.geste].faire(vue.state, tr => vue.dispatch(tr), vue);
    // à la souris, la main revient au texte ; au clavier elle reste sur la barre
    if (e.detail) vue.focus();
  });

  function ouvrir(bouton, panneau) {
    const boite = bloc.querySelector(`[data-panneau="${bouton.dataset.geste}"]`);
    const champs = [...boite.querySelectorAll('input')];
    const fermer = () => { boite.hidden = true; bouton.setAttribute('aria-expanded', 'false'); vue.focus(); };
    for (const champ of champs) champ.removeAttribute('aria-invalid');
    panneau.ouvrir(champs, vue.state);
    boite.hidden = false;
    bouton.setAttribute('aria-expanded', 'true');
    champs[0].focus();
    const poser = () => {
      const faux = panneau.poser(champs, vue);
      for (const champ of champs) champ.setAttribute('aria-invalid', champ === faux);
      boite.querySelector('[data-faux]').hidden = !faux;
      if (faux) faux.focus();
      else fermer();
    };
    boite.querySelector('[data-faux]').hidden = true;
    boite.querySelector('[data-poser]').onclick = poser;
    boite.querySelector('[data-fermer]').onclick = fermer;
    boite.onkeydown = e => {
      if (e.key !== 'Enter' && e.key !== 'Escape' || e.target.localName !== 'input') return;
      e.preventDefault();
      if (e.key === 'Enter') poser();
      else fermer();
    };
  }

  function montrer() {
    const tableau = isInTable(vue.state);
    for (const bouton of boutons) {
      const geste = GESTES[bouton.dataset.geste];
      if (bouton.hasAttribute('data-de-tableau')) bouton.hidden = !tableau;
      if (geste?.est) bouton.setAttribute('aria-pressed', geste.est(vue.state));
      else if (bouton.dataset.geste === 'lien') bouton.setAttribute('aria-pressed', Boolean(lienIci(vue.state)));
    }
    if (!boutons.some(b => b.tabIndex === 0 && !b.hidden)) visibles().forEach((b, rang) => { b.tabIndex = rang ? -1 : 0; });
  }
  montrer();
  return montrer;
}
