package fr.entecole.annuaire.aaf.lecture;

import static fr.entecole.socle.Phrases.t;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import fr.entecole.annuaire.aaf.LotRefuse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads one file of the feed, one record at a time. No DTD is ever fetched ([Grammaire] is the one that counts),
/// entities of the file's own are looked at before they are believed; anything that is not the grammar of the ministry
/// stops the run.
final class Lecteur {

    private static final int LONGUEUR_MAX = 1_000_000;
    private static final int NOM_MAX = 1000;
    private static final byte[] SANS_REGLE = "<!-- -->".getBytes(StandardCharsets.US_ASCII);

    private final WstxInputFactory fabrique = new WstxInputFactory();

    private final BiConsumer<String, String> annonce;

    Lecteur() {
        this((_, _) -> {});
    }

    /// @param annonce told the file and the académie that it says it was exported from
    Lecteur(BiConsumer<String, String> annonce) {
        this.annonce = annonce;
        fabrique.setProperty(XMLInputFactory.IS_COALESCING, true);
        fabrique.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        fabrique.setProperty(XMLInputFactory.IS_VALIDATING, false);
        // the grammar has no prefix
        fabrique.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // and is checked here: one that is read is looked into again for each element
        fabrique.setProperty(WstxInputProperties.P_DTD_RESOLVER, (javax.xml.stream.XMLResolver)
                (_, _, _, _) -> new ByteArrayInputStream(SANS_REGLE));
        fabrique.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGUEUR_MAX);
        fabrique.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, NOM_MAX);
        fabrique.getConfig().setMaxEntityCount(Integer.MAX_VALUE);
        fabrique.getConfig().setCustomInternalEntities(EntitesLatines.all());
    }

    /// @throws LotRefuse with file and line when the file is malformed, of the 2D dialect, or not to be trusted
    void read(Inventaire.Membre membre, InputStream contenu, Consumer<Enregistrement> each) {
        var fichier = membre.nom().chemin();
        XMLStreamReader xml = null;
        var mesure = new Mesure(contenu);
        try {
            var impose = membre.octets().impose();
            xml = impose == null
                    ? fabrique.createXMLStreamReader(mesure)
                    : fabrique.createXMLStreamReader(new java.io.InputStreamReader(mesure, impose));
            records(membre, xml, each, mesure);
        } catch (XMLStreamException | WstxLazyException | java.io.UnsupportedEncodingException e) {
            var cause = GardeCause.refusalIn(e);
            if (cause != null) {
                throw cause;
            }
            int ligne = xml == null ? 1 : lineOf(e, xml);
            throw Mesure.isBehind(e)
                    ? beyond(fichier, ligne, t("un enregistrement n’en finit pas"))
                    : malformed(fichier, ligne, e);
        } finally {
            close(xml);
        }
    }

    private void records(Inventaire.Membre membre, XMLStreamReader xml, Consumer<Enregistrement> each, Mesure mesure)
            throws XMLStreamException {
        var grammaire = new Grammaire(membre, xml);
        boolean racine = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> doctype(grammaire, xml);
                case XMLStreamConstants.COMMENT -> {
                    var academie = grammaire.checkComment(xml.getText());
                    if (academie != null) {
                        annonce.accept(membre.nom().chemin(), academie);
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (racine) {
                        each.accept(record(grammaire, xml));
                        mesure.restart();
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
        var recueil = new Recueil();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (xml.getLocalName()) {
                case "operationalAttributes" -> {
                    var categories = new Recueil();
                    attributes(grammaire, xml, "attr", categories);
                    grammaire.checkCategories(categories.attributs());
                }
                case "identifier" -> {
                    xml.nextTag();
                    grammaire.expect("id");
                    id = Texte.clean(xml.getElementText());
                    xml.nextTag();
                }
                case "attributes" -> attributes(grammaire, xml, "attr", recueil);
                case "modifications" -> attributes(grammaire, xml, "modification", recueil);
                default -> throw grammaire.unexpected();
            }
        }
        return new Enregistrement(operation, id == null ? "" : id, recueil.attributs());
    }

    private static void attributes(Grammaire grammaire, XMLStreamReader xml, String element, Recueil into)
            throws XMLStreamException {
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            grammaire.expect(element);
            var nom = grammaire.nameOfAttribute();
            var liste = into.list(nom);
            while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                grammaire.expect("value");
                into.add(nom, liste, Texte.clean(xml.getElementText()));
                if (into.isBeyond()) {
                    throw grammaire.beyond(t("l’enregistrement est plus grand que tout ce que contient l’AAF"));
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

    static LotRefuse beyond(String fichier, int ligne, String quoi) {
        return new LotRefuse(t(
                "Le fichier {0} est malformé, ligne {1} : {2}. Demandez que l’export soit refait, rien n’a été changé.",
                fichier, Integer.toString(ligne), quoi));
    }

    /// A fault that was found later than read is told where it is.
    private static int lineOf(Exception e, XMLStreamReader xml) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof XMLStreamException x && x.getLocation() != null) {
                return x.getLocation().getLineNumber();
            }
        }
        return xml.getLocation().getLineNumber();
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
