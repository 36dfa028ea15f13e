package fr.entecole.annuaire.aaf.validation;

import static fr.entecole.annuaire.aaf.validation.Champ.name;
import static fr.entecole.annuaire.aaf.validation.Champ.read;
import static fr.entecole.annuaire.aaf.validation.Champ.staged;
import static fr.entecole.annuaire.aaf.validation.Champ.text;

import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.annuaire.aaf.lecture.Enregistrement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which attributes of each kind are kept, and in which columns (AAF 1D, annexe 1 v6.3; reference §4). Compound values
/// with several per person (classes, groups, links, functions) go to side tables: see [Validation].
public final class Champs {

    private static final Set<String> ECOLES = Set.of(
            "ECOLE DE NIVEAU ELEMENTAIRE",
            "ECOLE MATERNELLE",
            "ECOLE ELEMENTAIRE D APPLICATION",
            "ECOLE MATERNELLE D APPLICATION",
            "ECOLE ELEMENTAIRE SPECIALISEE");
    private static final Set<String> NATURES_ECOLES = Set.of("101", "103", "151", "153", "162");

    private static final List<Champ> STRUCTURE = List.of(
            name("nom_courant", "ENTStructureNomCourant").required(),
            read("genre", "text", "ENTStructureTypeStruct", Champs::genre),
            read("uai", "text", "ENTStructureUAI", Lectures::uai),
            read("siret", "text", "ENTStructureSIREN", Lectures::siret),
            text("type_structure", "ENTStructureTypeStruct"),
            text("type_structure_code", "ENTStructureCodeTypeStruct"),
            text("ministere", "ENTEcoleMinistereTutelle"),
            text("ministere_code", "ENTEcoleCodeMinistereTutelle"),
            text("secteur", "ENTEcoleSecteur"),
            staged(
                    "circonscription_aaf",
                    "text",
                    "ENTEcoleCirconscription",
                    "(select c.aaf_id from annuaire.structure c where c.id = t.circonscription_id)",
                    Lectures::key),
            read("commune_insee", "text", "ENTEcoleCommune", (e, a, s) -> part(e, a, 3, 0, s)),
            staged("commune_nom", "text", "ENTEcoleCommune", "null::text", (e, a, s) -> part(e, a, 3, 1, s)),
            staged("departement", "text", "ENTEcoleCommune", "null::text", (e, a, s) -> part(e, a, 3, 2, s)),
            read("rpi_code", "text", "ENTEcoleRPI", (e, a, s) -> part(e, a, 3, 0, s)),
            read("rpi_libelle", "text", "ENTEcoleRPI", (e, a, s) -> part(e, a, 3, 1, s)),
            text("academie_libelle", "ENTServAcAcademie"),
            text("academie_code", "ENTServAcCodeAcademie"),
            text("adresse", "ENTStructureAdresse"),
            text("boite_postale", "ENTStructureBoitePostale"),
            read("code_postal", "text", "ENTStructureCodePostal", Lectures::codePostal),
            text("ville", "ENTStructureVille"),
            read("telephone", "text", "ENTStructureTelephone", Lectures::telephone),
            read("fax", "text", "ENTStructureFax", Lectures::telephone),
            read("courriel_si", "text", "ENTStructureMailSI", Lectures::mail),
            read("courriel", "text", "ENTStructureEmail", Lectures::mail),
            text("contrat", "ENTEtablissementContrat"));

    private static final List<Champ> ELEVE = List.of(
            name("nom", "ENTPersonNom").required(),
            name("prenom", "ENTPersonPrenom").required(),
            read("date_naissance", "date", "ENTPersonDateNaissance", Lectures::date)
                    .required(),
            staged(
                    "structure_aaf",
                    "text",
                    "ENTPersonStructRattach",
                    "(select c.aaf_id from annuaire.structure c where c.id = t.structure_id)",
                    Champs::school),
            read("ine", "text", "ENTEleveINE", Lectures::ine),
            read("civilite", "text", "ENTPersonCivilite", Lectures::civilite),
            name("nom_naissance", "ENTPersonNomPatro"),
            read("autres_prenoms", "text[]", "ENTPersonAutresPrenoms", Lectures::names),
            read("courriel", "text", "ENTPersonMail", Lectures::mail),
            read("niveau", "text", "ENTEleveNiveau", Lectures::niveau),
            read("niveau_code", "text", "ENTEleveNiveau", Lectures::niveauCode),
            read("cycle", "text", "ENTEleveNiveau", Lectures::cycle),
            read("type_classe", "text", "ENTEleveTypeClasse", Lectures::label),
            read("type_classe_code", "text", "ENTEleveTypeClasse", Lectures::code),
            read("restaurant", "boolean", "ENTEleveRestaurantScolaire", Lectures::yesOrNo),
            read("transport", "boolean", "ENTEleveTransport", Lectures::yesOrNo),
            read("garderie_matin", "boolean", "ENTEleveGarderieMatin", Lectures::yesOrNo),
            read("garderie_soir", "boolean", "ENTEleveGarderieSoir", Lectures::yesOrNo),
            read("etudes_surveillees", "boolean", "ENTEleveEtudesSurveillees", Lectures::yesOrNo),
            read("entree_structure_le", "date", "ENTEleveDateEntreeStructRattach", Lectures::date),
            read("sortie_structure_le", "date", "ENTEleveDateSortieStructRattach", Lectures::date));

    private static final List<Champ> RESPONSABLE = List.of(
            name("nom", "ENTPersonNom").required(),
            name("prenom", "ENTPersonPrenom").required(),
            read("civilite", "text", "ENTPersonCivilite", Lectures::civilite),
            name("nom_naissance", "ENTPersonNomPatro"),
            read("autres_prenoms", "text[]", "ENTPersonAutresPrenoms", Lectures::names),
            read("date_naissance", "date", "ENTPersonDateNaissance", Lectures::date),
            read("adresse", "text[]", "ENTPersonAdresse", Lectures::address),
            read("code_postal", "text", "ENTPersonCodePostal", Lectures::codePostal),
            text("ville", "ENTPersonVille"),
            text("pays", "ENTPersonPays"),
            read("adresse_diffusion", "boolean", "ENTPersonAdresseDiffusion", Lectures::yesOrNo),
            read("telephone_domicile", "text", "ENTPersonTelPerso", Lectures::telephone),
            read("telephone_mobile", "text", "ENTPersRelEleveTelMobile", Lectures::telephone),
            read("telephone_travail", "text", "ENTPersRelEleveTelPro", Lectures::telephone),
            read("courriel", "text", "ENTPersonMail", Lectures::mail));

    private static final List<Champ> PERSONNEL = List.of(
            name("nom", "ENTPersonNom").required(),
            name("prenom", "ENTPersonPrenom").required(),
            read("civilite", "text", "ENTPersonCivilite", Lectures::civilite),
            name("nom_naissance", "ENTPersonNomPatro"),
            read("autres_prenoms", "text[]", "ENTPersonAutresPrenoms", Lectures::names),
            read("date_naissance", "date", "ENTPersonDateNaissance", Lectures::date),
            read("courriel", "text", "ENTPersonMail", Lectures::mail),
            staged(
                    "rattachement_aaf",
                    "text",
                    "ENTPersonStructRattach",
                    "(select c.aaf_id from annuaire.structure c where c.id = t.structure_rattachement_id)",
                    Lectures::key),
            read("enseignant", "boolean", "ENTPersonCategorieEnseignant", Champs::teaches),
            read("specialites", "text[]", "ENTEnsSpecialites", Lectures::all),
            read("rattachement_dates", "text[]", "ENTPersonStructRattachDate", Lectures::all),
            read("fonctions_dates", "text[]", "ENTPersonFonctionsDate", Lectures::all),
            read("direction_dates", "text[]", "ENTEnsFonctionDirDate", Lectures::all),
            read("enseignant_dates", "text[]", "ENTPersonCategorieEnseignantDate", Lectures::all));

    private static final Set<String> COMMUNS =
            Set.of("ENTPersonJointure", "ENTStructureJointure", "ENTEleveCycle", "ENTPersRelEleveEleve");

    private Champs() {}

    public static List<Champ> of(Sorte sorte) {
        return switch (sorte) {
            case STRUCTURE -> STRUCTURE;
            case ELEVE -> ELEVE;
            case RESPONSABLE -> RESPONSABLE;
            case PERSONNEL -> PERSONNEL;
        };
    }

    /// All the attributes that a kind may carry without being told as unknown.
    static Set<String> known(Sorte sorte) {
        var noms = new HashSet<>(COMMUNS);
        of(sorte).forEach(c -> noms.add(c.attribut()));
        switch (sorte) {
            case ELEVE ->
                noms.addAll(Set.of(
                        "ENTEleveAutoriteParentale",
                        "ENTPersonClasses",
                        "ENTPersonGroupes",
                        "ENTEleveDateEntreeClasses",
                        "ENTEleveDateSortieClasses"));
            case PERSONNEL -> noms.addAll(Set.of("ENTPersonFonctions", "ENTEnsFonctionDir"));
            case STRUCTURE, RESPONSABLE -> {}
        }
        return noms;
    }

    /// Columns of the directory, each written by `form` with `%s` for the column.
    public static String columns(Sorte sorte, String form) {
        return joined(sorte, Champ::inDirectory, form);
    }

    static String allColumns(Sorte sorte, String form) {
        return joined(sorte, _ -> true, form);
    }

    private static String joined(Sorte sorte, Predicate<Champ> filtre, String form) {
        return of(sorte).stream()
                .filter(filtre)
                .map(c -> form.replace("%s", c.colonne()))
                .collect(Collectors.joining(", "));
    }

    private static String genre(Enregistrement e, String attribut, Signalements s) {
        var type = e.first(attribut);
        var code = e.first("ENTStructureCodeTypeStruct");
        if ("809".equals(code) || (type != null && type.startsWith("CIRCONSCRIPTION"))) {
            return "CIRCONSCRIPTION";
        }
        boolean ecole = (type != null && ECOLES.contains(type)) || (code != null && NATURES_ECOLES.contains(code));
        return ecole && !"PR".equals(e.first("ENTEcoleSecteur")) ? "ECOLE" : "AUTRE";
    }

    /// The school of attachment, else the one of the class.
    private static @Nullable String school(Enregistrement e, String attribut, Signalements s) {
        var rattachement = Lectures.key(e, attribut, s);
        if (rattachement != null) {
            return rattachement;
        }
        var classe = e.first("ENTPersonClasses");
        return classe == null || classe.indexOf('$') < 1 ? null : classe.substring(0, classe.indexOf('$'));
    }

    private static @Nullable String teaches(Enregistrement e, String attribut, Signalements s) {
        if (e.first(attribut) != null) {
            return Lectures.yesOrNo(e, attribut, s);
        }
        return Stream.ofNullable(e.attributs().get("ENTPersonFonctions"))
                        .flatMap(List::stream)
                        .map(f -> Arrays.asList(f.split("\\$", -1)))
                        .anyMatch(p -> p.size() > 1
                                && (p.get(1).equals("ENS") || p.get(1).equals("DOC")))
                ? "t"
                : null;
    }

    private static @Nullable String part(Enregistrement e, String attribut, int parts, int rang, Signalements s) {
        var valeur = e.first(attribut);
        if (valeur == null) {
            return null;
        }
        var morceaux = Decoupage.split(valeur, parts);
        if (morceaux.isEmpty()) {
            if (rang == 0) {
                s.warn("valeur-tronquee", Validation.truncated(attribut), e.id());
            }
            return null;
        }
        var morceau = morceaux.get().get(rang);
        return morceau.isEmpty() ? null : Lectures.bounded(morceau, e, attribut, s);
    }
}
