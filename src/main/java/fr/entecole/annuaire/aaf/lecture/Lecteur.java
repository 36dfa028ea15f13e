package fr.entecole.annuaire.aaf.lecture;

import static fr.entecole.socle.Phrases.t;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import fr.entecole.annuaire.aaf.LotRefuse;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads one file of the feed, one record at a time. The DTD is always ours, nothing is ever fetched, entities of the
/// file's own are looked at before they are believed; anything that is not the grammar of the ministry stops the run.
final class Lecteur {

    private static final int LONGUEUR_MAX = 1_000_000;
    private static final int VALEURS_MAX = 10_000;

    private final WstxInputFactory fabrique = new WstxInputFactory();

    Lecteur() {
        fabrique.setProperty(XMLInputFactory.IS_COALESCING, true);
        fabrique.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        fabrique.setProperty(XMLInputFactory.IS_VALIDATING, false);
        fabrique.setProperty(WstxInputProperties.P_DTD_RESOLVER, (javax.xml.stream.XMLResolver)
                (_, _, _, _) -> Lecteur.class.getResourceAsStream("/aaf/ficAlimMENESR.dtd"));
        fabrique.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGUEUR_MAX);
        fabrique.getConfig().setMaxEntityCount(Integer.MAX_VALUE);
        fabrique.getConfig().setCustomInternalEntities(EntitesLatines.all());
    }

    /// @throws LotRefuse with file and line when the file is malformed, of the 2D dialect, or not to be trusted
    void read(Inventaire.Membre membre, InputStream contenu, Consumer<Enregistrement> each) {
        var fichier = membre.nom().chemin();
        XMLStreamReader xml = null;
        try {
            var impose = membre.octets().impose();
            xml = impose == null
                    ? fabrique.createXMLStreamReader(contenu)
                    : fabrique.createXMLStreamReader(new java.io.InputStreamReader(contenu, impose));
            records(membre, xml, each);
        } catch (XMLStreamException | WstxLazyException | java.io.UnsupportedEncodingException e) {
            var cause = GardeCause.refusalIn(e);
            if (cause != null) {
                throw cause;
            }
            throw malformed(fichier, xml == null ? 1 : lineOf(e, xml), e);
        } finally {
            close(xml);
        }
    }

    private static void records(Inventaire.Membre membre, XMLStreamReader xml, Consumer<Enregistrement> each)
            throws XMLStreamException {
        var grammaire = new Grammaire(membre, xml);
        boolean racine = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> doctype(grammaire, xml);
                case XMLStreamConstants.COMMENT -> grammaire.checkComment(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> {
                    if (racine) {
                        each.accept(record(grammaire, xml));
                    } else {
                        grammaire.expect("ficAlimMENESR");
                        racine = true;
                    }
                }
                case XMLStreamConstants.CHARACTERS -> grammaire.blank();
                default -> {
                    // white space, processing instructions and the ends of what is read elsewhere
                }
            }
        }
    }

    /// The declaration is parsed only when it is asked for: one that cannot be is one that should not be there.
    private static void doctype(Grammaire grammaire, XMLStreamReader xml) {
        try {
            grammaire.checkDoctype(xml.getText());
        } catch (WstxLazyException e) {
            throw grammaire.untrusted(e);
        }
    }

    private static Enregistrement record(Grammaire grammaire, XMLStreamReader xml) throws XMLStreamException {
        var operation = grammaire.operation();
        String id = null;
        Map<String, List<String>> attributs = new LinkedHashMap<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (xml.getLocalName()) {
                case "operationalAttributes" -> {
                    Map<String, List<String>> categories = new LinkedHashMap<>();
                    attributes(grammaire, xml, "attr", categories);
                    grammaire.checkCategories(categories);
                }
                case "identifier" -> {
                    xml.nextTag();
                    grammaire.expect("id");
                    id = xml.getElementText().strip();
                    xml.nextTag();
                }
                case "attributes" -> attributes(grammaire, xml, "attr", attributs);
                case "modifications" -> attributes(grammaire, xml, "modification", attributs);
                default -> throw grammaire.unexpected();
            }
        }
        grammaire.checkDialect(attributs);
        return new Enregistrement(operation, id == null ? "" : id, attributs);
    }

    private static void attributes(
            Grammaire grammaire, XMLStreamReader xml, String element, Map<String, List<String>> into)
            throws XMLStreamException {
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            grammaire.expect(element);
            var nom = grammaire.nameOfAttribute();
            var valeurs = into.computeIfAbsent(nom, _ -> new ArrayList<>(2));
            while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                grammaire.expect("value");
                var valeur = xml.getElementText().strip();
                if (!valeur.isEmpty() && !valeurs.contains(valeur)) {
                    valeurs.add(valeur);
                }
                if (valeurs.size() > VALEURS_MAX) {
                    throw grammaire.unexpected();
                }
            }
        }
    }

    static LotRefuse malformed(String fichier, int ligne, @Nullable Exception cause) {
        var message = t(
                "Le fichier {0} est malformé, ligne {1} : demandez que l’export soit refait, rien n’a été changé.",
                fichier, Integer.toString(ligne));
        return cause == null ? new LotRefuse(message) : new LotRefuse(message, cause);
    }

    private static int lineOf(Exception e, XMLStreamReader xml) {
        return e instanceof XMLStreamException x && x.getLocation() != null
                ? x.getLocation().getLineNumber()
                : xml.getLocation().getLineNumber();
    }

    private static void close(@Nullable XMLStreamReader xml) {
        try {
            if (xml != null) {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("closing a reader", e);
        }
    }
}
