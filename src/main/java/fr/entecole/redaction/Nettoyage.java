package fr.entecole.redaction;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// HTML of whoever sends it, the editor or anything else, as blocks. The sanitizer of OWASP judges it first: what comes
/// out is well formed and has only the elements below, which are then read one by one. No attribute is ever copied but
/// an address that is known good and the words of a picture.
final class Nettoyage {

    static final Pattern DOCUMENT =
            Pattern.compile("/documents/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /// A page of the house, another site, an address to write to, a number to call.
    static final Pattern ADRESSE = Pattern.compile(
            "(?:https?://[^\\s\"'<>/\\\\]+(?:[/?#][^\\s\"'<>\\\\]*)?"
                    + "|mailto:[^\\s\"'<>\\\\]+|tel:[+0-9.()-]+|/(?![/\\\\])[^\\s\"'<>\\\\]*)",
            Pattern.CASE_INSENSITIVE);

    private static final PolicyFactory ADMIS = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "strong",
                    "b",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "img",
                    "div",
                    "blockquote",
                    "pre",
                    "hr",
                    "section",
                    "article",
                    "header",
                    "footer",
                    "figure",
                    "figcaption",
                    "dl",
                    "dt",
                    "dd",
                    "address")
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .allowAttributes("href")
            .matching(ADRESSE)
            .onElements("a")
            .allowAttributes("src")
            .matching(DOCUMENT)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .toFactory();

    private static final int LONGEST_ALTERNATIVE = 500;

    private final List<Bloc> blocs = new ArrayList<>();
    private final List<Bloc.Mots> line = new ArrayList<>();

    private Nettoyage() {}

    static List<Bloc> blocs(String html) {
        var reader = new Nettoyage();
        reader.read(parsed(ADMIS.sanitize(html)).getDocumentElement(), false, "");
        reader.endLine();
        return List.copyOf(reader.blocs);
    }

    private void read(Node parent, boolean gras, String lien) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                read(element, gras, lien);
            } else if (node.getNodeType() == Node.TEXT_NODE) {
                line.add(new Bloc.Mots(node.getNodeValue().replaceAll("[ \\t\\r\\n\\f]+", " "), gras, lien));
            }
        }
    }

    private void read(Element element, boolean gras, String lien) {
        switch (element.getTagName()) {
            case "br" -> endOfLine(gras, lien);
            case "strong", "b" -> read((Node) element, true, lien);
            case "a" -> read((Node) element, gras, element.getAttribute("href"));
            case "img" -> image(element);
            case "h1", "h2" -> heading(element, 1, lien);
            case "h3", "h4", "h5", "h6" -> heading(element, 2, lien);
            case "ul", "ol" -> list(element, gras, lien);
            case "table" -> table(element);
            default -> {
                endLine();
                read((Node) element, gras, lien);
                endLine();
            }
        }
    }

    /// Two in a row part paragraphs, as mail has it.
    private void endOfLine(boolean gras, String lien) {
        int last = line.size() - 1;
        while (last >= 0
                && !line.get(last).texte().equals("\n")
                && line.get(last).texte().isBlank()) {
            last--;
        }
        if (last >= 0 && line.get(last).texte().equals("\n")) {
            endLine();
        } else {
            line.add(new Bloc.Mots("\n", gras, lien));
        }
    }

    private void image(Element element) {
        if (element.getAttribute("src").isEmpty()) {
            return;
        }
        endLine();
        var said = element.getAttribute("alt").replaceAll("\\s+", " ").strip();
        blocs.add(new Bloc.Image(
                element.getAttribute("src"), said.substring(0, Math.min(said.length(), LONGEST_ALTERNATIVE))));
    }

    /// Its words; a heading is bold already.
    private void heading(Element element, int rang, String lien) {
        endLine();
        for (var bloc : inside(element, false, lien)) {
            blocs.add(bloc instanceof Bloc.Paragraphe(var mots) ? new Bloc.Titre(rang, oneLine(mots)) : bloc);
        }
    }

    private void list(Element element, boolean gras, String lien) {
        endLine();
        var points = new ArrayList<List<Bloc>>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element child)) {
                continue;
            }
            var held = inAList(inside(child, gras, lien));
            if (held.isEmpty()) {
                continue;
            }
            // a list straight inside a list, as old pages have it, belongs to the item before it
            if (!points.isEmpty() && held.getFirst() instanceof Bloc.Liste) {
                var longer = new ArrayList<>(points.removeLast());
                longer.addAll(held);
                points.add(List.copyOf(longer));
            } else {
                points.add(held);
            }
        }
        if (!points.isEmpty()) {
            blocs.add(new Bloc.Liste(element.getTagName().equals("ol"), List.copyOf(points)));
        }
    }

    /// Words are in one paragraph, line after line, and have no heading.
    static List<Bloc> inAList(List<Bloc> blocs) {
        var held = new ArrayList<Bloc>();
        for (var bloc : blocs) {
            var plain = bloc instanceof Bloc.Titre(var _, var mots) ? new Bloc.Paragraphe(mots) : bloc;
            if (plain instanceof Bloc.Paragraphe(var mots)
                    && !held.isEmpty()
                    && held.getLast() instanceof Bloc.Paragraphe(var before)) {
                var all = new ArrayList<>(before);
                all.add(new Bloc.Mots("\n", false, ""));
                all.addAll(mots);
                held.set(held.size() - 1, new Bloc.Paragraphe(Assemblage.tidy(all)));
            } else {
                held.add(plain);
            }
        }
        return List.copyOf(held);
    }

    private void table(Element element) {
        endLine();
        var lignes = new ArrayList<List<List<Bloc.Mots>>>();
        var rows = element.getElementsByTagName("tr");
        for (int i = 0; i < rows.getLength(); i++) {
            if (!(rows.item(i) instanceof Element row) || within(row, element)) {
                continue;
            }
            var cells = new ArrayList<List<Bloc.Mots>>();
            for (var node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element cell && cell.getTagName().matches("t[hd]")) {
                    cells.add(flat(inside(cell, false, "")));
                }
            }
            if (!cells.isEmpty()) {
                lignes.add(cells);
            }
        }
        int widest = lignes.stream().mapToInt(List::size).max().orElse(0);
        if (lignes.stream().flatMap(List::stream).allMatch(List::isEmpty)) {
            return;
        }
        lignes.forEach(cells -> {
            while (cells.size() < widest) {
                cells.add(List.of());
            }
        });
        blocs.add(new Bloc.Tableau(
                lignes.stream().map(cells -> List.copyOf(cells)).toList()));
    }

    /// Whether a table inside this one holds it: its words are in the cell, line after line.
    private static boolean within(Element row, Element table) {
        var parent = row.getParentNode();
        while (parent != null
                && !(parent instanceof Element up && up.getTagName().equals("table"))) {
            parent = parent.getParentNode();
        }
        return parent != table;
    }

    private static List<Bloc> inside(Element element, boolean gras, String lien) {
        var reader = new Nettoyage();
        reader.read((Node) element, gras, lien);
        reader.endLine();
        return reader.blocs;
    }

    /// A cell holds words: its paragraphs are lines of them.
    private static List<Bloc.Mots> flat(List<Bloc> blocs) {
        var words = new ArrayList<Bloc.Mots>();
        for (var bloc : blocs) {
            var more = switch (bloc) {
                case Bloc.Paragraphe(var mots) -> mots;
                case Bloc.Titre(var _, var mots) -> mots;
                default -> List.of(new Bloc.Mots(Ecriture.brut(List.of(bloc)), false, ""));
            };
            if (!words.isEmpty() && !more.isEmpty()) {
                words.add(new Bloc.Mots("\n", false, ""));
            }
            words.addAll(more);
        }
        return Assemblage.tidy(words);
    }

    private static List<Bloc.Mots> oneLine(List<Bloc.Mots> mots) {
        return mots.stream()
                .map(m -> new Bloc.Mots(m.texte().replace('\n', ' '), false, m.lien()))
                .toList();
    }

    private void endLine() {
        var mots = Assemblage.tidy(line);
        if (!mots.isEmpty()) {
            blocs.add(new Bloc.Paragraphe(mots));
        }
        line.clear();
    }

    /// The sanitizer writes well-formed markup without a document type: the JDK reads it, and nothing outside it.
    private static Document parsed(String sane) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(true);
            factory.setCoalescing(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new InputSource(new StringReader("<div>" + sane + "</div>")));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("what the sanitizer wrote is not well formed", e);
        }
    }

    /// The JDK's own would write the text to the console.
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
