// L'éditeur : remplace chaque <textarea data-riche> par un texte que l'on met en forme, et y recopie ce qui est écrit.
// Sans ce fichier, la zone de texte suffit.
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { DOMParser as Lecteur, DOMSerializer, Slice } from 'prosemirror-model';
import { keymap } from 'prosemirror-keymap';
import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { history, undo, redo } from 'prosemirror-history';
import { inputRules, wrappingInputRule, textblockTypeInputRule } from 'prosemirror-inputrules';
import { splitListItem, liftListItem, sinkListItem } from 'prosemirror-schema-list';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import { schema } from './schema.js';
import { nettoyer } from './collage.js';
import { armer } from './barre.js';
import { garder } from './brouillon.js';

const { nodes, marks } = schema;

function lire(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return Lecteur.fromSchema(schema).parse(page.body);
}

function ecrire(doc) {
  if (doc.childCount === 1 && doc.firstChild.type === nodes.paragraph && !doc.firstChild.content.size) return '';
  const hote = document.createElement('div');
  hote.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
  return hote.innerHTML;
}

const saut = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

const touches = sortir => [
  keymap({
    'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo,
    'Mod-b': toggleMark(marks.strong),
    'Shift-Enter': saut,
    'Enter': splitListItem(nodes.list_item),
    'Mod-[': liftListItem(nodes.list_item), 'Mod-]': sinkListItem(nodes.list_item),
    // dans un tableau seulement : ailleurs, Tab quitte le texte comme tout champ
    'Tab': goToNextCell(1), 'Shift-Tab': goToNextCell(-1),
    'Alt-F10': sortir,
  }),
  keymap(baseKeymap),
];

const raccourcis = inputRules({ rules: [
  wrappingInputRule(/^\s*[-•*]\s$/, nodes.bullet_list),
  wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list),
  textblockTypeInputRule(/^(#{1,2})\s$/, nodes.heading, m => ({ level: m[1].length + 1 })),
] });

// Collé au bout d'une ligne commencée, un texte dont le premier morceau est un titre ou une liste va à la ligne.
function detacher(colle, { $from }) {
  const { firstChild, childCount } = colle.content;
  return childCount > 1 && firstChild.type !== nodes.paragraph && $from.depth === 1 && $from.parentOffset > 0
    ? new Slice(colle.content, 0, colle.openEnd) : colle;
}

function monter(zone) {
  const bloc = zone.closest('[data-editeur]');
  const barre = bloc.querySelector('[role=toolbar]');
  const libelle = document.querySelector(`label[for="${zone.id}"]`);
  const hote = document.createElement('div');
  const attributs = {
    id: zone.id, class: 'ent-redige__texte ent-texte', role: 'textbox', 'aria-multiline': 'true', lang: 'fr',
    'aria-labelledby': (libelle.id = zone.id + '-libelle'),
  };
  if (zone.required) attributs['aria-required'] = 'true';
  if (zone.getAttribute('aria-invalid')) attributs['aria-invalid'] = 'true';
  const decrit = [zone.getAttribute('aria-describedby'), bloc.querySelector('[data-clavier]').id].filter(Boolean);
  attributs['aria-describedby'] = decrit.join(' ');
  // la page revient avec ce que le navigateur a gardé de la zone
  const depart = zone.value !== zone.defaultValue && zone.value.startsWith('<') ? zone.value : zone.dataset.riche;

  zone.id += '-source';
  zone.required = false;
  zone.hidden = true;
  zone.before(hote);
  hote.before(barre);
  barre.hidden = false;

  let montrer = () => {};
  const vue = new EditorView({ mount: hote }, {
    state: EditorState.create({
      doc: lire(depart),
      plugins: [history(), raccourcis, ...touches(() => { barre.querySelector('[tabindex="0"]').focus(); return true; }), tableEditing()],
    }),
    attributes: attributs,
    transformPastedHTML: nettoyer,
    transformPasted: (colle, { state }) => detacher(colle, state.selection),
    dispatchTransaction(tr) {
      vue.updateState(vue.state.apply(tr));
      montrer();
      if (!tr.docChanged) return;
      zone.value = ecrire(vue.state.doc);
      zone.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });
  zone.value = ecrire(vue.state.doc);
  montrer = armer(barre, bloc, vue);
  libelle.addEventListener('click', e => { e.preventDefault(); vue.focus(); });
  // un brouillon ou une autre version prend la place : « Annuler » y ramène
  zone.addEventListener('remplacer', e => vue.dispatch(
    vue.state.tr.replaceWith(0, vue.state.doc.content.size, lire(e.detail).content)));
}

for (const zone of document.querySelectorAll('textarea[data-riche]')) monter(zone);
// une zone de texte sans mise en forme garde aussi ce qui y est tapé
for (const bloc of document.querySelectorAll('[data-editeur]')) garder(bloc);
