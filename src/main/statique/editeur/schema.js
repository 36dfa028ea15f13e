// Ce qu'un texte peut contenir : la même chose que ce que le serveur garde (TexteRiche).
import { Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

const IMAGE = /^\/documents\/[0-9a-f-]{36}$/;
const LIEN = /^(https?:\/\/|mailto:|tel:|\/(?![/\\]))/i;

const tableaux = tableNodes({ tableGroup: 'block', cellContent: 'paragraph+', cellAttributes: {} });
// une cellule est d'une ligne et d'une colonne
tableaux.table_cell.parseDOM = [{ tag: 'td' }];
tableaux.table_header.parseDOM = [{ tag: 'th' }];

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      group: 'block', content: 'inline*', attrs: { level: { default: 2 } }, defining: true,
      parseDOM: [1, 2, 3, 4, 5, 6].map(n => ({ tag: 'h' + n, attrs: { level: n < 3 ? 2 : 3 } })),
      toDOM: n => ['h' + n.attrs.level, 0],
    },
    bullet_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { content: 'paragraph (bullet_list | ordered_list)*', parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0], defining: true },
    // aucun bouton n'en met : les images d'un texte sont celles qu'on y joint, avec ce qu'elles montrent
    image: {
      group: 'block', attrs: { src: {}, alt: { default: '' } }, draggable: true,
      parseDOM: [{ tag: 'img[src]', getAttrs: e => IMAGE.test(e.getAttribute('src')) && { src: e.getAttribute('src'), alt: e.alt } }],
      toDOM: n => ['img', n.attrs],
    },
    ...tableaux,
    text: { group: 'inline' },
    hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  },
  marks: {
    link: {
      attrs: { href: {} }, inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: e => LIEN.test(e.getAttribute('href')) && { href: e.getAttribute('href') } }],
      toDOM: m => ['a', m.attrs, 0],
    },
    strong: {
      parseDOM: [
        { tag: 'strong' },
        // des mails entourent tout d'un « b » qui n'est pas gras
        { tag: 'b', getAttrs: e => e.style.fontWeight !== 'normal' && null },
        { style: 'font-weight', getAttrs: v => /^(bold(er)?|[6-9]\d{2})$/.test(v) && null },
      ],
      toDOM: () => ['strong', 0],
    },
  },
});

export { LIEN };
