package fr.entecole.annuaire.aaf.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.LotRefuse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The ministry's grammar (`ficAlimMENESR.dtd`, reference §3) checked along the way, with the two things that a feed
/// must not be: written for collèges (dialect 2D) or written to harm (external or nested entities).
final class Grammaire {

    private static final Pattern ENTITE =
            Pattern.compile("<!ENTITY\\s+(%?)\\s*[^>]*?(SYSTEM|PUBLIC|\"[^\"]*\"|'[^']*')");
    private static final Pattern IMBRIQUEE = Pattern.compile("&(?!#)|%");
    private static final int ENTITE_MAX = 100;
    private static final int ENTITES_MAX = 300;
    private static final Pattern ACADEMIE = Pattern.compile("codeAcademieExport\\s*=\\s*\"([0-9]{1,4})\"");
    private static final Pattern DEGRE = Pattern.compile("degre\\s*=\\s*\"2D\"|Annexe\\s+4");
    private static final Set<String> SECOND_DEGRE = Set.of(
            "sn",
            "givenName",
            "personalTitle",
            "mail",
            "homePhone",
            "mobile",
            "ENTPersonMobileSMS",
            "street",
            "postalCode",
            "facsimileTelephoneNumber",
            "postOfficeBox",
            "ENTEleveClasses",
            "ENTEleveGroupes",
            "ENTElevePersRelEleve",
            "ENTEleveMEF",
            "ENTEleveLibelleMEF",
            "ENTEleveNivFormation",
            "ENTEleveFiliere",
            "ENTEleveStructRattachId",
            "ENTStructureClasses",
            "ENTStructureGroupes",
            "PersEducNatPresenceDevantEleves");

    /// Names of attributes, which come back with each record: more than these are somebody's game.
    private static final int NOMS_MAX = 1000;

    private final Inventaire.Membre membre;
    private final XMLStreamReader xml;
    private final Map<String, String> noms = new HashMap<>();

    Grammaire(Inventaire.Membre membre, XMLStreamReader xml) {
        this.membre = membre;
        this.xml = xml;
    }

    Enregistrement.Operation operation() {
        return switch (xml.getLocalName()) {
            case "addRequest" -> Enregistrement.Operation.ADD;
            case "modifyRequest" -> Enregistrement.Operation.MODIFY;
            case "deleteRequest" -> Enregistrement.Operation.DELETE;
            default -> throw unexpected();
        };
    }

    void expect(String element) {
        if (!xml.isStartElement() || !xml.getLocalName().equals(element)) {
            throw unexpected();
        }
    }

    String nameOfAttribute() {
        if (xml.getAttributeCount() == 1 && xml.getAttributeLocalName(0).equals("name")) {
            return known(xml.getAttributeValue(0));
        }
        var nom = xml.getAttributeValue(null, "name");
        var operation = xml.getAttributeValue(null, "operation");
        if (nom == null || (operation != null && !operation.equals("replace"))) {
            throw unexpected();
        }
        return known(nom);
    }

    /// Always the same one, judged when it is first read: thirty of them come back with each record.
    private String known(String nom) {
        var connu = noms.get(nom);
        if (connu != null) {
            return connu;
        }
        checkDialect(nom);
        if (noms.size() < NOMS_MAX) {
            noms.put(nom, nom);
        }
        return nom;
    }

    void blank() {
        if (!xml.isWhiteSpace()) {
            throw unexpected();
        }
    }

    LotRefuse unexpected() {
        return Lecteur.malformed(membre.nom().chemin(), xml.getLocation().getLineNumber(), null);
    }

    LotRefuse beyond(String quoi) {
        return Lecteur.beyond(membre.nom().chemin(), xml.getLocation().getLineNumber(), quoi);
    }

    /// A file may give short names to letters; what is longer is made to fill a memory.
    void checkDoctype(@Nullable String sousEnsemble) {
        int nombre = 0;
        var entites = ENTITE.matcher(sousEnsemble == null ? "" : sousEnsemble);
        while (entites.find()) {
            var valeur = entites.group(2);
            boolean externe = valeur.equals("SYSTEM") || valeur.equals("PUBLIC");
            if (!externe && (valeur.length() > ENTITE_MAX || ++nombre > ENTITES_MAX)) {
                throw beyond(t("il déclare une entité plus longue que quelques mots, ou des centaines"));
            }
            if (externe
                    || !entites.group(1).isEmpty()
                    || IMBRIQUEE.matcher(valeur).find()) {
                throw untrusted(null);
            }
        }
    }

    LotRefuse untrusted(@Nullable Exception cause) {
        return new LotRefuse(
                t(
                        "Le fichier {0} déclare une entité externe ou imbriquée, ce qu’un export de l’AAF ne fait"
                                + " jamais : ne l’utilisez pas et signalez-le à l’émetteur.",
                        membre.nom().chemin()),
                cause);
    }

    /// @return the code of the académie that a header names, null when this is no such header
    @Nullable
    String checkComment(String commentaire) {
        if (DEGRE.matcher(commentaire).find()) {
            throw secondDegre();
        }
        var academie = ACADEMIE.matcher(commentaire);
        return academie.find() ? academie.group(1) : null;
    }

    void checkCategories(Map<String, List<String>> categories) {
        for (var entree : categories.entrySet()) {
            var categorie = entree.getValue().isEmpty() ? "" : entree.getValue().getFirst();
            if (entree.getKey().equals("categorieMatiere") || entree.getKey().equals("categorieMef")) {
                throw secondDegre();
            }
            if (!categorie.equals(membre.sorte().categorie)) {
                throw new LotRefuse(t(
                        "Le fichier {0} contient un enregistrement « {1} », ligne {2}, que son nom n’annonce pas :"
                                + " demandez que l’export soit refait.",
                        membre.nom().chemin(),
                        categorie,
                        Integer.toString(xml.getLocation().getLineNumber())));
            }
        }
    }

    private void checkDialect(String nom) {
        if (SECOND_DEGRE.contains(nom)
                || nom.startsWith("ENTAux")
                || nom.startsWith("ENTMef")
                || nom.startsWith("ENTMat")
                || (nom.startsWith("ENTEtablissement") && !nom.equals("ENTEtablissementContrat"))) {
            throw secondDegre();
        }
    }

    private LotRefuse secondDegre() {
        return new LotRefuse(t(
                "Le fichier {0} est écrit pour le second degré (dialecte 2D) : donnez l’envoi du premier degré (ENT1D).",
                membre.nom().chemin()));
    }
}
