package fr.entecole.annuaire.donnees;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.noms.Telephone;
import fr.entecole.socle.Dates;
import fr.entecole.socle.DonneesPersonnelles.Ligne;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a record says, as its person reads it: one line for a name, one for an address, none for a number of ours.
/// Beside each, the field in which the school corrects it (ONDE, saisie des dossiers).
final class LignesDesFiches {

    /// Whose children are hers or his: said by who shows the page, which knows which of them may be named.
    static final String ENFANTS = "lien.enfants";

    private LignesDesFiches() {}

    static List<Ligne> lignes() {
        return Stream.of(eleve(), responsable(), personnel())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Ligne> eleve() {
        return List.of(
                new Ligne("eleve.nom", t("Nom et prénom"), t("Nom élève, Nom d’usage élève, Prénom élève")),
                new Ligne("eleve.naissance", t("Nom de naissance"), t("Nom élève")),
                new Ligne("eleve.autres", t("Autres prénoms"), t("Prénom 2 élève, Prénom 3 élève")),
                new Ligne("eleve.date_naissance", t("Date de naissance"), t("Date naissance")),
                new Ligne("eleve.niveau", t("Niveau"), t("Niveau, Libellé classe")),
                new Ligne("eleve.arrivee", t("Dans l’école depuis"), t("Date d’admission")),
                new Ligne("eleve.courriel", t("Courriel"), t("Courriel")),
                new Ligne("eleve.periscolaire", t("Cantine, garderie, études, transport"), t("Périscolaire")));
    }

    private static List<Ligne> responsable() {
        return List.of(
                new Ligne(
                        "responsable.nom",
                        t("Nom et prénom"),
                        t("Nom responsable, Nom usage responsable, Prénom responsable")),
                new Ligne("responsable.naissance", t("Nom de naissance"), t("Nom responsable")),
                new Ligne("responsable.autres", t("Autres prénoms"), t("Prénom responsable")),
                new Ligne("responsable.date_naissance", t("Date de naissance"), t("Date naissance responsable")),
                new Ligne(
                        "responsable.adresse",
                        t("Adresse"),
                        t("Adresse responsable, CP responsable, Commune responsable")),
                new Ligne(
                        "responsable.telephones",
                        t("Téléphones"),
                        t("Téléphone portable, Téléphone domicile, Téléphone travail")),
                new Ligne("responsable.courriel", t("Courriel"), t("Courriel")),
                new Ligne(
                        "responsable.diffusion",
                        t("Adresse donnée aux associations de parents"),
                        t("Communication de l’adresse aux associations de parents d’élèves")),
                new Ligne(ENFANTS, t("Vos enfants"), t("Responsables de l’élève")));
    }

    private static List<Ligne> personnel() {
        return List.of(
                new Ligne("personnel.nom", t("Nom et prénom"), ""),
                new Ligne("personnel.naissance", t("Nom de naissance"), ""),
                new Ligne("personnel.autres", t("Autres prénoms"), ""),
                new Ligne("personnel.date_naissance", t("Date de naissance"), ""),
                new Ligne("personnel.courriel", t("Courriel"), ""),
                new Ligne("personnel.specialites", t("Spécialités"), ""),
                new Ligne("fonction.libelle", t("Fonction"), ""),
                new Ligne("agent.nom", t("Nom et prénom"), ""),
                new Ligne("agent.courriel", t("Courriel"), ""),
                new Ligne("agent.fin", t("Dernier jour"), ""));
    }

    static String lu(String mot, Map<?, ?> row) {
        return switch (mot.substring(mot.indexOf('.') + 1)) {
            case "nom" ->
                joined(
                        " ",
                        mot.startsWith("eleve") ? "" : text(row, "civilite"),
                        name(row, "prenom"),
                        name(row, "nom"));
            case "naissance" -> other(name(row, "nom_naissance"), name(row, "nom"));
            case "autres" -> other(others(row), name(row, "prenom"));
            case "date_naissance", "fin" -> date(row, mot.substring(mot.indexOf('.') + 1));
            case "arrivee" -> date(row, "entree_structure_le");
            case "adresse" -> address(row);
            case "telephones" -> phones(row);
            case "diffusion" -> yesOrNo(row, "adresse_diffusion");
            case "periscolaire" -> services(row);
            case "specialites" -> written(mot, row, "specialites");
            case "libelle" -> function(row);
            default -> text(row, mot.substring(mot.indexOf('.') + 1));
        };
    }

    /// The feed says the name a second time where there is no other.
    private static String other(String value, String said) {
        return Noms.plain(value).equals(Noms.plain(said)) ? "" : value;
    }

    private static String others(Map<?, ?> row) {
        return row.get("autres_prenoms") instanceof Collection<?> several
                ? several.stream()
                        .map(one -> Noms.personne(String.valueOf(one)))
                        .collect(Collectors.joining(", "))
                : name(row, "autres_prenoms");
    }

    private static String address(Map<?, ?> row) {
        var pays = written("responsable.pays", row, "pays");
        return joined(
                ", ",
                written("responsable.adresse", row, "adresse"),
                joined(" ", text(row, "code_postal"), written("responsable.ville", row, "ville")),
                pays.equals("France") ? "" : pays);
    }

    private static String phones(Map<?, ?> row) {
        return Stream.of("telephone_mobile", "telephone_domicile", "telephone_travail")
                .map(column -> text(row, column))
                .filter(number -> !number.isEmpty())
                .map(Telephone::affiche)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String services(Map<?, ?> row) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("restaurant", t("cantine"));
        all.put("garderie_matin", t("garderie du matin"));
        all.put("garderie_soir", t("garderie du soir"));
        all.put("etudes_surveillees", t("études surveillées"));
        all.put("transport", t("transport scolaire"));
        if (all.keySet().stream().allMatch(column -> row.get(column) == null)) {
            return "";
        }
        var asked = all.entrySet().stream()
                .filter(service -> Boolean.TRUE.equals(row.get(service.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        return asked.isEmpty() ? t("aucun") : asked;
    }

    private static String function(Map<?, ?> row) {
        var words = written("fonction.libelle", row, "libelle");
        var what = Boolean.TRUE.equals(row.get("directeur")) && words.isEmpty() ? t("Direction de l’école") : words;
        var since = date(row, "depuis");
        var until = date(row, "fini_le");
        return what.isEmpty() || since.isEmpty()
                ? what
                : until.isEmpty() ? t("{0}, depuis le {1}", what, since) : t("{0}, du {1} au {2}", what, since, until);
    }

    private static String yesOrNo(Map<?, ?> row, String column) {
        return row.get(column) instanceof Boolean yes ? (yes ? t("oui") : t("non")) : "";
    }

    private static String date(Map<?, ?> row, String column) {
        var value = text(row, column);
        return value.length() < 10 ? "" : Dates.words(LocalDate.parse(value.substring(0, 10)));
    }

    private static String name(Map<?, ?> row, String column) {
        return Noms.personne(text(row, column));
    }

    /// As people write it, several joined by commas, without the code of a nomenclature.
    private static String written(String mot, Map<?, ?> row, String column) {
        var value = row.get(column);
        if (value == null) {
            return "";
        }
        var shown = EcritureDesFiches.shown(mot, value);
        var all = shown instanceof Collection<?> several
                ? several.stream().map(String::valueOf)
                : Stream.of(shown.toString());
        return all.map(one -> one.substring(one.indexOf('$') + 1).strip())
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String text(Map<?, ?> row, String column) {
        var value = row.get(column);
        return value == null ? "" : value.toString().strip();
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}
